"""Sentences a second of the whole way (intake, documents, parse, claims) against the bare parse of the same text.

    python benchmarks/throughput.py                     # the sample reports that ship with the program
    python benchmarks/throughput.py reports.jsonl.gz    # or any files and folders that `trucewatch read` takes

Both are timed in one run, in one process and one thread (OPENBLAS_NUM_THREADS=1), batch by batch in turn, by processor
time, so that a busy machine slows both alike. Sentences a second depend on the machine; their ratio is the figure to
compare between versions.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import trucewatch
from trucewatch.coding import CODED_LANGUAGE, Coded, code_batch, code_text, parse_request
from trucewatch.intake import IntakeOptions, read_sources
from trucewatch.language import load_parser
from trucewatch.model import RawReport, Unread
from trucewatch.packs import Conflict, load_conflict
from trucewatch.pipeline import BATCH

SAMPLES = Path(trucewatch.__file__).parent / "samples"
BUNDLED = ((SAMPLES / "syria-2016", "syria"), (SAMPLES / "yemen-2022", "yemen"))
WARM_UP = "The first report costs what is loaded on first use, an official said on Monday."


@dataclass
class Timing:
    """Processor seconds of both ways over the same reports."""

    reports: int = 0
    sentences: int = 0
    claims: int = 0
    whole: float = 0.0
    parse: float = 0.0

    def lines(self) -> list[str]:
        return [
            f"{self.reports} reports, {self.sentences} sentences, {self.claims} claims",
            f"whole way   {self.sentences / self.whole:8.1f} sentences/s   {self.whole:7.2f} s",
            f"bare parse  {self.sentences / self.parse:8.1f} sentences/s   {self.parse:7.2f} s",
            f"ratio       {self.parse / self.whole:8.2f}   (1 would be: nothing but the parse costs time)",
        ]


def main() -> None:
    options = _options()
    sources = [(path, options.conflict) for path in options.paths] or BUNDLED
    begun = time.process_time()
    parser = load_parser()
    conflicts = {name: load_conflict(name) for _, name in sources}
    for name in conflicts:
        code_text(WARM_UP, conflict=name)
    timing = Timing()
    loaded = time.process_time() - begun
    for path, conflict in sources:
        _measure(path, conflicts[conflict], timing)
    if not timing.sentences:
        raise SystemExit("there is no report to measure with")
    print(f"{parser.name}; loaded in {loaded:.2f} s", *timing.lines(), sep="\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="files and folders; the bundled samples when none")
    parser.add_argument("--conflict", default="syria", help="the conflict's pack for PATHS")
    return parser.parse_args()


def _measure(path: Path, conflict: Conflict, timing: Timing) -> None:
    found = read_sources([path], IntakeOptions(now=datetime.now(UTC)))
    while True:
        begun = time.process_time()
        batch = list(islice(found, BATCH))
        coded = code_batch([item for item in batch if isinstance(item, RawReport)], conflict).outcomes
        whole = time.process_time() - begun
        if not batch:
            return
        _complain(batch)
        _add(timing, [outcome for outcome in coded if isinstance(outcome, Coded)], whole)


def _complain(batch: Sequence[RawReport | Unread]) -> None:
    for item in batch:
        if isinstance(item, Unread):
            print(f"{item.origin}: {item.reason}")


def _add(timing: Timing, coded: Sequence[Coded], whole: float) -> None:
    documents = [outcome.document for outcome in coded]
    requests = [parse_request(document) for document in documents if document.language == CODED_LANGUAGE]
    begun = time.process_time()
    sentences = load_parser().parse_many(requests)
    timing.parse += time.process_time() - begun
    timing.whole += whole
    timing.reports += len(coded)
    timing.sentences += sum(map(len, sentences))
    timing.claims += sum(len(outcome.claims) for outcome in coded)


if __name__ == "__main__":
    main()
