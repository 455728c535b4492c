"""What is parsed of a report, by the words of the packs alone."""

from __future__ import annotations

import json

import pytest

from tests.shared import SHARED
from trucewatch.language import ParseRequest, load_triage
from trucewatch.language.triage import Triage
from trucewatch.packs import conflict_names, load_conflict

ABOUT_OTHER_THINGS = "The committee met on Monday. It left the rate as it was. Shares fell. Nobody was surprised. "
OF_A_WAR = "Soldiers attacked the village. Rebels killed two men. Troops shelled a camp. "


@pytest.fixture(scope="module")
def triage() -> Triage:
    return load_triage(load_conflict("syria"))


def words(request: ParseRequest | None) -> list[str]:
    assert request is not None
    return [request.text[start:end] for start, end in request.segments or ()]


def test_a_report_about_the_conflict_is_read_in_full(triage: Triage) -> None:
    request = ParseRequest(f"{ABOUT_OTHER_THINGS}Jets bombed Idlib.")
    assert triage.chosen(request) is request


def test_a_report_about_other_things_is_passed_over(triage: Triage) -> None:
    assert triage.chosen(ParseRequest(ABOUT_OTHER_THINGS)) is None


def test_a_title_says_what_a_report_is_about(triage: Triage) -> None:
    request = ParseRequest(ABOUT_OTHER_THINGS)
    assert triage.chosen(request, title="Talks on Syria go on") is request


def test_no_act_no_claim(triage: Triage) -> None:
    assert triage.chosen(ParseRequest("Syria is in the east. Damascus is its capital.")) is None


def test_a_short_report_need_not_say_where_it_plays(triage: Triage) -> None:
    request = ParseRequest("Warplanes bombed the market. Two people were killed.")
    assert triage.chosen(request) is request


def test_near_a_passing_mention(triage: Triage) -> None:
    text = ABOUT_OTHER_THINGS * 5 + "Shells fell on Aleppo, he said. " + ABOUT_OTHER_THINGS * 5
    request = triage.chosen(ParseRequest(text))
    assert request is not None
    assert request.presplit
    read = words(request)
    assert len(read) == 7
    assert read[3] == "Shells fell on Aleppo, he said."


def test_another_war_is_read_in_full(triage: Triage) -> None:
    request = ParseRequest(OF_A_WAR + ABOUT_OTHER_THINGS)
    assert triage.chosen(request) is request


def test_a_police_officer_bears_no_arms_in_a_war(triage: Triage) -> None:
    assert triage.tells_of_war("An officer shot the man.")
    assert not triage.tells_of_war("A police officer shot the man.")


def test_a_ministry_can_be_anybodys(triage: Triage) -> None:
    assert triage.names_the_conflict("The Free Syrian Army left.")
    assert not triage.names_the_conflict("The Interior Ministry said so.")


def test_acts_that_a_parse_could_propose(triage: Triage) -> None:
    assert "attack.shelling" in set(triage.acts("Shells were fired at the town."))
    assert "territory.take" in set(triage.acts("The army took full control of it."))
    assert not set(triage.acts("The weather was warm."))


@pytest.mark.parametrize("text", ["", " \n", "\ud800 new", "x" * 3000, "1 2 3"])
def test_nothing_to_read(triage: Triage, text: str) -> None:
    assert triage.chosen(ParseRequest(text)) is None


@pytest.mark.parametrize("name", conflict_names())
def test_every_pack_names_its_conflict(name: str) -> None:
    conflict = load_conflict(name)
    triage = load_triage(conflict)
    assert triage.names_the_conflict(f"Fighting went on in {conflict.gazetteer.entry(conflict.country).name}.")
    assert not triage.names_the_conflict("The football season began in Iceland.")


@pytest.mark.shared
def test_coded_reports_are_read_in_full(triage: Triage) -> None:
    for part in ("train", "dev", "seed"):
        for line in (SHARED / "gold" / f"{part}.docs.jsonl").read_text(encoding="utf-8").splitlines():
            request = ParseRequest(" ".join(json.loads(line)["sentences"]))
            assert triage.chosen(request) is request
