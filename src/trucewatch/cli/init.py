"""`trucewatch init`: make a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import ConflictOption


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    conflict: ConflictOption,
    truce: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="A truce to hold incidents against; may be repeated. All of the conflict if left out."
        ),
    ] = None,
) -> None:
    """Make a workspace: a folder with a small config and an empty ledger."""
    from trucewatch.workspace import CONFIG_NAME, create_workspace

    workspace = create_workspace(folder, conflict, truce or None)
    truces = ", ".join(workspace.truces) or "no truce"
    typer.echo(f"{folder}: a workspace for {workspace.conflict} ({truces}); its settings are in {CONFIG_NAME}")
    typer.echo(f"Next: trucewatch read -w {folder} REPORTS")
