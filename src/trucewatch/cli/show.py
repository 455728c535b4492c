"""`trucewatch show`: everything behind one id."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch.cli.options import JsonOption, WorkspaceOption, out, print_json, workspace_of


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Of a claim, incident, assessment or report, or its beginning.")
    ],
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a claim, incident, assessment or report with the words behind every value and the rule that read each.

    A value that no words gave is marked as assumed.
    """
    from trucewatch.views import explain, print_explanation

    place = workspace_of(workspace)
    with place.open_ledger(read_only=True) as ledger:
        explanation = explain(ledger, place.load_conflict(), id, truces=place.load_truces())
    if as_json:
        print_json(explanation)
    else:
        print_explanation(out(), explanation)
