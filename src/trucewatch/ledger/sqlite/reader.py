"""The questions that a ledger answers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from trucewatch.ledger.interface import (
    AmbiguousId,
    Counts,
    IncidentEntry,
    IncidentQuery,
    Kind,
    Reading,
    Reference,
    UnknownId,
)
from trucewatch.ledger.sqlite.connection import connect, plain_errors
from trucewatch.ledger.sqlite.queries import ENTRY_COLUMNS, NEWEST_FIRST, incident_query
from trucewatch.ledger.sqlite.rows import Row, day_of, entry_of, noun_of
from trucewatch.model import Assessment, Claim, Decision, Document, Run, Unread

T = TypeVar("T")

AFTER_ALL_IDS = "\uffff"  # sorts behind every character that an id is written with
EXAMPLES = 3


class SqliteReader:
    """The reading half of a ledger in one SQLite file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        self._connection = connect(path, read_only=read_only)

    @property
    def path(self) -> Path:
        return self._path

    def _rows(self, sql: str, *values: object) -> Iterator[Row]:
        with plain_errors(self._path):
            cursor: sqlite3.Cursor = self._connection.execute(sql, values)
            yield from cursor

    def _row(self, sql: str, *values: object) -> Row | None:
        return next(self._rows(f"{sql} LIMIT 1", *values), None)

    def _nouns(self, kind: type[T], sql: str, *values: object) -> Iterator[T]:
        return (noun_of(kind, body) for (body,) in self._rows(sql, *values))

    # What is known already

    def known_sources(self, source_keys: Collection[str]) -> frozenset[str]:
        return self._those_stored("SELECT key FROM source WHERE key IN (SELECT value FROM json_each(?))", source_keys)

    def known_documents(self, document_ids: Collection[str]) -> frozenset[str]:
        return self._those_stored("SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))", document_ids)

    def _those_stored(self, sql: str, ids: Collection[str]) -> frozenset[str]:
        return frozenset(found for (found,) in self._rows(sql, json.dumps(list(ids))))

    def claims_version(self) -> int:
        return self._counter("claims")

    def grouping_stale(self) -> bool:
        return self._counter("claims") != self._counter("grouped")

    def grouping_run(self) -> Run | None:
        return next(self._nouns(Run, "SELECT body FROM run JOIN grouping_run ON run_id = id"), None)

    def grouping_weights(self) -> str:
        row = self._row("SELECT weights FROM grouping_run")
        return "" if row is None else str(row[0])

    def _counter(self, name: str) -> int:
        (value,) = next(self._rows("SELECT value FROM state WHERE name = ?", name))
        return int(value)

    # One noun by id or prefix

    def resolve(self, prefix: str) -> Reference:
        found = [Reference(kind, id) for kind in Kind for id in self._ids(kind, prefix)]
        if not found and self._row("SELECT 1 FROM former_incident WHERE id = ?", prefix):
            return Reference(Kind.INCIDENT, prefix)
        exact = [reference for reference in found if reference.id == prefix]
        return _only(exact or found, prefix, "id")

    def document(self, prefix: str) -> Document:
        return noun_of(Document, self._body(Kind.DOCUMENT, prefix))

    def claim(self, prefix: str) -> Claim:
        return noun_of(Claim, self._body(Kind.CLAIM, prefix))

    def incident(self, prefix: str) -> IncidentEntry:
        id = self._full_id(Kind.INCIDENT, prefix)
        return entry_of(next(self._rows(f"SELECT {ENTRY_COLUMNS} FROM incident WHERE id = ?", id)))

    def assessment(self, prefix: str) -> Assessment:
        return noun_of(Assessment, self._body(Kind.ASSESSMENT, prefix))

    def _ids(self, kind: Kind, prefix: str) -> list[str]:
        """Up to a few ids that begin with the prefix, the exact one first where there is one."""
        if not prefix:
            return []
        sql = f"SELECT id FROM {kind.value} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        return [id for (id,) in self._rows(sql, prefix, prefix + AFTER_ALL_IDS, EXAMPLES + 1)]

    def _full_id(self, kind: Kind, prefix: str) -> str:
        found = self._ids(kind, prefix)
        return _only([Reference(kind, id) for id in (found[:1] if prefix in found else found)], prefix, kind.value).id

    def _body(self, kind: Kind, prefix: str) -> str:
        id = self._full_id(kind, prefix)
        (body,) = next(self._rows(f"SELECT body FROM {kind.value} WHERE id = ?", id))
        return str(body)

    # Documents and claims

    def documents(self) -> Iterator[Document]:
        return self._nouns(Document, "SELECT body FROM document ORDER BY id")

    def report_days(self) -> tuple[tuple[str, date | None], ...]:
        return tuple(
            (outlet, day_of(day)) for outlet, day in self._rows("SELECT outlet, published FROM document ORDER BY id")
        )

    def documents_by_id(self, ids: Collection[str]) -> Mapping[str, Document]:
        return self._by_id(Document, Kind.DOCUMENT, ids)

    def claims_by_id(self, ids: Collection[str]) -> Mapping[str, Claim]:
        return self._by_id(Claim, Kind.CLAIM, ids)

    def _by_id(self, kind: type[T], table: Kind, ids: Collection[str]) -> dict[str, T]:
        sql = f"SELECT id, body FROM {table.value} WHERE id IN (SELECT value FROM json_each(?))"
        found = {id: noun_of(kind, body) for id, body in self._rows(sql, json.dumps(list(ids)))}
        return {id: found[id] for id in ids if id in found}

    def claims_of(self, document_id: str) -> tuple[Claim, ...]:
        sql = "SELECT body FROM claim WHERE document_id = ? ORDER BY trigger_start, trigger_end, id"
        return tuple(self._nouns(Claim, sql, document_id))

    def readings(self) -> Iterator[Reading]:
        sql = (
            "SELECT d.id, d.body, (SELECT min(key) FROM source WHERE document_id = d.id), c.body "
            "FROM document d JOIN claim c ON c.document_id = d.id ORDER BY d.id, c.trigger_start, c.trigger_end, c.id"
        )
        current, document_body, source_key, claims = "", "", "", list[Claim]()
        for id, body, key, claim_body in self._rows(sql):
            if id != current and claims:
                yield Reading(noun_of(Document, document_body), tuple(claims), source_key)
                claims = []
            current, document_body, source_key = id, body, key
            claims.append(noun_of(Claim, claim_body))
        if claims:
            yield Reading(noun_of(Document, document_body), tuple(claims), source_key)

    # Incidents and assessments

    def incidents(self, query: IncidentQuery | None = None) -> tuple[IncidentEntry, ...]:
        sql, values = incident_query(query or IncidentQuery())
        return tuple(map(entry_of, self._rows(sql, *values)))

    def incident_of(self, claim_id: str) -> IncidentEntry | None:
        sql = f"SELECT {ENTRY_COLUMNS} FROM incident JOIN incident_claim ON incident_id = id WHERE claim_id = ?"
        row = self._row(sql, claim_id)
        return None if row is None else entry_of(row)

    def incidents_of_document(self, document_id: str) -> tuple[IncidentEntry, ...]:
        sql = (
            f"SELECT {ENTRY_COLUMNS} FROM incident WHERE id IN (SELECT incident_id FROM incident_claim "
            f"JOIN claim ON claim.id = claim_id WHERE document_id = ?) ORDER BY {NEWEST_FIRST}"
        )
        return tuple(map(entry_of, self._rows(sql, document_id)))

    def assessments_of(self, incident_id: str) -> tuple[Assessment, ...]:
        return self.assessments_by_incident([incident_id]).get(incident_id, ())

    def assessments_by_incident(self, incident_ids: Collection[str]) -> Mapping[str, tuple[Assessment, ...]]:
        sql = (
            "SELECT body FROM assessment WHERE incident_id IN (SELECT value FROM json_each(?)) "
            "ORDER BY truce_id, term_id, id"
        )
        found: dict[str, list[Assessment]] = {}
        for assessment in self._nouns(Assessment, sql, json.dumps(list(incident_ids))):
            found.setdefault(assessment.incident_id, []).append(assessment)
        return {id: tuple(assessments) for id, assessments in found.items()}

    # Decisions, runs, counts

    def decisions(self, subject_id: str | None = None) -> tuple[Decision, ...]:
        sql = "SELECT body FROM decision WHERE ?1 IS NULL OR subject_id = ?1 ORDER BY position"
        return tuple(self._nouns(Decision, sql, subject_id))

    def decision_head(self) -> str:
        row = self._row("SELECT hash FROM decision ORDER BY position DESC")
        return "" if row is None else str(row[0])

    def runs(self) -> tuple[Run, ...]:
        return tuple(self._nouns(Run, "SELECT body FROM run ORDER BY started, id"))

    def run_of_document(self, document_id: str) -> Run:
        sql = "SELECT run.body FROM run JOIN document ON run_id = run.id WHERE document.id = ?"
        found = next(self._nouns(Run, sql, document_id), None)
        if found is None:
            raise UnknownId(f"no document has the id {document_id}")
        return found

    def unread(self, run_id: str | None = None) -> tuple[Unread, ...]:
        sql = "SELECT origin, reason FROM unread WHERE ?1 IS NULL OR run_id = ?1 ORDER BY position"
        return tuple(Unread(origin, reason) for origin, reason in self._rows(sql, run_id))

    def counts(self) -> Counts:
        tables = ("document", "claim", "incident", "assessment")
        parts = [f"(SELECT count(*) FROM {table})" for table in tables]
        parts += ["(SELECT count(DISTINCT outlet) FROM document)", "(SELECT count(*) FROM run)"]
        parts += ["(SELECT min(published) FROM document)", "(SELECT max(published) FROM document)"]
        *numbers, first, last = next(self._rows(f"SELECT {', '.join(parts)}"))
        documents, claims, incidents, assessments, outlets, runs = numbers
        return Counts(documents, claims, incidents, assessments, outlets, runs, day_of(first), day_of(last))

    # The file

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self.close()


def _only(found: list[Reference], prefix: str, what: str) -> Reference:
    if not found:
        raise UnknownId(f"no {what} of this ledger begins with {prefix!r}")
    if len(found) > 1:
        examples = ", ".join(reference.id for reference in found[:EXAMPLES])
        raise AmbiguousId(f"{prefix!r} is the beginning of several ids: {examples}{' ...' * (len(found) > EXAMPLES)}")
    return found[0]
