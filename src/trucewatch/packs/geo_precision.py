"""How precisely a place is told, on the scales of those who count events.

ACLED (codebook, geo precision): 1 the very settlement; 2 near it, or a part of a region, told by a settlement; 3 a
larger region. UCDP (georeferenced event dataset, codebook, where_prec): 1 the very point; 2 within about 25 km of a
point; 3 the second administrative level; 4 the first; 5 a line, or an area without fixed borders; 6 the country; 7
waters or airspace of no state.
"""

from __future__ import annotations

from trucewatch.packs.gazetteer import PlaceEntry
from trucewatch.packs.relative_places import RelativePlace

_POINTS = frozenset({"city", "town", "village", "neighbourhood", "base", "camp", "site"})
LINES = frozenset({"road", "river", "border"})
_POINT_KM = 6.0
"""A crossing or a street is a point; a border or a highway is a line."""
_SMALL_REGION_KM = 30.0


def ucdp_precision(entry: PlaceEntry, relative: RelativePlace | None = None) -> int:
    """UCDP's precision of a place, or of what is told by it."""
    if entry.kind == "country":
        return 6
    if relative is not None and relative.rule == "between":
        return 5
    if is_point(entry):
        return 1 if relative is None else 2
    if entry.kind == "district":
        return 3
    return 4 if entry.kind == "governorate" else 5


def acled_precision(entry: PlaceEntry, relative: RelativePlace | None = None) -> int:
    """ACLED's precision of a place, or of what is told by it."""
    if is_point(entry):
        return 1 if relative is None else 2
    small = entry.kind == "district" or (entry.kind == "region" and (entry.precision_km or 0) <= _SMALL_REGION_KM)
    return 2 if small or entry.kind in LINES else 3


def is_point(entry: PlaceEntry) -> bool:
    """Whether an entry is told as a point: a settlement, what lies in one, a crossing, a street."""
    return entry.kind in _POINTS or (entry.kind in LINES and (entry.precision_km or _POINT_KM + 1) <= _POINT_KM)
