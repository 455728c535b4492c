"""Asking from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "Rebels shelled Aleppo on Friday, state media said. The weather was fine.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path


def test_without_a_sentence_all_are_listed_with_their_numbers(run: Run, report: Path) -> None:
    lines = run("why-not", report).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert lines[0].endswith("state media said.")
    assert [row["number"] for row in json.loads(run("why-not", report, "--json").stdout)] == [1, 2]


def test_a_sentence_in_words(run: Run, report: Path) -> None:
    printed = run("why-not", report, "--sentence", 1, "--published", "2016-05-20").stdout
    assert "“shelled” could tell of attack.shelling" in printed
    assert "  a claim: chance of any act " in printed
    assert "sy.rebels from “Rebels” [actor.named]" in printed
    assert "2016-05-20 (day) from “Friday”" in printed


def test_less_likely_readings_are_shown_when_asked_for(run: Run, report: Path) -> None:
    short = run("why-not", report, "--sentence", 1).stdout
    whole = run("why-not", report, "--sentence", 1, "--all").stdout
    assert "less likely (--all)" in short
    assert "less likely" not in whole
    assert "conditional" in whole
    assert "conditional" not in short


def test_why_there_is_no_claim(run: Run, report: Path) -> None:
    assert "No claim: No word of it stands in the language pack" in run("why-not", report, "--sentence", 2).stdout


def test_json_holds_the_same(run: Run, report: Path) -> None:
    answer = json.loads(run("why-not", report, "--sentence", 1, "--json").stdout)
    assert answer["sentence"]["number"] == 1
    assert answer["candidates"][0]["outcome"] == "claim"


def test_the_second_report_of_a_file(run: Run, wire: Path) -> None:
    assert "bridge" in run("why-not", wire, "--report", 2).stdout
    result = run("why-not", wire, "--report", 3)
    assert result.exit_code == 1
    assert result.stderr == f"trucewatch: {wire}: there is no report 3 in it\n"


def test_a_sentence_that_is_not_there(run: Run, report: Path) -> None:
    result = run("why-not", report, "--sentence", 9)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "the report has 2" in result.stderr


def test_a_report_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text('{"title": "no text"}\n')
    result = run("why-not", "wire.jsonl", "--sentence", 1)
    assert result.exit_code == 1
    assert result.stderr.startswith("trucewatch: wire.jsonl:1: ")
