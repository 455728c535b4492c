"""`trucewatch gazetteer`: places for a pack from tables that others publish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import JsonOption, print_json

SHOWN = 20


def add(
    pack: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of your own pack.")],
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="A GeoNames dump (XX.txt, XX.zip), or a CSV with a heading.",
        ),
    ],
    alternate_names: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="GeoNames' alternateNamesV2.txt, or its zip."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=HEADING",
            help="Which column of a CSV holds what: name, also_called, kind, lat, lon, country, admin1, admin2, pcode, "
            "population. May be repeated; usual headings are known.",
        ),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only places of this country (ISO code). May be repeated."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Add the places of a GeoNames dump, of an OCHA dataset or of any CSV to a pack, and report what was added.

    What the pack has by hand stays as it is and goes before what is added. Adding a file again replaces its table.
    """
    from trucewatch.packs.importing import import_places

    report = import_places(
        pack, source, alternate_names=alternate_names, columns=_columns(column or []), countries=country or []
    )
    if as_json:
        print_json(report)
        return
    for complaint in report.wrong[:SHOWN]:
        typer.echo(str(complaint), err=True)
    if len(report.wrong) > SHOWN:
        typer.echo(f"and {len(report.wrong) - SHOWN} more lines that cannot be read", err=True)
    typer.echo(f"{report.table}: {report.added} of {report.read} places added, with {report.names} names")
    for kind, number in report.kinds:
        typer.echo(f"  {number:7} {kind}")
    for reason, number in report.left_out:
        typer.echo(f"  {number:7} left out, {reason}")
    if report.shared_names:
        typer.echo(f"  {report.shared_names:7} share a name; a report that uses it keeps all candidates")


def _columns(options: list[str]) -> dict[str, str]:
    pairs = [option.partition("=") for option in options]
    for option, (_, equals, heading) in zip(options, pairs, strict=True):
        if not equals or not heading:
            raise typer.BadParameter(f"{option!r} is to be FIELD=HEADING, such as name=FEATURE_NAME")
    return {field.strip(): heading.strip() for field, _, heading in pairs}
