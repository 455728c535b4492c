"""The sources, copies and rulings of an incident on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trucewatch.views.copies_view import CopiesView
from trucewatch.views.incident_view import IncidentExplanation
from trucewatch.views.wording import listed

CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}

Part = Text | Table | Padding


def told_by(incident: IncidentExplanation) -> list[Part]:
    """What stands between the accounts and the reports; nothing where there is nothing to tell."""
    view, parts = incident.told_by, list[Part]()
    rows: Sequence[tuple[str, ...]]
    if view.positions:
        rows = [(one.field, one.value, listed(one.sources)) for one in view.positions]
        parts += _part("Who agrees on what", rows)
    if view.changed:
        rows = [(one.source, one.field, f"{one.before} ({one.before_day})", f"{one.after} ({one.after_day})")
                for one in view.changed]  # fmt: skip
        parts += _part("Told otherwise later", rows)
    if len(view.tolls) > 1:
        parts += _part(
            "Tolls as they came", [(one.published_text, one.field, one.toll, one.source) for one in view.tolls]
        )
    for copies in incident.copies:
        parts += _part("One text, several reports", _copies(copies))
    if incident.rulings:
        rows = [(one.day, one.by, one.words, one.reason if one.stands else f"{one.reason} (to be looked at again)")
                for one in incident.rulings]  # fmt: skip
        parts += _part("Decided by people", rows)
    if incident.formerly:
        parts += _part("Earlier ids of this incident", [(id,) for id in incident.formerly])
    return parts


def _copies(copies: CopiesView) -> Sequence[tuple[str, ...]]:
    rows = [(copies.origin.outlet, copies.origin.published_text, "likely origin")]
    for copy in copies.copies:
        told = "; ".join(f"“{one.before}” → “{one.after}”" for one in copy.changes[:3])
        rows.append((copy.report.outlet, copy.report.published_text, f"{copy.summary} {told}".strip()))
    return rows


def _part(title: str, rows: Sequence[tuple[str, ...]]) -> list[Part]:
    table = Table.grid(padding=(0, 2))
    for _ in rows[0]:
        table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell.translate(CONTROLS)) for cell in row))
    return [Text(f"\n{title}", style="bold"), Padding(table, (0, 0, 0, 2))]
