"""`/report/{id}`: a report with its claims marked; `?claim=` opens one, with the words behind each of its fields."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.report import ReportView, report
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

CONTEXT = ReportView
TEMPLATE = "report.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    claim_id = request.query_params.get("claim") or None
    with desk.ledger() as ledger:
        shown = report(ledger, desk.conflict, request.path_params["id"], claim_id)
    return render(request, TEMPLATE, shown)
