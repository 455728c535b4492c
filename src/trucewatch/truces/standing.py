"""How a party stands to a truce at a time: bound, undetermined, excluded, not bound, or not named in the terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from trucewatch.model import BoundParty, Claim, Day, NotCovered, Truce
from trucewatch.truces.times import Clock, touches

if TYPE_CHECKING:
    from trucewatch.packs import Conflict


class Kind(StrEnum):
    BOUND = "bound"
    UNDETERMINED = "undetermined"
    EXCLUDED = "excluded"
    NOT_BOUND = "not bound"
    NOT_NAMED = "not named"


KIND_OF_STATUS = {
    "accepted": Kind.BOUND,
    "conditional": Kind.BOUND,
    "undetermined": Kind.UNDETERMINED,
    "suspended": Kind.UNDETERMINED,  # whether a side can free itself by saying so is not for the program to settle
    "withdrawn": Kind.NOT_BOUND,
    "ended": Kind.NOT_BOUND,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """`side` where the terms list the party on a side, `ground` where they leave it out, with the reason.

    `why` tells what changed the standing of the side in the course of the truce. `through` is True where the party
    itself is not on the side and the text lays its acts at that side's door.
    """

    party: str
    kind: Kind
    side: BoundParty | None = None
    ground: NotCovered | None = None
    why: str | None = None
    through: bool = False


Stretch = tuple[datetime | None, datetime | None, Standing]


class Standings:
    """The standing of every party under one truce, each worked out once."""

    def __init__(self, truce: Truce, conflict: Conflict) -> None:
        self._within = conflict.parties.is_within
        self._clock = Clock(truce)
        self._excluded = {entry.party for entry in truce.excluded}
        self._listed: dict[str, BoundParty | NotCovered] = {
            member: side for side in truce.parties for member in side.members
        }
        self._listed.update((entry.party, entry) for entry in (*truce.not_bound, *truce.excluded))
        self._answerable = {
            party: side for side in truce.parties for party in side.responsible_for if party not in self._listed
        }
        self._lost = truce.lost_protection
        self._stretches: dict[str, tuple[Stretch, ...]] = {}

    def of(self, party: str, day: Day | None = None) -> Standing:
        """The standing that the terms give to the party itself, else to the nearest party that it belongs to.

        Where it changed in the course of the truce, that of the day told; undetermined where the day told, or no day,
        leaves open which.
        """
        stretches = self.stretches(party)
        if len(stretches) == 1:
            return stretches[0][2]
        return _at(stretches, self._clock.range_of(day) if day else None)

    def stretches(self, party: str) -> tuple[Stretch, ...]:
        """The party's standing over time."""
        stretches = self._stretches.get(party)
        if stretches is None:
            stretches = self._stretches[party] = self._work_out(party)
        return stretches

    def excluded_among(self, parties: Iterable[str], day: Day | None = None) -> tuple[str, ...]:
        return tuple(party for party in parties if self.of(party, day).kind is Kind.EXCLUDED)

    def lost(self, party: str, day: Day | None) -> NotCovered | None:
        """The entry that puts a party out of the protection for the whole of the day told; None when there is none."""
        if not self._lost or day is None:
            return None
        start, end = self._clock.range_of(day)
        for entry in self.losses(party):
            if (entry.start is None or entry.start <= start) and (entry.end is None or end <= entry.end):
                return entry
        return None

    def losses(self, party: str) -> tuple[NotCovered, ...]:
        """The entries that put the party, or one that it belongs to, out of the protection at some time."""
        return tuple(entry for entry in self._lost if self._within(party, entry.party))

    def _work_out(self, party: str) -> tuple[Stretch, ...]:
        nearest = self._nearest(party, self._listed)
        if nearest is None:
            through = self._nearest(party, self._answerable)
            if through is None:
                return ((None, None, Standing(party, Kind.NOT_NAMED)),)
            return tuple(_of_side(party, self._answerable[through], through=True))
        where = self._listed[nearest]
        if isinstance(where, BoundParty):
            return tuple(_of_side(party, where))
        kind = Kind.EXCLUDED if nearest in self._excluded else Kind.NOT_BOUND
        standing = Standing(party, kind, ground=where)
        if where.start is None and where.end is None:
            return ((None, None, standing),)
        other = Standing(party, Kind.NOT_NAMED)
        before: tuple[Stretch, ...] = ((None, where.start, other),) if where.start else ()
        after: tuple[Stretch, ...] = ((where.end, None, other),) if where.end else ()
        return (*before, (where.start, where.end, standing), *after)

    def _nearest(self, party: str, listed: Iterable[str]) -> str | None:
        around = [member for member in listed if self._within(party, member)]
        if not around:
            return None
        return max(around, key=lambda member: sum(self._within(member, other) for other in around))


