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
    analysis: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", dir_okay=False, help="Write where the coder errs there, as Markdown, instead of scoring."
        ),
    ] = None,
) -> None:
    """Code documents and score the claims against those that people coded, field by field.

    With --analysis a page of counts goes into FILE: acts confused, claims missed and spurious, each field's errors by
    kind, by outlet, with and without what was learned. It holds no words of the documents.
    """
    from trucewatch.evaluation import score_gold

    if analysis:
        from trucewatch.evaluation.analysis import analyse
        from trucewatch.evaluation.analysis_text import as_markdown

        analysis.write_text(as_markdown(analyse(documents, claims, conflict)), encoding="utf-8")
        typer.echo(f"written to {analysis}", err=True)
        return
    report = score_gold(documents, claims, conflict)
    typer.echo(report.as_json() if as_json else report.as_table(errors))
