"""The web application: routes, headers and error pages. It only ever reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from trucewatch.ledger import AmbiguousId, LedgerError, UnknownId
from trucewatch.web.pages import (
    about,
    assessment,
    brief,
    claim,
    duties,
    errors,
    incident,
    parties,
    report,
    series,
    talks,
    tally,
    towns,
    truce,
)
from trucewatch.web.security import SecurityHeaders
from trucewatch.web.site import Workspace, desks

LOCAL_HOSTS = ("localhost", "127.0.0.1")
"""Under these names alone the pages answer, so that no web site can reach them through a name of its own."""

STATIC = Path(__file__).parent / "static"

PAGES = (
    ("/", brief.page),
    ("/incident/{id}", incident.page),
    ("/report/{id}", report.page),
    ("/claim/{id}", claim.page),
    ("/assessment/{id}", assessment.page),
    ("/truce/{id}", truce.page),
    ("/duties/{id}", duties.page),
    ("/tally", tally.page),
    ("/parties", parties.page),
    ("/series", towns.page),
    ("/series/{place}", series.page),
    ("/talks", talks.page),
    ("/about", about.page),
)


def create_app(workspaces: Sequence[Workspace], *, allowed_hosts: Sequence[str] = LOCAL_HOSTS) -> Starlette:
    """The pages of one or several workspaces: the first at `/`, each other one below `/in/<name>/`.

    `allowed_hosts` are the names that the pages answer to; add the machine's own to serve them beyond it.
    Raises ValueError without a workspace or for two of one name, PackError for a pack that cannot be loaded.
    """
    app = Starlette(
        routes=[
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
            *(Route(base + path, page, methods=["GET"]) for base in ("", "/in/{workspace}") for path, page in PAGES),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(allowed_hosts), www_redirect=False),
        ],
        exception_handlers={
            UnknownId: errors.not_found,
            AmbiguousId: errors.ambiguous,
            LedgerError: errors.no_ledger,
            errors.BadParameterError: errors.bad_parameter,
            404: errors.no_page,
            405: errors.no_page,
            500: errors.failed,
        },
    )
    app.state.desks = desks(workspaces)
    return app
