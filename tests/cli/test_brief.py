"""The brief from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def rows(output: str) -> list[str]:
    return [row["first_reported"] for row in json.loads(output)["rows"]]


def test_the_brief_names_its_sources(run: Run, filled: Path) -> None:
    result = run("brief", "-w", filled)
    assert result.exit_code == 0
    assert "Wire" in result.stdout
    assert result.stdout.index("22 May 2016") < result.stdout.index("20 May 2016")


@pytest.mark.parametrize(
    ("bounds", "days"),
    [
        ([], ["2016-05-22", "2016-05-20"]),
        (["--since", "2016-05-21"], ["2016-05-22"]),
        (["--until", "2016-05-20"], ["2016-05-20"]),
        (["--since", "2016-05-20", "--until", "2016-05-21"], ["2016-05-20"]),
        (["--limit", "1"], ["2016-05-22"]),
        (["--about", "State"], ["2016-05-22"]),
        (["--acts", "all"], ["2016-05-22", "2016-05-20"]),
    ],
)
def test_bounds(run: Run, filled: Path, bounds: list[str], days: list[str]) -> None:
    assert rows(run("brief", "-w", filled, "--json", *bounds).stdout) == days


def test_an_unknown_family_of_acts(run: Run, filled: Path) -> None:
    result = run("brief", "-w", filled, "--acts", "juggling")
    assert result.exit_code == 2
    assert "is none of all," in result.stderr


def test_markdown_to_a_file_and_to_standard_output(run: Run, filled: Path, tmp_path: Path) -> None:
    written = run("brief", "-w", filled, "--markdown", "brief.md")
    assert (written.exit_code, written.stdout) == (0, "")
    printed = run("brief", "-w", filled, "--markdown", "-")
    assert printed.stdout == (tmp_path / "brief.md").read_text()
    assert printed.stdout.startswith("#")


def test_markdown_to_a_folder_that_is_not_there(run: Run, filled: Path) -> None:
    result = run("brief", "-w", filled, "--markdown", "nowhere/brief.md")
    assert (result.exit_code, result.stderr) == (1, "trucewatch: nowhere/brief.md: No such file or directory\n")


def test_an_empty_ledger_has_an_empty_brief(run: Run, workspace: Path) -> None:
    result = run("brief", "-w", workspace)
    assert result.exit_code == 0
    assert rows(run("brief", "-w", workspace, "--json").stdout) == []


def test_a_brief_is_of_a_workspace(run: Run) -> None:
    assert run("brief").exit_code == 1
