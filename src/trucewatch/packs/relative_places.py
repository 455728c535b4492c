"""Places told by another: "15 km south of Palmyra", "outside Homs", "on the road between A and B"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import asin, atan2, cos, degrees, radians, sin

from trucewatch.packs.complaints import Complaints
from trucewatch.packs.folding import Folded, fold
from trucewatch.packs.gazetteer import EARTH_RADIUS_KM, Gazetteer, PlaceMention, haversine_km
from trucewatch.packs.language_pack import LANGUAGES, load_language
from trucewatch.packs.strict import read_yaml

_BEARING_SLACK = 0.4
"""Half of the eighth of a circle that "south of" may mean, as a share of the distance: the sine of 22.5 degrees."""
_DIRECTION_KM = 15.0
"""How far "south of", with no distance told, is taken to lie from the place."""


@dataclass(frozen=True, slots=True)
class RelativePlace:
    """A phrase `text[start:end]` that places something by the mentions in it.

    `rule` is how: `distance`, `direction`, `near`, `part` or `between`. `bearing` in degrees from north; `km` how far
    from the place, or, for `near`, how far beyond it at most.
    """

    start: int
    end: int
    rule: str
    mentions: tuple[PlaceMention, ...]
    bearing: float | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in degrees, and how far from it, in kilometres, the place told may be."""

    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class _Words:
    distance: re.Pattern[str]
    direction: re.Pattern[str]
    part: re.Pattern[str]
    part_after: re.Pattern[str]
    near: re.Pattern[str]
    between: re.Pattern[str]
    joining: re.Pattern[str]
    km: Mapping[str, float]
    bearings: Mapping[str, float]
    reach: Mapping[str, float]
    numbers: Mapping[str, int]


def find_relative(text: str, mentions: Sequence[PlaceMention]) -> list[RelativePlace]:
    """The phrases of a text that place something by one of its mentions, in its order; one for each mention at most."""
    words, folded = _words(), fold(text)
    found = [_between(words, folded, first, second) for first, second in pairwise(mentions)]
    pairs = [place for place in found if place is not None]
    taken = {mention for place in pairs for mention in place.mentions}
    alone = [_alone(words, folded, mention) for mention in mentions if mention not in taken]
    return sorted([*pairs, *(place for place in alone if place is not None)], key=lambda place: place.start)


def spot(gazetteer: Gazetteer, place: RelativePlace) -> Spot | None:
    """Where the phrase places it; None when a mention is of no place or of several, or its position is not known."""
    spots = [_position(gazetteer, mention) for mention in place.mentions]
    known = [found for found in spots if found is not None]
    if len(known) != len(spots):
        return None
    if place.rule == "between":
        return _middle(known[0], known[1])
    here = known[0]
    if place.rule == "near":
        return Spot(here.lat, here.lon, here.radius_km + (place.km or 0.0))
    if place.rule == "part" and place.bearing is not None:
        return _moved(here, place.bearing, here.radius_km * 0.5, here.radius_km * 0.75 + 2.0)
    if place.bearing is None:
        return Spot(here.lat, here.lon, here.radius_km + (place.km or 0.0))
    km = place.km if place.km is not None else _DIRECTION_KM
    slack = _BEARING_SLACK * km if place.km is not None else _DIRECTION_KM
    return _moved(here, place.bearing, km, here.radius_km + slack)


def _alone(words: _Words, folded: Folded, mention: PlaceMention) -> RelativePlace | None:
    before = folded.text[: _at(folded, mention.start)]
    for rule, pattern in (("distance", words.distance), ("part", words.part), ("direction", words.direction)):
        match = pattern.search(before)
        if match:
            values = match.groupdict()
            bearing = words.bearings.get(values.get("bearing") or "")
            km = _kilometres(words, values) if rule == "distance" else None
            if rule != "distance" or km is not None:
                return RelativePlace(_original(folded, match), mention.end, rule, (mention,), bearing, km)
    after = words.part_after.match(folded.text, _at(folded, mention.end))
    if after:
        end = folded.original_range(after.start(), after.end())[1]
        return RelativePlace(mention.start, end, "part", (mention,), words.bearings[after["bearing"]])
    near = words.near.search(before)
    if near:
        return RelativePlace(_original(folded, near), mention.end, "near", (mention,), None, words.reach[near["near"]])
    return None


def _at(folded: Folded, original: int) -> int:
    """Where in the folded text the character `original` of the text stands, or what follows it where it folds away."""
    return bisect_left(folded.origins, original)


