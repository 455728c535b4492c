"""`/claim/{id}`: one claim, each field with the rule that read it and its words."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.claim_view import ClaimExplanation, explain_claim
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

CONTEXT = ClaimExplanation
TEMPLATE = "claim.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    with desk.ledger() as ledger:
        shown = explain_claim(ledger, desk.conflict, request.path_params["id"])
    return render(request, TEMPLATE, shown)
