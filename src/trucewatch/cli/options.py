"""Arguments that several commands share."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from trucewatch.workspace import Workspace


def a_day(text: str) -> date:
    """A day written as 2016-05-20; anything else is wrong usage."""
    try:
        if len(text) == len("2016-05-20"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter(f"{text!r} is no day; write it as 2016-05-20")


WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        envvar="TRUCEWATCH_WORKSPACE",
        metavar="DIR",
        help="The workspace; without it, the one that the current folder is in.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
PublishedOption = Annotated[
    date | None,
    typer.Option(parser=a_day, metavar="DAY", help="Day of publication where the source gives none, as 2016-05-20."),
]
OutletOption = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet, whatever the source says.")]
ConflictOption = Annotated[str, typer.Option(metavar="NAME", help="A conflict's name, or the folder of your own pack.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show Python's traceback when the program itself fails.")]


def workspace_of(folder: Path | None) -> Workspace:
    """The workspace that a command is to work in. Raises WorkspaceError."""
    from trucewatch.workspace import find_workspace, load_workspace

    return find_workspace(Path.cwd()) if folder is None else load_workspace(folder)


def out() -> Console:
    """Standard output. Words from reports are never read as markup."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def err() -> Console:
    """Standard error: progress and remarks, so that output can be piped on."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def print_json(value: Any) -> None:
    """A noun or a view as JSON on standard output."""
    from trucewatch.model.codec import to_json

    typer.echo(json.dumps(to_json(value), ensure_ascii=False, indent=2))
