"""Failures end in one line on standard error; faults of the program keep their traceback for --debug."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


def break_the_program(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr("trucewatch.cli.show.workspace_of", fail)


def test_a_fault_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_program(monkeypatch, KeyError("x"))
    result = run("show", "claim-1")
    assert result.exit_code == 1
    assert result.stderr == "trucewatch: the program failed: KeyError: 'x' (add --debug to see where)\n"


def test_debug_shows_where(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_program(monkeypatch, KeyError("x"))
    assert isinstance(run("--debug", "show", "claim-1").exception, KeyError)


def test_a_file_error_names_the_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_program(monkeypatch, PermissionError(13, "Permission denied", "ledger.sqlite"))
    result = run("show", "claim-1")
    assert (result.exit_code, result.stderr) == (1, "trucewatch: ledger.sqlite: Permission denied\n")


def test_several_complaints_are_a_line_each(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from trucewatch.packs import Complaint, PackError

    break_the_program(
        monkeypatch, PackError((Complaint("a.yaml", 3, "acts", "bad"), Complaint("a.yaml", 5, "by", "bad")))
    )
    assert run("show", "claim-1").stderr == "trucewatch: a.yaml:3: acts: bad\ntrucewatch: a.yaml:5: by: bad\n"
