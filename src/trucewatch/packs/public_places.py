"""Places as pages, briefs, reasons and exports name them: no finer than a settlement, whatever a report tells.

What is finer (a quarter, a base, a crossing, a street, a building) is named by the settlement that holds it, a camp or
a building by its district or governorate alone, and a name that the gazetteer does not hold not at all, for nobody
knows how fine it is. The finer words stand in the quoted sentence of the report. Grouping and the tests of a truce's
terms go by the place as read; this is only how it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf

from trucewatch.model import Place
from trucewatch.packs.gazetteer import Gazetteer, PlaceEntry, haversine_km
from trucewatch.packs.geo_precision import LINES, is_point

UNLISTED = "a place not in the gazetteer"
GONE = "a place no longer in the gazetteer"
SEVERAL = "several places of this name"
DECIMALS = 2
"""Of degrees shown: about a kilometre, the extent of a village."""

_SETTLEMENTS = ("city", "town", "village")
_FINER = frozenset({"neighbourhood", "base", "camp", "site"})
_WITHHELD = frozenset({"camp", "site"})
"""Camps, hospitals, schools and other sites: shown by district or governorate; a settlement can hold only one."""
_NOUNS = {"border": "crossing"}
_CITY_EDGE = 1.25
"""How far beyond a city's reach its outskirts are looked for, as a share of that reach."""
_WELL_WITHIN = 0.5
"""A quarter in the middle of a town's reach is taken to be of the town; further out it is told as near it."""
_NAMED = 3
_NEAR_DEGREES = 0.4
"""Only entries no further north or south than this are measured: no settlement reaches further."""


