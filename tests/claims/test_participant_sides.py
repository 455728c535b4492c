"""The two sides of a report as those who make, keep or end a truce together."""

from __future__ import annotations

from tests.claims.builders import reading_of
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.participant_sides import both_sides
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties

TEXT = "The army shelled Hama. Rebels fired mortars at the army. The truce took effect at midnight."


def _draft(reading: Reading, word: str, act: str) -> Draft:
    found = [c for group in reading.candidates for c in group if c.span(reading.trees[c.sentence]).of(TEXT) == word]
    return Draft(found[0], act, "test")


def _options(act: str, word: str, conflict: str = "syria") -> list[Option[Parties]]:
    reading = reading_of(TEXT, conflict=conflict)
    return list(both_sides(reading, _draft(reading, word, act), "actor"))


def test_a_truce_can_be_the_act_of_both_sides_that_the_report_names() -> None:
    (both,) = _options("truce.declare", "truce")
    assert set(both.value) == {"sy.gov", "sy.rebels"}
    assert [span.of(TEXT) for span in both.spans] == ["army", "Rebels"]
    assert both.rule == "actor.both-sides"


def test_the_same_words_name_the_sides_of_another_war() -> None:
    reading = reading_of(
        "Yemeni government forces shelled Hays. The Houthis fired back. The truce took effect.", conflict="yemen"
    )
    draft = Draft(next(c for c in reading.candidates[2]), "truce.declare", "test")
    (both,) = both_sides(reading, draft, "actor")
    assert set(both.value) == {"ye.gov", "ye.houthis"}


def test_no_two_sides_share_an_attack() -> None:
    assert _options("attack.shelling", "shelled") == []


def test_one_side_alone_makes_no_pair() -> None:
    reading = reading_of("The army shelled Hama. The truce took effect.")
    draft = Draft(next(c for c in reading.candidates[1]), "truce.declare", "test")
    assert list(both_sides(reading, draft, "actor")) == []
