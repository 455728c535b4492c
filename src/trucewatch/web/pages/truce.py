"""`/truce/{id}`: the terms that incidents are held against, in the text's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import UnknownId
from trucewatch.model import Truce
from trucewatch.views.duty_view import counted_acts
from trucewatch.views.truce_sheet import TruceSheet, truce_sheet
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of


@dataclass(frozen=True, slots=True)
class TrucePage:
    """The sheet of the version asked for, the last one when none was, and the numbers of the truce's other versions.

    `counted` tells whether it asks for anything in number or by a day.
    """

    sheet: TruceSheet
    others: tuple[int, ...]
    counted: bool


CONTEXT = TrucePage
TEMPLATE = "truce.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    wanted = request.path_params["id"]
    versions = [truce for truce in desk.truces if truce.id == wanted]
    asked = request.query_params.get("version", "")
    for truce in reversed(versions):
        if asked in {"", str(truce.version)}:
            sheet, counted = truce_sheet(truce, desk.conflict), bool(counted_acts(truce))
            return render(request, TEMPLATE, TrucePage(sheet, _others(versions, truce), counted))
    raise UnknownId(f"no truce of this workspace is called {wanted!r}")


def _others(versions: Sequence[Truce], shown: Truce) -> tuple[int, ...]:
    return tuple(truce.version for truce in versions if truce.version != shown.version)
