"""`trucewatch tally`: the weeks in numbers, by area, act, alleged perpetrator and recorder."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.failures import CommandError
from trucewatch.cli.options import JsonOption, WorkspaceOption, a_day, print_json, workspace_of


def a_moment(text: str) -> datetime:
    """A moment written as 2016-05-31T06:30, in UTC unless it has an offset of its own."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no moment; write it as 2016-05-31T06:30") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _file(kind: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        metavar="FILE", help=f"Write {kind} to this file; - is standard output."
    )
    return option


def tally(
    workspace: WorkspaceOption = None,
    since: Annotated[
        date | None,
        typer.Option(parser=a_day, metavar="DAY", help="From the week of this day; without it the last."),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(parser=a_day, metavar="DAY", help="To the week of this day; without it one week."),
    ] = None,
    truce: Annotated[str | None, typer.Option(metavar="ID", help="Under this truce only.")] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(parser=a_moment, metavar="MOMENT", help="From the reports read by then: 2016-05-31T06:30 (UTC)."),
    ] = None,
    markdown: Annotated[Path | None, _file("Markdown")] = None,
    html: Annotated[Path | None, _file("HTML")] = None,
    as_csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write CSV to this file.")] = None,
    as_json: JsonOption = False,
) -> None:
    """The weekly tally, against the week before, with what was watched and what was not.

    It counts from the reports that had been read by a moment, which it prints: the same moment gives the same numbers
    again, whatever was read since.
    """
    from trucewatch.pipeline import load_packs
    from trucewatch.views.as_known import as_known
    from trucewatch.views.tally import tally as tally_view
    from trucewatch.views.tally_text import tally_csv, tally_html, tally_markdown

    place = workspace_of(workspace)
    packs = load_packs(place.conflict, place.truces)
    truces = [one for one in packs.truces if truce in {None, one.id}]
    if not truces:
        raise CommandError(f"no truce of this workspace is called {truce!r}")
    with place.open_ledger(read_only=True) as ledger:
        first = since or ledger.counts().last_published
        if first is None:
            raise CommandError("no report carries a day; name the week with --since")
        known = as_known(ledger, packs.conflict, truces, as_of)
        runs = ledger.runs()
    program = f"Counted by trucewatch {runs[-1].version if runs else ''} with the packs {packs.digest[:12]}."
    shown = tally_view(known, packs.conflict, truces, first, until or first, program=program)
    for file, text in ((markdown, tally_markdown), (html, tally_html), (as_csv, tally_csv)):
        if file is not None:
            _write(file, text(shown))
    if as_json:
        print_json(shown)
    elif markdown is None and html is None and as_csv is None:
        typer.echo(tally_markdown(shown), nl=False)


def _write(file: Path, text: str) -> None:
    if str(file) == "-":
        typer.echo(text, nl=False)
    else:
        file.write_text(text, encoding="utf-8")
