"""Which pairs of tellings are worth comparing.

Blocking keeps the work linear as the ledger grows: a telling meets only those of its own family of acts, in its own
governorate (or of the same place name, or between the same two parties), within a day; and those of its own report.
A block that is crowded all the same is sorted, and each telling meets its nearest neighbours only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from trucewatch.incidents.acts import block_families
from trucewatch.incidents.traits import Traits

CROWDED = 120
NEIGHBOURS = 40
_LONGEST_DAILY_RANGE = timedelta(days=7)
_GENERIC = frozenset({"civilians", "fighters", "activists"})


def candidate_pairs(traits: Sequence[Traits]) -> list[tuple[int, int]]:
    """Index pairs (first < second), sorted; the same whatever the order in which `traits` was filled, up to index."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(traits):
        for key in sorted(_keys(one)):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(_pairs_within(members, traits))
    return sorted(pairs)


def _pairs_within(members: list[int], traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    reach = len(members)
    if len(members) > CROWDED:
        members = sorted(members, key=lambda index: _likeness(traits[index]))
        reach = NEIGHBOURS
    for position, first in enumerate(members):
        for second in members[position + 1 : position + 1 + reach]:
            yield (first, second) if first < second else (second, first)


def _likeness(one: Traits) -> tuple[object, ...]:
    actors, targets = ",".join(sorted(one.actors)), ",".join(sorted(one.targets))
    return (one.place_name, one.act, targets, actors, one.telling.order)


def _keys(one: Traits) -> set[tuple[str, str, str]]:
    wheres = _where_keys(one)
    whens = _when_keys(one)
    keys = {(family, where, when) for family in block_families(one.act) for where in wheres for when in whens}
    keys.update((family, f"report:{one.document_id}", "") for family in block_families(one.act))
    return keys


def _where_keys(one: Traits) -> set[str]:
    keys = {
        f"parties:{actor}|{target}" for actor in one.actors for target in one.targets if not {actor, target} & _GENERIC
    }
    if one.place is None:
        return keys
    keys.add(f"name:{one.place_name}")
    governorate = one.place.admin1 or one.place.place_id  # a governorate's own entry lies in no other
    keys.update(f"in:{entry_id}" for entry_id in (governorate, *one.place.candidates) if entry_id)
    return keys


def _when_keys(one: Traits) -> set[str]:
    """One key a day, and one for the day after, so that tellings a day apart meet; months and years meet their like."""
    if one.window is None:
        return set()
    start, end = one.window
    if end - start > _LONGEST_DAILY_RANGE:
        return {f"{start.isoformat()}/{end.isoformat()}", f"{start:%Y-%m}"}
    return {day.isoformat() for day in _days(start, end + timedelta(days=1))}


def _days(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start += timedelta(days=1)
