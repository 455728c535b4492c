"""spaCy's small pipeline, trained on the treebanks ours learned from and measured beside it."""
