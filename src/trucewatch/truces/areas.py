"""Places of the gazetteer against the areas of a truce."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from trucewatch.model import Answer, Area, Place, Truce

if TYPE_CHECKING:
    from trucewatch.packs import Conflict, PlaceEntry

UNDELINEATED = "undelineated"
_KM_A_DEGREE = 111.2
_WIDE = {"country": "country", "governorate": "admin1"}
"""Kinds of entries too wide for a policy that asks for places told more finely."""
_FINENESS = ("settlement", "admin1", "country")


class Areas:
    """The areas of one truce; each answer on an entry is worked out once."""

    def __init__(self, truce: Truce, conflict: Conflict) -> None:
        self._by_id = {area.id: area for area in truce.areas}
        self._gazetteer = conflict.gazetteer
        self._coarsest = _FINENESS.index(truce.policy.coarsest_place)
        self._known: dict[tuple[str, str], Answer] = {}
        self._reaching: dict[str, frozenset[str]] = {}
        self._bounded = {area.id: self._keeps_to_its_countries(area) for area in truce.areas}
        self._of_terms = tuple(dict.fromkeys(term.area for term in truce.terms))
        self._outside: dict[Place, bool] = {}
        self.carves_out = any(area.kind == UNDELINEATED for area in truce.areas)

    def area(self, area_id: str) -> Area:
        return self._by_id[area_id]

    def outside_all(self, place: Place) -> bool:
        """Whether a place told lies outside all areas in which terms hold."""
        outside = self._outside.get(place)
        if outside is None:
            outside = self._outside[place] = self._is_abroad(place) or all(
                self.answer(place, area_id) is Answer.NO for area_id in self._of_terms
            )
        return outside

    def _is_abroad(self, place: Place) -> bool:
        """Whether the countries alone put it outside all areas."""
        reached, entries = self._all_countries, self._entries(place)
        if reached is None or not entries:
            return False
        return all(self._gazetteer.entry(entry_id).country not in reached for entry_id in entries)

    @cached_property
    def _all_countries(self) -> frozenset[str] | None:
        """The countries that the terms' areas keep to; None where one may reach over a border."""
        if not all(self._bounded[area_id] for area_id in self._of_terms):
            return None
        return frozenset(code for area_id in self._of_terms for code in self._countries(area_id))

    def _entries(self, place: Place) -> list[str]:
        named = (place.place_id,) if place.place_id is not None else place.candidates
        return [entry_id for entry_id in named if self._gazetteer.known(entry_id)]

    def answer(self, place: Place, area_id: str) -> Answer:
        """Where a place told lies, by all entries that its name fits, else by the codes it was given."""
        entries = self._entries(place)
        if entries:
            return _same(self._entry(entry_id, area_id) for entry_id in entries)
        return self._by_codes(place, self._by_id[area_id])

    def _by_codes(self, place: Place, area: Area) -> Answer:
        drawn = area.kind != UNDELINEATED
        if drawn and place.country is not None and place.country not in self._countries(area.id):
            return Answer.NO
        if area.less or area.alternatives or self._coarsest < len(_FINENESS) - 1:
            return Answer.UNKNOWN
        if area.kind == "country" and place.country is not None:
            return _yes_or_no(place.country in area.members)
        if area.kind == "admin1" and place.admin1 is not None:
            return _yes_or_no(place.admin1 in area.members)
        return Answer.UNKNOWN

    def _keeps_to_its_countries(self, area: Area) -> bool:
        """Whether nothing abroad can lie in an area: a zone or a line may reach over a border."""
        return all(one.kind in {"country", "admin1", "place"} for one in (area, *map(self.area, area.alternatives)))

    def _countries(self, area_id: str) -> frozenset[str]:
        """The countries that an area, or another text's area in its place, reaches into."""
        if area_id not in self._reaching:
            area = self._by_id[area_id]
            drawn = (area, *(self._by_id[one] for one in area.alternatives))
            entries = [one for part in drawn if part.kind != "country" for one in (*part.members, *part.through)]
            countries = {self._gazetteer.entry(one).country for one in entries if self._gazetteer.known(one)}
            countries |= {code for part in drawn if part.kind == "country" for code in part.members}
            self._reaching[area_id] = frozenset(countries)
        return self._reaching[area_id]

    def _entry(self, entry_id: str, area_id: str) -> Answer:
        key = entry_id, area_id
        if key not in self._known:
            area, entry = self._by_id[area_id], self._gazetteer.entry(entry_id)
            if self._bounded[area_id] and entry.country not in self._countries(area_id):
                self._known[key] = Answer.NO
                return Answer.NO
            texts = {self._within(entry, one) for one in (area, *(self._by_id[other] for other in area.alternatives))}
            if {Answer.YES, Answer.NO} <= texts:
                self._known[key] = Answer.DISPUTED
            else:
                self._known[key] = texts.pop() if len(texts) == 1 else Answer.UNKNOWN
        return self._known[key]

    def _within(self, entry: PlaceEntry, area: Area) -> Answer:
        """In the area as drawn and in none of those left out of it. Land that nobody delineated takes nothing away."""
        drawn = self._drawn(entry, area)
        left_out = [self._drawn(entry, self._by_id[one]) for one in area.less if self._by_id[one].kind != UNDELINEATED]
        if drawn is Answer.NO or Answer.YES in left_out:
            return Answer.NO
        if Answer.UNKNOWN in left_out:
            return Answer.UNKNOWN
        told = _FINENESS.index(_WIDE.get(entry.kind, "settlement"))
        return Answer.UNKNOWN if told > self._coarsest else drawn

    def _drawn(self, entry: PlaceEntry, area: Area) -> Answer:
        if area.kind == "country":
            return _yes_or_no(entry.country in area.members)
        if area.kind in {"line", "corridor"}:
            return self._along(entry, area)
        if area.kind == UNDELINEATED:
            return Answer.UNKNOWN
        if any(self._gazetteer.contains(member, entry.id) for member in area.members):
            return Answer.YES
        if any(self._gazetteer.contains(entry.id, member) for member in area.members):
            return Answer.UNKNOWN
        near = area.kind == "zone" and any(self._touch(entry, self._gazetteer.entry(one)) for one in area.members)
        return Answer.UNKNOWN if near else Answer.NO

    def _touch(self, one: PlaceEntry, other: PlaceEntry) -> bool:
        """Whether two entries may overlap, as far as each reaches; a governorate's reach says nothing of its shape."""
        if {one.kind, other.kind} & set(_WIDE):
            return False
        apart = self._gazetteer.distance_km(one.id, other.id)
        return apart is not None and apart <= (one.precision_km or 0.0) + (other.precision_km or 0.0)

    def _along(self, entry: PlaceEntry, area: Area) -> Answer:
        """By the distance to the line through its places; a place may be as far off as its precision says."""
        if entry.lat is None or entry.lon is None or area.within_km is None:
            return Answer.UNKNOWN
        along = [self._gazetteer.entry(one) for one in area.through]
        points = [(one.lat, one.lon) for one in along if one.lat is not None and one.lon is not None]
        if not points:
            return Answer.UNKNOWN
        apart, off = distance_to_line_km((entry.lat, entry.lon), points), entry.precision_km or 0.0
        if apart + off <= area.within_km:
            return Answer.YES
        return Answer.NO if apart - off > area.within_km else Answer.UNKNOWN


def distance_to_line_km(point: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """From a point to the nearest point of a line through several, in degrees of latitude and longitude.

    Flat geometry around the point: right to well under a kilometre over the length of a front.
    """
    scale = _KM_A_DEGREE * cos(radians(point[0]))
    flat = [((lon - point[1]) * scale, (lat - point[0]) * _KM_A_DEGREE) for lat, lon in line]
    if len(flat) == 1:
        return hypot(*flat[0])
    return min(_from_origin(start, end) for start, end in pairwise(flat))


def _from_origin(start: tuple[float, float], end: tuple[float, float]) -> float:
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(x * dx + y * dy) / length)) if length else 0.0
    return hypot(x + along * dx, y + along * dy)


def _same(answers: Iterable[Answer]) -> Answer:
    told = set(answers)
    return told.pop() if len(told) == 1 else Answer.UNKNOWN


def _yes_or_no(inside: bool) -> Answer:
    return Answer.YES if inside else Answer.NO
