"""`/about`: the statement of use, what the pages' words mean, and what is behind them."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import Counts
from trucewatch.views.coverage import Coverage, coverage
from trucewatch.views.labels import FindingLabel, finding_label, table
from trucewatch.views.wording import program_text
from trucewatch.web.rendering import render
from trucewatch.web.site import desk_of

TEMPLATE = "about.html"


@dataclass(frozen=True, slots=True)
class AboutPage:
    """How much the ledger holds, the program that last grouped it, and the legend of findings."""

    counts: Counts
    coverage: Coverage
    program: str
    findings: tuple[FindingLabel, ...]


CONTEXT = AboutPage


def page(request: Request) -> Response:
    with desk_of(request).ledger() as ledger:
        run = ledger.grouping_run()
        shown = AboutPage(
            counts=ledger.counts(),
            coverage=coverage(ledger),
            program=program_text(run) if run else "no program yet",
            findings=tuple(finding_label(label) for label in table("findings")),
        )
    return render(request, TEMPLATE, shown)
