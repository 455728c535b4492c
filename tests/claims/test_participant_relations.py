"""What two parties are to each other, and who is told of as hurt."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of
from trucewatch.claims.participant_relations import is_hurt, side_of, standing
from trucewatch.model import Parties
from trucewatch.packs import load_conflict

PARTIES = load_conflict("syria").parties


@pytest.mark.parametrize(
    ("actor", "other", "expected"),
    [
        (("sy.gov.forces",), ("sy.rebels",), "opposed"),
        (("sy.rebels",), ("sy.gov.forces",), "opposed"),
        (("sy.gov.forces",), ("ru.forces",), "allied"),
        (("sy.gov.forces", "ru.forces"), ("ru.forces",), "same"),
        (("sy.gov.forces",), ("civilians",), "unsided"),
        (("other:Some Brigade",), ("sy.rebels",), "unsided"),
        ((), ("sy.rebels",), "nobody"),
        (("sy.rebels",), (), "nobody"),
    ],
)
def test_what_two_parties_are_to_each_other(actor: Parties, other: Parties, expected: str) -> None:
    assert standing(PARTIES, actor, other) == expected


def test_a_body_stands_on_the_side_of_the_body_above_it() -> None:
    assert side_of(PARTIES, "sy.rebels.no-such-brigade") == side_of(PARTIES, "sy.rebels")
    assert side_of(PARTIES, "other:Some Brigade") is None


def hurt(text: str) -> dict[str, bool]:
    reading = reading_of(text)
    return {m.span.of(text): is_hurt(reading, m) for m in reading.parties[0] if m.ids}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels were killed in an air strike on Hama.", {"Rebels": True}),
        ("Government forces killed rebels near Hama.", {"Government forces": False, "rebels": True}),
        ("Three rebels died when government forces shelled Hama.", {"rebels": True, "government forces": False}),
        ("The death of rebels in Hama was reported.", {"rebels": True}),
        ("Rebels shelled Hama.", {"Rebels": False}),
    ],
)
def test_who_is_told_of_as_hurt(text: str, names: dict[str, bool]) -> None:
    found = hurt(text)
    assert {name: found[name] for name in names} == names
