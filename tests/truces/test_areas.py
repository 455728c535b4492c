from __future__ import annotations

import pytest

from tests.incidents.builders import at, world
from tests.truces.builders import truce
from trucewatch.model import Answer, Area, Place, Policy
from trucewatch.truces.areas import Areas, distance_to_line_km

COUNTRY = Area("syria", "country", ("sy",))
ALEPPO = Area("aleppo", "admin1", ("sy.aleppo",))
ZONE = Area("zone", "zone", ("sy.idlib.city",))
LINE = Area("line", "line", (), through=("sy.aleppo.city", "sy.aleppo.azaz"), within_km=15)


def answer(place: str | Place, *areas: Area, policy: Policy | None = None) -> Answer:
    held = truce(areas=areas, policy=policy or Policy())
    return Areas(held, world()).answer(at(place) if isinstance(place, str) else place, areas[0].id)


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Idlib", Answer.YES), ("Idlib province", Answer.UNKNOWN), ("Azaz", Answer.NO), ("Lebanon", Answer.NO)],
)
def test_a_zone_of_places(place: str, expected: Answer) -> None:
    assert answer(place, ZONE) is expected


def test_a_place_that_may_overlap_a_zone_s_member_is_open() -> None:
    wide = Area("zone", "zone", ("sy.aleppo.city",))
    assert answer("al-Hamadaniya", wide) is Answer.UNKNOWN
    assert answer("Azaz", wide) is Answer.NO


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Azaz", Answer.YES),
        ("Idlib", Answer.NO),
        ("Aleppo", Answer.YES),
        ("Aleppo province", Answer.UNKNOWN),
        ("Nowhere", Answer.UNKNOWN),
    ],
)
def test_a_line_and_how_far_it_reaches(place: str, expected: Answer) -> None:
    assert answer(place, LINE) is expected


def test_what_is_left_out_of_an_area() -> None:
    less = Area("rest", "country", ("sy",), less=("aleppo",))
    assert answer("Azaz", less, ALEPPO) is Answer.NO
    assert answer("Idlib", less, ALEPPO) is Answer.YES
    assert answer("Syria", less, ALEPPO) is Answer.UNKNOWN


def test_texts_that_draw_it_differently_dispute_only_what_lies_between() -> None:
    first = Area("one", "admin1", ("sy.aleppo",), alternatives=("other",))
    other = Area("other", "country", ("sy",))
    assert answer("Azaz", first, other) is Answer.YES
    assert answer("Idlib", first, other) is Answer.DISPUTED
    assert answer("Lebanon", first, other) is Answer.NO


def test_a_place_told_more_coarsely_than_the_policy_allows() -> None:
    assert answer("Idlib province", COUNTRY, policy=Policy(coarsest_place="settlement")) is Answer.UNKNOWN
    assert answer("Idlib province", COUNTRY, policy=Policy(coarsest_place="admin1")) is Answer.YES
    assert answer("Syria", COUNTRY, policy=Policy(coarsest_place="admin1")) is Answer.UNKNOWN
    assert answer("Lebanon", COUNTRY, policy=Policy(coarsest_place="admin1")) is Answer.NO


def test_codes_serve_where_the_gazetteer_lacks_the_entry() -> None:
    gone = Place("Gone", "sy.gone", "sy.idlib", "sy")
    assert answer(gone, COUNTRY) is Answer.YES
    assert answer(gone, ALEPPO) is Answer.NO
    assert answer(gone, LINE) is Answer.UNKNOWN
    assert answer(gone, COUNTRY, policy=Policy(coarsest_place="admin1")) is Answer.UNKNOWN
    abroad = Place("Far", "xx.far", None, "xx")
    assert [answer(abroad, area) for area in (COUNTRY, ALEPPO, ZONE, LINE)] == [Answer.NO] * 4


def test_distance_to_a_line() -> None:
    line = [(36.0, 37.0), (36.0, 38.0)]
    assert distance_to_line_km((36.1, 37.5), line) == pytest.approx(11.1, abs=0.1)
    assert distance_to_line_km((36.0, 36.9), line) == pytest.approx(9.0, abs=0.1)
    assert distance_to_line_km((36.0, 37.0), line[:1]) == 0
    assert distance_to_line_km((36.0, 37.1), [line[0], line[0]]) == pytest.approx(9.0, abs=0.1)
