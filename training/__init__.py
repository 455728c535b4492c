"""Makes the shipped language model from treebanks; nothing here is needed to run trucewatch."""
