"""The places of a conflict: finding their names, which entries a name fits, and how far apart they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from trucewatch.packs.folding import fold, fold_name, spelling_key
from trucewatch.packs.name_index import NameIndex

_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place. `admin1` is the id of its governorate's entry, `country` an ISO code in lower case.

    `within` is the id of a nearer entry around it, such as its district or city, where the table gives one.
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
    within: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's name as it stands in `text[start:end]`, and the entries that it fits."""

    start: int
    end: int
    text: str
    entry_ids: tuple[str, ...]


NamedPlace = tuple[PlaceEntry, tuple[str, ...]]
"""An entry, and the other names that it goes by."""


class Gazetteer:
    """The places of a conflict with all names that they go by. `no_place` are words that look like one and are none."""

    def __init__(self, places: Iterable[NamedPlace], no_place: Iterable[str] = ()) -> None:
        self._entries: dict[str, PlaceEntry] = {}
        self._names: list[tuple[str, str]] = []
        for entry, also_called in places:
            self._entries[entry.id] = entry
            self._names.extend((name, entry.id) for name in (entry.name, *also_called))
        self._no_place = tuple(no_place)
        self._index = self._indexed()

    @classmethod
    def layered(cls, layers: Iterable[Iterable[NamedPlace]], no_place: Iterable[str] = ()) -> Gazetteer:
        """The places of several tables; a name or an id that an earlier table has counts there alone."""
        gazetteer = cls((), no_place)
        taken: set[str] = set()
        for layer in layers:
            new = {entry.id: (entry, names) for entry, names in layer if entry.id not in gazetteer._entries}
            names = [(name, place) for place, (entry, others) in new.items() for name in (entry.name, *others)]
            gazetteer._entries.update((place, entry) for place, (entry, _) in new.items())
            gazetteer._names.extend((name, place) for name, place in names if fold_name(name) not in taken)
            taken.update(fold_name(name) for name, _ in names)
        gazetteer._index = gazetteer._indexed()
        return gazetteer

    def _indexed(self) -> NameIndex[str | None]:
        return NameIndex([*((words, None) for words in self._no_place), *self._names])

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

    def names(self, entry_id: str) -> tuple[str, ...]:
        """The names that the entry is looked for under."""
        return tuple(dict.fromkeys(name for name, place in self._names if place == entry_id))

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
        """Whether one entry is the other, or an entry that the other lies in: district, governorate, country."""
        around, inside = self._entries[outer], self._entries[inner]
        if outer == inner:
            return True
        if around.kind == "country":
            return inside.kind != "country" and inside.country == around.country
        return outer in self.around(inner)

    def around(self, entry_id: str) -> tuple[str, ...]:
        """The entries that one lies in, from the nearest to its governorate; the country is left out."""
        found: list[str] = []
        at = self._entries[entry_id]
        while at.within is not None and at.within in self._entries and at.within not in found:
            found.append(at.within)
            at = self._entries[at.within]
        governorate = at.admin1 or self._entries[entry_id].admin1
        return (*found, governorate) if governorate and governorate not in found else tuple(found)


def haversine_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points given in degrees."""
    across = sin(radians(lat2 - lat1) / 2) ** 2
    along = cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(min(1.0, sqrt(across + along)))
