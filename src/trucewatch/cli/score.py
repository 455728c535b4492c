"""`trucewatch score`: the program against claims that people coded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import ConflictOption, JsonOption


def score(
    documents: Annotated[
        Path,
        typer.Argument(metavar="DOCS", exists=True, dir_okay=False, help="Documents split into sentences, one a line."),
    ],
    claims: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", exists=True, dir_okay=False, help="Their claims as people coded them, one a line."
        ),
    ],
    conflict: ConflictOption = "syria",
    as_json: JsonOption = False,
    errors: Annotated[
        int, typer.Option(metavar="N", min=0, help="Show up to N missed, spurious and wrong claims.")
    ] = 0,
) -> None:
    """Code documents and score the claims against those that people coded, field by field."""
    from trucewatch.evaluation import score_gold

    report = score_gold(documents, claims, conflict)
    typer.echo(report.as_json() if as_json else report.as_table(errors))
