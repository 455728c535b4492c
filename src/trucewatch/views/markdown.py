"""The brief as Markdown, to paste into a mail or a shared document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from trucewatch.views.brief import BriefRow, BriefView
from trucewatch.views.people_view import people_text
from trucewatch.views.row_words import extent, findings_text, source_names, told_in
from trucewatch.views.statement import STATEMENT_OF_USE
from trucewatch.views.wording import NOT_TOLD, date_text, listed


def brief_markdown(view: BriefView) -> str:
    """The whole page of the brief. Words from reports cannot form Markdown or HTML of their own."""
    return "\n".join(_lines(view)) + "\n"


def _lines(view: BriefView) -> Iterator[str]:
    yield f"# {plain(view.conflict)}: brief, {view.coverage.period}"
    yield ""
    yield " ".join((*view.coverage.sentences, extent(view)))
    for row in view.rows:
        yield ""
        yield from _row_lines(row)
    yield ""
    yield "---"
    yield ""
    yield STATEMENT_OF_USE


def _row_lines(row: BriefRow) -> Iterator[str]:
    yield f"## {row.heading}: {plain(row.place)}, {row.when}"
    yield ""
    for name, value in _facts(row):
        yield f"- **{name}:** {plain(value)}"
    yield f"- **Record:** `{row.incident_id}`"


def _facts(row: BriefRow) -> Iterator[tuple[str, str]]:
    first = date_text(row.first_reported) if row.first_reported else NOT_TOLD
    yield "Said by", source_names(row.said_by) or NOT_TOLD
    if row.denied_by:
        yield "Denied by", source_names(row.denied_by)
    if row.actor:
        yield row.side_names[0], row.actor
    if row.target:
        yield row.side_names[1], row.target
    if row.killed:
        yield "Killed, as told", row.killed
    if row.injured:
        yield "Injured, as told", row.injured
    if row.other_acts:
        yield "Also told of as", listed(row.other_acts)
    yield "Truce", findings_text(row)
    for ruling in row.people:
        yield "Found by people", people_text(ruling)
    if row.disputed:
        yield "Disputed", listed(row.disputed)
    if row.unknown:
        yield "Unknown", listed(row.unknown)
    if row.together:
        yield "Why one incident", row.together
    yield "Told in", f"{told_in(row)}, first reported {first}"


def plain(text: str) -> str:
    """Text with every character escaped that Markdown or HTML would read as markup; line breaks become spaces."""
    return re.sub(r"([\\`*_{}\[\]#|!~])", r"\\\1", escape(" ".join(text.split()), quote=False))
