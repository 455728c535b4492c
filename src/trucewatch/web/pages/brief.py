"""`/`: the morning brief, to be narrowed by days, acts, words and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.views.brief import BriefView, Narrowing, brief
from trucewatch.views.labels import act_families, table
from trucewatch.views.row_words import extent
from trucewatch.web.pages.errors import BadParameterError, asked_day
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

TEMPLATE = "brief.html"
PAGE_SIZE = 40
LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a list."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class BriefPage:
    """The brief, the state of its form, and the addresses of its neighbouring pages (None where there is none)."""

    view: BriefView
    extent: str
    since: str
    until: str
    text: str
    acts: tuple[Choice, ...]
    findings: tuple[Choice, ...]
    narrowed: bool
    everything: str
    previous: str | None
    following: str | None


CONTEXT = BriefPage


def page(request: Request) -> Response:
    desk, asked = desk_of(request), request.query_params
    narrowing = _narrowing(asked)
    since, until = asked_day(asked, "since"), asked_day(asked, "until")
    with desk.ledger() as ledger:
        view = brief(
            ledger,
            desk.conflict,
            since,
            until,
            truces=desk.truces,
            narrowing=narrowing,
            page=_page_number(asked),
            limit=PAGE_SIZE,
        )
    return render(request, TEMPLATE, _page(view, asked))


def _page(view: BriefView, asked: Mapping[str, str]) -> BriefPage:
    return BriefPage(
        view=view,
        extent=extent(view),
        since=asked.get("since", ""),
        until=asked.get("until", ""),
        text=view.narrowing.text,
        acts=_act_choices(view.narrowing.acts),
        findings=_finding_choices(view.narrowing.finding),
        narrowed=any(asked.get(key) for key in ("since", "until", "acts", "text", "finding")),
        everything=_address(asked, acts="all", page=""),
        previous=_address(asked, page=str(view.page - 1)) if view.page > 1 else None,
        following=_address(asked, page=str(view.page + 1)) if view.remaining else None,
    )


def _address(asked: Mapping[str, str], **changes: str) -> str:
    return "?" + urlencode({key: value for key, value in {**asked, **changes}.items() if value})


def _act_choices(chosen: str) -> tuple[Choice, ...]:
    known = [("", "Events"), ("all", "Events, statements and talks")]
    known += [(family.id, family.name) for family in act_families()]
    return tuple(Choice(value, name, value == chosen) for value, name in known)


def _finding_choices(chosen: str) -> tuple[Choice, ...]:
    known = [("", "Any"), *((label, entry["name"]) for label, entry in table("findings").items())]
    return tuple(Choice(value, name, value == chosen) for value, name in known)


def _narrowing(asked: Mapping[str, str]) -> Narrowing:
    narrowing = Narrowing(asked.get("acts", ""), asked.get("text", "").strip(), asked.get("finding", ""))
    if narrowing.acts not in {"", "all", *(family.id for family in act_families())}:
        raise BadParameterError(f"there is no group of acts called {narrowing.acts!r}")
    if narrowing.finding not in {"", *table("findings")}:
        raise BadParameterError(f"there is no finding called {narrowing.finding!r}")
    if len(narrowing.text) > LONGEST_TEXT:
        raise BadParameterError(f"words to look for are to be shorter than {LONGEST_TEXT} characters")
    return narrowing


def _page_number(asked: Mapping[str, str]) -> int:
    value = asked.get("page", "") or "1"
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 1_000_000):
        raise BadParameterError(f"“page” is to be a number from 1, not {value!r}")
    return int(value)
