"""Coded reports as the coder reads them: documents parsed as split, gold claims laid on candidates."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from trucewatch.claims.reading import Reading, read
from trucewatch.claims.triggers import Candidate
from trucewatch.documents import read_document
from trucewatch.language import Parser
from trucewatch.language.interface import ParseRequest, Sentence
from trucewatch.model import RawReport, Span
from trucewatch.packs import load_conflict

Gold = dict[str, Any]
CACHE = Path(__file__).parents[1] / ".cache" / "trees"


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report and its gold claims; `of_candidate` gives for each (sentence, token) the claim told there."""

    name: str
    reading: Reading
    golds: tuple[Gold, ...]
    of_candidate: dict[tuple[int, int], Gold]
    part_of_trigger: frozenset[tuple[int, int]]


def load(docs: Path, claims: Path, parser: Parser) -> list[CodedReport]:
    """Read and parse a gold set. Gold claims whose trigger holds no candidate are in `golds` only."""
    return lay(rows_of(docs), rows_of(claims), parser)


def rows_of(path: Path) -> list[Gold]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def lay(rows: Sequence[Gold], claims: Iterable[Gold], parser: Parser) -> list[CodedReport]:
    """Reports and claims in the gold's form, parsed; a report may name its `conflict`, else it is Syria's."""
    by_doc: dict[str, list[Gold]] = {}
    for claim in claims:
        by_doc.setdefault(claim["doc"], []).append(claim)
    documents = [read_document(_raw(row)) for row in rows]
    requests = [
        ParseRequest(d.text, tuple((p.span.start, p.span.end) for p in d.passages), presplit=True) for d in documents
    ]
    parsed = _parsed_once(parser, requests)
    packs = [load_conflict(row.get("conflict", "syria")) for row in rows]
    readings = [read(d, s, pack) for d, s, pack in zip(documents, parsed, packs, strict=True)]
    return [_lay(row, reading, by_doc.get(row["doc"], [])) for row, reading in zip(rows, readings, strict=True)]


def _parsed_once(parser: Parser, requests: Sequence[ParseRequest]) -> list[list[Sentence]]:
    """Trees from the cache where this parser has read these texts before: a fit takes minutes, parsing more."""
    key = hashlib.sha256(repr((parser.name, requests)).encode()).hexdigest()[:16]
    path = CACHE / f"trees-{key}.pickle"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        parsed = [
            sentences
            for start in range(0, len(requests), 16)
            for sentences in parser.parse_many(requests[start : start + 16])
        ]
        path.write_bytes(pickle.dumps(parsed))
    trees: list[list[Sentence]] = pickle.loads(path.read_bytes())
    return trees


def _raw(row: Gold) -> RawReport:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    content = json.dumps(row).encode()
    return RawReport(
        content, "json-text", row["doc"], now, row["outlet"], row["title"], row["published"],
        sentences=tuple(row["sentences"]), published_given=date.fromisoformat(row["published"]),
    )  # fmt: skip


def _lay(row: Gold, reading: Reading, golds: Sequence[Gold]) -> CodedReport:
    starts, at = [], 0
    for sentence in row["sentences"]:
        starts.append(at)
        at += len(sentence) + 1
    tree_at = {tree.span.start: number for number, tree in enumerate(reading.trees)}
    of_candidate: dict[tuple[int, int], Gold] = {}
    parts: set[tuple[int, int]] = set()
    for gold in golds:
        number = _tree_of(
            reading, starts[gold["sentence"]], starts[gold["sentence"]] + len(row["sentences"][gold["sentence"]])
        )
        if number is None:
            continue
        inside = _candidates_in(reading, number, gold["trigger"])
        parts.update((number, c.token) for c in inside)
        free = [c for c in inside if (number, c.token) not in of_candidate]
        if free:
            of_candidate[number, _governing(reading, number, free, gold["act"]).token] = gold
    assert tree_at
    return CodedReport(row["doc"], reading, tuple(golds), of_candidate, frozenset(parts))


def _tree_of(reading: Reading, start: int, end: int) -> int | None:
    return next((n for n, tree in enumerate(reading.trees) if start <= tree.span.start < end), None)


def _candidates_in(reading: Reading, number: int, trigger: str) -> list[Candidate]:
    """Candidates whose word stands in the trigger; where the trigger stands twice, the first that has any."""
    tree = reading.trees[number]
    text = reading.document.text
    at = text.find(trigger, tree.span.start, tree.span.end)
    while at >= 0:
        span = Span(at, at + len(trigger))
        inside = [c for c in reading.candidates[number] if tree.token_span(c.token).overlaps(span)]
        if inside:
            return inside
        at = text.find(trigger, at + 1, tree.span.end)
    return []


def _governing(reading: Reading, number: int, candidates: Iterable[Candidate], act: str) -> Candidate:
    """The candidate that the others of the trigger hang on; of equals the one that a pattern gives this act."""
    tree = reading.trees[number]

    def depth(candidate: Candidate) -> tuple[int, bool, int]:
        return (sum(1 for _ in tree.ancestors(candidate.token)), act not in candidate.acts, candidate.token)

    return min(candidates, key=depth)
