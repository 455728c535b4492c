"""`trucewatch series`: what is told over time of a town or of talks."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch.cli.options import JsonOption, WorkspaceOption, print_json, workspace_of


def series(
    place: Annotated[
        str | None, typer.Argument(metavar="[PLACE]", help="Who is said to hold it; talks and agreements without one.")
    ] = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show who is said to hold a town, day by day, with sources; without a town, what is said of talks.

    Tellings that contradict each other stand side by side and are marked.
    """
    from trucewatch.views.series_view import holding_view, talks_view

    at = workspace_of(workspace)
    conflict = at.load_conflict()
    with at.open_ledger(read_only=True) as ledger:
        view = holding_view(ledger, conflict, place) if place else talks_view(ledger, conflict)
    if as_json:
        print_json(view)
        return
    typer.echo(f"{view.title}: {view.summary}")
    for point in view.points:
        mark = "  contradicted" if point.contradicted else ""
        typer.echo(f"  {point.day}: {point.told}, says {point.source} in {point.outlet}{mark}  {point.claim_id}")
