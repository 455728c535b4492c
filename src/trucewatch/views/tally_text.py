"""The tally as Markdown, as a page of HTML that stands alone, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape

from trucewatch.truces.people import DETERMINED_BY, VERIFIED
from trucewatch.views.labels import act_name, table
from trucewatch.views.markdown import plain
from trucewatch.views.statement import STATEMENT_OF_USE
from trucewatch.views.tally import COLUMNS, Tally, TallyRow, TallyWeek, Totals, change_text
from trucewatch.views.wording import NOT_TOLD, count_text, counted, listed

HEAD = (
    "Area",
    "Act",
    "Told by",
    "Alleged actor",
    "Incidents",
    "Disputed",
    "Undetermined",
    "Outside",
    "Killed, as told",
)
COUNTING = (
    "An incident stands once in the totals and once for each recorder in the table, so the table adds up only within "
    "one recorder. Recorders' numbers are not added to each other, and none bears out another's. "
    "Killed: lowest to highest told."
)


def tally_csv(shown: Tally) -> str:
    """One line for each row, columns in the order of `COLUMNS`; what is not told is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for week in shown.weeks:
        for row in week.rows:
            values = [getattr(row, column) for column in COLUMNS]
            writer.writerow(["" if value is None else _inert(str(value)) for value in values])
    return out.getvalue()


def _inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def tally_markdown(shown: Tally) -> str:
    return "\n".join(_markdown(shown)) + "\n"


def _markdown(shown: Tally) -> Iterator[str]:
    yield f"# {plain(shown.conflict)}: weekly tally"
    yield ""
    yield plain(_made(shown))
    for week in shown.weeks:
        yield ""
        yield f"## {plain(week.truce)}: {week.days}"
        yield ""
        yield from (f"- {plain(line)}" for line in summary_lines(week))
        if week.rows:
            yield ""
            yield f"| {' | '.join(HEAD)} |"
            yield f"|{'---|' * len(HEAD)}"
            yield from (
                f"| {' | '.join(plain(cell).replace('|', '/') for cell in row_cells(row))} |" for row in week.rows
            )
    yield ""
    yield COUNTING
    yield ""
    yield STATEMENT_OF_USE


def tally_html(shown: Tally) -> str:
    """A page that loads nothing."""
    return "\n".join(_html(shown)) + "\n"


def _html(shown: Tally) -> Iterator[str]:
    title = escape(f"{shown.conflict}: weekly tally")
    yield f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
    yield f"<h1>{title}</h1>\n<p>{escape(_made(shown))}</p>"
    for week in shown.weeks:
        yield f"<h2>{escape(week.truce)}: {week.days}</h2>"
        yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in summary_lines(week))}</ul>"
        if week.rows:
            yield f"<table><thead><tr>{''.join(f'<th scope=col>{name}</th>' for name in HEAD)}</tr></thead><tbody>"
            yield from (
                f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row_cells(row))}</tr>" for row in week.rows
            )
            yield "</tbody></table>"
    yield f"<p>{COUNTING}</p>\n<p>{escape(STATEMENT_OF_USE)}</p>\n</body></html>"


def _made(shown: Tally) -> str:
    moment = f"{shown.as_of:%Y-%m-%d %H:%M:%S %Z}".strip() if shown.as_of else "the empty ledger"
    return f"From the reports read by {moment}. {shown.program}".strip()


def summary_lines(week: TallyWeek) -> Iterator[str]:
    """The week's totals in sentences, with what was not watched."""
    totals = week.totals
    yield f"{change_text(totals.incidents, week.before.incidents)}; {_kinds(totals)}."
    yield f"Killed, as told: {count_text(totals.killed)}."
    outlets = f"{counted(len(week.outlets), 'outlet')}: {listed(week.outlets) or 'none'}"
    yield from _people(week)
    yield f"Told by {counted(totals.sources, 'independent source')}, in reports of {outlets}."
    if week.undated:
        yield f"{counted(week.undated, 'incident')} first reported in this week with no day told: in no week."
    if not week.outlets:
        yield "No report published in this week has been read, so nothing can be said about it."
    yield from (f"{gap[:1].upper()}{gap[1:]}." for gap in week.gaps)


def _people(week: TallyWeek) -> Iterator[str]:
    """What people found of the week's incidents, and what they took back."""
    totals, counts = week.totals, table("people_counts")
    for label, number in ((VERIFIED, totals.verified), (DETERMINED_BY, totals.determined)):
        if number:
            yield f"{counts[label].format(incidents=counted(number, 'incident'))}."
    if totals.again:
        yield f"{counted(totals.again, 'ruling')} on these incidents to be looked at again, as what it judged changed."
    yield from (f"Not counted, as {who} retracted it: {id}. {why}" for id, who, why in week.retracted)


def _kinds(totals: Totals) -> str:
    told = (
        (totals.reported, "reported breaches or unmet duties"),
        (totals.disputed, "disputed"),
        (totals.exception_claimed, "with an exception claimed"),
        (totals.undetermined, "undetermined"),
        (totals.outside_scope, "outside the terms"),
        (totals.permitted, "permitted"),
    )
    return listed([f"{number:,} {name}" for number, name in told])


def row_cells(row: TallyRow) -> tuple[str, ...]:
    """A row under the columns of `HEAD`."""
    killed = NOT_TOLD if row.killed_min is None else _killed(row.killed_min, row.killed_max)
    area = row.adm1_name or NOT_TOLD
    numbers = (row.n_incidents, row.n_disputed, row.n_undetermined, row.n_outside_scope)
    return (area, act_name(row.act), row.alleged_by, row.alleged_perpetrator, *map(str, numbers), killed)


def _killed(lowest: int, highest: int | None) -> str:
    if highest is None:
        return f"{lowest:,} or more"
    return f"{lowest:,}" if lowest == highest else f"{lowest:,} to {highest:,}"
