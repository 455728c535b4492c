"""Copies found among 20,000 made-up reports: half of them originals, half copies of five kinds.

    python -m benchmarks.reprints                # 20,000 reports
    python -m benchmarks.reprints --reports 2000

Reads them into a ledger in a temporary folder in a shuffled order, as `trucewatch read` does, and reports for each
kind the share of copies that stand with their original, the pairs found that are none, and the time a report took.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.synthetic_reports import COPIES, Newsroom
from trucewatch.documents import read_document
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import RawReport, ReprintKind, Run
from trucewatch.reprints import find_reprints

NOW = datetime(2016, 5, 20, tzinfo=UTC)
RUN = Run("run-benchmark", "0", "none", "none", "benchmark", NOW)
CHUNK = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    reports = made(options.reports, options.seed)
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.sqlite") as ledger:
        begun = time.perf_counter()
        ids = read(ledger, reports)
        took = time.perf_counter() - begun
        print("\n".join(lines(ledger, ids, took)))


def made(number: int, seed: int) -> list[tuple[str, str]]:
    """(key, text): "17" is an original, "17 spun" its copy; shuffled."""
    newsroom = Newsroom(seed)
    reports = []
    for at in range(number // 2):
        original = newsroom.report()
        kind = COPIES[at % len(COPIES)]
        reports.append((str(at), " ".join(original)))
        reports.append((f"{at} {kind}", " ".join(getattr(newsroom, kind)(original))))
    random.Random(seed).shuffle(reports)
    return reports


def read(ledger: Ledger, reports: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The document's id of each key."""
    ids = {}
    for start in range(0, len(reports), CHUNK):
        readings = []
        for key, text in reports[start : start + CHUNK]:
            document = read_document(RawReport(text.encode(), "text", key, NOW, outlet=f"outlet {key}"))
            ids[key] = document.id
            readings.append(Reading(document, (), key))
        ledger.add_documents(readings, RUN)
        find_reprints(ledger)
    return ids


def lines(ledger: Ledger, ids: dict[str, str], took: float) -> list[str]:
    copies = [key for key in ids if " " in key]
    groups = ledger.copy_groups(list(ids.values()))
    asked, found = Counter(), Counter()
    for key in copies:
        original, kind = key.split()
        asked[kind] += 1
        found[kind] += groups[ids[key]] == groups[ids[original]]
    key_of = {id: key for key, id in ids.items()}
    pairs = [pair for pair in ledger.reprints() if pair.kind is not ReprintKind.PASSAGES]
    wrong = sum(key_of[pair.first].split()[0] != key_of[pair.second].split()[0] for pair in pairs)
    told = [f"{kind:24} {found[kind]:6} of {asked[kind]:6}   {found[kind] / asked[kind]:.4f}" for kind in COPIES]
    total = f"{'all copies':24} {sum(found.values()):6} of {len(copies):6}   {sum(found.values()) / len(copies):.4f}"
    speed = f"{took / len(ids) * 1000:.2f} ms a report, reading and storing it included"
    return [f"{len(ids)} reports", *told, total, f"pairs that are none       {wrong} of {len(pairs)}", speed]


if __name__ == "__main__":
    main()
