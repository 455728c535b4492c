"""`/tally`: one week in numbers under each truce, against the week before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.as_known import as_stored
from trucewatch.views.tally import TallyWeek, monday, tally
from trucewatch.views.tally_text import COUNTING, HEAD, row_cells, summary_lines
from trucewatch.views.wording import range_text
from trucewatch.web.pages.errors import asked_day
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of
from trucewatch.web.terms import terms_note

TEMPLATE = "tally.html"


@dataclass(frozen=True, slots=True)
class WeekView:
    """A week under one truce, in sentences and in rows of cells."""

    truce_id: str
    truce: str
    version: int
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TallyPage:
    """The week that a day lies in; `days` is "" and `weeks` empty where no report carries a day.

    `terms_note` says where the terms have changed since; else "".
    """

    days: str
    day: str
    previous: str
    following: str
    head: tuple[str, ...]
    weeks: tuple[WeekView, ...]
    counting: str
    terms_note: str = ""


CONTEXT = TallyPage


def page(request: Request) -> Response:
    desk = desk_of(request)
    with desk.ledger() as ledger:
        day = asked_day(request.query_params, "week") or ledger.counts().last_published
        if day is None:
            return render(request, TEMPLATE, TallyPage("", "", "", "", HEAD, (), COUNTING))
        start = monday(day)
        known = as_stored(ledger, start - timedelta(days=7), start + timedelta(days=6))
        note = terms_note(desk, ledger)
    weeks = tally(known, desk.conflict, desk.truces, start, start).weeks
    return render(request, TEMPLATE, _page(start, weeks, note))


def _page(start: date, weeks: tuple[TallyWeek, ...], note: str) -> TallyPage:
    step = timedelta(days=7)
    return TallyPage(
        days=range_text(start, start + timedelta(days=6)),
        day=start.isoformat(),
        previous=f"?week={start - step}",
        following=f"?week={start + step}",
        head=HEAD,
        weeks=tuple(
            WeekView(one.truce_id, one.truce, one.version, tuple(summary_lines(one)), tuple(map(row_cells, one.rows)))
            for one in weeks
        ),
        counting=COUNTING,
        terms_note=note,
    )
