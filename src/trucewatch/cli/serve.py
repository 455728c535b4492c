"""`trucewatch serve`: the pages."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch.cli.failures import CommandError
from trucewatch.cli.options import WorkspaceOption, workspace_of

PORT = 8321
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")

PortOption = Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any free one.")]


def serve(
    workspace: WorkspaceOption = None,
    port: PortOption = PORT,
    host: Annotated[str, typer.Option(metavar="NAME", help="The address to answer at.")] = THIS_MACHINE[0],
    expose: Annotated[
        bool,
        typer.Option("--expose", help="Let other machines in: there is no password, anyone who reaches it can read."),
    ] = False,
) -> None:
    """Serve the pages of a workspace at a local address until Ctrl-C."""
    from trucewatch.cli.serving import serve_pages

    if host not in THIS_MACHINE and not expose:
        raise CommandError(
            f"{host} lets other machines read the ledger without a password; add --expose if that is meant"
        )
    serve_pages([workspace_of(workspace)], host, port, exposed=expose)
