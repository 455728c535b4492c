"""`trucewatch remove`: a report out of the ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from trucewatch.cli.failures import CommandError
from trucewatch.cli.options import WorkspaceOption, workspace_of


def remove(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, or the beginning of it.")],
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason; it is kept.")] = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Take a report out with its claims, for good: reading it again does not bring it back.

    Incidents that it told of are made again without it; the id of one that nobody else tells of stays taken, and
    says so when it is asked for.
    """
    if not because.strip():
        raise CommandError("taking a report out wants a reason (--because)")
    from trucewatch.pipeline import load_packs, remove_now

    place = workspace_of(workspace)
    with place.open_ledger() as ledger:
        document = ledger.document(report)
        remove_now(ledger, load_packs(place.conflict, place.truces), document.id, because, datetime.now(UTC))
    typer.echo(f"{document.id} was taken out: {document.outlet}, {document.title}")
