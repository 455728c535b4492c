"""Since when a state lasts, and the act that it lasts since."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.builders import FRIDAY, reading_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.lasting import lasting_since
from trucewatch.model import Day

APRIL = Day(date(2016, 4, 1), date(2016, 4, 30), "month")
SINCE_APRIL = Day(date(2016, 4, 1), FRIDAY, "month")


def days_of(text: str) -> dict[str, Day]:
    """What the first words of time in the text come to, for each act."""
    reading = reading_of(text)
    (tree,) = reading.trees
    drafts = [Draft(candidate, candidate.acts[0], "act.test") for candidate in reading.candidates[0]]
    words = reading.times[0][0]
    return {tree.tokens[draft.token].text: lasting_since(reading, draft, words) for draft in drafts}


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes have killed 40 people since the truce collapsed in April.",
        "Since the truce collapsed in April, airstrikes have killed 40 people.",
    ],
)
def test_what_goes_on_since_an_act_runs_to_the_day_of_the_report(text: str) -> None:
    days = days_of(text)
    assert days.pop("collapsed") == APRIL
    days.pop("truce", None)
    assert days
    assert set(days.values()) == {SINCE_APRIL}


def test_without_since_the_day_stays() -> None:
    assert set(days_of("Airstrikes killed 40 people in April.").values()) == {APRIL}


def test_a_day_told_in_between_keeps_the_since_to_itself() -> None:
    reading = reading_of("Rebels who fled since Monday shelled the town on Tuesday.")
    candidate = reading.candidates[0][0]
    days = [lasting_since(reading, Draft(candidate, candidate.acts[0], "act.test"), w) for w in reading.times[0]]
    assert days == [words.day for words in reading.times[0]]
