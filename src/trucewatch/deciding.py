"""What people decide about incidents and assessments: kept with a reason, taken back by another decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from trucewatch.incidents.rulings import (
    APART,
    ONE,
    WITHDRAWN,
    Standing,
    claims_of,
    ruling_on,
    sides_of,
    standing,
    withdrawal,
)
from trucewatch.ledger import Ledger, LedgerError
from trucewatch.model import Decision
from trucewatch.truces.people import (
    DETERMINED_BY,
    RETRACTED,
    VERIFIED,
    claims_behind,
    judge,
    judgement_of,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who decides, why, and when; a name may be a pseudonym."""

    by: str
    reason: str
    at: datetime


def join(ledger: Ledger, incidents: Sequence[str], person: Person) -> Decision:
    """All claims of the incidents are of one event. Raises LedgerError for fewer than two."""
    found = list(dict.fromkeys(ledger.incident(prefix).incident.id for prefix in incidents))
    if len(found) < 2:
        raise LedgerError("two incidents or more are wanted, to be joined into one")
    claims = [claim for id in found for claim in ledger.incident(id).incident.claim_ids]
    return _rule(ledger, ONE, [claims], found[0], person)


def not_same(ledger: Ledger, first: str, second: str, person: Person) -> Decision:
    """Two incidents are two events, and stay so whatever comes. Raises LedgerError when they are one."""
    one, other = ledger.incident(first).incident, ledger.incident(second).incident
    if one.id == other.id:
        raise LedgerError(f"{first} and {second} are one incident; `split` takes claims out of it")
    return _rule(ledger, APART, [one.claim_ids, other.claim_ids], one.id, person)


def split(ledger: Ledger, claims: Sequence[str], person: Person) -> Decision:
    """The claims are of another event than the rest of their incident. Raises LedgerError when there is no rest."""
    taken = list(dict.fromkeys(ledger.claim(prefix).id for prefix in claims))
    homes = {entry.incident.id: entry.incident for id in taken if (entry := ledger.incident_of(id))}
    if len(homes) != 1:
        raise LedgerError("the claims to be taken out are to be of one incident")
    ((id, incident),) = homes.items()
    rest = [claim for claim in incident.claim_ids if claim not in taken]
    if not rest:
        raise LedgerError(f"nothing would be left of {id}")
    return _rule(ledger, APART, [taken, rest], id, person)


def withdraw(ledger: Ledger, prefix: str, person: Person) -> Decision:
    """An earlier ruling counts no more. Raises LedgerError when there is none of that id, or it was withdrawn."""
    decisions = ledger.decisions()
    found = [one for one in decisions if one.id.startswith(prefix) and (sides_of(one) or judgement_of(one))]
    if len(found) != 1:
        raise LedgerError(f"{'no' if not found else 'more than one'} ruling begins with {prefix!r}")
    if any(one.ruling == WITHDRAWN and one.subject_id == found[0].id for one in decisions):
        raise LedgerError(f"{found[0].id} was withdrawn already")
    made = withdrawal(found[0], reason=person.reason, by=person.by, at=person.at, previous_hash=ledger.decision_head())
    ledger.add_decision(made)
    return made


def verify(ledger: Ledger, assessment: str, person: Person, finder: str = "") -> Decision:
    """Somebody, `person` where no other finder is named, checked what is told and holds that it is so."""
    return _judge(ledger, VERIFIED, assessment, finder or person.by, person)


def determine(ledger: Ledger, assessment: str, person: Person, body: str) -> Decision:
    """A body whose place it is determined what the assessment leaves to it. Raises LedgerError for no body."""
    if not body.strip():
        raise LedgerError("who determined it is to be named")
    return _judge(ledger, DETERMINED_BY, assessment, body, person)


def retract(ledger: Ledger, assessment: str, person: Person, finder: str = "") -> Decision:
    """The record is taken back: it stays to be read, and no tally counts it."""
    return _judge(ledger, RETRACTED, assessment, finder or person.by, person)


def _judge(ledger: Ledger, label: str, prefix: str, finder: str, person: Person) -> Decision:
    one = ledger.assessment(prefix)
    claims = claims_behind(one) or ledger.incident(one.incident_id).incident.claim_ids
    made = judge(
        one, label, finder, ledger.digests(claims),
        reason=person.reason, by=person.by, at=person.at, previous_hash=ledger.decision_head(),
    )  # fmt: skip
    ledger.add_decision(made)
    return made


def rulings(ledger: Ledger) -> Standing:
    """The rulings in force, and those whose claims are read otherwise now: these wait for a person again."""
    decisions = ledger.decisions()
    return standing(decisions, ledger.digests(sorted(claims_of(decisions))))


def _rule(ledger: Ledger, kind: str, sides: Sequence[Sequence[str]], subject: str, person: Person) -> Decision:
    digests = ledger.digests([claim for side in sides for claim in side])
    made = ruling_on(
        kind, sides, digests,
        subject=subject, reason=person.reason, by=person.by, at=person.at, previous_hash=ledger.decision_head(),
    )  # fmt: skip
    ledger.add_decision(made)
    return made
