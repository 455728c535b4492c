from __future__ import annotations

from datetime import date

import pytest

from trucewatch.packs import load_conflict
from trucewatch.views.pack_sheet import pack_sheet, party_sheet, place_sheet

YEMEN = load_conflict("yemen")


def test_a_pack_is_told_in_numbers_and_parties() -> None:
    sheet = pack_sheet(YEMEN)
    facts = dict(sheet.facts)
    assert sheet.heading == "Yemen, from 2014 (yemen)"
    assert facts["  governorate"] == "22"
    assert facts["  ye.houthis"] == "Houthis"


def test_a_party_is_told_with_what_it_is_part_of_and_all_its_names() -> None:
    lines = list(party_sheet(YEMEN, "ye.stc.forces").lines())
    assert lines[0] == "Forces of the Southern Transitional Council"
    assert "  part of  Southern Transitional Council (ye.stc)" in lines
    assert "  STC forces  (name, from 2017-05-11)" in lines


@pytest.mark.parametrize(("day", "there"), [(date(2020, 1, 1), True), (date(2023, 1, 1), False)])
def test_only_names_of_the_day(day: date, there: bool) -> None:
    names = {name.name for name in party_sheet(YEMEN, "ye.gov", day=day).names}
    assert ("President Hadi" in names) is there


def test_a_wording_of_some_outlets_says_so() -> None:
    lines = list(party_sheet(YEMEN, "sa.forces").lines())
    assert "  Saudi enemy  (wording)  only in outlets that are houthi" in lines


def test_a_place_is_told_with_what_it_lies_in() -> None:
    facts = dict(place_sheet(YEMEN, "ye.taiz.mokha").facts)
    assert facts["in"] == "Taiz, ye"
    assert facts["where"] == "13.32, 43.25, up to 5.0 km around"
