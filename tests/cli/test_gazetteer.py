"""Adding places to a pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def pack(run: Run, tmp_path: Path) -> Path:
    assert run("pack", "new", tmp_path / "mine", "--extends", "yemen").exit_code == 0
    (tmp_path / "list.csv").write_text(
        "ort,lat,lon\nBayt Xwar,15.4,44.1\nSanaa,15.35,44.2\nBayt Q,x,1\n", encoding="utf-8"
    )
    return tmp_path / "mine"


def test_what_was_added_and_left_out_is_told(run: Run, pack: Path, tmp_path: Path) -> None:
    result = run("gazetteer", "add", pack, tmp_path / "list.csv", "--column", "name=ort")
    assert result.exit_code == 0
    assert "1 of 2 places added, with 1 names" in result.stdout
    assert "1 left out, in the pack already" in result.stdout
    assert "list.csv:4: a number cannot be read" in result.stderr
    assert "Bayt Xwar" in run("pack", "show", pack, "list.2").stdout


def test_the_report_as_json(run: Run, pack: Path, tmp_path: Path) -> None:
    result = run("gazetteer", "add", pack, tmp_path / "list.csv", "--column", "name=ort", "--json")
    assert json.loads(result.stdout)["added"] == 1


@pytest.mark.parametrize("column", ["name", "name="])
def test_a_column_without_a_heading_is_wrong_usage(run: Run, pack: Path, tmp_path: Path, column: str) -> None:
    assert run("gazetteer", "add", pack, tmp_path / "list.csv", "--column", column).exit_code == 2
