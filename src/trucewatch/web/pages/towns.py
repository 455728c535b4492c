"""`/series`: the places of which it is told that somebody took or left them."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.series_view import TownEntry, towns
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of


@dataclass(frozen=True, slots=True)
class TownsPage:
    """All places of which holding is told."""

    towns: tuple[TownEntry, ...]


CONTEXT = TownsPage
TEMPLATE = "towns.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    with desk.ledger() as ledger:
        shown = TownsPage(towns(ledger, desk.conflict))
    return render(request, TEMPLATE, shown)
