"""`/truce/{id}`: the terms that incidents are held against, in the text's own words."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import UnknownId
from trucewatch.views.truce_sheet import TruceSheet, truce_sheet
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

CONTEXT = TruceSheet
TEMPLATE = "truce.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    wanted = request.path_params["id"]
    for truce in desk.truces:
        if truce.id == wanted:
            return render(request, TEMPLATE, truce_sheet(truce, desk.conflict))
    raise UnknownId(f"no truce of this workspace is called {wanted!r}")
