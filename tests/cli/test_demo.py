"""The demo on the reports that ship with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from trucewatch.cli.demo import SAMPLES
from trucewatch.packs import load_conflict
from trucewatch.workspace import Workspace, load_workspace


def test_both_conflicts_are_read_and_briefed(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--no-serve")
    assert result.exit_code == 0
    for conflict, truce in SAMPLES:
        assert f"{truce}:" in result.stdout
        assert f"{load_conflict(conflict).title}: brief, " in result.stdout
        assert load_workspace(tmp_path / "demo-workspace" / conflict).truces == (truce,)


def test_a_second_demo_reads_nothing_new(run: Run) -> None:
    run("demo", "--no-serve", "--dir", "again")
    second = run("demo", "--no-serve", "--dir", "again")
    assert second.exit_code == 0
    assert second.stdout.count("\n0 new reports with 0 claims") == len(SAMPLES)


def test_the_pages_of_both_are_served(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[list[Workspace], str, int]] = []
    monkeypatch.setattr("trucewatch.cli.serving.serve_pages", lambda *arguments: served.append(arguments))
    assert run("demo", "--port", "0").exit_code == 0
    ((workspaces, host, port),) = served
    assert ([workspace.conflict for workspace in workspaces], host, port) == (["syria", "yemen"], "127.0.0.1", 0)
