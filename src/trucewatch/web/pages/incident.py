"""`/incident/{id}`: accounts side by side, the truce's tests, the reports, and why they stand together."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.incident_view import IncidentExplanation, explain_incident
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

CONTEXT = IncidentExplanation
TEMPLATE = "incident.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    with desk.ledger() as ledger:
        shown = explain_incident(ledger, desk.conflict, request.path_params["id"], truces=desk.truces)
    return render(request, TEMPLATE, shown)
