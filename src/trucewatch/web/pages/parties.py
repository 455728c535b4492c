"""`/parties`: parties that no list knows, for the desk to add; to be narrowed by days of publication."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.unknown_parties import UnknownParties, unknown_parties
from trucewatch.web.pages.errors import BadParameterError
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

CONTEXT = UnknownParties
TEMPLATE = "parties.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    since, until = _day(request, "since"), _day(request, "until")
    with desk.ledger() as ledger:
        shown = unknown_parties(ledger, desk.conflict, since, until)
    return render(request, TEMPLATE, shown)


def _day(request: Request, name: str) -> date | None:
    given = request.query_params.get(name, "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise BadParameterError(f"“{name}” is to be a day such as 2016-05-20, not {given!r}") from None
