"""Running the coder over a gold set and scoring it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from trucewatch.claims import code_document
from trucewatch.coding import parse_request
from trucewatch.documents import read_document
from trucewatch.evaluation.gold_files import Row, read_claims, read_documents
from trucewatch.evaluation.scoring import RIGHT_FIELDS, Tally, compare, is_right, match
from trucewatch.language import load_parser
from trucewatch.model import Claim, Document, RawReport
from trucewatch.model.codec import to_json
from trucewatch.model.ids import sha256_hex
from trucewatch.packs import load_conflict

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Gold reports are not retrieved from anywhere; the field must hold something that does not change."""


@dataclass(frozen=True, slots=True)
class ScoreReport:
    """The result of scoring.

    `figures` as `Tally.as_dict` gives them, `right` the number of right claims, the hash of both gold files, and a
    line on each claim that was missed, spurious or wrong.
    """

    figures: Mapping[str, Any]
    right: int
    corpus_sha256: str
    errors: tuple[str, ...]

    def as_json(self) -> str:
        return json.dumps({**self.figures, "right_claims": self.right, "corpus_sha256": self.corpus_sha256})

    def as_table(self, errors: int = 0) -> str:
        """A few lines for a terminal, with up to `errors` missed, spurious and wrong claims."""
        f = self.figures
        lines = [
            f"{f['documents']} documents, {f['gold']} gold claims, {f['predicted']} predicted, {self.right} right",
        ]
        for name in ("found", "right"):
            rate = f[name]
            lines.append(
                f"{name:6} precision {rate['precision']:.3f}  recall {rate['recall']:.3f}  f1 {rate['f1']:.3f}"
            )
        lines += [f"  {name:14} {value:.3f}" for name, value in f["fields_on_matched"].items()]
        return "\n".join([*lines, *self.errors[:errors]])


def documents_of(rows: Iterable[Row]) -> list[Document]:
    """Gold rows as documents whose text is their sentences joined by one space."""
    return [
        read_document(
            RawReport(
                content=json.dumps(row, ensure_ascii=False).encode(),
                media="json-text",
                origin=str(row["doc"]),
                retrieved=UNDATED,
                outlet=row.get("outlet"),
                title=row.get("title"),
                published=row.get("published"),
                sentences=tuple(row["sentences"]),
            )
        )
        for row in rows
    ]


def code_rows(rows: Sequence[Row], conflict_name: str) -> list[tuple[Document, tuple[Claim, ...]]]:
    """Code documents of a gold set, their sentences as given. Raises PackError and ModelMissingError."""
    conflict = load_conflict(conflict_name)
    documents = documents_of(rows)
    parsed = load_parser().parse_many([parse_request(document) for document in documents])
    return [(d, code_document(d, s, conflict)) for d, s in zip(documents, parsed, strict=True)]


def as_record(doc: str, document: Document, claim: Claim) -> Row:
    """A claim in the form that the gold's scorer takes: trigger as offsets into the text."""
    place = claim.place.value
    return {
        "doc": doc,
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "trigger": claim.trigger.of(document.text),
        "act": claim.act.value,
        "actor": list(claim.actor.value),
        "target": list(claim.target.value),
        "place": place.name if place else None,
        "day": to_json(claim.day.value),
        "killed": to_json(claim.killed.value),
        "injured": to_json(claim.injured.value),
        "speakers": list(claim.speakers.value),
        "stance": claim.stance.value.value,
    }


def score_gold(docs: Path, claims: Path, conflict: str = "syria") -> ScoreReport:
    """Code the documents of a gold set and score them against its claims. Raises GoldError, PackError."""
    rows = read_documents(docs)
    golds = read_claims(claims, rows)
    coded = zip(rows, code_rows(rows, conflict), strict=True)
    predicted = [as_record(row["doc"], document, claim) for row, (document, found) in coded for claim in found]
    tally, errors = tally_of(rows, golds, predicted)
    digest = sha256_hex(docs.read_bytes() + claims.read_bytes())
    return ScoreReport(tally.as_dict(), tally.right, digest, tuple(errors))


def tally_of(rows: Sequence[Row], golds: Sequence[Row], predicted: Sequence[Row]) -> tuple[Tally, list[str]]:
    """Records as `as_record` gives them against the gold's claims, and a line on each that is wrong."""
    tally = Tally()
    errors: list[str] = []
    for _, wanted, got in placed(rows, golds, predicted):
        tally.add(wanted, got)
        errors += _errors(wanted, got)
    return tally, errors


def placed(
    rows: Sequence[Row], golds: Sequence[Row], predicted: Sequence[Row]
) -> Iterator[tuple[Row, list[Row], list[Row]]]:
    """Each document with its gold and predicted claims, as `trucewatch.evaluation.scoring` compares them."""
    golds_of, predicted_of = _by_document(golds), _by_document(predicted)
    for row in rows:
        starts = _starts(row["sentences"])
        wanted = [_placed_gold(gold, row, starts) for gold in golds_of[row["doc"]]]
        yield row, wanted, [_placed(record, starts) for record in predicted_of[row["doc"]]]


def _by_document(records: Iterable[Row]) -> defaultdict[str, list[Row]]:
    by_document = defaultdict(list)
    for record in records:
        by_document[record["doc"]].append(record)
    return by_document


def _starts(sentences: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence) + 1
    return starts


def _placed(record: Row, starts: Sequence[int]) -> Row:
    number = bisect_right(starts, record["start"]) - 1
    return {**record, "sentence": number, "spans": [(record["start"], record["end"])]}


def _placed_gold(record: Row, row: Row, starts: Sequence[int]) -> Row:
    number = record["sentence"]
    sentence, trigger = row["sentences"][number], record["trigger"]
    spans, found = [], sentence.find(trigger)
    while found >= 0:
        spans.append((starts[number] + found, starts[number] + found + len(trigger)))
        found = sentence.find(trigger, found + 1)
    return {**record, "spans": spans}


def _errors(golds: Sequence[Row], records: Sequence[Row]) -> list[str]:
    pairs = match(golds, records)
    lines = []
    for gold, record in pairs:
        scores = compare(gold, record)
        if not is_right(scores):
            wrong = [name for name in RIGHT_FIELDS if scores[name] < 1]
            told = "; ".join(f"{n}: gold {gold[_key(n)]} got {record[_key(n)]}" for n in wrong)
            lines.append(f"WRONG {gold['doc']}[{gold['sentence']}] {gold['trigger']!r}: {told}")
    matched_gold = {id(gold) for gold, _ in pairs}
    matched = {id(record) for _, record in pairs}
    lines += [_line("MISSED", g) for g in golds if id(g) not in matched_gold]
    return lines + [_line("SPURIOUS", r) for r in records if id(r) not in matched]


def _key(name: str) -> str:
    return {"act_family": "act", "speaker": "speakers"}.get(name, name)


def _line(kind: str, record: Row) -> str:
    where = f"{record['doc']}[{record['sentence']}] {record['trigger']!r}"
    return f"{kind} {where} {record['act']} {record['actor']}->{record['target']}"
