"""How two tellings stand to each other in place and in time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trucewatch.incidents.traits import Traits, folded_name
from trucewatch.model import Day, Place

if TYPE_CHECKING:
    from trucewatch.packs import Conflict, PlaceEntry

Judged = tuple[float, str]

WEEK = 7
APART = -0.5
NOT_HELD = -0.3
"""A name that the gazetteer does not hold may be a part of the place that it holds, or another spelling of it."""
_BOTH_NAMED = 0.1
SLACK_KM = 5.0
"""Two settlements nearer than this besides their own extents are told for each other."""

_BY_KIND = {
    "country": 0.0,
    "governorate": 0.15,
    "district": 0.6,
    "region": 0.6,
    "road": 0.6,
    "river": 0.5,
    "border": 0.5,
}
"""How much it says that two tellings name one and the same place, where that place is wide."""
_NO_JUDGEMENT: Judged = (0.0, "nothing to compare")


def place(first: Traits, second: Traits, conflict: Conflict) -> Judged:
    """Same entry, one inside the other, distance against the precision of both; names where no entry is known.

    Where these speak against one place, and one of two reports names the other's place beside its own, neither counts:
    buses from one town are bombed in another, and either may be read as the place.
    """
    judged = _places(first, second, conflict)
    if judged[0] < 0 and first.document_id != second.document_id:
        for one, other in ((first, second), (second, first)):
            if one.place and other.place and _names_place(one, other.place, other.place_name, conflict):
                return _BOTH_NAMED, f"the report of {one.place.name} names {other.place.name} too"
    return judged


def _names_place(one: Traits, where: Place, name: str, conflict: Conflict) -> bool:
    """Whether the sentence or headline of `one` names the place; a country is named in any."""
    entries = [conflict.gazetteer.entry(id) for id in _entry_ids(where, conflict)]
    if any(entry.kind == "country" for entry in entries):
        return False
    return any(f" {spelt} " in one.spoken for spelt in {name, *(folded_name(entry.name) for entry in entries)} if spelt)


def _places(first: Traits, second: Traits, conflict: Conflict) -> Judged:
    here, there = first.place, second.place
    if here is None or there is None:
        return _place_untold(first, second)
    one_report = first.document_id == second.document_id
    if not (here.place_id and there.place_id) and first.place_name == second.place_name:
        return 0.8, f"both tell of {here.name}"
    entries = [(one, other) for one in _entry_ids(here, conflict) for other in _entry_ids(there, conflict)]
    if entries:
        return max(_entries(one, other, one_report, conflict) for one, other in entries)
    if here.country and there.country and here.country != there.country:
        return -1.0, f"{here.name} and {there.name} lie in different countries"
    one_held = bool(here.place_id) != bool(there.place_id)
    return (NOT_HELD if one_held and not one_report else APART), f"{here.name} and {there.name} are different names"


def _place_untold(first: Traits, second: Traits) -> Judged:
    if first.document_id == second.document_id:
        return 0.3, "one report, no second place told"
    return -0.9, "at least one of them tells no place"


def _entry_ids(where: Place, conflict: Conflict) -> tuple[str, ...]:
    """The entries that the name fits, of those that the gazetteer still holds."""
    if where.place_id:
        return (where.place_id,) if conflict.gazetteer.known(where.place_id) else ()
    return tuple(entry_id for entry_id in where.candidates if conflict.gazetteer.known(entry_id))


def _entries(here: str, there: str, one_report: bool, conflict: Conflict) -> Judged:
    """A report that names two settlements tells of two places, however near; two reports may mean the same one."""
    gazetteer = conflict.gazetteer
    one, other = gazetteer.entry(here), gazetteer.entry(there)
    if here == there:
        return _BY_KIND.get(one.kind, 1.0), f"both tell of {one.name}"
    for outer, inner in ((one, other), (other, one)):
        if gazetteer.contains(outer.id, inner.id):
            return (0.0 if outer.kind == "country" else 0.1), f"{inner.name} lies in {outer.name}"
    if one_report and not {one.kind, other.kind} & set(_BY_KIND):
        return APART, f"one report tells of {one.name} and of {other.name}"
    distance = gazetteer.distance_km(here, there)
    if distance is None or "country" in {one.kind, other.kind}:
        return -1.0, f"{one.name} and {other.name} are apart"
    if "governorate" in {one.kind, other.kind}:
        return _beside_a_governorate(one, other, distance)
    reach = (one.precision_km or 0.0) + (other.precision_km or 0.0) + SLACK_KM
    if distance <= reach:
        return 0.4, f"{one.name} and {other.name} are {distance:.0f} km apart, within {reach:.0f} km"
    return max(-1.0, 0.2 - distance / reach), f"{one.name} and {other.name} are {distance:.0f} km apart"


def _beside_a_governorate(one: PlaceEntry, other: PlaceEntry, distance: float) -> Judged:
    """A town just outside is told for the governorate, as the suburbs of a capital are for the capital."""
    reach = max(one.precision_km or 0.0, other.precision_km or 0.0) / 2 + SLACK_KM
    if {one.kind, other.kind} != {"governorate"} and distance <= reach:
        return -0.1, f"{one.name} and {other.name} are {distance:.0f} km apart"
    return -1.0, f"{one.name} and {other.name} are apart"


def apart_in_place(first: Traits, second: Traits, conflict: Conflict) -> bool:
    """Whether the places told cannot be those of one event."""
    return first.place is not None and second.place is not None and place(first, second, conflict)[0] <= APART


def day(first: Traits, second: Traits) -> Judged:
    """Overlap of the days told; where a day is not told, of the days before publication, which counts for little."""
    if first.window is None or second.window is None:
        return _NO_JUDGEMENT
    gap = _days_between(first.window, second.window)
    if first.day is None or second.day is None:
        return _weak_window(first, second, gap)
    if gap <= 0:
        return _overlap(first.day, second.day)
    if gap == 1:
        return -0.1, "the days told are one apart"
    return -1.0, f"the days told are {gap} apart"


def _days_between(one: tuple[date, date], other: tuple[date, date]) -> int:
    """From the end of the earlier to the start of the later range; 0 or less where they meet."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days)


