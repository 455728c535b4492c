"""The coder on the peers' own records: F1 of (source, target, type).

    python -m trucewatch.evaluation.peers petrarch FILE
    python -m trucewatch.evaluation.peers plover FILE

How it is scored. A record's gold events and the coder's are sets of (source, target, type), compared over all records:
precision, recall, F1; *cases exact* are records whose sets are alike. PETRARCH types are CAMEO roots (the first two
digits of the CAMEO recoding), PLOVER types those of version 0.8. A source or target is a country or body and a sector
(`USAGOV`: the first six letters of the gold's code; bodies have none); *countries alone* compares the first three. An
event of the gold that nothing of ours can mean (a statement, CAMEO 01) counts against us. A claim that a table maps to
several roots is right when the gold has one of them. Events without a source or a target are not written. PETRARCH's
records are read in the wording that the CAMEO recoding is of; those without a recoding, or marked as not usable, are
left out. A PLOVER sentence that stands in the file once for each of its events is one record.

*The tables would allow* is the F1 if every event were written whose type some act of ours can mean and whose sides
are each the code of some noun phrase of the text, and no other: what is below it is the tables' cost (or no reader's
to find), what is above ours is the reading's. The list of reasons tells the same of each event missed.
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
from trucewatch.evaluation.peer_codes import Event, events_of_claims, peers_conflict
from trucewatch.evaluation.peer_losses import REASONS, Coded, bound, losses
from trucewatch.evaluation.peer_sides import BODIES
from trucewatch.language import load_parser, load_story_reader
from trucewatch.model import Claim, RawReport

Row = dict[str, Any]
Gold = frozenset[tuple[str, str, str]]
SAME = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "NZE": "NZL", "KUW": "KWT", "ZBW": "ZWE", "RHO": "ZWE", "SHR": "HOB"}
"""Codes of the sets that are not ISO's, and the Shire, whose people are the Hobbits."""
SCHEMES = {"petrarch": "cameo", "plover": "plover"}


@dataclass(frozen=True, slots=True)
class Record:
    """A text of a set with its day and its events."""

    text: str
    day: date | None
    gold: Gold


@dataclass(slots=True)
class Counts:
    """Right, written and gold events, and records that are right as a whole."""

    right: int = 0
    written: int = 0
    gold: int = 0
    exact: int = 0
    records: int = 0
    types: dict[str, list[int]] = field(default_factory=dict)
    """Right and all gold events of each type."""
    missed: list[Gold] = field(default_factory=list)
    """The gold events of each record that nothing written meets."""

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
        self.missed.append(frozenset(left))

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.written), self.right / max(1, self.gold)
        exact = self.exact / max(1, self.records)
        return f"F1 {self.f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  cases exact {exact:.3f}"


def _meets(gold: tuple[str, str, str], event: Event) -> bool:
    return (gold[0], gold[1]) == (event.source, event.target) and gold[2] in event.codes


def party(code: str) -> str:
    """A gold code by country or body and sector: "SRBCVLalb" is SRBCVL, "IGOGOV" is IGO."""
    country, sector = SAME.get(code[:3], code[:3]), code[3:6].upper()
    return country if country in BODIES else country + {"CIV": "CVL"}.get(sector, sector)


def petrarch_records(rows: Sequence[Row]) -> list[Record]:
    """The usable records with a CAMEO recoding, each in the wording that the recoding is of."""
    return [
        Record(row["text_cameo_variant"] or row["text"], _day(row["date"]), frozenset(
            (party(e["source"]), party(e["target"]), e["code"][:2]) for e in row["gold_cameo"]
        ))
        for row in rows if row["usable"] and "gold_cameo" in row
    ]  # fmt: skip


def plover_records(rows: Sequence[Row]) -> list[Record]:
    """The sentences with their events, by the types of version 0.8. A sentence that stands in the file once for each
    of its events is one record."""
    found: dict[str, Record] = {}
    for row in rows:
        gold = frozenset((party(e["source"]), party(e["target"]), row["event_v08"]) for e in row["gold"])
        text = row["text"].strip()
        before = found[text].gold if text in found else frozenset()
        found[text] = Record(text, _day(row["date"]), before | gold)
    return list(found.values())


def countries(gold: Gold) -> Gold:
    return frozenset((source[:3], target[:3], name) for source, target, name in gold)


def of_countries(events: Sequence[Event]) -> list[Event]:
    return list(dict.fromkeys(replace(event, source=event.source[:3], target=event.target[:3]) for event in events))


def code_texts(texts: Sequence[str], days: Sequence[date | None], scheme: str, asked: float) -> list[Coded]:
    """Each text as the coder has it; `asked` is the share of the learned threshold that an act's chance is to reach."""
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
        claims: tuple[Claim, ...] = ()
        if any(reading.candidates):
            vectors = load_story_reader().read([tree.sentence for tree in reading.trees])
            claims = code_reading(replace(reading, word_vectors=vectors), weights)
        found.append(Coded(reading, claims, events_of_claims(claims, reading, scheme)))
    return found


def records_of(name: str, rows: Sequence[Row]) -> list[Record]:
    """The records of a set that count."""
    return petrarch_records(rows) if name == "petrarch" else plover_records(rows)


def score(records: Sequence[Record], coded: Sequence[Coded]) -> tuple[Counts, Counts]:
    """The figures with sectors and by countries alone."""
    whole, wide = Counts(), Counts()
    for record, one in zip(records, coded, strict=True):
        whole.add(record.gold, one.events)
        wide.add(countries(record.gold), of_countries(one.events))
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
        records = records_of(options.set, [json.loads(line) for line in stream])
    scheme = SCHEMES[options.set]
    coded = code_texts([record.text for record in records], [record.day for record in records], scheme, options.asked)
    whole, wide = score(records, coded)
    print(f"{whole.records} records, {whole.gold} events, {whole.written} written")
    print(f"(source, target, type)   {whole}")
    print(f"countries alone          {wide}")
    golds = [record.gold for record in records]
    print(f"the tables would allow   F1 {bound(golds, coded, scheme):.3f} with sectors")
    for name, (right, total) in sorted(wide.types.items(), key=lambda item: -item[1][1]):
        print(f"  {name:10} {right} of {total}, countries alone")
    lost = losses(whole.missed, coded, scheme)
    print(f"missed: {sum(lost.values())} of {whole.gold}")
    for reason, meaning in REASONS.items():
        print(f"  {lost[reason]:4}  {reason:12} {meaning}")


if __name__ == "__main__":
    main()
