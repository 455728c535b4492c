from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.packs import load_conflict
from trucewatch.packs.gazetteer import haversine_km
from trucewatch.packs.relative_places import find_relative, phrases

SYRIA = load_conflict("syria").gazetteer


def found(text: str) -> list[tuple[str, str, float | None, float | None]]:
    """(words, rule, bearing, kilometres) of each phrase."""
    places = find_relative(text, SYRIA.find(text))
    return [(text[place.start : place.end], place.rule, place.bearing, place.km) for place in places]


@pytest.mark.parametrize(
    ("text", "phrase", "rule", "bearing", "km"),
    [
        ("Clashes broke out 15 km south of Palmyra.", "15 km south of Palmyra", "distance", 180, 15),
        ("about ten kilometres to the north-east of Raqqa", "about ten kilometres to the north-east of Raqqa",
         "distance", 45, 10),
        ("some 2.5 miles from the town of Azaz", "some 2.5 miles from the town of Azaz", "distance", None, 2.5 * 1.609),
        ("a post 500 metres west of Kobani", "500 metres west of Kobani", "distance", 270, 0.5),
        ("fighting north of Homs city", "north of Homs city", "direction", 0, None),
        ("shells fell outside Palmyra", "outside Palmyra", "near", None, 10),
        ("on the outskirts of the city of Aleppo", "on the outskirts of the city of Aleppo", "near", None, 5),
        ("near Ariha", "near Ariha", "near", None, 25),
        ("in the southern countryside of Aleppo", "southern countryside of Aleppo", "part", 180, None),
        ("in Daraa's northern countryside", "Daraa's northern countryside", "part", 0, None),
    ],
)  # fmt: skip
def test_a_place_told_by_another(text: str, phrase: str, rule: str, bearing: float | None, km: float | None) -> None:
    ((words, how, direction, distance),) = found(text)
    assert (words, how, direction) == (phrase, rule, bearing)
    assert distance == pytest.approx(km) if km is not None else distance is None


@pytest.mark.parametrize(
    "text", ["Palmyra was bombed.", "It left for Palmyra.", "15 soldiers of Palmyra", "nearby Palmyra"]
)
def test_a_place_that_is_the_place(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["between Saraqib and Ariha", "on the road linking Saraqib to Ariha"])
def test_between_two_places(text: str) -> None:
    ((place, where),) = list(phrases(text, SYRIA))
    assert place.rule == "between"
    assert where is not None
    ends = [SYRIA.entry(mention.entry_ids[0]) for mention in place.mentions]
    for end in ends:
        assert end.lat is not None and end.lon is not None  # noqa: PT018 - for the type
        assert haversine_km(where.lat, where.lon, end.lat, end.lon) <= where.radius_km


def test_a_distance_moves_the_point_and_widens_it() -> None:
    ((_, where),) = list(phrases("15 km south of Palmyra", SYRIA))
    palmyra = SYRIA.lookup("Palmyra")[0]
    assert where is not None
    assert palmyra.lat is not None and palmyra.lon is not None  # noqa: PT018 - for the type
    assert haversine_km(where.lat, where.lon, palmyra.lat, palmyra.lon) == pytest.approx(15, abs=0.1)
    assert where.lat < palmyra.lat
    assert where.radius_km == pytest.approx((palmyra.precision_km or 0) + 6)


def test_near_keeps_the_point_and_widens_it() -> None:
    ((_, where),) = list(phrases("near Ariha", SYRIA))
    ariha = SYRIA.lookup("Ariha")[0]
    assert where is not None
    assert (where.lat, where.lon, where.radius_km) == (ariha.lat, ariha.lon, (ariha.precision_km or 0) + 25)


def test_what_may_be_several_places_is_nowhere() -> None:
    ((_, where),) = list(phrases("near al-Midan", SYRIA))
    assert where is None


@given(st.lists(st.sampled_from(["15 km", "south of", "near", "between", "and", "Palmyra", "Homs", "’s", "é", " "])))
def test_phrases_slice_any_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for place in find_relative(text, SYRIA.find(text)):
        assert 0 <= place.start < place.end <= len(text)
        assert any(text[place.start : place.end].find(mention.text) >= 0 for mention in place.mentions)
