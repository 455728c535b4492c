"""`trucewatch brief`: what was told, newest first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import JsonOption, WorkspaceOption, a_day, out, print_json, workspace_of

ON_SCREEN = 50
ALL = 10**9


def brief(
    workspace: WorkspaceOption = None,
    since: Annotated[
        date | None, typer.Option(parser=a_day, metavar="DAY", help="First reported on this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option(parser=a_day, metavar="DAY", help="First reported on this day or earlier.")
    ] = None,
    acts: Annotated[
        str, typer.Option(metavar="FAMILY", help="Acts of this family only, or all; mere talks are left out otherwise.")
    ] = "",
    about: Annotated[
        str, typer.Option(metavar="WORDS", help="Places, parties and outlets that hold these words.")
    ] = "",
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help=f"At most so many incidents; {ON_SCREEN} on the screen if left out."),
    ] = None,
    as_json: JsonOption = False,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write Markdown to this file; - is standard output.")
    ] = None,
) -> None:
    """The brief: incidents newest first, who says it, against whom, where, when, and what the truce's terms say."""
    from trucewatch.views import Narrowing, brief_markdown, print_brief
    from trucewatch.views import brief as brief_view

    if since and until and since > until:
        raise typer.BadParameter(f"{since} is after {until}", param_hint="--since")
    place = workspace_of(workspace)
    most = limit or (ALL if as_json or markdown else ON_SCREEN)
    with place.open_ledger(read_only=True) as ledger:
        view = brief_view(
            ledger,
            place.load_conflict(),
            since,
            until,
            truces=place.load_truces(),
            narrowing=Narrowing(_known_family(acts), about),
            limit=most,
        )
    if markdown is not None:
        _write(markdown, brief_markdown(view))
    if as_json:
        print_json(view)
    elif markdown is None:
        print_brief(out(), view)


def _known_family(acts: str) -> str:
    from trucewatch.views.labels import act_families

    known = ("all", *(family.id for family in act_families()))
    if acts and acts not in known:
        raise typer.BadParameter(f"{acts!r} is none of {', '.join(known)}", param_hint="--acts")
    return acts


def _write(file: Path, text: str) -> None:
    if str(file) == "-":
        typer.echo(text, nl=False)
    else:
        file.write_text(text, encoding="utf-8")
