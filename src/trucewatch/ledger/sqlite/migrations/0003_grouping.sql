-- What grouping rests on, so that a new report is compared with its neighbourhood and nothing else.

-- Claims that are in no web yet.
CREATE TABLE unplaced (
    claim_id TEXT PRIMARY KEY REFERENCES claim (id)
) WITHOUT ROWID;
INSERT INTO unplaced SELECT id FROM claim;

CREATE TABLE node (
    number INTEGER PRIMARY KEY,
    claim_id TEXT NOT NULL UNIQUE REFERENCES claim (id)
);

-- Hashes of what a claim is looked for by (kind of act, where, when); claims that share one are compared.
CREATE TABLE block (
    key INTEGER NOT NULL,
    number INTEGER NOT NULL REFERENCES node (number),
    PRIMARY KEY (key, number)
) WITHOUT ROWID;
CREATE INDEX block_number ON block (number);

-- Pairs that speak for one event, each in both directions; `margin` is how far their score lies above the line.
CREATE TABLE link (
    number INTEGER NOT NULL REFERENCES node (number),
    other INTEGER NOT NULL REFERENCES node (number),
    margin REAL NOT NULL,
    PRIMARY KEY (number, other)
) WITHOUT ROWID;

-- Ids that incidents had and lost: the incident that took most of its claims, or NULL where no claim is left.
CREATE TABLE former_incident (
    id TEXT PRIMARY KEY,
    became TEXT,
    run_id TEXT NOT NULL REFERENCES run (id)
) WITHOUT ROWID;
CREATE INDEX former_incident_became ON former_incident (became);

-- Reports that became copies of one another after their claims were grouped: their incidents are to be told anew.
CREATE TABLE retold (
    document_id TEXT PRIMARY KEY REFERENCES document (id)
) WITHOUT ROWID;

-- Reports that a person took out, and why; reading them again does not bring them back.
CREATE TABLE removed_document (
    id TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES run (id)
) WITHOUT ROWID;
CREATE TRIGGER removed_document_is_never_deleted BEFORE DELETE ON removed_document
BEGIN SELECT RAISE(ABORT, 'removals are append-only'); END;

-- `ruled` is the number of decisions that the incidents take account of.
INSERT INTO state (name, value) VALUES ('ruled', 0);
