"""No place finer than a settlement is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.model import Place
from trucewatch.packs import Gazetteer, PlaceEntry, load_conflict
from trucewatch.packs.public_places import DECIMALS, GONE, UNLISTED, PublicPlaces, public_places

PACKS = sorted(path.name for path in (Path(load_conflict("syria").folder).parent).iterdir() if path.is_dir())


def entry(
    key: str,
    kind: str,
    at: tuple[float, float] | None = None,
    km: float | None = None,
    *,
    within: str | None = None,
    region: str | None = "west",
) -> PlaceEntry:
    lat, lon = at or (None, None)
    return PlaceEntry(key, key.title(), kind, region, "xx", lat, lon, km, None, within)


PLACES = (
    entry("west", "governorate", region=None),
    entry("hills", "district", (10.2, 10.0), 15),
    entry("big", "city", (10.0, 10.0), 8),
    entry("small", "village", (10.0, 10.08), 2),
    entry("old quarter", "neighbourhood", (10.01, 10.0), 1),
    entry("outskirts", "neighbourhood", (10.0, 9.915), 1),
    entry("market", "neighbourhood", within="small"),
    entry("new quarter", "neighbourhood", (9.9, 10.3), 1),
    entry("mill quarter", "neighbourhood", (9.9, 10.315), 1),
    entry("mill", "town", (9.9, 10.32), 3),
    entry("lost quarter", "neighbourhood", (12, 12), 1),
    entry("airfield", "base", (10.0, 10.085), 2),
    entry("depot", "base", (12.0, 12.0), 2, within="hills"),
    entry("gate", "base", within="airfield"),
    entry("tents", "camp", (10.0, 10.0), 1, within="big"),
    entry("clinic", "site", (10.0, 10.0), 1, within="hills"),
    entry("post", "border", (11.0, 11.0), 2),
    entry("frontier", "border", (11.0, 11.0), 60),
    entry("lane", "road", (10.0, 10.0), 1),
    entry("highway", "road", (10.0, 10.0), 90),
    entry("outpost", "site", (10.0, 10.0), 1, region=None),
)


@pytest.fixture
def shown() -> PublicPlaces:
    return PublicPlaces(Gazetteer((one, ("Grand",) if one.id in ("big", "small") else ()) for one in PLACES))


@pytest.mark.parametrize(
    ("key", "name", "text"),
    [
        ("west", "West", "West"),
        ("hills", "Hills", "Hills, West"),
        ("big", "Big", "Big, West"),
        ("small", "Small", "Small, West"),
        ("old quarter", "Big", "Big, West"),
        ("outskirts", "near Big", "near Big, West"),
        ("market", "Small", "Small, West"),
        ("new quarter", "near Mill", "near Mill, West"),
        ("mill quarter", "Mill", "Mill, West"),
        ("lost quarter", "a neighbourhood in West", "a neighbourhood in West"),
        ("airfield", "near Small", "near Small, West"),
        ("depot", "a base in Hills", "a base in Hills"),
        ("gate", "a base in West", "a base in West"),
        ("tents", "a camp in West", "a camp in West"),
        ("clinic", "a site in Hills", "a site in Hills"),
        ("post", "a crossing in West", "a crossing in West"),
        ("frontier", "Frontier", "Frontier, West"),
        ("lane", "near Big", "near Big, West"),
        ("highway", "Highway", "Highway, West"),
        ("outpost", "a site", "a site"),
    ],
)
def test_each_kind_of_place(shown: PublicPlaces, key: str, name: str, text: str) -> None:
    place = Place(key.title(), key, None if key in ("west", "outpost") else "west", "xx")
    assert (shown.name(place), shown.text(place)) == (name, text)
    assert shown.is_beside(key) == name.startswith("near ")


def test_a_quarter_is_not_taken_for_one_of_another_governorates_city() -> None:
    places = (*PLACES, entry("across", "neighbourhood", (10.01, 10.0), 1, region="east"), entry("east", "governorate"))
    shown = PublicPlaces(Gazetteer((one, ()) for one in places))
    assert shown.name(Place("Across", "across")) == "a neighbourhood in East"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("Nowhere Lane"), UNLISTED),
        (Place("Gone", "gone"), GONE),
        (Place("Gone", "gone", "west"), f"{GONE}, in West"),
        (Place("Gone", candidates=("gone",)), GONE),
        (Place("Grand", candidates=("big", "small")), "Grand (several places of this name)"),
        (Place("Grand"), "Grand (several places of this name)"),
        (Place("Big"), "Big"),
        (Place("Tents"), "a camp in West"),
        (Place("Bab", candidates=("market", "old quarter")), "Small, West or Big, West (several places of this name)"),
        (Place("Bab", candidates=("gone", "old quarter")), "Big, West"),
        (
            Place("Bab", candidates=("market", "old quarter", "depot", "post")),
            "one of several places of this name",
        ),
    ],
)
def test_names_that_are_not_one_entry(shown: PublicPlaces, place: Place, text: str) -> None:
    assert shown.text(place) == text


def test_a_name_as_written_stands_only_where_it_is_one_of_the_entry(shown: PublicPlaces) -> None:
    assert shown.name(Place("grand", "big")) == "grand"
    assert shown.name(Place("Old Quarter of Big", "big")) == "Big"


def test_points_are_those_of_the_settlement_and_rounded(shown: PublicPlaces) -> None:
    assert shown.point("old quarter") == shown.point("big") == (10.0, 10.0)
    assert shown.point("airfield") == (10.0, 10.08)
    assert shown.point("tents") is None
    assert shown.point("gone") is None


@pytest.mark.parametrize("pack", PACKS)
def test_no_entry_of_a_shipped_pack_is_shown_by_its_own_name_where_it_is_finer(pack: str) -> None:
    conflict = load_conflict(pack)
    shown = public_places(conflict.gazetteer)
    finer = [one for one in conflict.gazetteer if shown.is_finer(one.id)]
    assert finer
    for one in finer:
        text = shown.text(Place(one.name, one.id, one.admin1, one.country))
        holder = shown.entry(one.id)
        assert holder is None or not shown.is_finer(holder.id)
        assert text.removeprefix("near ").partition(", ")[0] in (holder and holder.name, _unnamed(one, holder)), one.id
        point = shown.point(one.id)
        assert point is None or point == tuple(round(degrees, DECIMALS) for degrees in point)
        assert point is None or (holder is not None and abs(point[0] - (holder.lat or 0)) <= 10**-DECIMALS)


def _unnamed(one: PlaceEntry, holder: PlaceEntry | None) -> str:
    noun = "crossing" if one.kind == "border" else one.kind
    return f"a {noun} in {holder.name}" if holder else f"a {noun}"


def test_a_quarter_of_aleppo_is_shown_as_aleppo() -> None:
    syria = load_conflict("syria")
    (quarter,) = syria.gazetteer.lookup("Bustan al-Qasr")
    place = Place("Bustan al-Qasr", quarter.id, quarter.admin1, "sy")
    assert public_places(syria.gazetteer).text(place) == "Aleppo city, Aleppo"
