"""What is told over time, across incidents: who holds a town, and how talks go. Never settled, only laid side by side.

A telling that a side took a town tells that it holds it; one that it left, that it does not; a denial turns both
round. Tellings of two sources that cannot both be so of one span of days are marked, and both stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from trucewatch.incidents.features import overlapping
from trucewatch.incidents.telling import Telling
from trucewatch.model import Day, Parties, Stance

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

HOLDING_ACTS = ("territory.take", "territory.leave")
TALKING_ACTS = ("agree", "meet", "propose", "refuse", "truce.declare", "truce.end", "truce.observe")
SPAN = timedelta(days=3)
"""Towns change hands: tellings further apart than this can both be so."""
LONGEST = timedelta(days=7)
"""A telling of a longer time than this contradicts none."""
_UNTOLD = frozenset({"unknown"})
_NAMELESS = frozenset({"fighters", "civilians", "officials", "activists", "media"})


@dataclass(frozen=True, slots=True)
class Point:
    """One telling of a series. `holds` is False for a side said not to hold the place, or a thing said not to be so.

    `day` is the first of the days told, or else that of publication (`told` is None then); `against` lists the claims
    of other sources that cannot be so at the same time.
    """

    claim_id: str
    parties: Parties
    holds: bool
    source: str
    stance: Stance
    act: str
    day: date | None
    told: Day | None
    against: tuple[str, ...] = ()


def holding(tellings: Iterable[Telling], conflict: Conflict) -> tuple[Point, ...]:
    """Who is said to hold the place of the tellings, day by day; plans and conditions say nothing of that."""
    points = [_holding(one) for one in tellings if one.claim.act.value in HOLDING_ACTS and _said_as_done(one)]
    return _marked(sorted((point for point in points if point.parties), key=_by_day), conflict)


def talks(tellings: Iterable[Telling], conflict: Conflict) -> tuple[Point, ...]:
    """What is said of talks and agreements, day by day: made, refused, denied, planned."""
    points = [_talking(one) for one in tellings if one.claim.act.value in TALKING_ACTS]
    return _marked(sorted(points, key=_by_day), conflict)


def _said_as_done(telling: Telling) -> bool:
    return telling.claim.stance.value not in {Stance.PLANNED, Stance.CONDITIONAL}


def _holding(telling: Telling) -> Point:
    taken = telling.claim.act.value == "territory.take"
    denied = telling.claim.stance.value is Stance.DENIED
    parties = tuple(party for party in telling.claim.actor.value if party not in _UNTOLD)
    return _point(telling, parties, holds=taken != denied)


def _talking(telling: Telling) -> Point:
    claim = telling.claim
    sides = dict.fromkeys((*claim.actor.value, *claim.target.value))
    parties = tuple(party for party in sides if party not in _UNTOLD)
    refused = claim.act.value in ("refuse", "truce.end")
    return _point(telling, parties, holds=refused == (claim.stance.value is Stance.DENIED))


def _point(telling: Telling, parties: Parties, *, holds: bool) -> Point:
    claim, told = telling.claim, telling.claim.day.value
    day = told.start if told else telling.published
    stance, act = claim.stance.value, claim.act.value
    return Point(claim.id, parties, holds, telling.source, stance, act, day, told)


def _by_day(point: Point) -> tuple[bool, date, str]:
    return point.day is None, point.day or date.max, point.claim_id


def _marked(points: Sequence[Point], conflict: Conflict) -> tuple[Point, ...]:
    return tuple(
        replace(one, against=tuple(other.claim_id for other in points if _contradict(one, other, conflict)))
        for one in points
    )


def _at_one_time(one: Point, other: Point) -> bool:
    """Whether both tell of the same few days; of a month or a year many things can be so."""
    if one.day is None or other.day is None or _is_long(one) or _is_long(other):
        return False
    return abs(one.day - other.day) <= SPAN


def _is_long(point: Point) -> bool:
    return point.told is not None and point.told.end - point.told.start > LONGEST


def _contradict(one: Point, other: Point, conflict: Conflict) -> bool:
    if one.source == other.source or not _at_one_time(one, other):
        return False
    if not set(one.parties) - _NAMELESS or not set(other.parties) - _NAMELESS:
        return False
    same_side = overlapping(one.parties, other.parties, conflict)
    if one.act in HOLDING_ACTS:
        return (same_side and one.holds != other.holds) or (not same_side and one.holds and other.holds)
    agreeing = {"agree", "truce.declare", "truce.observe"}
    kind = one.act in agreeing or one.act in ("refuse", "truce.end")
    other_kind = other.act in agreeing or other.act in ("refuse", "truce.end")
    return kind and other_kind and same_side and one.holds != other.holds
