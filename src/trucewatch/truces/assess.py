"""An incident against each term of a truce, question by question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from trucewatch.model import Assessment, Claim, Finding, Incident, Truce
from trucewatch.model.ids import short_id
from trucewatch.truces.act_listed import act_listed, nothing_listed
from trucewatch.truces.case import BREACH, Case, case_of, told_claims
from trucewatch.truces.in_area import in_area
from trucewatch.truces.in_period import in_period
from trucewatch.truces.label import label_of, overall_label
from trucewatch.truces.not_excluded import not_excluded
from trucewatch.truces.party_bound import party_bound
from trucewatch.truces.standing import Standings
from trucewatch.truces.target_bound import target_bound

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

NO_TERM = "none"
"""The term id of the one assessment of an incident none of whose acts any term lists."""

TESTS: tuple[Callable[[Case], Finding], ...] = (
    party_bound,
    target_bound,
    not_excluded,
    in_period,
    in_area,
    act_listed,
)


def assess(incident: Incident, claims: Mapping[str, Claim], truce: Truce, conflict: Conflict) -> tuple[Assessment, ...]:
    """One assessment for each term that lists an act told of, in the order of the terms; else one against no term.

    `claims` holds at least the incident's claims by id. What a source itself calls a breach (`truce.breach`) answers
    no test: see `said_to_be_broken`.
    """
    told = told_claims(incident, claims)
    standings = Standings(truce, conflict)
    cases = [case_of(standings, truce, term, told, conflict) for term in truce.terms]
    relevant = [case for case in cases if case.told]
    if not relevant:
        return (_assessment(incident, truce, NO_TERM, (nothing_listed(told),), "must_not"),)
    return tuple(
        _assessment(incident, truce, case.term.id, tuple(test(case) for test in TESTS), case.term.mode)
        for case in relevant
    )


def _assessment(incident: Incident, truce: Truce, term_id: str, findings: tuple[Finding, ...], mode: str) -> Assessment:
    return Assessment(
        id=short_id("assessment", incident.id, truce.id, truce.version, term_id),
        incident_id=incident.id,
        truce_id=truce.id,
        truce_version=truce.version,
        term_id=term_id,
        findings=findings,
        label=label_of(findings, mode),
    )


def overall(assessments: Iterable[Assessment]) -> str:
    """The label to show for an incident as a whole; ValueError when there is no assessment."""
    return overall_label(assessment.label for assessment in assessments)


def said_to_be_broken(incident: Incident, claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims in which a source itself says that a truce was broken: shown beside the tests, never a result."""
    return tuple(claims[claim_id] for claim_id in incident.claim_ids if claims[claim_id].act.value == BREACH)
