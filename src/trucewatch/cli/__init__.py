"""The command line: one file a command, each only asking and printing."""
