"""The weekly tally from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_the_last_week_is_printed(run: Run, filled: Path) -> None:
    result = run("tally", "-w", filled)
    assert result.exit_code == 0
    assert "16 to 22 May 2016" in result.stdout
    assert "2 incidents first reported in this week with no day told" in result.stdout


def test_files(run: Run, filled: Path, tmp_path: Path) -> None:
    kinds = ("--markdown", "--html", "--csv")
    files = [tmp_path / f"week{kind}" for kind in kinds]
    options = [part for pair in zip(kinds, files, strict=True) for part in pair]
    result = run("tally", "-w", filled, "--since", "2016-05-09", "--until", "2016-05-20", *options)
    assert (result.exit_code, result.stdout) == (0, "")
    assert files[0].read_text().count("## ") == 2
    assert files[1].read_text().startswith("<!doctype html>")
    assert files[2].read_text().startswith("week_start,tz,")
    assert run("tally", "-w", filled, "--csv", "-").stdout.startswith("week_start,tz,")


def test_a_moment_before_the_first_reading(run: Run, filled: Path) -> None:
    text = run("tally", "-w", filled, "--as-of", "2001-01-01T00:00").stdout
    assert "From the reports read by 2001-01-01 00:00:00 UTC." in text
    assert "No report published in this week has been read" in text


def test_what_cannot_be_done(run: Run, filled: Path) -> None:
    assert run("tally", "-w", filled, "--as-of", "soon").exit_code == 2
    unknown = run("tally", "-w", filled, "--truce", "narnia")
    assert (unknown.exit_code, unknown.stderr) == (1, "trucewatch: no truce of this workspace is called 'narnia'\n")


def test_an_empty_ledger_needs_a_week(run: Run, workspace: Path) -> None:
    result = run("tally", "-w", workspace)
    words = "trucewatch: no report carries a day; name the week with --since\n"
    assert (result.exit_code, result.stderr) == (1, words)
    assert run("tally", "-w", workspace, "--since", "2016-05-20").exit_code == 0
