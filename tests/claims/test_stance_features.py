"""Cue words of the five stances around an act."""

from __future__ import annotations

from tests.claims.builders import reading_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.stance_features import stance_cues


def _cues(text: str, word: str) -> list[str]:
    reading = reading_of(text)
    found = next(c for c in reading.candidates[0] if reading.trees[0].tokens[c.token].text == word)
    return [span.of(text) for span in stance_cues(reading, Draft(found, found.acts[0], "test"))]


def test_about_to_tells_of_a_plan() -> None:
    assert _cues("The army is about to attack the town.", "attack") == ["about"]


def test_about_with_no_to_after_it_does_not() -> None:
    assert _cues("The army spoke about the attack.", "attack") == []
