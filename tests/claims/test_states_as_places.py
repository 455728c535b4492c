"""States and capitals that only say where."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of


def ids_in(text: str) -> set[str]:
    return {party for group in reading_of(text).parties for mention in group for party in mention.ids}


@pytest.mark.parametrize(
    "text",
    [
        "Syrias Raqa province was bombed.",
        "Syria's Raqa province was bombed.",
        "Shells fell in Syrias north.",
        "Shells fell since Syrias war started.",
        "Settlers in the West Bank were attacked.",
        "Shells fell on the Damascus countryside.",
    ],
)
def test_a_place_s_owner_is_no_party(text: str) -> None:
    assert ids_in(text) <= {"civilians"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Russias air force bombed the town.", "ru.forces"),
        ("Turkeys army entered the town.", "tr.forces"),
        ("Syrias army took the town.", "sy.gov.forces"),
        ("Irans president spoke.", "ir.gov"),
        ("Syria said so.", "sy.gov"),
    ],
)
def test_a_lost_apostrophe_leaves_the_owner_of_a_body(text: str, party: str) -> None:
    assert party in ids_in(text)


def test_a_state_s_name_before_another_party_only_says_where_that_is_from() -> None:
    assert ids_in("Lebanons Hezbollah and Irans Hassan Rouhani spoke.") == {"lb.hezbollah", "ir.gov"}
    assert "tr.gov" not in ids_in("Turkey's Kurdistan Freedom Falcons bombed a bus.")
