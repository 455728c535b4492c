"""An incident's claims as one term sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucewatch.model import Answer, Claim, Finding, Ground, Incident, Stance, Term, Truce
from trucewatch.truces.standing import Standings

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

CLASH = "attack.clash"
BREACH = "truce.breach"
_NOBODY = frozenset({"unknown", "officials", "fighters", "media"})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and who tells it: the innermost speaker's party id, or `outlet:<name>`."""

    claim: Claim
    source: str

    @property
    def actors(self) -> tuple[str, ...]:
        """The parties named as doing it; none where nobody is named."""
        return tuple(party for party in self.claim.actor.value if party not in _NOBODY)

    @property
    def targets(self) -> tuple[str, ...]:
        """The parties named as those it was done to."""
        return tuple(party for party in self.claim.target.value if party not in _NOBODY)


@dataclass(frozen=True, slots=True)
class Case:
    """One term of a truce and the claims of an incident that tell of its acts, parted by how they are told."""

    truce: Truce
    term: Term
    conflict: Conflict
    standings: Standings
    done: tuple[Told, ...]
    denied: tuple[Told, ...]
    meant: tuple[Told, ...]  # planned or conditional

    @property
    def told(self) -> tuple[Told, ...]:
        """The claims to answer from: those that tell the act as done; failing these, the denials, then the plans."""
        return self.done or self.denied or self.meant


def told_claims(incident: Incident, claims: Mapping[str, Claim]) -> tuple[Told, ...]:
    """The incident's claims in its own order, each with its source. KeyError when `claims` lacks one."""
    sources = {claim_id: account.source for account in incident.accounts for claim_id in account.claim_ids}
    return tuple(Told(claims[claim_id], sources[claim_id]) for claim_id in incident.claim_ids)


def case_of(standings: Standings, truce: Truce, term: Term, told: Sequence[Told], conflict: Conflict) -> Case:
    listed = [one for one in told if one.claim.act.value in term.acts]
    return Case(
        truce=truce,
        term=term,
        conflict=conflict,
        standings=standings,
        done=tuple(one for one in listed if one.claim.stance.value in {Stance.ASSERTED, Stance.HEDGED}),
        denied=tuple(one for one in listed if one.claim.stance.value is Stance.DENIED),
        meant=tuple(one for one in listed if one.claim.stance.value in {Stance.PLANNED, Stance.CONDITIONAL}),
    )


def grounds(told: Sequence[Told], *fields: str) -> tuple[Ground, ...]:
    return tuple(Ground(one.claim.id, field) for one in told for field in fields)


def finding(case: Case, test: str, answer: Answer, reason: str, rests_on: tuple[Ground, ...]) -> Finding:
    return Finding(test, answer, reason, rests_on, case.term.clause)
