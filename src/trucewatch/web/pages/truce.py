"""`/truce/{id}`: the terms that incidents are held against, in the text's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import UnknownId
from trucewatch.model import Truce
from trucewatch.views.truce_sheet import TruceSheet, truce_sheet
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of


@dataclass(frozen=True, slots=True)
class TrucePage:
    """The sheet of the version asked for, the last one when none was, and the numbers of the truce's other versions."""

    sheet: TruceSheet
    others: tuple[int, ...]


CONTEXT = TrucePage
TEMPLATE = "truce.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    wanted = request.path_params["id"]
    versions = [truce for truce in desk.truces if truce.id == wanted]
    asked = request.query_params.get("version", "")
    for truce in reversed(versions):
        if asked in {"", str(truce.version)}:
            return render(request, TEMPLATE, TrucePage(truce_sheet(truce, desk.conflict), _others(versions, truce)))
    raise UnknownId(f"no truce of this workspace is called {wanted!r}")


def _others(versions: Sequence[Truce], shown: Truce) -> tuple[int, ...]:
    return tuple(truce.version for truce in versions if truce.version != shown.version)
