"""How the shipped networks are run."""

from __future__ import annotations

from pathlib import Path

import onnxruntime


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """A network on the processor, with as many threads as given for one call; the caller's own come on top."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # it would keep for good what the largest batch took
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