def _overlap(one: Day, other: Day) -> Judged:
    shortest, longest = sorted(((one.end - one.start).days + 1, (other.end - other.start).days + 1))
    if longest == 1:
        return 1.0, f"both tell of {one.start.isoformat()}"
    if (one.start, one.end) == (other.start, other.end):
        return (0.6 if longest <= WEEK else 0.2), "both tell of the same range of days"
    if longest <= WEEK:
        return 0.4, "the ranges of days told overlap"
    if shortest <= WEEK:
        return -0.5, "one tells of days, the other of weeks or more"
    return -0.2, "the weeks or months told overlap"


def _weak_window(first: Traits, second: Traits, gap: int) -> Judged:
    told = first.day or second.day
    if told is not None and (told.end - told.start).days >= WEEK:
        return -0.5, "one tells of weeks or more, the other no day"
    if first.document_id == second.document_id:
        return 0.3, "one report, no second day told"
    if gap > 0:
        return max(-1.0, -0.5 * gap), "published on days that do not fit"
    if told is None and first.telling.outlet == second.telling.outlet and first.window != second.window:
        return -0.5, "one outlet on different days, no day told; it mostly tells of something new"
    if first.telling.published == second.telling.published:
        return 0.4, "no day told by at least one; published on the same day"
    return 0.2, "no day told by at least one; published within days"


def apart_in_time(first: Traits, second: Traits) -> bool:
    """Whether the days told cannot be those of one event."""
    one, other = first.day, second.day
    return one is not None and other is not None and _days_between((one.start, one.end), (other.start, other.end)) > 1


def days_meet(first: Traits, second: Traits) -> bool:
    """Whether both tell days, no more than a week of them, and some of them are the same."""
    one, other = first.day, second.day
    if one is None or other is None or max(one.end - one.start, other.end - other.start).days >= WEEK:
        return False
    return one.start <= other.end and other.start <= one.end


def one_day(first: Traits, second: Traits) -> bool:
    """Whether both tell the same single day."""
    return first.day is not None and first.day == second.day and first.day.start == first.day.end
