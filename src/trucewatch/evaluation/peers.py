"""The coder on the peers' own records: F1 of (source, target, type).

    python -m trucewatch.evaluation.peers petrarch FILE
    python -m trucewatch.evaluation.peers plover FILE

How it is scored. A record's gold events and the coder's are sets of (source, target, type), compared over all records:
precision, recall, F1; *cases exact* are records whose sets are alike. PETRARCH types are CAMEO roots (the first two
digits of the CAMEO recoding), PLOVER types those of version 0.8. A source or target is a country or body and a sector
(`USAGOV`: the first six letters of the gold's code); *countries alone* compares the first three. An event of the gold
that nothing of ours can mean (a statement, CAMEO 01) counts against us. A claim that a table maps to several roots
is right when the gold has one of them. Events without a source or a target are not written. Records without a CAMEO
recoding, or marked as not usable, are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from trucewatch.claims.code_document import code_reading
from trucewatch.claims.heads import load_weights
from trucewatch.claims.reading import read
from trucewatch.coding import parse_request
from trucewatch.documents import read_document
from trucewatch.evaluation.peer_codes import Event, events_of, peers_conflict
from trucewatch.language import load_parser, load_story_reader
from trucewatch.model import RawReport

Row = dict[str, Any]
Gold = frozenset[tuple[str, str, str]]
SAME = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "KUW": "KWT", "ZBW": "ZWE", "RHO": "ZWE", "SHR": "HOB"}
"""Codes of the sets that are not ISO's, and the Shire, whose people are the Hobbits."""
_BODIES = ("IGO", "NGO", "IMG")


@dataclass(slots=True)
class Counts:
    """Right, written and gold events, and records that are right as a whole."""

    right: int = 0
    written: int = 0
    gold: int = 0
    exact: int = 0
    records: int = 0
    types: dict[str, list[int]] = field(default_factory=dict)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.written + self.gold) if self.written + self.gold else 0.0

    def add(self, gold: Gold, written: Sequence[Event]) -> None:
        """One record. Each gold event is met once."""
        left = set(gold)
        right = 0
        for event in written:
            hit = next((g for g in sorted(left) if _meets(g, event)), None)
            if hit:
                left.remove(hit)
                right += 1
        self.right += right
        self.written += len(written)
        self.gold += len(gold)
        self.records += 1
        self.exact += right == len(written) == len(gold)
        for _, _, name in gold:
            self.types.setdefault(name, [0, 0])[1] += 1
        for _, _, name in gold - left:
            self.types[name][0] += 1

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.written), self.right / max(1, self.gold)
        exact = self.exact / max(1, self.records)
        return f"F1 {self.f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  cases exact {exact:.3f}"


def _meets(gold: tuple[str, str, str], event: Event) -> bool:
    return (gold[0], gold[1]) == (event.source, event.target) and gold[2] in event.codes


def party(code: str) -> str:
    """A gold code by country or body and sector: "SRBCVLalb" is SRBCVL, "IGOGOV" is IGO."""
    country, sector = SAME.get(code[:3], code[:3]), code[3:6].upper()
    return country if country in _BODIES else country + {"CIV": "CVL"}.get(sector, sector)


def petrarch_gold(row: Row) -> Gold | None:
    """The events of a PETRARCH record; None for one that is left out."""
    if not row["usable"] or "gold_cameo" not in row:
        return None
    return frozenset((party(e["source"]), party(e["target"]), e["code"][:2]) for e in row["gold_cameo"])


def plover_gold(row: Row) -> Gold:
    """The events of a PLOVER record, by the types of version 0.8."""
    return frozenset((party(e["source"]), party(e["target"]), row["event_v08"]) for e in row["gold"])


def countries(gold: Gold) -> Gold:
    return frozenset((source[:3], target[:3], name) for source, target, name in gold)


def of_countries(events: Sequence[Event]) -> list[Event]:
    return list(dict.fromkeys(replace(event, source=event.source[:3], target=event.target[:3]) for event in events))


def events_in(texts: Sequence[str], days: Sequence[date | None], scheme: str, asked: float) -> list[list[Event]]:
    """The events of each text; `asked` is the share of the learned threshold that an act's chance is to reach."""
    conflict = peers_conflict()
    documents = [
        read_document(RawReport(text.encode(), "text", "text", datetime(1970, 1, 1, tzinfo=UTC), published_given=day))
        for text, day in zip(texts, days, strict=True)
    ]
    parsed = load_parser().parse_many([parse_request(document) for document in documents])
    weights = load_weights()
    weights = replace(weights, act_threshold=weights.act_threshold * asked)
    found = []
    for document, sentences in zip(documents, parsed, strict=True):
        reading = read(document, sentences, conflict)
        if any(reading.candidates):
            vectors = load_story_reader().read([tree.sentence for tree in reading.trees])
            claims = code_reading(replace(reading, word_vectors=vectors), weights)
        else:
            claims = ()
        found.append(list(dict.fromkeys(event for claim in claims for event in events_of(claim, reading, scheme))))
    return found


def score(name: str, rows: Sequence[Row], asked: float = 1.0) -> tuple[Counts, Counts]:
    """The figures with sectors and by countries alone."""
    golds = [(row, petrarch_gold(row) if name == "petrarch" else plover_gold(row)) for row in rows]
    kept = [(row, gold) for row, gold in golds if gold is not None]
    days = [_day(row["date"]) for row, _ in kept]
    coded = events_in([row["text"] for row, _ in kept], days, "cameo" if name == "petrarch" else "plover", asked)
    whole, wide = Counts(), Counts()
    for (_, gold), events in zip(kept, coded, strict=True):
        whole.add(gold, events)
        wide.add(countries(gold), of_countries(events))
    return whole, wide


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=("petrarch", "plover"))
    parser.add_argument("data", type=Path)
    parser.add_argument("--asked", type=float, default=1.0, help="share of the learned threshold to ask of an act")
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    whole, wide = score(options.set, rows, options.asked)
    print(f"{whole.records} records, {whole.gold} events, {whole.written} written")
    print(f"(source, target, type)   {whole}")
    print(f"countries alone          {wide}")
    for name, (right, total) in sorted(wide.types.items(), key=lambda item: -item[1][1]):
        print(f"  {name:10} {right} of {total}, countries alone")


if __name__ == "__main__":
    main()
