"""An incident's claims as one term sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from trucewatch.model import Answer, Claim, Day, Finding, Ground, Incident, Place, Stance, Term, Truce
from trucewatch.model.ids import ShortIds
from trucewatch.truces.areas import Areas
from trucewatch.truces.standing import Standings
from trucewatch.truces.times import Clock
from trucewatch.truces.words import holds_a_word

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

CLASH = "attack.clash"
BREACH = "truce.breach"
_NOBODY = frozenset({"unknown", "officials", "fighters", "media"})
_DONE = frozenset({Stance.ASSERTED, Stance.HEDGED})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, who tells it (the innermost speaker's party id, or `outlet:<name>`), and the sentence it stands in.

    `actors` and `targets` are the parties named as doing it and as those it was done to; none where nobody is named.
    """

    claim: Claim
    source: str
    words: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]


class ToldIncident:
    """An incident's claims in its own order, and what all truces ask of them: worked out once, whatever the truces.

    `acts` are those told of; `days` and `places` those told, each once; `parties` the ids of all who are named as doing
    it or as those it was done to; `aspects` the acts, and whether any day and any place is told.
    """

    def __init__(self, incident_id: str, told: tuple[Told, ...]) -> None:
        self.incident_id, self.told = incident_id, told
        self.acts = frozenset([one.claim.act.value for one in told])
        self.days: tuple[Day, ...] = tuple(dict.fromkeys([d for one in told if (d := one.claim.day.value) is not None]))
        self.places: tuple[Place, ...] = tuple(
            dict.fromkeys([place for one in told if (place := one.claim.place.value) is not None])
        )
        self.parties = tuple(sorted({party for one in told for party in (*one.actors, *one.targets)}))
        self.aspects = self.acts, bool(self.days), bool(self.places)
        self.assessment_ids = ShortIds("assessment", incident_id)

    @cached_property
    def never_then(self) -> Finding:
        """The finding where every day told lies outside all periods of a truce."""
        dated = [one for one in self.told if one.claim.day.value is not None]
        reason = "Every time told lies outside all periods of the truce."
        return Finding("in_period", Answer.NO, reason, grounds(dated, "day"))

    @cached_property
    def nowhere_there(self) -> Finding:
        """The finding where every place told lies outside all areas of a truce."""
        placed = [one for one in self.told if one.claim.place.value is not None]
        reason = "Every place told lies outside all areas of the truce."
        return Finding("in_area", Answer.NO, reason, grounds(placed, "place"))

    @cached_property
    def nothing_listed(self) -> Finding:
        """The finding where no term lists any act told.

        Where a source says no more than that the truce was broken, by which act is not told: unknown, not no.
        """
        if self.acts == {BREACH}:
            reason = "A source says that a truce was broken, not by which act."
            return Finding("act_listed", Answer.UNKNOWN, reason, grounds(self.told, "act"))
        acts = ", ".join(dict.fromkeys(one.claim.act.value for one in self.told))
        return Finding("act_listed", Answer.NO, f"No term lists {acts}.", grounds(self.told, "act"))


@dataclass(frozen=True, slots=True)
class Case:
    """One term of a truce and the claims of an incident that tell of its acts, parted by how they are told.

    `undone` tells, of a duty, that it was not met.
    """

    truce: Truce
    term: Term
    conflict: Conflict
    standings: Standings
    clock: Clock
    areas: Areas
    done: tuple[Told, ...]
    denied: tuple[Told, ...]
    meant: tuple[Told, ...]  # planned or conditional
    undone: tuple[Told, ...] = ()

    @property
    def told(self) -> tuple[Told, ...]:
        """The claims to answer from: those that tell the act as done; failing these, the denials, then the plans."""
        return (*self.done, *self.undone) or self.denied or self.meant

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.source for one in (*self.done, *self.undone, *self.denied, *self.meant)))

    def of_source(self, source: str) -> Case:
        """The case as this source alone tells it."""
        return replace(
            self,
            done=_by(source, self.done),
            denied=_by(source, self.denied),
            meant=_by(source, self.meant),
            undone=_by(source, self.undone),
        )


def _by(source: str, told: tuple[Told, ...]) -> tuple[Told, ...]:
    return tuple(one for one in told if one.source == source)


def told_claims(
    incident: Incident, claims: Mapping[str, Claim], sentences: Mapping[str, str] | None = None
) -> ToldIncident:
    """The incident's claims, each with its source. KeyError when `claims` lacks one."""
    sources = {claim_id: account.source for account in incident.accounts for claim_id in account.claim_ids}
    words = sentences or {}
    told = tuple(_told(claims[id], sources[id], words.get(id, "")) for id in incident.claim_ids)
    return ToldIncident(incident.id, told)


def _told(claim: Claim, source: str, words: str) -> Told:
    actors = tuple(party for party in claim.actor.value if party not in _NOBODY)
    targets = tuple(party for party in claim.target.value if party not in _NOBODY)
    return Told(claim, source, words, actors, targets)


@dataclass(frozen=True, slots=True)
class Frame:
    """A truce made ready to be held against incidents: what is the same for all of them."""

    truce: Truce
    conflict: Conflict
    standings: Standings
    clock: Clock
    areas: Areas


def frame_of(truce: Truce, conflict: Conflict) -> Frame:
    return Frame(truce, conflict, Standings(truce, conflict), Clock(truce), Areas(truce, conflict))


def case_of(frame: Frame, term: Term, told: Sequence[Told]) -> Case:
    """The claims that tell of the acts that the term names, parted; of a quantity, those that name its unit."""
    if term.quantity is not None:
        told = [one for one in told if holds_a_word(one.words, term.quantity.words)]
    listed = [one for one in told if one.claim.act.value in term.acts]
    denied = tuple(one for one in listed if one.claim.stance.value is Stance.DENIED)
    unmet = tuple(one for one in told if one.claim.act.value in term.unmet_by and one.claim.stance.value in _DONE)
    return Case(
        truce=frame.truce,
        term=term,
        conflict=frame.conflict,
        standings=frame.standings,
        clock=frame.clock,
        areas=frame.areas,
        done=tuple(one for one in listed if one.claim.stance.value in _DONE),
        denied=() if term.mode == "must" else denied,
        meant=tuple(one for one in listed if one.claim.stance.value in {Stance.PLANNED, Stance.CONDITIONAL}),
        undone=(*unmet, *denied) if term.mode == "must" else (),
    )


def grounds(told: Sequence[Told], *fields: str) -> tuple[Ground, ...]:
    return tuple([Ground(one.claim.id, field) for one in told for field in fields])


def finding(case: Case, test: str, answer: Answer, reason: str, rests_on: tuple[Ground, ...]) -> Finding:
    return Finding(test, answer, reason, rests_on, case.term.clause)
