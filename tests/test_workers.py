"""Batches in this process and in others: the same answers in the same order."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trucewatch.coding import Coded
from trucewatch.model import RawReport
from trucewatch.packs import load_conflict
from trucewatch.workers import batch_coder, default_jobs

TEXTS = ("Warplanes bombed a market in Idlib.", "Rebels shelled Aleppo on Monday.", "The talks went on.", "")


def batches() -> list[list[RawReport]]:
    now = datetime(2016, 5, 20, tzinfo=UTC)
    return [[RawReport(text.encode(), "text", f"{at}.txt", now)] for at, text in enumerate(TEXTS)]


def test_workers_give_what_this_process_gives() -> None:
    conflict = load_conflict("syria")
    here = list(batch_coder(conflict, 1)(batches()))
    assert list(batch_coder(conflict, 2)(batches())) == here
    assert [isinstance(outcome, Coded) for coded in here for outcome in coded.outcomes] == [True, True, True, False]


def test_there_is_at_least_one_job() -> None:
    assert default_jobs() >= 1


READING = """
import os, sys, time
from tests.test_workers import batches
from trucewatch.packs import load_conflict
from trucewatch.workers import batch_coder
if __name__ == "__main__":
    import multiprocessing
    for coded in batch_coder(load_conflict("syria"), 2)(batches() * 1000):
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_workers_end_when_the_program_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "reading.py"
    script.write_text(READING)
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root, env=environment) as process:
        assert process.stdout is not None
        try:
            workers = process.stdout.readline().split()
        finally:
            process.kill()
    assert len(workers) == 2
    deadline = time.monotonic() + 60
    while any(_is_running(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(_is_running(worker) for worker in workers)


def _is_running(process_id: str) -> bool:
    try:
        return "\nState:\tZ" not in Path("/proc", process_id, "status").read_text()
    except FileNotFoundError:
        return False
