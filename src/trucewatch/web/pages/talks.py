"""`/talks`: what is said of talks, agreements and truces, telling by telling; `?page=` counts back from the latest."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.series_view import SeriesView, talks_view
from trucewatch.web.pages.errors import BadParameterError
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

POINTS_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class TalksPage:
    """A stretch of the series, earliest first; `earlier` and `later` are queries for what lies before and after."""

    view: SeriesView
    summary: str
    earlier: str
    later: str


CONTEXT = TalksPage
TEMPLATE = "talks.html"


def page(request: Request) -> Response:
    desk = desk_of(request)
    number = _number(request.query_params.get("page", "1"))
    with desk.ledger() as ledger:
        whole = talks_view(ledger, desk.conflict)
    end = max(0, len(whole.points) - (number - 1) * POINTS_A_PAGE)
    start = max(0, end - POINTS_A_PAGE)
    shown = TalksPage(
        SeriesView(whole.title, whole.points[start:end]),
        whole.summary,
        f"?page={number + 1}" if start else "",
        f"?page={number - 1}" if number > 1 else "",
    )
    return render(request, TEMPLATE, shown)


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 10**6:
        raise BadParameterError(f"page is a whole number from 1, not {text!r}")
    return int(text)
