"""How a party stands to a truce: bound, undetermined, excluded, not bound, or not named in the terms at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trucewatch.model import BoundParty, NotCovered, Truce

if TYPE_CHECKING:
    from trucewatch.packs import Conflict


class Kind(StrEnum):
    BOUND = "bound"
    UNDETERMINED = "undetermined"
    EXCLUDED = "excluded"
    NOT_BOUND = "not bound"
    NOT_NAMED = "not named"


@dataclass(frozen=True, slots=True)
class Standing:
    """`side` where the terms list the party on a side, `ground` where they leave it out, with the reason."""

    party: str
    kind: Kind
    side: BoundParty | None = None
    ground: NotCovered | None = None


class Standings:
    """The standing of every party under one truce, each worked out once."""

    def __init__(self, truce: Truce, conflict: Conflict) -> None:
        self._within = conflict.parties.is_within
        self._excluded = {entry.party for entry in truce.excluded}
        self._listed: dict[str, BoundParty | NotCovered] = {
            member: side for side in truce.parties for member in side.members
        }
        self._listed.update((entry.party, entry) for entry in (*truce.not_bound, *truce.excluded))
        self._known: dict[str, Standing] = {}

    def of(self, party: str) -> Standing:
        """The standing that the terms give to the party itself, else to the nearest party that it belongs to."""
        if party not in self._known:
            self._known[party] = self._work_out(party)
        return self._known[party]

    def excluded_among(self, parties: Iterable[str]) -> tuple[str, ...]:
        return tuple(party for party in parties if self.of(party).kind is Kind.EXCLUDED)

    def _work_out(self, party: str) -> Standing:
        around = [member for member in self._listed if self._within(party, member)]
        if not around:
            return Standing(party, Kind.NOT_NAMED)
        nearest = max(around, key=lambda member: sum(self._within(member, other) for other in around))
        where = self._listed[nearest]
        if isinstance(where, BoundParty):
            return Standing(party, Kind.UNDETERMINED if where.status == "undetermined" else Kind.BOUND, side=where)
        return Standing(party, Kind.EXCLUDED if nearest in self._excluded else Kind.NOT_BOUND, ground=where)


def side_in_conflict(source: str, conflict: Conflict) -> str | None:
    """The side that a speaker, or the party whose medium an outlet is, has in the conflict; None for who has none."""
    party: str | None = source
    if source.startswith("outlet:"):
        outlet = conflict.outlets.named(source.removeprefix("outlet:"))
        party = outlet.party if outlet else None
    if party is None or not conflict.parties.known(party):
        return None
    return conflict.parties.party(party).side


def speaks_of_the_other_side(source: str, actors: Iterable[str], conflict: Conflict) -> bool:
    """Whether a party to the conflict speaks of parties of whom none is on its own side."""
    own = side_in_conflict(source, conflict)
    if own is None:
        return False
    return all(side_in_conflict(actor, conflict) != own for actor in actors)


def denies_for_own_side(source: str, actors: Iterable[str], conflict: Conflict) -> bool:
    """Whether a denial comes from the side that is named as the actor: it disputes who did it, not that it happened."""
    own = side_in_conflict(source, conflict)
    parties = conflict.parties
    return any(
        (own is not None and side_in_conflict(actor, conflict) == own)
        or parties.is_within(actor, source)
        or parties.government_of(actor) == parties.government_of(source)
        for actor in actors
    )
