-- What a report is recognised by is found from the report too: without this, all hashes of the ledger were read twice
-- for every report that is taken out.
CREATE INDEX digest_hash_number ON digest_hash (number);
