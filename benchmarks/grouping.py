"""What adding one report costs, in ledgers of 10,000, 100,000 and 1,000,000 made-up claims.

    python -m benchmarks.grouping                              # 10,000 and 100,000
    python -m benchmarks.grouping --sizes 10000 100000 1000000   # the last needs some gigabytes and an hour

A ledger grows as a war goes on: so many claims a day over more and more days. The ledger is filled to each size in
turn; then reports of its last day are added one by one, and finding copies, grouping and assessing is timed in the
process's own seconds, so that a busy machine counts less. What to look at is the ratio of the medians between sizes.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from trucewatch.grouping import Packs, group
from trucewatch.incidents import Telling
from trucewatch.incidents.candidates import block_keys
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.traits import traits_of
from trucewatch.ledger import Ledger, Placing, Reading, open_ledger
from trucewatch.model import Claim, Count, Day, Document, Found, Passage, PassageKind, Place, Run, Span, Stance
from trucewatch.model.ids import sha256_hex, short_id
from trucewatch.pipeline import load_packs
from trucewatch.reprints import find_reprints

NOW = datetime(2016, 5, 20, tzinfo=UTC)
RUN = Run("run-benchmark", "0", "none", "none", "benchmark", NOW)
BEGINNING = date(2000, 1, 1)
CLAIMS_A_DAY = 240
CLAIMS_A_REPORT = 8
CHUNK = 500
ADDED = 30
GROUPED_REPORTS = 150
ACTS = ("attack.air", "attack.shelling", "attack.clash", "kill", "territory.take", "meet", "aid.deliver", "detain")
ACTORS = (("unknown",), ("ru.forces",), ("sy.gov.forces",), ("sy.rebels",), ("is",))
TARGETS = (("civilians",), ("sy.rebels",), ("sy.gov.forces",), ())


class Generator:
    """Reports of made-up claims, as many a day as `CLAIMS_A_DAY` says."""

    def __init__(self, packs: Packs, seed: int) -> None:
        self._random = random.Random(seed)
        entries = [entry for entry in packs.conflict.gazetteer if entry.admin1 and entry.country == "sy"]
        self._places = [Place(entry.name, entry.id, entry.admin1, entry.country) for entry in entries]

    def reports(self, first: int, last: int) -> Iterator[Reading]:
        """Reports `first` to `last`, numbered from the beginning."""
        for number in range(first, last):
            yield self._report(number)

    def _report(self, number: int) -> Reading:
        day = BEGINNING + timedelta(days=number * CLAIMS_A_REPORT // CLAIMS_A_DAY)
        lines = [self._line(number, at) for at in range(CLAIMS_A_REPORT)]
        text = "\n".join(lines)
        document = Document(
            id=short_id("doc", "benchmark", number),
            outlet=f"outlet {number % 40}",
            title=lines[0][:60],
            text=text,
            passages=(Passage(PassageKind.BODY, Span(0, len(text))),),
            published=day,
            published_rule="made up",
            url=None,
            origin=f"benchmark:{number}",
            retrieved=NOW,
            language="en",
            text_sha256=sha256_hex(text),
            raw_sha256=sha256_hex(text),
            reader="benchmark",
        )
        claims, at = [], 0
        for line in lines:
            claims.append(self._claim(document.id, day, at, len(line)))
            at += len(line) + 1
        return Reading(document, tuple(claims), document.id)

    def _line(self, number: int, at: int) -> str:
        words = " ".join(f"word{self._random.randint(0, 30000)}" for _ in range(14))
        return f"Telling {at} of report {number}: {words}."

    def _claim(self, document: str, day: date, start: int, length: int) -> Claim:
        pick = self._random.choice
        words = (Span(start, start + 5),)
        told = day - timedelta(days=pick((0, 0, 1, 1, 2)))
        killed = pick((None, None, 1, 3, 8, 20))
        fields = {
            "act": Found(pick(ACTS), "made", words),
            "actor": Found(pick(ACTORS), "made", words),
            "target": Found(pick(TARGETS), "made", words),
            "place": Found(pick(self._places) if self._random.random() < 0.9 else None, "made", words),
            "day": Found(Day(told, told, "day") if self._random.random() < 0.8 else None, "made", words),
            "killed": Found(Count(killed, killed) if killed else None, "made", words),
        }
        return Claim(
            id=short_id("claim", document, start),
            digest=short_id("digest", document, start),
            document_id=document,
            sentence=Span(start, start + length),
            trigger=Span(start, start + 5),
            injured=Found(None, "made"),
            speakers=Found((), "made"),
            stance=Found(Stance.ASSERTED, "made", words),
            **fields,  # type: ignore[arg-type]
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="where the ledgers are made; a temporary folder without it")
    options = parser.parse_args()
    packs = load_packs("syria", ["syria-2016"])
    with tempfile.TemporaryDirectory(dir=options.folder) as folder, open_ledger(Path(folder) / "l.sqlite") as ledger:
        made, first = 0, 0.0
        for size in sorted(options.sizes):
            begun = time.process_time()
            fill(ledger, packs, made, size // CLAIMS_A_REPORT)
            filled = time.process_time() - begun
            made = size // CLAIMS_A_REPORT + ADDED
            costs = add(ledger, packs, size // CLAIMS_A_REPORT)
            median = statistics.median(costs)
            first = first or median
            print(
                f"{size:9,} claims: one report more {median * 1000:7.1f} ms (worst {max(costs) * 1000:.1f}), "
                f"{median / first:.2f} of the first; filled in {filled:.0f} s, {ledger.counts().incidents:,} incidents",
                flush=True,
            )


def fill(ledger: Ledger, packs: Packs, first: int, last: int) -> None:
    """Reports up to `last`. Those of the last days are grouped as they come; older ones are put in with their keys,
    each claim an incident of its own, as comparing them would take hours and change nothing for a report of today."""
    generator = Generator(packs, first)
    old = max(first, last - GROUPED_REPORTS)
    for start in range(first, old, CHUNK):
        readings = list(generator.reports(start, min(start + CHUNK, old)))
        ledger.add_documents(readings, RUN)
        find_reprints(ledger)
        ledger.place(_alone(readings, packs), RUN)
    ledger.add_documents(list(generator.reports(old, last)), RUN)
    find_reprints(ledger)
    group(ledger, packs, RUN)


def _alone(readings: Sequence[Reading], packs: Packs) -> Placing:
    told = [
        traits_of(Telling(claim, r.document.outlet, r.document.published, r.document.title, r.document.id, ""))
        for r in readings
        for claim in r.claims
    ]
    keys = {one.telling.claim.id: block_keys(one) for one in told}
    return Placing((), keys, {}, [build_incident([one], packs.conflict) for one in told], ())


def add(ledger: Ledger, packs: Packs, first: int) -> Sequence[float]:
    """Seconds that finding copies, grouping and assessing took for each of some more reports."""
    costs = []
    for reading in Generator(packs, -1).reports(first, first + ADDED):
        ledger.add_documents([reading], RUN)
        begun = time.process_time()
        find_reprints(ledger)
        group(ledger, packs, RUN)
        costs.append(time.process_time() - begun)
    return costs


if __name__ == "__main__":
    main()
