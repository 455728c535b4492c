"""Longer names of bodies that hold the words of a party."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of


def parties(text: str, conflict: str = "syria") -> dict[str, tuple[str, ...]]:
    reading = reading_of(text, conflict=conflict)
    return {m.span.of(text): m.ids for group in reading.parties for m in group}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters of the Free Idlib Army shelled the town.", "Free Idlib Army"),
        ("The Syrian Liberation Army killed ten people.", "Syrian Liberation Army"),
        ("The Popular Syrian Army shelled the town.", "Popular Syrian Army"),
        ("The Iraqi Islamic Army fired rockets at the base.", "Iraqi Islamic Army"),
        ("The Russian Volunteer Corps raided a village.", "Russian Volunteer Corps"),
        ("The Russian Orthodox Church said that a priest was killed.", "Russian Orthodox Church"),
        ("The American University of Beirut was shelled.", "American University of Beirut"),
        ("The Army of the Men of the Naqshbandi Order attacked.", "Army of the Men of the Naqshbandi Order"),
        ("The Ethiopian People's Revolutionary Party attacked a base.", "Ethiopian People's Revolutionary Party"),
        ("The Kachin Independence Army shelled a post.", "Kachin Independence Army"),
    ],
)
@pytest.mark.parametrize("conflict", ["syria", "yemen", "sudan"])
def test_a_longer_name_is_a_party_of_its_own(text: str, name: str, conflict: str) -> None:
    found = parties(text, conflict)
    assert found[name] == (f"other:{name}",)
    assert not {ids for ids in found.values() if any(party.endswith((".gov", ".forces")) for party in ids)}


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The Syrian Arab Army took the village.", "Syrian Arab Army", "sy.gov.forces"),
        ("Meanwhile Syrian Army forces shelled the town.", "Syrian Army forces", "sy.gov.forces"),
        ("The Royal Saudi Air Force struck the town.", "Saudi Air Force", "sa.forces"),
        ("The post was shelled by the Army on Monday.", "Army", "sy.gov.forces"),
        ("Syrian Army Kills Rebels In Aleppo", "Syrian Army", "sy.gov.forces"),
        ("The Free Syrian Army shelled the town.", "Free Syrian Army", "sy.rebels"),
    ],
)
def test_a_state_s_own_services_stay_its_own(text: str, words: str, party: str) -> None:
    assert parties(text)[words] == (party,)


def test_a_newspaper_is_no_government() -> None:
    assert parties("The Jordan Times said that shells fell.")["Jordan Times"] == ("media",)


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("NPA militants attacked a post.", "NPA militants", "other:NPA"),
        ("Osgiliath soldiers attacked a post in Ithilen.", "Osgiliath soldiers", "other:Osgiliath"),
    ],
)
def test_common_words_after_an_unlisted_name_are_its_own(text: str, words: str, party: str) -> None:
    assert parties(text)[words] == (party,)


def test_words_of_faith_are_no_name_of_a_body() -> None:
    found = parties("Shiite militants and Sunni rebels clashed near Homs.")
    assert found["rebels"] == ("sy.rebels",)
