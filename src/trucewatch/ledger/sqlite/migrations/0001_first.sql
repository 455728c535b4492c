-- Every noun is kept whole as JSON in `body`; the other columns are what is searched or joined by.

PRAGMA application_id = 0x54525543;  -- "TRUC": tells a ledger from another program's database

CREATE TABLE schema_version (
    version INTEGER NOT NULL
);

-- Counters: `claims` grows with every batch of documents, `grouped` is its value when incidents were last replaced.
CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO state (name, value) VALUES ('claims', 0), ('grouped', 0);

CREATE TABLE run (
    id TEXT PRIMARY KEY,
    started TEXT NOT NULL,
    version TEXT NOT NULL,
    packs_digest TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE document (
    id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES run (id),
    outlet TEXT NOT NULL,
    published TEXT,
    url TEXT,
    text_sha256 TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX document_outlet ON document (outlet);
CREATE INDEX document_published ON document (published);
CREATE INDEX document_text ON document (text_sha256);

-- Reports as their sources gave them, so that the next run knows them without reading them.
CREATE TABLE source (
    key TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id)
) WITHOUT ROWID;

CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    digest TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    act TEXT NOT NULL,
    stance TEXT NOT NULL,
    place_id TEXT,
    day_start TEXT,
    day_end TEXT,
    killed_min INTEGER,
    body TEXT NOT NULL
);
CREATE INDEX claim_document ON claim (document_id, trigger_start);
CREATE INDEX claim_act ON claim (act);
CREATE INDEX claim_place ON claim (place_id);
CREATE INDEX claim_day ON claim (day_start, day_end);

CREATE TABLE grouping_run (
    run_id TEXT NOT NULL REFERENCES run (id)
);

CREATE TABLE incident (
    id TEXT PRIMARY KEY,
    first_published TEXT,
    last_published TEXT,
    day_start TEXT,
    day_end TEXT,
    place_id TEXT,
    killed_min INTEGER,
    body TEXT NOT NULL
);
CREATE INDEX incident_published ON incident (first_published);
CREATE INDEX incident_day ON incident (day_start, day_end);
CREATE INDEX incident_place ON incident (place_id);

CREATE TABLE incident_claim (
    claim_id TEXT PRIMARY KEY REFERENCES claim (id),
    incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX incident_claim_incident ON incident_claim (incident_id);

CREATE TABLE incident_act (
    incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    act TEXT NOT NULL,
    PRIMARY KEY (incident_id, act)
) WITHOUT ROWID;
CREATE INDEX incident_act_act ON incident_act (act);

CREATE TABLE assessment (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    truce_id TEXT NOT NULL,
    term_id TEXT NOT NULL,
    label TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX assessment_incident ON assessment (incident_id);
CREATE INDEX assessment_label ON assessment (label);

-- What could not be read and has not been read since; told once, by the first run that met it.
CREATE TABLE unread (
    position INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES run (id),
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (origin, reason)
);
CREATE INDEX unread_run ON unread (run_id);

CREATE TABLE decision (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX decision_subject ON decision (subject_id);

CREATE TRIGGER run_is_never_changed BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'runs are append-only'); END;
CREATE TRIGGER run_is_never_deleted BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'runs are append-only'); END;
-- INSERT OR REPLACE deletes the old row without asking the trigger above.
CREATE TRIGGER run_is_never_replaced BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'runs are append-only'); END;
CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_is_never_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id OR position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
