"""`trucewatch parties`: whom reports name."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from trucewatch.cli.options import JsonOption, WorkspaceOption, a_day, print_json, workspace_of


def unknown(
    workspace: WorkspaceOption = None,
    since: Annotated[
        date | None, typer.Option(parser=a_day, metavar="DAY", help="In reports of this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option(parser=a_day, metavar="DAY", help="In reports of this day or earlier.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the parties that no list knows, as written, with how often, in which reports and in what words.

    For the desk: add those that are bodies to the pack's aliases.csv and parties.csv. Some will be names of something
    else that was taken for a body; private persons are never added.
    """
    from trucewatch.views.unknown_parties import unknown_parties
    from trucewatch.views.unknown_parties_text import unknown_parties_lines

    if since and until and since > until:
        raise typer.BadParameter(f"{since} is after {until}", param_hint="--since")
    place = workspace_of(workspace)
    with place.open_ledger(read_only=True) as ledger:
        view = unknown_parties(ledger, place.load_conflict(), since, until)
    if as_json:
        print_json(view)
        return
    for line in unknown_parties_lines(view):
        typer.echo(line)
