"""Pages for what cannot be shown: each says what was asked for and how to go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.web.rendering import render
from trucewatch.web.security import HEADERS

TEMPLATE = "error.html"


class BadParameterError(Exception):
    """A value in the page's address that does not fit; the message says what is wanted."""


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened, in one line each."""

    heading: str
    message: str


CONTEXT = ErrorPage


def not_found(request: Request, error: Exception) -> Response:
    return render(request, TEMPLATE, ErrorPage("Nothing has this id", str(error)), status=404)


def ambiguous(request: Request, error: Exception) -> Response:
    return render(request, TEMPLATE, ErrorPage("Several ids begin like this", str(error)), status=404)


def bad_parameter(request: Request, error: Exception) -> Response:
    return render(request, TEMPLATE, ErrorPage("The address does not fit", str(error)), status=400)


def no_page(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 404)
    return render(request, TEMPLATE, ErrorPage("There is no such page", request.url.path), status=status)


def no_ledger(request: Request, error: Exception) -> Response:
    return render(request, TEMPLATE, ErrorPage("The ledger cannot be read", str(error)), status=503)


def failed(request: Request, _error: Exception) -> Response:
    """The last resort, outside of all middleware: it sets the security headers itself."""
    message = "The program's log on the terminal says why. The ledger is as it was."
    answer = render(request, TEMPLATE, ErrorPage("This page could not be made", message), status=500)
    answer.headers.update(HEADERS)
    return answer


def asked_day(asked: Mapping[str, str], key: str) -> date | None:
    """The day that a parameter of the address gives; None where it is left out. Raises BadParameterError."""
    value = asked.get(key, "").strip()
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise BadParameterError(f"“{key}” is to be a day such as 2016-05-20, not {value!r}") from None
