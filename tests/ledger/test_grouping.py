"""What grouping looks up, and what taking a report out looks for, costs no pass over the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from trucewatch.ledger import open_ledger
from trucewatch.ledger.sqlite.grouping import RETOLD


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_ledger(tmp_path / "ledger.sqlite"):
        pass
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as opened:
        yield opened


def scans(connection: sqlite3.Connection, sql: str, *values: object) -> list[str]:
    plan = [detail for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    return [step for step in plan if step.startswith("SCAN")]


def test_claims_to_be_told_anew_are_found_from_their_reports(connection: sqlite3.Connection) -> None:
    assert scans(connection, RETOLD) == ["SCAN retold"]


def test_what_points_at_a_row_that_is_taken_out_is_found_by_an_index(connection: sqlite3.Connection) -> None:
    """SQLite looks for it itself, so no plan of ours shows it. Runs are never taken out."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    pointing = {
        (table, column)
        for table in tables
        for _, _, parent, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})")
        if parent != "run"
    }
    assert ("digest_hash", "number") in pointing
    for table, column in sorted(pointing):
        assert not scans(connection, f"SELECT 1 FROM {table} WHERE {column} = ?", 1), (table, column)
