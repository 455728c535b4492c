from __future__ import annotations

from dataclasses import replace

import pytest

from tests.incidents.builders import claim, found
from tests.truces.builders import case, term, truce
from trucewatch.model import Answer, Area, Place
from trucewatch.truces.in_area import in_area

ALEPPO = truce(term(area="aleppo"), areas=(Area("aleppo", "admin1", ("sy.aleppo",)),))
TOWN = truce(term(area="town"), areas=(Area("town", "place", ("sy.idlib.binnish",)),))
NOBODY_KNOWS = truce(term(area="held"), areas=(Area("held", "undelineated", ()),))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Idlib", Answer.YES),
        ("Syria", Answer.YES),
        ("Lebanon", Answer.NO),
        ("Nowhere", Answer.UNKNOWN),
        (None, Answer.UNKNOWN),
    ],
)
def test_a_country(place: str | None, expected: Answer) -> None:
    assert in_area(case(claim(place=place))).answer is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Azaz", Answer.YES),
        ("Aleppo province", Answer.YES),
        ("Idlib", Answer.NO),
        ("Syria", Answer.UNKNOWN),
    ],
)
def test_a_governorate(place: str, expected: Answer) -> None:
    assert in_area(case(claim(place=place), under=ALEPPO)).answer is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Binnish", Answer.YES), ("Idlib", Answer.NO), ("Idlib province", Answer.UNKNOWN), ("Syria", Answer.UNKNOWN)],
)
def test_a_town(place: str, expected: Answer) -> None:
    assert in_area(case(claim(place=place), under=TOWN)).answer is expected


def test_an_area_that_nobody_drew_answers_nothing() -> None:
    assert in_area(case(claim(place="Idlib"), under=NOBODY_KNOWS)).answer is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [(("sy.idlib.city", "sy.aleppo.azaz"), Answer.YES), (("sy.idlib.city", "lb"), Answer.UNKNOWN)],
)
def test_a_name_that_fits_several_entries(candidates: tuple[str, ...], expected: Answer) -> None:
    ambiguous = replace(claim(), place=found(Place("Somewhere", candidates=candidates)))
    assert in_area(case(ambiguous)).answer is expected


def test_an_entry_that_the_gazetteer_no_longer_holds() -> None:
    for place, expected in (
        (Place("Gone", "sy.gone", "sy.idlib", "sy"), Answer.YES),
        (Place("X", "x"), Answer.UNKNOWN),
    ):
        assert in_area(case(replace(claim(), place=found(place)))).answer is expected


def test_undelineated_land_disputes_only_where_a_claim_puts_an_excluded_party() -> None:
    plain = claim(place="Idlib", actor=("ru.forces",), target=("sy.rebels",))
    mixed = claim(place="Idlib", actor=("ru.forces",), target=("sy.rebels", "is"))
    assert in_area(case(plain)).answer is Answer.YES
    disputed = in_area(case(mixed))
    assert disputed.answer is Answer.DISPUTED
    assert {ground.claim_id for ground in disputed.grounds} == {mixed.id}


def test_only_the_place_of_who_is_excluded_is_said_to_be_theirs() -> None:
    elsewhere = claim(document="a", place="Aleppo", target=("sy.rebels",))
    there = claim(document="b", place="Idlib", target=("is",))
    disputed = in_area(case(elsewhere, there))
    assert disputed.answer is Answer.DISPUTED
    told, _, beside = disputed.reason.partition("was not delineated.")
    assert "No account puts it outside the area" in told
    assert "Idlib" in told
    assert "Aleppo" not in told
    assert "Aleppo" in beside
    assert [(one.claim_id, one.field) for one in disputed.grounds] == [
        (there.id, "place"),
        (there.id, "actor"),
        (there.id, "target"),
        (elsewhere.id, "place"),
    ]


def test_accounts_in_and_outside() -> None:
    found_in = in_area(case(claim(document="a", place="Idlib"), claim(document="b", place="Lebanon")))
    assert found_in.answer is Answer.DISPUTED
