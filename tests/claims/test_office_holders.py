"""Persons with an office of a state."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of


def parties(text: str) -> list[tuple[str, tuple[str, ...]]]:
    reading = reading_of(text)
    return [(m.span.of(text), m.ids) for group in reading.parties for m in group]


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("President Jane Doe of Peru said so.", "President Jane Doe of Peru", "pe.gov"),
        ("Foreign Minister Omar al-Khalid of Kuwait left.", "Foreign Minister Omar al-Khalid of Kuwait", "kw.gov"),
        ("German Chancellor Greta Holm spoke.", "German Chancellor Greta Holm", "de.gov"),
        ("Kenyas President William Otieno spoke.", "Kenyas President William Otieno", "ke.gov"),
        ("Japans Defence Minister Taro Ito spoke.", "Japans Defence Minister Taro Ito", "jp.forces"),
        ("He met Lebanon's new President Elias Khoury.", "Lebanon's new President Elias Khoury", "lb.gov"),
        ("Rebel commander Abu Omar said so.", "Rebel commander Abu Omar", "sy.rebels"),
    ],
)
def test_person_office_and_state_are_one_mention(text: str, words: str, party: str) -> None:
    assert (words, (party,)) in parties(text)


def test_both_of_a_coordination_are_found() -> None:
    text = "Chilean leader Ana Ruiz and President Luis Mora of Peru met on Monday."
    assert [ids for _, ids in parties(text)] == [("cl.gov",), ("pe.gov",)]


@pytest.mark.parametrize(
    "text", ["Ousted President Askar Tamov left.", "The late President Jane Doe of Peru is told of."]
)
def test_who_holds_the_office_no_more_speaks_for_nobody(text: str) -> None:
    assert not [ids for words, ids in parties(text) if "President" in words]


def test_a_namesake_is_not_the_holder() -> None:
    assert ("sy.gov",) not in [ids for _, ids in parties("Doctor Ibrahim al-Assad said that shells fell.")]
    assert ("sy.gov",) in [ids for _, ids in parties("President Bashar al-Assad said that shells fell.")]
    assert ("ru.forces",) in [ids for _, ids in parties("Gen. Shoigu said that shells fell.")]
