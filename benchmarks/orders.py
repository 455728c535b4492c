"""Whether the reports of a workspace give the same incidents, with the same ids, in whatever order they are read.

    python -m benchmarks.orders WORKSPACE                # all of its reports
    python -m benchmarks.orders WORKSPACE --reports 300

The claims are those that the workspace holds; nothing is coded anew and nothing is written to it. They go into three
ledgers of their own: in one go, shuffled and in portions of forty, shuffled otherwise and in portions of seven.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from trucewatch.grouping import Packs, group
from trucewatch.ledger import IncidentEntry, Reading, open_ledger
from trucewatch.model import Run
from trucewatch.pipeline import load_packs
from trucewatch.reprints import find_reprints
from trucewatch.workspace import load_workspace

PORTIONS = (None, 40, 7)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--reports", type=int)
    options = parser.parse_args()
    workspace = load_workspace(options.workspace)
    packs = load_packs(workspace.conflict, workspace.truces)
    with workspace.open_ledger(read_only=True) as ledger:
        readings = list(islice(ledger.readings(), options.reports))
    found = []
    for seed, portion in enumerate(PORTIONS):
        shuffled = list(readings)
        random.Random(seed).shuffle(shuffled)
        begun = time.process_time()
        found.append(grouped(shuffled, portion or len(readings), packs))
        print(
            f"{len(readings)} reports in portions of {portion or len(readings)}: {len(found[-1]):,} incidents, "
            f"{time.process_time() - begun:.0f} s; the same as the first: {found[-1] == found[0]}",
            flush=True,
        )


def grouped(readings: Sequence[Reading], portion: int, packs: Packs) -> tuple[IncidentEntry, ...]:
    """The incidents of reports read in this order, so many at once."""
    run = Run("run-benchmark", "0", packs.digest, "none", "benchmark", datetime(2000, 1, 1, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.sqlite") as ledger:
        for start in range(0, len(readings), portion):
            ledger.add_documents(readings[start : start + portion], run)
            find_reprints(ledger)
            group(ledger, packs, run)
        return ledger.incidents()


if __name__ == "__main__":
    main()
