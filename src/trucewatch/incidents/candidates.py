"""Which pairs of tellings are worth comparing.

Blocking keeps the work linear as the ledger grows: a telling meets only those of its own family of acts, in its own
governorate (or of the same place name, between the same two parties, or of the whole country), within a day; and those
of its own report. Tellings that look back on a day meet those of its time, and each other only within weeks. So its
work grows with what is told of a day, and not with the ledger.
Whether two tellings meet depends on these two alone, so it does not matter which was read first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import blake2b

from trucewatch.incidents.acts import block_families
from trucewatch.incidents.traits import Traits

LOOKING_BACK = timedelta(days=30)
"""A telling published so long after what it tells of looks back on it."""
_LONGEST_DAILY_RANGE = timedelta(days=7)
_FORTNIGHT = 14
MANY = 10
"""So many killed are few events' toll: tellings of the same number meet wherever they are told of."""
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
    return _numbers(one, (side,), _held_whens(one))


def sought_keys(one: Traits) -> frozenset[int]:
    """What a telling looks for: its own keys; a telling of a whole country those of every place in it; and one told
    at the time those of tellings that look back on its day.

    So few tellings of a country meet many, and the many meet only those few; likewise with those that look back.
    """
    sides = ("wide", "narrow") if _is_wide(one) else ("wide",)
    return _numbers(one, sides, _sought_whens(one))


def _numbers(one: Traits, sides: Iterable[str], whens: Iterable[str]) -> frozenset[int]:
    return frozenset(_number("|".join(key)) for key in (*_keys(one, whens), *_wide(one, sides, whens)))


def _is_wide(one: Traits) -> bool:
    return one.place is not None and one.place.admin1 is None


def _wide(one: Traits, sides: Iterable[str], whens: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    if one.place is None or one.place.country is None:
        return
    for family in block_families(one.act):
        for when in whens:
            yield from ((family, f"{side}:{one.place.country}", when) for side in sides)


def _number(key: str) -> int:
    digest = blake2b(key.encode("utf-8", "backslashreplace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _keys(one: Traits, whens: Iterable[str]) -> set[tuple[str, str, str]]:
    wheres = _where_keys(one)
    keys = {(family, where, when) for family in block_families(one.act) for where in wheres for when in whens}
    keys.update((family, f"report:{one.document_id}", "") for family in block_families(one.act))
    return keys


def _where_keys(one: Traits) -> set[str]:
    keys = {
        f"parties:{actor}|{target}" for actor in one.actors for target in one.targets if not {actor, target} & _GENERIC
    }
    if one.killed is not None and (one.killed.min or 0) >= MANY:
        keys.add(f"killed:{one.killed.min}")
    if one.place is None:
        return keys
    keys.add(f"name:{one.place_name}")
    governorate = one.place.admin1 or one.place.place_id  # a governorate's own entry lies in no other
    keys.update(f"in:{entry_id}" for entry_id in (governorate, *one.place.candidates) if entry_id)
    return keys


def _held_whens(one: Traits) -> frozenset[str]:
    """When a telling stands to be found. What is told months or years later goes on being told for ever, so it is
    found under the day only by those told at the time, and by others that look back in the same weeks."""
    if _looks_back(one):
        return frozenset(f"later:{day}" for day in _told_days(one)) | _later_whens(one)
    return _told_days(one)


def _sought_whens(one: Traits) -> frozenset[str]:
    if _looks_back(one):
        return _told_days(one) | _later_whens(one)
    if _is_long(one):
        return _told_days(one)
    return _told_days(one) | {f"later:{day}" for day in _told_days(one)}


def _looks_back(one: Traits) -> bool:
    published = one.telling.published
    if one.window is None or published is None or _is_long(one):
        return False
    return published - one.window[1] > LOOKING_BACK


def _later_whens(one: Traits) -> frozenset[str]:
    return frozenset(f"{day} told in {weeks}" for day in _told_days(one) for weeks in _weeks(one))


def _is_long(one: Traits) -> bool:
    return one.window is not None and one.window[1] - one.window[0] > _LONGEST_DAILY_RANGE


def _told_days(one: Traits) -> frozenset[str]:
    """One key a day, and one for the day after, so that tellings a day apart meet.

    Months and years meet their like of the same weeks of publication: of a year there is no end of tellings.
    """
    if one.window is None:
        return frozenset()
    start, end = one.window
    if _is_long(one):
        ranges = (f"{start.isoformat()}/{end.isoformat()}", f"{start:%Y-%m}")
        return frozenset(f"{span} told in {weeks}" for span in ranges for weeks in _weeks(one))
    return frozenset(day.isoformat() for day in _days(start, end + timedelta(days=1)))


def _weeks(one: Traits) -> tuple[str, ...]:
    """The fortnight of publication and the one after it, so that those published within two weeks meet."""
    if one.telling.published is None:
        return ("no day",)
    fortnight = one.telling.published.toordinal() // _FORTNIGHT
    return str(fortnight), str(fortnight + 1)


def _days(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start += timedelta(days=1)
