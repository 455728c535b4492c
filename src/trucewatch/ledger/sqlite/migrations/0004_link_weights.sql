-- Digest of the weights that links were scored with; '' where the grouping is older than this column.
ALTER TABLE grouping_run ADD COLUMN weights TEXT NOT NULL DEFAULT '';

-- What points at a row that is taken out is looked for when it is; without these the whole table was read.
CREATE INDEX link_other ON link (other);
CREATE INDEX source_document ON source (document_id);
