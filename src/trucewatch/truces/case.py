"""An incident's claims as one term sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trucewatch.model import Answer, Claim, Finding, Ground, Incident, Stance, Term, Truce
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
) -> tuple[Told, ...]:
    """The incident's claims in its own order, each with its source. KeyError when `claims` lacks one."""
    sources = {claim_id: account.source for account in incident.accounts for claim_id in account.claim_ids}
    words = sentences or {}
    return tuple(_told(claims[id], sources[id], words.get(id, "")) for id in incident.claim_ids)


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
    return tuple(Ground(one.claim.id, field) for one in told for field in fields)


def finding(case: Case, test: str, answer: Answer, reason: str, rests_on: tuple[Ground, ...]) -> Finding:
    return Finding(test, answer, reason, rests_on, case.term.clause)