class PublicPlaces:
    """How the places of one gazetteer are shown; each entry is worked out once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._settlements = [one for one in gazetteer if one.kind in _SETTLEMENTS and one.lat is not None]
        self._shown: dict[str, tuple[PlaceEntry | None, bool]] = {}

    def is_finer(self, entry_id: str) -> bool:
        """Whether an entry is finer than a settlement; what the gazetteer does not hold may be."""
        if not self._gazetteer.known(entry_id):
            return True
        entry = self._gazetteer.entry(entry_id)
        return entry.kind in _FINER or (entry.kind in LINES and is_point(entry))

    def entry(self, entry_id: str) -> PlaceEntry | None:
        """The entry that stands for another on pages: itself, or what holds it; None where nothing known does."""
        return self._holder(entry_id)[0]

    def is_beside(self, entry_id: str) -> bool:
        """Whether an entry may lie beside the place that is shown for it, and not in it."""
        return not self._holder(entry_id)[1]

    def name(self, place: Place) -> str:
        """A place told, without the region around it: "Ariha", "near Taftanaz", "a camp in Idlib"."""
        return self.named(place.name, place.place_id, place.candidates)

    def text(self, place: Place) -> str:
        """A place told, with the region around it: "Ariha, Idlib"."""
        return self.named(place.name, place.place_id, place.candidates, region=True, admin1=place.admin1)

    def named(
        self,
        name: str,
        place_id: str | None,
        candidates: Iterable[str] = (),
        *,
        region: bool = False,
        admin1: str | None = None,
    ) -> str:
        """The same from a name as written, the entry that it was taken for, and those that it may stand for."""
        if place_id is None:
            return self._unresolved(name, tuple(candidates) or tuple(one.id for one in self._gazetteer.lookup(name)))
        if not self._gazetteer.known(place_id):
            known = admin1 is not None and self._gazetteer.known(admin1) and not self.is_finer(admin1)
            return f"{GONE}, in {self._gazetteer.entry(admin1).name}" if known and admin1 else GONE
        if self.is_finer(place_id):
            return self._in_place_of(self._gazetteer.entry(place_id), region=region)
        entry = self._gazetteer.entry(place_id)
        written = name if any(one.id == place_id for one in self._gazetteer.lookup(name)) else entry.name
        return self._with_region(written, entry) if region else written

    def point(self, entry_id: str) -> tuple[float, float] | None:
        """Where the place shown lies, in degrees to `DECIMALS`; None where that is not known."""
        shown = self.entry(entry_id)
        if shown is None or shown.lat is None or shown.lon is None:
            return None
        return round(shown.lat, DECIMALS), round(shown.lon, DECIMALS)

    def _unresolved(self, name: str, candidates: Sequence[str]) -> str:
        known = [one for one in candidates if self._gazetteer.known(one)]
        if not known:
            return UNLISTED if not candidates else GONE
        if not any(map(self.is_finer, known)):
            return name if len(known) == 1 else f"{name} ({SEVERAL})"
        entries = (self._gazetteer.entry(one) for one in known)
        shown = tuple(dict.fromkeys(self.named(one.name, one.id, region=True) for one in entries))
        if len(known) == 1:
            return shown[0]
        return f"{' or '.join(shown)} ({SEVERAL})" if len(shown) <= _NAMED else f"one of {SEVERAL}"

    def _in_place_of(self, finer: PlaceEntry, *, region: bool) -> str:
        shown, inside = self._holder(finer.id)
        noun = _NOUNS.get(finer.kind, finer.kind)
        if shown is None:
            return f"a {noun}"
        if shown.kind not in _SETTLEMENTS:
            return f"a {noun} in {shown.name}"
        words = self._with_region(shown.name, shown) if region else shown.name
        return words if inside else f"near {words}"

    def _with_region(self, words: str, entry: PlaceEntry) -> str:
        region = entry.admin1
        if region is None or region == entry.id or not self._gazetteer.known(region):
            return words
        around = self._gazetteer.entry(region).name
        return f"{words}, {around}" if around != words else words

    def _holder(self, entry_id: str) -> tuple[PlaceEntry | None, bool]:
        """What is shown in place of an entry, and whether it is sure to lie in that and not beside it."""
        if entry_id not in self._shown:
            self._shown[entry_id] = self._work_out(entry_id)
        return self._shown[entry_id]

    def _work_out(self, entry_id: str) -> tuple[PlaceEntry | None, bool]:
        if not self._gazetteer.known(entry_id):
            return None, False
        entry = self._gazetteer.entry(entry_id)
        if not self.is_finer(entry_id):
            return entry, True
        coarse = [self._gazetteer.entry(one) for one in self._gazetteer.around(entry_id) if not self.is_finer(one)]
        wider = next((one for one in coarse if one.kind not in _SETTLEMENTS), None)
        if entry.kind in _WITHHELD:
            return wider, True
        listed = next((one for one in coarse if one.kind in _SETTLEMENTS), None)
        if listed is not None:
            return listed, True
        share, nearest = self._by_position(entry)
        if nearest is None:
            return wider, True
        surely = 1.0 if nearest.kind == "city" else _WELL_WITHIN
        return nearest, entry.kind == "neighbourhood" and share <= surely

    def _by_position(self, finer: PlaceEntry) -> tuple[float, PlaceEntry | None]:
        """The settlement of its governorate that reaches over it, nearest for its extent; for a quarter, a city first.

        With it how far that is, as a share of how far the settlement reaches.
        """
        reaching = [
            (one.admin1 is None, share, one.id, one)
            for one in self._settlements
            if one.country == finer.country
            and one.admin1 in (None, finer.admin1)
            and (share := _share_of_reach(finer, one)) <= (_CITY_EDGE if one.kind == "city" else 1)
        ]
        cities = [one for one in reaching if one[3].kind == "city"] if finer.kind == "neighbourhood" else []
        if not reaching:
            return inf, None
        best = min(cities or reaching)
        return best[1], best[3]


def _share_of_reach(finer: PlaceEntry, settlement: PlaceEntry) -> float:
    """How far a place lies from a settlement's middle, as a share of how far the settlement reaches."""
    if finer.lat is None or finer.lon is None or settlement.lat is None or settlement.lon is None:
        return inf
    if not settlement.precision_km or abs(finer.lat - settlement.lat) > _NEAR_DEGREES:
        return inf
    return haversine_km(finer.lat, finer.lon, settlement.lat, settlement.lon) / settlement.precision_km


@lru_cache(maxsize=16)
def public_places(gazetteer: Gazetteer) -> PublicPlaces:
    """The public places of a gazetteer, made once for each."""
    return PublicPlaces(gazetteer)
