"""`trucewatch pack`: make, check and look into the packs that tell the program of a conflict."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.cli.failures import NOT_DONE, CommandError
from trucewatch.cli.options import JsonOption, a_day, print_json

if TYPE_CHECKING:
    from trucewatch.views.pack_sheet import PackSheet

PackArgument = Annotated[str, typer.Argument(metavar="NAME", help="A conflict's name, or the folder of your own pack.")]


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; its name is the pack's.")],
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Where the conflict is fought, as ISO 3166 writes it: ua.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What pages call the conflict.")] = None,
    extends: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only add to this pack, instead of beginning a new one.")
    ] = None,
) -> None:
    """Begin a pack: a folder of small tables that passes the check, to be filled.

    With --extends it holds only what you add to a pack that there is: places, aliases, parties of your own.
    """
    from trucewatch.packs.new_pack import new_extension, new_pack

    if (extends is None) == (country is None):
        raise typer.BadParameter("give either --country or --extends")
    if extends is not None:
        written = new_extension(folder, extends)
    else:
        written = new_pack(folder, title=title or folder.name.replace("-", " ").capitalize(), country=country or "")
    for path in written:
        typer.echo(str(path))
    typer.echo(f"Next: fill the tables, then trucewatch pack check {folder}")


def check(
    packs: Annotated[list[str], typer.Argument(metavar="NAME...", help="Conflicts' names, or folders of your own.")],
    as_json: JsonOption = False,
) -> None:
    """Check packs and run their worked sentences; every complaint names file, line and key. Nothing is changed.

    Ends with 1 where anything is wrong, and then the whole list is printed.
    """
    from trucewatch.packs.check import check_pack

    complaints = {name: check_pack(name) for name in packs}
    if as_json:
        print_json([complaint for found in complaints.values() for complaint in found])
    else:
        for name, found in complaints.items():
            for complaint in found:
                typer.echo(str(complaint))
            typer.echo(f"{name}: {len(found)} wrong" if found else f"{name}: nothing wrong")
    if any(complaints.values()):
        raise typer.Exit(NOT_DONE)


def show(
    name: PackArgument,
    id: Annotated[str | None, typer.Argument(metavar="ID", help="A party or place of the pack.")] = None,
    day: Annotated[
        date | None, typer.Option(parser=a_day, metavar="DAY", help="Only names borne on that day, as 2016-05-20.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what a pack knows: its parties and how much it holds, or all names of one party or place with their days."""
    from trucewatch.packs import load_conflict
    from trucewatch.views.pack_sheet import pack_sheet, party_sheet, place_sheet

    conflict = load_conflict(name)
    sheet: PackSheet
    if id is None:
        sheet = pack_sheet(conflict, day=day)
    elif conflict.parties.known(id):
        sheet = party_sheet(conflict, id, day=day)
    elif conflict.gazetteer.known(id):
        sheet = place_sheet(conflict, id)
    else:
        raise CommandError(f"{name} has no party and no place {id!r}")
    if as_json:
        print_json(sheet)
        return
    for line in sheet.lines():
        typer.echo(line)
