"""Running a truce file's worked examples: those in claims, and those in sentences, which are read like a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from trucewatch.coding import code_report
from trucewatch.model import RawReport
from trucewatch.packs import Conflict, load_conflict
from trucewatch.packs.truce_examples import Example
from trucewatch.packs.truce_loader import TruceFile
from trucewatch.truces.worked_examples import label_of_claims, label_of_report

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""`retrieved` of an example's report, which was fetched from nowhere."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example and the label that followed from it."""

    example: Example
    label: str

    @property
    def as_wanted(self) -> bool:
        return self.label == self.example.label


def run_examples(file: TruceFile, *, sentences: bool = True) -> tuple[Outcome, ...]:
    """Every example of a file, in its order; without `sentences` those that need no parser."""
    conflict = load_conflict(file.truce.conflict)
    wanted = [example for example in file.examples if sentences or example.claims]
    return tuple(Outcome(example, _label(example, file, conflict)) for example in wanted)


def _label(example: Example, file: TruceFile, conflict: Conflict) -> str:
    if example.sentence is None:
        return label_of_claims(example, file.truce, conflict)
    raw = RawReport(
        content=example.sentence.encode(),
        media="text",
        origin=f"{file.path.name}:{example.line}",
        retrieved=NEVER,
        outlet="example",
        published_given=example.published,
    )
    document, claims = code_report(raw, conflict)
    return label_of_report(document, claims, file.truce, conflict, example.term)
