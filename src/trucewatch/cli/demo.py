"""`trucewatch demo`: the main job on the reports that ship with the program."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.cli.options import out
from trucewatch.cli.serve import PORT, THIS_MACHINE, PortOption

if TYPE_CHECKING:
    from trucewatch.workspace import Workspace

SAMPLES = (("syria", "syria-2016"), ("yemen", "yemen-2022"))
"""Each conflict with its truce, which is also the name of its folder of sample reports."""

SHOWN = 6


def demo(
    folder: Annotated[
        Path, typer.Option("--dir", metavar="DIR", help="Where the demo's workspaces are made, one for each conflict.")
    ] = Path("demo-workspace"),
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages afterwards, until Ctrl-C.")] = True,
    port: PortOption = PORT,
) -> None:
    """Read the sample reports that ship with the program, print the briefs and serve the pages.

    The samples are our own writing about public events in Syria (May 2016) and Yemen (April to June 2022); do not
    cite them. A second run knows them already and is quick.
    """
    workspaces = [_read_samples(folder / conflict, conflict, truce) for conflict, truce in SAMPLES]
    for workspace in workspaces:
        _print_brief(workspace)
    if serve:
        from trucewatch.cli.serving import serve_pages

        serve_pages(workspaces, THIS_MACHINE[0], port)


def _read_samples(folder: Path, conflict: str, truce: str) -> Workspace:
    from trucewatch.cli.reading import print_summary, print_unread, read_with_progress
    from trucewatch.intake import IntakeOptions
    from trucewatch.workspace import CONFIG_NAME, create_workspace, load_workspace

    known = (folder / CONFIG_NAME).exists()
    workspace = load_workspace(folder) if known else create_workspace(folder, conflict, [truce])
    typer.echo(f"{truce}:")
    samples = Path(__file__).parent.parent / "samples" / truce
    summary = read_with_progress(workspace, [samples], IntakeOptions(now=datetime.now(UTC)))
    print_summary(summary)
    print_unread(summary.unread)
    return workspace


def _print_brief(workspace: Workspace) -> None:
    from trucewatch.views import brief, print_brief

    with workspace.open_ledger(read_only=True) as ledger:
        view = brief(ledger, workspace.load_conflict(), truces=workspace.load_truces(), limit=SHOWN)
    console = out()
    console.print()
    print_brief(console, view)
    if view.remaining:
        console.print(f"\n{view.remaining} more: trucewatch brief -w {workspace.folder}")
