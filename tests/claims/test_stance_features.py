"""Cue words of the five stances around an act."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.reading import Reading
from trucewatch.claims.stance_features import about_to, stance_cues


def _told(text: str, word: str) -> tuple[Reading, Draft]:
    reading = reading_of(text)
    found = next(c for c in reading.candidates[0] if reading.trees[0].tokens[c.token].text == word)
    return reading, Draft(found, found.acts[0], "test")


def _cues(text: str, word: str) -> list[str]:
    return [span.of(text) for span in stance_cues(*_told(text, word))]


def test_about_to_tells_of_a_plan() -> None:
    assert _cues("The army is about to attack the town.", "attack") == ["about"]


def test_about_with_no_to_after_it_does_not() -> None:
    assert _cues("The army spoke about the attack.", "attack") == []


def test_the_plan_of_about_to_rests_on_that_word() -> None:
    text = "The army is about to attack the town."
    plan = about_to(*_told(text, "attack"))
    assert plan is not None
    assert plan.of(text) == "about"


@pytest.mark.parametrize(
    "text", ["The army is not about to attack the town.", "The army spoke about plans to attack the town."]
)
def test_what_is_not_about_to_happen_is_no_plan_by_that_rule(text: str) -> None:
    assert about_to(*_told(text, "attack")) is None
