"""Making a workspace from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from trucewatch.workspace import load_workspace


def test_a_workspace_is_made(run: Run, tmp_path: Path) -> None:
    result = run("init", "ws", "--conflict", "syria", "--truce", "syria-2016")
    assert result.exit_code == 0
    assert "trucewatch read -w ws" in result.output
    assert sorted(path.name for path in (tmp_path / "ws").iterdir()) == ["ledger.sqlite", "trucewatch.toml"]
    assert load_workspace(tmp_path / "ws").truces == ("syria-2016",)


def test_an_unknown_conflict(run: Run, tmp_path: Path) -> None:
    result = run("init", "ws", "--conflict", "atlantis")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "atlantis: no such conflict; known conflicts:" in result.stderr
    assert not (tmp_path / "ws").exists()


def test_an_unknown_truce(run: Run, tmp_path: Path) -> None:
    result = run("init", "ws", "--conflict", "syria", "--truce", "forever")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "forever" in result.stderr
    assert not (tmp_path / "ws").exists()


def test_a_second_workspace_in_one_folder_is_refused(run: Run, workspace: Path) -> None:
    result = run("init", workspace, "--conflict", "syria")
    assert (result.exit_code, result.stderr) == (1, f"trucewatch: {workspace}: is a workspace already\n")
