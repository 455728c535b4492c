"""Templates: everything escaped, nothing undefined, no code but what is here."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from trucewatch.views.wording import counted, date_text, listed
from trucewatch.web.site import site_of


@cache
def environment() -> Environment:
    """Autoescape is always on: whatever a report holds shows as text."""
    templates = Environment(
        loader=PackageLoader("trucewatch.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(day=date_text, listed=listed, counted=counted)
    return templates


def render(request: Request, template: str, page: Any, *, status: int = 200) -> HTMLResponse:
    """The template with `page`, the dataclass that its page file names, and `site`, the page's surroundings."""
    text = environment().get_template(template).render(page=page, site=site_of(request))
    return HTMLResponse(text, status_code=status)
