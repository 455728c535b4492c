"""What adding one report costs, in ledgers of 10,000, 100,000 and 1,000,000 made-up claims.

    python -m benchmarks.grouping                        # 10,000 and 100,000
    python -m benchmarks.grouping --sizes 10000 1000000  # the last needs 7 gigabytes and some ten minutes

The last five days are read and grouped as they would be, then ledgers of growing size are made of them by putting in
ever more of the past (`old_reports.py`). At each size the same reports of today are added one by one, each the whole
way from storing it to assessing its incidents, and taken out again. Timed are the process's own seconds, so that a busy
machine counts less. What to look at is the ratio of median and of mean between sizes.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.old_reports import add_old_reports
from benchmarks.synthetic_claims import CLAIMS_A_REPORT, NOW, REPORTS_A_DAY, Generator
from trucewatch.grouping import Packs, group, remove_report
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import Run
from trucewatch.pipeline import load_packs
from trucewatch.reprints import find_reprints

LAST_DAYS = 5
ADDED = 10


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds that each report took to add, and to take out."""

    added: tuple[float, ...]
    removed: tuple[float, ...]

    def told(self, first: Costs) -> str:
        parts = []
        for name, own, base in (("added", self.added, first.added), ("taken out", self.removed, first.removed)):
            median, mean = statistics.median(own), statistics.mean(own)
            parts.append(
                f"{name} median {median * 1000:.0f} ms ({median / statistics.median(base):.2f} of the first), "
                f"mean {mean * 1000:.0f} ms ({mean / statistics.mean(base):.2f}), worst {max(own) * 1000:.0f} ms"
            )
        return "; ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="where the ledger is made; a temporary folder without it")
    options = parser.parse_args()
    packs = load_packs("syria", ["syria-2016"])
    run = Run("run-benchmark", "0", packs.digest, "none", "benchmark", NOW)
    recent = LAST_DAYS * REPORTS_A_DAY
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path, put_in = Path(folder) / "ledger.sqlite", recent
        first: Costs | None = None
        with open_ledger(path) as ledger:
            ledger.add_documents([reading for reading, _ in Generator(packs.conflict, 1).reports(recent)], run)
            find_reprints(ledger)
            group(ledger, packs, run)
        for size in sorted(options.sizes):
            begun = time.process_time()
            add_old_reports(path, packs.conflict, run, put_in, size // CLAIMS_A_REPORT)
            put_in = size // CLAIMS_A_REPORT
            filled = time.process_time() - begun
            with open_ledger(path) as ledger:
                costs = measured(ledger, packs, run, size)
                first = first or costs
                print(f"{ledger.counts().claims:9,} claims, put in in {filled:.0f} s: {costs.told(first)}", flush=True)


def measured(ledger: Ledger, packs: Packs, run: Run, size: int) -> Costs:
    """What reports of today cost; the same ones at each size, under other ids."""
    readings = [reading for reading, _ in Generator(packs.conflict, 2, f"{size}").reports(ADDED)]
    added = tuple(timed(ledger, packs, run, reading) for reading in readings)
    removed = []
    for reading in readings:
        begun = time.process_time()
        remove_report(ledger, packs, reading.document.id, "made up", run)
        removed.append(time.process_time() - begun)
    return Costs(added, tuple(removed))


def timed(ledger: Ledger, packs: Packs, run: Run, reading: Reading) -> float:
    begun = time.process_time()
    ledger.add_documents([reading], run)
    find_reprints(ledger)
    group(ledger, packs, run)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
