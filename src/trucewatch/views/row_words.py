"""The phrases of a brief's row, the same in the terminal, in Markdown and on the page."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.views.brief import BriefRow, BriefView
from trucewatch.views.incident_words import Source
from trucewatch.views.wording import counted, listed


def source_names(sources: Sequence[Source]) -> str:
    """Names in a list; an outlet that states something on its own word is told from one that quotes."""
    return listed([f"{source.name} itself" if source.itself else source.name for source in sources])


def told_in(row: BriefRow) -> str:
    """ "6 reports of 4 outlets"."""
    return f"{counted(row.reports, 'report')} of {counted(len(row.outlets), 'outlet')}"


def findings_text(row: BriefRow) -> str:
    """ "Undetermined (the reports leave open …)", one for each truce."""
    found = [f"{finding.label.name} ({finding.label.sentence})" for finding in row.findings]
    return "; ".join(found) or "no truce to hold it against"


def extent(view: BriefView) -> str:
    """How many incidents there are, which of them are here, and what was left out. Says so when nothing was read."""
    if not view.coverage.reports:
        return "No incidents can be shown without reports."
    if not view.total:
        here = "No incident in these reports fits."
    elif not view.rows:
        here = f"Page {view.page:,} is past the last one, {view.pages:,}."
    elif view.first == 1 and not view.remaining:
        here = f"{counted(view.total, 'incident')}."
    else:
        here = f"Incidents {view.first:,} to {view.last:,} of {view.total:,}; {view.remaining:,} follow."
    if view.left_out:
        here += f" Not counted: {counted(view.left_out, 'incident')} of statements and talks alone."
    return here
