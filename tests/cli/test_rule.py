"""`trucewatch rule` and `trucewatch remove`, on a ledger made with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.test_grouping import REPORTS
from tests.test_grouping import RUN as READ
from trucewatch.ledger import open_ledger
from trucewatch.pipeline import group_now, load_packs

BY = ("--because", "one street", "--by", "mk")


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    """Two incidents: claims a, b and c; claim d."""
    folder = tmp_path / "ws"
    assert run("init", str(folder), "--conflict", "syria").exit_code == 0
    with open_ledger(folder / "ledger.sqlite") as ledger:
        ledger.add_documents(REPORTS[:4], READ)
        group_now(ledger, load_packs("syria", ["syria-2016"]), "read", READ.started)
    return folder


def incidents(folder: Path) -> dict[str, tuple[str, ...]]:
    with open_ledger(folder / "ledger.sqlite", read_only=True) as ledger:
        return {entry.incident.id: entry.incident.claim_ids for entry in ledger.incidents()}


def test_join_and_withdraw(run: Run, workspace: Path) -> None:
    before = incidents(workspace)
    made = run("rule", "join", *before, "-w", str(workspace), *BY)
    assert made.exit_code == 0, made.output
    assert [len(claims) for claims in incidents(workspace).values()] == [4]
    decision = made.output.split(":")[0]
    assert "one street" in run("rule", "list", "-w", str(workspace)).output
    assert run("rule", "withdraw", decision[:14], "-w", str(workspace), *BY).exit_code == 0
    assert incidents(workspace) == before
    assert run("rule", "withdraw", decision, "-w", str(workspace), *BY).exit_code == 1
    assert run("rule", "list", "-w", str(workspace)).output == "no rulings\n"


def test_split_and_not_same(run: Run, workspace: Path) -> None:
    assert run("rule", "split", "claim-b", "-w", str(workspace), *BY).exit_code == 0
    assert ("claim-b",) in incidents(workspace).values()
    first, second = (id for id, claims in incidents(workspace).items() if claims != ("claim-b",))
    assert run("rule", "not-same", first, second, "-w", str(workspace), *BY).exit_code == 0
    listed = json.loads(run("rule", "list", "-w", str(workspace), "--json").output)
    assert (len(listed["in_force"]), listed["to_be_looked_at_again"]) == (2, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("join", "incident-", *BY), "several ids"),
        (("split", "claim-a", "claim-d", *BY), "of one incident"),
        (("split", "claim-d", *BY), "nothing would be left"),
        (("withdraw", "decision-none", *BY), "no ruling begins with"),
        (("split", "claim-a"), "wants a reason"),
        (("not-same", "incident-x", *BY), "wants two incidents"),
    ],
)
def test_what_cannot_be_ruled_is_said_in_one_line(
    run: Run, workspace: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("rule", *arguments, "-w", str(workspace))
    assert result.exit_code == 1
    assert said in result.output + (result.stderr or "")


def test_a_report_taken_out_stays_out(run: Run, workspace: Path) -> None:
    assert run("remove", REPORTS[3].document.id, "-w", str(workspace)).exit_code == 1
    gone = next(id for id, claims in incidents(workspace).items() if claims == ("claim-d",))
    assert run("remove", REPORTS[3].document.id, "-w", str(workspace), "--because", "mistake").exit_code == 0
    assert len(incidents(workspace)) == 1
    shown = run("show", gone, "-w", str(workspace))
    assert shown.exit_code == 1
    assert "no report tells of it any more" in shown.output + (shown.stderr or "")


def test_what_people_found_of_an_assessment(run: Run, workspace: Path) -> None:
    with open_ledger(workspace / "ledger.sqlite", read_only=True) as ledger:
        incident = ledger.incidents()[0].incident.id
        assessment = ledger.assessments_of(incident)[0].id
    found = ("--found-by", "the task force", "-w", str(workspace), *BY)
    made = run("rule", "determined", assessment, *found)
    assert made.exit_code == 0, made.output
    assert ": determined_by: the task force | syria-2016 " in made.output
    assert "the task force determined it (entered by mk" in run("show", assessment, "-w", str(workspace)).output
    assert run("rule", "verified", assessment, "-w", str(workspace), *BY).exit_code == 0
    listed = json.loads(run("rule", "list", "-w", str(workspace), "--json").output)
    assert [one["ruling"].split(" | ")[0] for one in listed["in_force"]] == [
        "determined_by: the task force",
        "verified: mk",
    ]
    assert run("rule", "withdraw", made.output.split(":")[0], "-w", str(workspace), *BY).exit_code == 0
    assert "determined_by" not in run("rule", "list", "-w", str(workspace)).output
    nobody = run("rule", "determined", assessment, "-w", str(workspace), *BY)
    assert "who determined it is to be named" in nobody.output + (nobody.stderr or "")
    several = run("rule", "retracted", assessment, assessment, "-w", str(workspace), *BY)
    assert "wants one assessment" in several.output + (several.stderr or "")