def _original(folded: Folded, match: re.Match[str]) -> int:
    return folded.origins[match.start()]


def _kilometres(words: _Words, values: Mapping[str, str | None]) -> float | None:
    written = (values["number"] or "").replace(",", "")
    number = float(written) if re.fullmatch(r"\d+(?:\.\d+)?", written) else words.numbers.get(written)
    return None if number is None else number * words.km[values["unit"] or ""]


def _between(words: _Words, folded: Folded, first: PlaceMention, second: PlaceMention) -> RelativePlace | None:
    match = words.between.search(folded.text[: _at(folded, first.start)])
    gap = folded.text[_at(folded, first.end) : _at(folded, second.start)]
    if not match or not words.joining.fullmatch(gap):
        return None
    return RelativePlace(_original(folded, match), second.end, "between", (first, second))


def _position(gazetteer: Gazetteer, mention: PlaceMention) -> Spot | None:
    if len(mention.entry_ids) != 1:
        return None
    entry = gazetteer.entry(mention.entry_ids[0])
    if entry.lat is None or entry.lon is None:
        return None
    return Spot(entry.lat, entry.lon, entry.precision_km or 0.0)


def _middle(first: Spot, second: Spot) -> Spot:
    half = haversine_km(first.lat, first.lon, second.lat, second.lon) / 2
    radius = half + max(first.radius_km, second.radius_km)
    return Spot((first.lat + second.lat) / 2, (first.lon + second.lon) / 2, radius)


def _moved(here: Spot, bearing: float, km: float, radius_km: float) -> Spot:
    """The point so far from `here` in that direction, along a great circle."""
    angle, course = km / EARTH_RADIUS_KM, radians(bearing)
    lat, lon = radians(here.lat), radians(here.lon)
    to_lat = asin(sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(course))
    to_lon = lon + atan2(sin(course) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sin(to_lat))
    return Spot(degrees(to_lat), (degrees(to_lon) + 180) % 360 - 180, radius_km)


@cache
def _words(name: str = "en") -> _Words:
    """The words of a language, as patterns over folded text that ends where a place's name begins."""
    complaints = Complaints()
    keys = read_yaml(LANGUAGES / name / "places.yaml", complaints).mapping(
        required=("units", "bearings", "about", "near", "parts", "between", "roads", "joining")
    )
    units = [unit.mapping(required=("words", "km")) for unit in keys["units"].pairs().values()]
    km = {word: unit["km"].number() for unit in units for word in unit["words"].texts()}
    bearings = {word: float(angle) for angle, node in keys["bearings"].pairs().items() for word in node.texts()}
    reach = {word: float(limit) for limit, node in keys["near"].pairs().items() for word in node.texts()}
    lists = {key: keys[key].texts() for key in ("about", "parts", "between", "roads", "joining")}
    complaints.raise_if_any()
    numbers = load_language(name).numbers
    bearing, unit, parts = f"(?P<bearing>{_any(bearings)})", f"(?P<unit>{_any(km)})", _any(lists["parts"])
    number = rf"(?P<number>\d[\d,]*(?:\.\d+)?|{_any(numbers)})"
    the = r"(?:the )?(?:(?:city|town|village) of )?"
    to_it = rf"(?:(?:to the )?{bearing} of|(?:away )?from|outside(?: of)?)"
    return _Words(
        distance=re.compile(rf"\b(?:(?:{_any(lists['about'])}) )*{number} ?{unit} {to_it} {the}$"),
        direction=re.compile(rf"\b(?:just |to the )?{bearing} of {the}$"),
        part=re.compile(rf"\b{bearing} (?:{parts}) of {the}$"),
        part_after=re.compile(rf"(?:s)? {bearing} (?:{parts})\b"),
        near=re.compile(rf"\b(?P<near>{_any(reach)}) {the}$"),
        between=re.compile(rf"\b(?:{_any((*lists['roads'], *lists['between']))}) {the}$"),
        joining=re.compile(rf" (?:{_any(lists['joining'])}) {the}"),
        km=km,
        bearings=bearings,
        reach=reach,
        numbers=numbers,
    )


def _any(words: Mapping[str, object] | Sequence[str]) -> str:
    """One of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def phrases(text: str, gazetteer: Gazetteer) -> Iterator[tuple[RelativePlace, Spot | None]]:
    """The relative places of a text with where each is."""
    return ((place, spot(gazetteer, place)) for place in find_relative(text, gazetteer.find(text)))
