"""Mentions told as one side, and who is hurt beside another."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of
from trucewatch.claims.participant_groups import hurt_beside, together


def _groups(text: str) -> list[set[str]]:
    reading = reading_of(text)
    found = together(reading, 0, reading.parties[0])
    return [{party for mention in group for party in mention.ids} for group in found]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Rebels and Islamic State shelled Hama.", {"sy.rebels", "is"}),
        ("Government forces backed by Hezbollah stormed Daraya.", {"sy.gov.forces", "lb.hezbollah"}),
        ("Rebel fighters, including members of the Nusra Front, seized the hill.", {"sy.rebels", "sy.nusra"}),
        ("Russia, Iran and Turkey signed the deal.", {"ru.gov", "ir.gov", "tr.gov"}),
    ],
)
def test_those_whom_the_words_join_are_one_side(text: str, side: set[str]) -> None:
    assert any(side <= group for group in _groups(text))


def test_two_who_fight_each_other_are_not_joined() -> None:
    assert _groups("Rebels shelled Islamic State positions near Azaz.") == []


def test_civilians_hurt_where_a_force_is_hit_stand_beside_it() -> None:
    reading = reading_of("The blast at an Islamic State checkpoint killed five civilians.")
    pairs = [(force.ids, people.ids) for force, people in hurt_beside(reading, 0, ("civilians",))]
    assert pairs == [(("is",), ("civilians",))]


def test_nobody_stands_beside_civilians_who_are_not_hurt() -> None:
    reading = reading_of("The blast hit an Islamic State checkpoint near civilians.")
    assert list(hurt_beside(reading, 0, ("civilians",))) == []
