-- What each report is recognised by when it comes again, and which reports repeat each other.

-- Reports that were not looked at for copies yet.
CREATE TABLE undigested (
    document_id TEXT PRIMARY KEY REFERENCES document (id)
) WITHOUT ROWID;
INSERT INTO undigested SELECT id FROM document;

-- `copies` is the lowest number of the reports that are one text; reports joined later take the lower one.
CREATE TABLE digest (
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE REFERENCES document (id),
    words INTEGER NOT NULL,
    copies INTEGER NOT NULL
);
CREATE INDEX digest_copies ON digest (copies);

CREATE TABLE digest_hash (
    hash INTEGER NOT NULL,
    number INTEGER NOT NULL REFERENCES digest (number),
    PRIMARY KEY (hash, number)
) WITHOUT ROWID;

CREATE TABLE reprint (
    first TEXT NOT NULL REFERENCES document (id),
    second TEXT NOT NULL REFERENCES document (id),
    kind TEXT NOT NULL,
    share REAL NOT NULL,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX reprint_second ON reprint (second);
