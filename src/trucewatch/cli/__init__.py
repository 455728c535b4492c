"""The command line: one file a command, each only asking and printing."""

import os

# The products of the claims room are small: a second thread of numpy's library takes a third of the processor to wait
# for the first. It reads the number once, when numpy is first imported; worker processes inherit it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
