from __future__ import annotations

from dataclasses import replace

import pytest

from tests.incidents.builders import PLACES, claim, found, on, telling, world
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.incidents.where_and_when import APART, apart_in_place, apart_in_time, day, place
from trucewatch.model import Day, Place
from trucewatch.packs import Gazetteer, PlaceEntry


def at(name: str | None, document: str) -> Traits:
    return traits_of(telling(claim(document=document, place=name)))


def told(when: Day | None, document: str, published: str = "2016-05-29") -> Traits:
    return traits_of(telling(claim(document=document, day=when), published=published))


def test_places_from_the_nearest_to_the_farthest() -> None:
    values = [place(at("Aleppo", "a"), at(name, "b"), world())[0] for name in ("Aleppo", "al-Hamadaniya", "Azaz")]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1.0
    assert values[-1] <= APART


def test_a_governorate_says_little_and_another_one_everything() -> None:
    assert 0 < place(at("Aleppo province", "a"), at("Azaz", "b"), world())[0] < 0.5
    assert 0 < place(at("Aleppo province", "a"), at("Aleppo province", "b"), world())[0] < 0.5
    assert place(at("Aleppo province", "a"), at("Idlib", "b"), world())[0] == -1.0


def test_a_town_just_outside_a_small_governorate_is_told_for_it() -> None:
    small = PlaceEntry("sy.capital", "Capital", "governorate", None, "sy", 35.93, 36.5, 20.0)
    entries = [(entry, ()) for entry in (*PLACES, small)]
    conflict = replace(world(), gazetteer=Gazetteer(entries))
    where = replace(claim(document="a"), place=found(Place("Capital", "sy.capital", None, "sy")))
    capital = traits_of(telling(where))
    assert not apart_in_place(capital, at("Idlib", "b"), conflict)
    assert apart_in_place(capital, at("Azaz", "b"), conflict)
    assert apart_in_place(capital, at("Idlib province", "b"), conflict)


def test_two_settlements_of_one_report_are_two_places_however_near() -> None:
    assert apart_in_place(at("Idlib", "a"), at("Binnish", "a"), world())
    assert not apart_in_place(at("Idlib", "a"), at("Binnish", "b"), world())


def test_names_without_an_entry_are_compared_as_written() -> None:
    assert place(at("al-Nowhere", "a"), at("Nowhere", "b"), world())[0] > 0
    assert apart_in_place(at("Nowhere", "a"), at("Elsewhere", "b"), world())


def test_a_name_without_an_entry_may_be_a_part_of_the_other_place_but_not_in_one_report() -> None:
    assert -0.5 < place(at("Nowhere", "a"), at("Idlib", "b"), world())[0] < 0
    assert apart_in_place(at("Nowhere", "a"), at("Idlib", "a"), world())


def test_a_name_that_fits_several_entries_is_taken_at_its_nearest() -> None:
    either = replace(claim(document="a"), place=found(Place("Aleppo", candidates=("sy.aleppo", "sy.aleppo.city"))))
    ambiguous = traits_of(telling(either))
    assert place(ambiguous, at("Aleppo", "b"), world())[0] == 0.8
    assert not apart_in_place(ambiguous, at("al-Hamadaniya", "b"), world())
    assert apart_in_place(ambiguous, at("Idlib", "b"), world())


def test_no_place_counts_against_a_link_across_reports_only() -> None:
    assert place(at(None, "a"), at("Idlib", "b"), world())[0] < 0 < place(at(None, "a"), at("Idlib", "a"), world())[0]
    assert not apart_in_place(at(None, "a"), at("Idlib", "b"), world())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (on("2016-05-29"), on("2016-05-29"), 1.0),
        (on("2016-05-28", "2016-05-30"), on("2016-05-28", "2016-05-30"), 0.6),
        (on("2016-05-28", "2016-05-30"), on("2016-05-29"), 0.4),
        (on("2016-05-01", "2016-05-31"), on("2016-05-01", "2016-05-31"), 0.2),
        (on("2016-05-28"), on("2016-05-29"), -0.1),
        (on("2016-05-01", "2016-05-31"), on("2016-05-29"), -0.5),
        (on("2016-05-27"), on("2016-05-29"), -1.0),
    ],
)
def test_days_told(one: Day, other: Day, expected: float) -> None:
    first, second = told(one, "a"), told(other, "b")
    assert day(first, second)[0] == day(second, first)[0] == expected
    assert apart_in_time(first, second) is (expected == -1.0)


@pytest.mark.parametrize(
    ("when", "published", "expected"),
    [
        (None, "2016-05-29", 0.4),
        (None, "2016-05-31", 0.2),
        (None, "2016-06-02", -0.5),
        (None, "2016-08-01", -1.0),
        (on("2016-05-28"), "2016-05-30", 0.2),
        (on("2016-01-01", "2016-05-29"), "2016-05-29", -0.5),
    ],
)
def test_a_day_not_told_is_a_weak_sign(when: Day | None, published: str, expected: float) -> None:
    first, second = told(None, "a"), told(when, "b", published)
    assert day(first, second)[0] == pytest.approx(expected)
    assert not apart_in_time(first, second)


def test_one_outlet_on_two_days_mostly_tells_of_two_events() -> None:
    first, next_day = (
        traits_of(telling(claim(document=document), outlet="agency", published=published))
        for document, published in (("a", "2016-05-29"), ("b", "2016-05-30"))
    )
    assert day(first, next_day)[0] < 0 < day(first, told(None, "c", "2016-05-30"))[0]
