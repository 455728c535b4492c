"""`/duties/{id}`: what a truce asks for in number or by a day, with what is told of it and what is not."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import UnknownId
from trucewatch.views.duty_view import Duties, counted_acts
from trucewatch.views.duty_view import duties as duty_view
from trucewatch.views.truce_changes import held
from trucewatch.web.pages.errors import asked_day
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

TEMPLATE = "duties.html"


@dataclass(frozen=True, slots=True)
class DutiesPage:
    """The duties counted up to a day; None where no report carries a day and none was asked for."""

    truce_id: str
    truce: str
    until: str
    shown: Duties | None


CONTEXT = DutiesPage


def page(request: Request) -> Response:
    desk, wanted = desk_of(request), request.path_params["id"]
    versions = [truce for truce in desk.truces if truce.id == wanted]
    acts = frozenset(act for truce in versions for act in counted_acts(truce))
    if not acts:
        raise UnknownId(f"no truce of this workspace that asks for a number or names a day is called {wanted!r}")
    with desk.ledger() as ledger:
        until = asked_day(request.query_params, "until") or ledger.counts().last_published
        found = held(ledger, acts)
        documents = ledger.documents_by_id({claim.document_id for claim in found.claims.values()})
    shown = duty_view(found, documents, desk.conflict, versions, until) if until else None
    return render(request, TEMPLATE, DutiesPage(wanted, versions[-1].title, until.isoformat() if until else "", shown))
