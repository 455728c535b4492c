"""Batches of reports coded in this process or in several, in the order they came."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.model import RawReport
from trucewatch.packs import Conflict, load_conflict

if TYPE_CHECKING:
    from trucewatch.coding import CodedBatch

Batch = Sequence[RawReport]
BatchCoder = Callable[[Iterable[Batch]], Iterator["CodedBatch"]]
"""Codes batches one after the other and gives them back in the same order."""

BATCHES_AHEAD = 2
"""Batches given to each worker before the first is back: enough that none waits, few enough for memory."""


class WorkerError(Exception):
    """A worker process died; the message is one line for a person."""


def default_jobs() -> int:
    """As many worker processes as there are processors to use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batch_coder(conflict: Conflict, jobs: int = 1) -> BatchCoder:
    """A coder of batches; with more than one job it starts worker processes once there is a second batch."""

    def code(batches: Iterable[Batch]) -> Iterator[CodedBatch]:
        waiting = iter(batches)
        first = list(islice(waiting, BATCHES_AHEAD if jobs > 1 else 0))
        if len(first) > 1:
            return _code_in_workers(chain(first, waiting), conflict.folder, jobs)
        return _code_here(chain(first, waiting), conflict)

    return code


def _code_here(batches: Iterable[Batch], conflict: Conflict) -> Iterator[CodedBatch]:
    from trucewatch.coding import code_batch

    return (code_batch(batch, conflict) for batch in batches)


def _code_in_workers(batches: Iterable[Batch], conflict: Path, jobs: int) -> Iterator[CodedBatch]:
    # Spawned, not forked: a fork would copy the threads' locks of libraries that run threads of their own.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    under_way: deque[Future[CodedBatch]] = deque()
    try:
        for batch in batches:
            under_way.append(pool.submit(_code_in_worker, batch, conflict))
            if len(under_way) >= BATCHES_AHEAD * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool:
        raise WorkerError(
            "a worker process died, perhaps for want of memory; what was stored stays, and --jobs 1 needs less"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the program that began it, and see to it that it ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _code_in_worker(batch: Batch, conflict: Path) -> CodedBatch:
    from trucewatch.coding import code_batch

    return code_batch(batch, load_conflict(conflict))
