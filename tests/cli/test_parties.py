"""Listing parties that no list knows."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_list_says_what_it_looked_through(run: Run, filled: Path) -> None:
    result = run("parties", "unknown", "-w", filled, "--since", "2016-05-20", "--until", "2016-05-21")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].endswith("parties that no list knows, 20 to 21 May 2016")
    assert "in 1 report with claims" in result.stdout


def test_as_json(run: Run, filled: Path) -> None:
    assert json.loads(run("parties", "unknown", "-w", filled, "--json").stdout)["reports"] == 2


def test_days_the_wrong_way_round(run: Run, filled: Path) -> None:
    assert run("parties", "unknown", "-w", filled, "--since", "2016-05-22", "--until", "2016-05-21").exit_code == 2
