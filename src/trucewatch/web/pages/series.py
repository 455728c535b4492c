"""`/series/{place}`: who is said to hold a town, telling by telling."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import LedgerError, UnknownId
from trucewatch.views.series_view import SeriesView, holding_view
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

CONTEXT = SeriesView
TEMPLATE = "series.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    with desk.ledger() as ledger:
        try:
            shown = holding_view(ledger, desk.conflict, request.path_params["place"])
        except LedgerError as error:
            raise UnknownId(str(error)) from error
    return render(request, TEMPLATE, shown)
