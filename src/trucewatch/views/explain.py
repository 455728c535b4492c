"""What stands behind an id: every value with its words, every link with its parts, every finding with its grounds."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.ledger import Kind, Ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views.assessment_view import AssessmentExplanation, explain_assessment
from trucewatch.views.claim_view import ClaimExplanation, explain_claim
from trucewatch.views.incident_view import IncidentExplanation, explain_incident
from trucewatch.views.report import ReportView, report

Explanation = ClaimExplanation | IncidentExplanation | AssessmentExplanation | ReportView


def explain(ledger: Ledger, conflict: Conflict, id: str, *, truces: Sequence[Truce] = ()) -> Explanation:
    """The explanation of a claim, incident, assessment or document, by its id or a beginning of it that fits only one.

    Raises `UnknownId` or `AmbiguousId`. `truces` give an assessment the words of the term it is against.
    """
    reference = ledger.resolve(id)
    match reference.kind:
        case Kind.CLAIM:
            return explain_claim(ledger, conflict, reference.id)
        case Kind.INCIDENT:
            return explain_incident(ledger, conflict, reference.id, truces=truces)
        case Kind.ASSESSMENT:
            return explain_assessment(ledger, conflict, reference.id, truces=truces)
        case Kind.DOCUMENT:
            return report(ledger, conflict, reference.id)
