"""Showing what stands behind an id."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from trucewatch.ledger import open_ledger


@pytest.fixture
def ids(filled: Path) -> dict[str, str]:
    with open_ledger(filled / "ledger.sqlite", read_only=True) as ledger:
        incident = ledger.incidents()[0].incident
        claim = ledger.claims_by_id(incident.claim_ids)[incident.claim_ids[0]]
        assessment = ledger.assessments_of(incident.id)[0]
    return {"incident": incident.id, "claim": claim.id, "document": claim.document_id, "assessment": assessment.id}


@pytest.mark.parametrize("kind", ["incident", "claim", "document", "assessment"])
def test_each_kind_by_id_and_by_prefix(run: Run, filled: Path, ids: dict[str, str], kind: str) -> None:
    whole, beginning = run("show", ids[kind], "-w", filled), run("show", ids[kind][:-2], "-w", filled)
    assert whole.exit_code == 0
    assert whole.stdout == beginning.stdout
    assert whole.stdout.strip()


@pytest.mark.parametrize("kind", ["incident", "claim", "document", "assessment"])
def test_each_kind_as_json(run: Run, filled: Path, ids: dict[str, str], kind: str) -> None:
    assert ids[kind] in json.dumps(json.loads(run("show", ids[kind], "-w", filled, "--json").stdout))


def test_a_claim_shows_the_words_and_marks_what_is_assumed(run: Run, filled: Path, ids: dict[str, str]) -> None:
    output = run("show", ids["claim"], "-w", filled).stdout
    assert "“shelling”" in output
    assert "assumed" in output


def test_an_unknown_id(run: Run, filled: Path) -> None:
    result = run("show", "nothing", "-w", filled)
    assert (result.exit_code, result.stderr) == (1, "trucewatch: no id of this ledger begins with 'nothing'\n")


def test_an_ambiguous_id(run: Run, filled: Path) -> None:
    result = run("show", "clm-", "-w", filled)
    assert result.exit_code == 1
    assert "the beginning of several ids: clm-" in result.stderr
