"""Scoring from the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@dataclass
class Report:
    """Stands for the scorer's report."""

    conflict: str

    def as_json(self) -> str:
        return json.dumps({"conflict": self.conflict})

    def as_table(self, errors: int) -> str:
        return f"the table for {self.conflict} with {errors} errors"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr("trucewatch.evaluation.score_gold", lambda docs, claims, conflict: Report(conflict))  # noqa: ARG005 - as the real one
    paths = [tmp_path / "docs.jsonl", tmp_path / "claims.jsonl"]
    for path in paths:
        path.touch()
    return paths


def test_a_table_for_people_and_json_for_programs(run: Run, files: list[Path]) -> None:
    printed = run("score", *files, "--conflict", "yemen", "--errors", 3).stdout
    assert printed == "the table for yemen with 3 errors\n"
    assert json.loads(run("score", *files, "--json").stdout) == {"conflict": "syria"}


def test_files_that_are_not_there(run: Run) -> None:
    result = run("score", "docs.jsonl", "claims.jsonl")
    assert result.exit_code == 2
    assert "docs.jsonl" in result.stderr


def test_an_analysis_goes_into_a_file(
    run: Run, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.evaluation.analysis.analyse", lambda docs, claims, conflict: conflict)  # noqa: ARG005 - as the real one
    monkeypatch.setattr("trucewatch.evaluation.analysis_text.as_markdown", lambda analysis: f"of {analysis}")
    result = run("score", *files, "--analysis", tmp_path / "errors.md")
    assert result.stdout == ""
    assert (tmp_path / "errors.md").read_text() == "of syria"
