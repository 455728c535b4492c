"""A ledger's past: very many made-up reports put in at once, with what reading and grouping would have left of them.

Reading a million claims takes hours and says nothing of what one more report costs. So a few hundred reports are made
as nouns, and their rows are written again and again under other ids and days: reports, claims, what they are recognised
and looked for by, and incidents. Each old claim is an incident of its own.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.synthetic_claims import REPORTS_A_DAY, TODAY, Generator, When
from trucewatch.documents.digests import KEPT_NAME_RUNS, KEPT_WORD_RUNS
from trucewatch.incidents import Telling
from trucewatch.incidents.candidates import block_keys
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.ledger import Reading
from trucewatch.ledger.sqlite.rows import Row, claim_row, document_row, incident_row
from trucewatch.model import Document, Run
from trucewatch.model.ids import short_id
from trucewatch.packs import Conflict

PATTERNS = 400
CHUNK = 2000
HASHES = KEPT_WORD_RUNS + KEPT_NAME_RUNS


@dataclass(frozen=True, slots=True)
class _Claim:
    when: When
    traits: Traits
    row: Row
    incident_id: str
    incident_row: Row


@dataclass(frozen=True, slots=True)
class _Pattern:
    document: Document
    row: Row
    claims: tuple[_Claim, ...]


def add_old_reports(ledger: Path, conflict: Conflict, run: Run, first: int, last: int) -> None:
    """Reports `first` to `last` of the past, counted back from today; the ledger must be open nowhere else."""
    patterns = [_pattern(*told, conflict, run) for told in Generator(conflict, 7).reports(PATTERNS)]
    connection = sqlite3.connect(ledger, isolation_level=None)
    connection.execute("PRAGMA cache_size = -600000")
    connection.execute("PRAGMA synchronous = OFF")
    indexes = _drop_indexes(connection)
    try:
        for start in range(first, last, CHUNK):
            _add(connection, patterns, start, min(start + CHUNK, last))
    finally:
        for sql in indexes:
            connection.execute(sql)
        connection.close()


def _drop_indexes(connection: sqlite3.Connection) -> list[str]:
    """Indexes are built faster at the end; the statements that make them again."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def _pattern(reading: Reading, whens: Iterable[When], conflict: Conflict, run: Run) -> _Pattern:
    document, claims = reading.document, reading.claims
    made = []
    for claim, when in zip(claims, whens, strict=True):
        words = claim.sentence.of(document.text)
        telling = Telling(claim, document.outlet, document.published, document.title, document.id, words)
        traits = traits_of(telling)
        incident = build_incident([traits], conflict)
        made.append(_Claim(when, traits, claim_row(claim), incident.id, incident_row(incident, None, None)))
    return _Pattern(document, document_row(document, run), tuple(made))


class _Rows:
    """The rows of a chunk, table by table."""

    def __init__(self) -> None:
        self.of: dict[str, list[Row]] = {}

    def add(self, table: str, *row: object) -> None:
        self.of.setdefault(table, []).append(row)


def _add(connection: sqlite3.Connection, patterns: list[_Pattern], first: int, last: int) -> None:
    digest = connection.execute("SELECT coalesce(max(number), 0) FROM digest").fetchone()[0]
    node = connection.execute("SELECT coalesce(max(number), 0) FROM node").fetchone()[0]
    chance = random.Random(first)
    rows = _Rows()
    for number in range(first, last):
        digest += 1
        document = short_id("doc", "old", number)
        published = TODAY - timedelta(days=number // REPORTS_A_DAY)
        pattern = patterns[chance.randrange(PATTERNS)]
        _document_rows(rows, pattern, document, published, digest, chance)
        for claim in pattern.claims:
            node += 1
            _claim_rows(rows, claim, document, published, node)
    connection.execute("BEGIN")
    for table, found in rows.of.items():
        marks = ", ".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", sorted(found, key=_key))
    connection.execute("COMMIT")


def _key(row: Row) -> Row:
    return row[:2]


def _document_rows(
    rows: _Rows, pattern: _Pattern, id: str, published: date, digest: int, chance: random.Random
) -> None:
    old = pattern.document
    _, run_id, outlet, day, url, text, raw, body = pattern.row
    body = body.replace(old.id, id).replace(str(day), published.isoformat())
    rows.add("document", id, run_id, outlet, published.isoformat(), url, text, raw, body)
    rows.add("source", id, id)
    rows.add("digest", digest, id, len(old.text) // 6, digest)
    for hash in {chance.getrandbits(64) - 2**63 for _ in range(HASHES)}:
        rows.add("digest_hash", hash, digest)


def _claim_rows(rows: _Rows, pattern: _Claim, document: str, published: date, node: int) -> None:
    old = pattern.traits.telling
    id, digest = short_id("claim", document, node), short_id("digest", document, node)
    incident = short_id("incident", id)
    day = pattern.when.told(published)
    claim = replace(old.claim, id=id, digest=digest, document_id=document, day=replace(old.claim.day, value=day))
    _, _, _, start, end, act, stance, place, _, _, killed, body = pattern.row
    first, last = (day.start.isoformat(), day.end.isoformat()) if day else (None, None)
    for before, now in ((old.claim.id, id), (old.claim.digest, digest), (old.document_id, document)):
        body = body.replace(before, now)
    if old.claim.day.value and first:
        body = body.replace(old.claim.day.value.start.isoformat(), first)
    rows.add("claim", id, document, digest, start, end, act, stance, place, first, last, killed, body)
    told = replace(old, claim=claim, published=published, document_id=document)
    window = (day.start, day.end) if day else (published - timedelta(days=3), published)
    rows.add("node", node, id)
    for key in block_keys(replace(pattern.traits, telling=told, day=day, window=window)):
        rows.add("block", key, node)
    told_incident = pattern.incident_row[-1].replace(pattern.incident_id, incident).replace(old.claim.id, id)
    reported = published.isoformat()
    rows.add("incident", incident, reported, reported, first, last, place, killed, told_incident)
    rows.add("incident_claim", id, incident)
    rows.add("incident_act", incident, act)
