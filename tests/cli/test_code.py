"""Coding without a workspace."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.fake_coder import fake_coder
from trucewatch.coding import CodedBatch
from trucewatch.model import CLAIM_FIELDS, Claim, RawReport
from trucewatch.model.codec import from_json
from trucewatch.packs import Conflict


@pytest.fixture
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def code_batch(raws: Sequence[RawReport], conflict: Conflict, *, triage: bool) -> CodedBatch:  # noqa: ARG001 - as the real one
        assert not triage, "a report that somebody asks for is read whatever it is about"
        return next(fake_coder([raws]))

    monkeypatch.setattr("trucewatch.coding.code_batch", code_batch)


@pytest.mark.usefixtures("_no_model")
def test_claims_are_printed_with_their_words(run: Run, wire: Path) -> None:
    result = run("code", wire)
    assert result.exit_code == 0
    assert result.stdout.count("“shelling”") >= 2
    assert list(Path.cwd().iterdir()) == [wire]


@pytest.mark.usefixtures("_no_model")
def test_json_is_a_claim_a_line(run: Run, wire: Path) -> None:
    claims = [from_json(Claim, json.loads(line)) for line in run("code", wire, "--json").stdout.splitlines()]
    assert [claim.act.value for claim in claims] == ["attack.shelling"] * 2


@pytest.mark.usefixtures("_no_model")
def test_standard_input(run: Run) -> None:
    assert len(run("code", "-", "--json", input="The shelling went on, a spokesman said.").stdout.splitlines()) == 1


@pytest.mark.usefixtures("_no_model")
def test_a_report_without_claims(run: Run) -> None:
    assert "-: no claims" in run("code", "-", input="The talks went on, a spokesman said.").stdout


@pytest.mark.usefixtures("_no_model")
def test_what_cannot_be_read_is_told_and_the_rest_is_coded(run: Run, wire: Path) -> None:
    wire.write_text('{"title": "none"}\n' + wire.read_text())
    result = run("code", wire, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr.startswith(f"trucewatch: {wire}:1: ")


def test_an_unknown_conflict(run: Run, wire: Path) -> None:
    result = run("code", wire, "--conflict", "atlantis")
    assert result.exit_code == 1
    assert result.stderr.startswith("trucewatch: atlantis: no such conflict")


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--gold", "b.jsonl"]])
def test_one_source_is_wanted(run: Run, arguments: list[str]) -> None:
    assert run("code", *arguments).exit_code == 2


SENTENCES = ["Warplanes bombed a market in Idlib on Monday, activists said.", "At least eight civilians were killed."]


def test_gold_lines_hold_offsets_into_the_joined_sentences(run: Run, tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_text(
        json.dumps({"doc": "one", "outlet": "w", "published": "2016-05-31", "title": "", "sentences": SENTENCES})
    )
    result = run("code", "--gold", docs)
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert lines
    for line in lines:
        assert line["doc"] == "one"
        assert " ".join(SENTENCES)[line["start"] : line["end"]] == line["trigger"]
        assert set(line) == {"doc", "start", "end", "trigger", *CLAIM_FIELDS}


def test_a_gold_file_that_is_no_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text("{")
    result = run("code", "--gold", "docs.jsonl")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "docs.jsonl:1: no valid JSON" in result.stderr
