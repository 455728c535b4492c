"""The places of a conflict: finding their names, which entries a name fits, and how far apart they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from trucewatch.packs.folding import fold, spelling_key
from trucewatch.packs.name_index import NameIndex

_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place. `admin1` is the id of its governorate's entry, `country` an ISO code in lower case.

    `lat` and `lon` in degrees, None when not known; `precision_km` how far from there the place may reach.
    """

    id: str
    name: str
    kind: str
    admin1: str | None
    country: str
    lat: float | None
    lon: float | None
    precision_km: float | None
    pcode: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's name as it stands in `text[start:end]`, and the entries that it fits."""

    start: int
    end: int
    text: str
    entry_ids: tuple[str, ...]


class Gazetteer:
    """The places of a conflict with all names that they go by. `no_place` are words that look like one and are none."""

    def __init__(self, places: Iterable[tuple[PlaceEntry, tuple[str, ...]]], no_place: Iterable[str] = ()) -> None:
        self._entries: dict[str, PlaceEntry] = {}
        self._names: list[tuple[str, str]] = []
        for entry, also_called in places:
            self._entries[entry.id] = entry
            self._names.extend((name, entry.id) for name in (entry.name, *also_called))
        self._index: NameIndex[str | None] = NameIndex([*((words, None) for words in no_place), *self._names])

    def __iter__(self) -> Iterator[PlaceEntry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        """Ids by spelling key; made when the first unlisted spelling is looked up."""
        found: dict[str, list[str]] = {}
        for name, entry_id in self._names:
            ids = found.setdefault(spelling_key(name), [])
            if entry_id not in ids:
                ids.append(entry_id)
        return found

    def known(self, entry_id: str) -> bool:
        return entry_id in self._entries

    def entry(self, entry_id: str) -> PlaceEntry:
        """The entry with this id; KeyError when there is none."""
        return self._entries[entry_id]

    def lookup(self, name: str) -> tuple[PlaceEntry, ...]:
        """The entries that a name fits: by the name as written, else by its spelling key. Empty when none fits."""
        exact = dict.fromkeys(entry_id for entry_id in self._index.meanings(name) if entry_id is not None)
        ids = list(exact) or self._spellings.get(spelling_key(name), [])
        return tuple(self._entries[entry_id] for entry_id in ids)

    def find(self, text: str) -> list[PlaceMention]:
        """The mentions of places in a text, in its order, the longest name where names overlap."""
        folded = fold(text)
        spans: dict[tuple[int, int], list[str | None]] = {}
        for hit in self._index.hits(folded):
            spans.setdefault((hit.start, hit.end), []).append(hit.meaning)
        found: list[PlaceMention] = []
        past = 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start < past:
                continue
            past = end
            ids = tuple(dict.fromkeys(spans[start, end]))
            if None not in ids:
                first, last = folded.original_range(start, end)
                found.append(PlaceMention(first, last, text[first:last], tuple(place for place in ids if place)))
        return found

    def distance_km(self, first: str, second: str) -> float | None:
        """Great-circle distance between two entries; None when the position of one is not known."""
        a, b = self._entries[first], self._entries[second]
        if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return None
        return haversine_km(a.lat, a.lon, b.lat, b.lon)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether one entry is the other, or is the country or governorate that the other lies in."""
        around, within = self._entries[outer], self._entries[inner]
        if outer == inner:
            return True
        if around.kind == "country":
            return within.kind != "country" and within.country == around.country
        return within.admin1 == outer


def haversine_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points given in degrees."""
    across = sin(radians(lat2 - lat1) / 2) ** 2
    along = cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(min(1.0, sqrt(across + along)))
