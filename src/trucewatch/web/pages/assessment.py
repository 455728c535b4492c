"""`/assessment/{id}`: one incident against one term, each answer with the sentences and speakers it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.assessment_view import AssessmentExplanation, explain_assessment
from trucewatch.views.incident_view import explain_incident
from trucewatch.views.tellings import TellingView
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of
from trucewatch.web.terms import terms_note

TEMPLATE = "assessment.html"


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """The assessment, the incident's heading, and what sources themselves say of the truce.

    `terms_note` says where the terms have changed since; else "".
    """

    assessment: AssessmentExplanation
    heading: str
    place: str
    when: str
    said_to_be_broken: tuple[TellingView, ...]
    terms_note: str


CONTEXT = AssessmentPage


def page(request: Request) -> Response:
    desk = desk_of(request)
    with desk.ledger() as ledger:
        shown = explain_assessment(ledger, desk.conflict, request.path_params["id"], truces=desk.truces)
        incident = explain_incident(ledger, desk.conflict, shown.incident_id)
        note = terms_note(desk, ledger)
    context = AssessmentPage(shown, incident.heading, incident.place, incident.when, incident.said_to_be_broken, note)
    return render(request, TEMPLATE, context)
