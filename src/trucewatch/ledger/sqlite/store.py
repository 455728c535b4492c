"""The ledger in one SQLite file: one writer at a time, many readers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from trucewatch.ledger.interface import LedgerError, Placing, Reading
from trucewatch.ledger.sqlite.connection import plain_errors
from trucewatch.ledger.sqlite.grouping import GroupingWriter
from trucewatch.ledger.sqlite.rows import (
    Row,
    assessment_row,
    claim_row,
    decision_row,
    document_row,
    incident_row,
    run_row,
    storable,
)
from trucewatch.model import Assessment, Claim, Decision, Digest, Document, Incident, Reprint, Run, Unread


class SqliteLedger(GroupingWriter):
    """`trucewatch.ledger.interface.Ledger` on SQLite."""

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing. BEGIN IMMEDIATE takes the writer's lock at once, so no later statement can fail for it."""
        with plain_errors(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _insert(self, table: str, rows: Sequence[Row], *, keep_old: bool = False) -> None:
        """Add rows by the columns' order; with `keep_old` a row whose key is there already is passed over."""
        if rows:
            conflict = "ON CONFLICT DO NOTHING" if keep_old else ""
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks}) {conflict}", rows)

    def add_documents(self, readings: Sequence[Reading], run: Run) -> frozenset[str]:
        with self._transaction():
            ids = [reading.document.id for reading in readings]
            removed = self._removed(ids)
            known = self.known_documents(ids) | removed
            new = {reading.document.id: reading for reading in reversed(readings) if reading.document.id not in known}
            if new:
                self._note_run(run)
                self._insert("document", [document_row(reading.document, run) for reading in new.values()])
                self._insert("claim", [claim_row(claim) for reading in new.values() for claim in reading.claims])
                self._insert("undigested", [(id,) for id in new])
                self._insert("unplaced", [(claim.id,) for reading in new.values() for claim in reading.claims])
                self._connection.execute("UPDATE state SET value = value + 1 WHERE name = 'claims'")
                origins = [(storable(reading.document.origin),) for reading in new.values()]
                self._connection.executemany("DELETE FROM unread WHERE origin = ?", origins)
            kept = [reading for reading in readings if reading.document.id not in removed]
            sources = [(reading.source_key, reading.document.id) for reading in kept]
            self._insert("source", sources, keep_old=True)
        return frozenset(new)

    def add_document(self, document: Document, claims: Sequence[Claim], source_key: str, run: Run) -> bool:
        return bool(self.add_documents([Reading(document, tuple(claims), source_key)], run))

    def add_unread(self, unread: Sequence[Unread], run: Run) -> None:
        with self._transaction():
            items = dict.fromkeys((storable(item.origin), storable(item.reason)) for item in unread)
            new = [item for item in items if not self._is_listed(*item)]
            if new:
                self._note_run(run)
                sql = "INSERT INTO unread (run_id, origin, reason) VALUES (?, ?, ?)"
                self._connection.executemany(sql, [(run.id, *item) for item in new])

    def replace_incidents(
        self, incidents: Sequence[Incident], assessments: Sequence[Assessment], run: Run, *, as_of: int
    ) -> None:
        with self._transaction():
            self._note_run(run)
            self._connection.execute("DELETE FROM incident")  # the tables that point at it follow
            self._add_incidents(incidents, assessments)
            self._finish(run, as_of)

    def place(self, placing: Placing, run: Run) -> None:
        with self._transaction():
            self._note_run(run)
            placed = {claim: incident.id for incident in placing.incidents for claim in incident.claim_ids}
            old = self.incidents_holding([*placed, *placing.gone])
            self._connection.executemany("DELETE FROM incident WHERE id = ?", [(id,) for id in old])
            self._place(placing)
            self._add_incidents(placing.incidents, placing.assessments)
            new = {incident.id for incident in placing.incidents}
            self._note_former({id: one for id, one in old.items() if id not in new}, placed, run.id)
            self._connection.executemany("DELETE FROM former_incident WHERE id = ?", [(id,) for id in new])

    def replace_assessments(self, gone: Sequence[str], new: Sequence[Assessment], run: Run) -> None:
        with self._transaction():
            self._note_run(run)
            self._connection.executemany("DELETE FROM assessment WHERE id = ?", [(id,) for id in gone])
            self._insert("assessment", [assessment_row(assessment) for assessment in new])

    def unplace_all(self) -> None:
        with self._transaction():
            for table in ("link", "block", "node"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("INSERT OR IGNORE INTO unplaced SELECT id FROM claim")

    def finish_grouping(self, run: Run, *, as_of: int, ruled: int, weights: str) -> None:
        with self._transaction():
            self._note_run(run)
            self._connection.execute("DELETE FROM retold")
            self._connection.execute("UPDATE state SET value = ? WHERE name = 'ruled'", (ruled,))
            self._finish(run, as_of, weights)

    def _finish(self, run: Run, as_of: int, weights: str = "") -> None:
        self._connection.execute("DELETE FROM grouping_run")
        self._insert("grouping_run", [(run.id, weights)])
        self._connection.execute("UPDATE state SET value = ? WHERE name = 'grouped'", (as_of,))

    def _add_incidents(self, incidents: Sequence[Incident], assessments: Sequence[Assessment]) -> None:
        days = self._report_days([claim for incident in incidents for claim in incident.claim_ids])
        self._insert("incident", [incident_row(incident, *_first_and_last(incident, days)) for incident in incidents])
        self._insert("incident_claim", [(claim, incident.id) for incident in incidents for claim in incident.claim_ids])
        self._insert(
            "incident_act", [(incident.id, act) for incident in incidents for act in dict.fromkeys(incident.acts)]
        )
        self._insert("assessment", [assessment_row(assessment) for assessment in assessments])

    def remove_document(self, document_id: str, reason: str, run: Run) -> None:
        with self._transaction():
            self._note_run(run)
            claims = [(claim.id,) for claim in self.claims_of(document_id)]
            for table in ("incident_claim", "node", "unplaced"):
                self._connection.executemany(f"DELETE FROM {table} WHERE claim_id = ?", claims)
            self._forget(document_id)
            for sql in (
                "DELETE FROM claim WHERE document_id = ?",
                "DELETE FROM source WHERE document_id = ?",
                "DELETE FROM document WHERE id = ?",
            ):
                self._connection.execute(sql, (document_id,))
            self._insert("removed_document", [(document_id, reason, run.id)])

    def add_digests(self, digests: Mapping[str, Digest], reprints: Sequence[Reprint]) -> None:
        with self._transaction():
            for document_id, digest in digests.items():
                self._add_digest(document_id, digest)
            self._add_reprints(reprints)

    def add_decision(self, decision: Decision) -> None:
        with self._transaction():
            if decision.previous_hash != self.decision_head():
                raise LedgerError(f"{decision.id} does not follow the last decision: another was made in between")
            sql = "INSERT INTO decision (id, subject_id, hash, body) VALUES (?, ?, ?, ?)"
            self._connection.execute(sql, decision_row(decision))

    def _removed(self, document_ids: Sequence[str]) -> frozenset[str]:
        sql = "SELECT id FROM removed_document WHERE id IN (SELECT value FROM json_each(?))"
        return self._those_stored(sql, document_ids)

    def _note_run(self, run: Run) -> None:
        """A run is written down with the first thing that it writes."""
        if self._row("SELECT 1 FROM run WHERE id = ?", run.id) is None:
            self._insert("run", [run_row(run)])

    def _is_listed(self, origin: str, reason: str) -> bool:
        return self._row("SELECT 1 FROM unread WHERE origin = ? AND reason = ?", origin, reason) is not None

    def _report_days(self, claim_ids: Sequence[str]) -> dict[str, str | None]:
        """The ISO day of the report that each claim stands in."""
        sql = (
            "SELECT claim.id, published FROM claim JOIN document ON document.id = document_id "
            "WHERE claim.id IN (SELECT value FROM json_each(?))"
        )
        return dict(self._rows(sql, json.dumps(claim_ids)))


def _first_and_last(incident: Incident, days: dict[str, str | None]) -> tuple[str | None, str | None]:
    dated = [day for claim in incident.claim_ids if (day := days.get(claim)) is not None]
    return (min(dated), max(dated)) if dated else (None, None)
