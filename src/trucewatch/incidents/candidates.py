"""Which pairs of tellings are worth comparing.

Blocking keeps the work linear as the ledger grows: a telling meets only those of its own family of acts, in its own
governorate (or of the same place name, between the same two parties, or of the whole country), within a day; and those
of its own report. So its work grows with what is told of a day, and not with the ledger.
Whether two tellings meet depends on these two alone, so it does not matter which was read first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import blake2b

from trucewatch.incidents.acts import block_families
from trucewatch.incidents.traits import Traits

_LONGEST_DAILY_RANGE = timedelta(days=7)
_GENERIC = frozenset({"civilians", "fighters", "activists"})

Pair = tuple[str, str]
"""Two claim ids, the lower one first."""


def ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def candidate_pairs(
    held: Mapping[str, Iterable[int]], sought: Mapping[str, Iterable[int]], known: Mapping[int, Iterable[str]]
) -> set[Pair]:
    """Pairs of which one seeks what the other holds: among the claims of `held` and `sought`, and with the `known`."""
    blocks: dict[int, list[str]] = defaultdict(list)
    for claim, own in held.items():
        for key in own:
            blocks[key].append(claim)
    return {
        ordered(claim, other)
        for claim, own in sought.items()
        for key in own
        for other in (*blocks.get(key, ()), *known.get(key, ()))
        if other != claim
    }


def block_keys(one: Traits) -> frozenset[int]:
    """What a telling is found by, as signed 64-bit numbers that are the same on every machine."""
    side = "wide" if _is_wide(one) else "narrow"
    return frozenset(_number("|".join(key)) for key in (*_keys(one), *_wide(one, (side,))))


def sought_keys(one: Traits) -> frozenset[int]:
    """What a telling looks for: its own keys; and a telling of a whole country those of every place in it.

    So few tellings of a country meet many, and the many meet only those few.
    """
    sides = ("wide", "narrow") if _is_wide(one) else ("wide",)
    return frozenset(_number("|".join(key)) for key in (*_keys(one), *_wide(one, sides)))


def _is_wide(one: Traits) -> bool:
    return one.place is not None and one.place.admin1 is None


def _wide(one: Traits, sides: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    if one.place is None or one.place.country is None:
        return
    for family in block_families(one.act):
        for when in _when_keys(one):
            yield from ((family, f"{side}:{one.place.country}", when) for side in sides)


def _number(key: str) -> int:
    digest = blake2b(key.encode("utf-8", "backslashreplace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


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