def _of_side(party: str, side: BoundParty, *, through: bool = False) -> Iterable[Stretch]:
    """The side's status over time: as it joined, after its own end date, and after each change."""
    changes = [(change.start, change.status, change.why) for change in side.changes]
    if side.until is not None and side.afterwards is not None:
        changes.append((side.until, side.afterwards, f"its own acceptance ran until {side.until:%Y-%m-%d}"))
    at: datetime | None = None
    standing = Standing(party, KIND_OF_STATUS[side.status], side=side, through=through)
    for start, status, why in sorted(changes, key=lambda change: change[0]):
        yield at, start, standing
        at, standing = start, Standing(party, KIND_OF_STATUS[status], side=side, why=why, through=through)
    yield at, None, standing


def _at(stretches: tuple[Stretch, ...], moment: tuple[datetime, datetime] | None) -> Standing:
    found = [stretch[2] for stretch in stretches if moment is None or touches(stretch[0], stretch[1], *moment)]
    if len({standing.kind for standing in found}) == 1:
        return found[0]
    side = next((standing.side for standing in found if standing.side), None)
    why = next((standing.why for standing in found if standing.why), "its standing changed in the course of the truce")
    return Standing(found[0].party, Kind.UNDETERMINED, side=side, why=f"{why}; the time told leaves open which holds")


def side_in_conflict(source: str, conflict: Conflict) -> str | None:
    """The side that a speaker, or the party whose medium an outlet is, has in the conflict; None for who has none."""
    party: str | None = source
    if source.startswith("outlet:"):
        outlet = conflict.outlets.named(source.removeprefix("outlet:"))
        party = outlet.party if outlet else None
    if party is None or not conflict.parties.known(party):
        return None
    return conflict.parties.party(party).side


def medium_named(source: str, conflict: Conflict) -> str:
    """A source's name; of an outlet that is a side's medium also whose: all that makes it speak for a side."""
    name = conflict.parties.label(source)
    if not source.startswith("outlet:"):
        return name
    outlet = conflict.outlets.named(source.removeprefix("outlet:"))
    if outlet is None or outlet.party is None or not conflict.parties.known(outlet.party):
        return name
    return f"{name}, listed in the files as a medium of {conflict.parties.label(outlet.party)}"


def names_elsewhere(claim: Claim, field: str) -> bool:
    """Whether a speaker's telling has a party from another sentence alone, which may be another's words."""
    spans = (claim.actor if field == "actor" else claim.target).spans
    return bool(claim.speakers.value and spans) and not any(span.overlaps(claim.sentence) for span in spans)


def speaks_of_the_other_side(source: str, actors: Iterable[str], conflict: Conflict) -> bool:
    """Whether a party to the conflict speaks of parties of whom none is on its own side."""
    own = side_in_conflict(source, conflict)
    if own is None:
        return False
    return all(side_in_conflict(actor, conflict) != own for actor in actors)


def speaks_for_own_side(source: str, actors: Iterable[str], conflict: Conflict) -> bool:
    """Whether a source is on the side that is named as the actor.

    A denial from there disputes who did it, not that it happened; a reason given from there is that side's own claim.
    """
    own = side_in_conflict(source, conflict)
    parties = conflict.parties
    return any(
        (own is not None and side_in_conflict(actor, conflict) == own)
        or parties.is_within(actor, source)
        or parties.government_of(actor) == parties.government_of(source)
        for actor in actors
    )
