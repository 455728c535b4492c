"""What grouping looks up costs no pass over the ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from trucewatch.ledger import open_ledger
from trucewatch.ledger.sqlite.grouping import RETOLD


def test_claims_to_be_told_anew_are_found_from_their_reports(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.sqlite"):
        pass
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as connection:
        plan = [detail for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {RETOLD}")]
    assert [step for step in plan if step.startswith("SCAN")] == ["SCAN retold"]
