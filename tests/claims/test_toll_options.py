"""How many: the numbers that could be meant."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.toll_options import toll_options
from trucewatch.model import Count


def options_for(text: str, harm: str) -> list[Option[Count | None]]:
    reading = reading_of(text)
    candidate = reading.candidates[0][0]
    return toll_options(reading, Draft(candidate, candidate.acts[0], "act.test"), harm)


@pytest.mark.parametrize(
    ("text", "harm", "words", "count"),
    [
        ("The strike killed at least eight people.", "killed", "at least eight", Count(8, None)),
        ("The strike wounded 12 people.", "injured", "12", Count(12, 12)),
        ("Shells hit the town; there were no casualties.", "killed", "no casualties", Count(0, 0)),
        ("The strike killed dozens.", "killed", "dozens", Count(None, None, "dozens")),
    ],
)
def test_a_number_of_the_sentence_can_be_the_toll(text: str, harm: str, words: str, count: Count) -> None:
    found = {option.value: [span.of(text) for span in option.spans] for option in options_for(text, harm)}
    assert found[count] == [words]


def test_not_told_is_always_possible_and_rests_on_no_words() -> None:
    *_, last = options_for("The strike killed eight people.", "injured")
    assert (last.value, last.spans, last.rule) == (None, (), "injured.not-told")


def test_features_say_which_harm_the_words_around_tell_of() -> None:
    text = "The strike killed eight people and wounded 12."
    told = {
        option.value: [feature for feature in option.features if feature.startswith("told=")]
        for option in options_for(text, "killed")
        if option.value
    }
    assert told == {Count(8, 8): ["told=killed"], Count(12, 12): ["told=injured"]}


@pytest.mark.parametrize(
    ("text", "harm", "offered"),
    [
        ("The strike hit a house, injuring at least eight civilians.", "killed", False),
        ("The strike hit a house, injuring at least eight civilians.", "injured", True),
        ("The strike killed at least eight civilians.", "killed", True),
        ("The strike killed and wounded at least eight civilians.", "killed", True),
        ("The strike killed and wounded at least eight civilians.", "injured", True),
        ("The strike hit eight homes.", "killed", False),
        ("The strike caused at least eight casualties.", "killed", True),
    ],
)
def test_a_number_of_houses_or_only_of_injured_is_none_of_the_killed(text: str, harm: str, offered: bool) -> None:
    numbers = {option.value.min for option in options_for(text, harm) if option.value is not None}
    assert (8 in numbers) is offered
