"""`trucewatch code`: reports to claims on standard output, without a workspace."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch import __version__
from trucewatch.cli.failures import NOT_DONE
from trucewatch.cli.options import ConflictOption, DebugOption, JsonOption, OutletOption, PublishedOption, out
from trucewatch.model import Run, Unread
from trucewatch.model.codec import to_json

if TYPE_CHECKING:
    from trucewatch.coding import Coded
    from trucewatch.intake import IntakeOptions
    from trucewatch.packs import Conflict

BATCH = 16


def code(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A report, or several as JSON Lines; - is standard input.")
    ] = None,
    conflict: ConflictOption = "syria",
    published: PublishedOption = None,
    outlet: OutletOption = None,
    as_json: JsonOption = False,
    gold: Annotated[
        Path | None,
        typer.Option(
            metavar="DOCS",
            help="Code documents that come split into sentences; one claim a line, as a scorer takes it.",
        ),
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Code a report and print its claims, each value with the words it was read from. No workspace is needed.

    With --json each claim is one line of JSON. With --gold each is a line with the fields doc, start, end, trigger,
    act, actor, target, place, day, killed, injured, speakers and stance. Both hold places as read, which can be finer
    than a settlement: they are for programs, not for publication.
    """
    from trucewatch.intake import IntakeOptions
    from trucewatch.packs import load_conflict

    if (file is None) == (gold is None):
        raise typer.BadParameter("give either a FILE or --gold DOCS", param_hint="FILE")
    if gold:
        _print_lines(_gold_lines(gold, conflict))
        return
    pack = load_conflict(conflict)
    options = IntakeOptions(now=datetime.now(UTC), published_given=published, outlet=outlet)
    missed = 0
    for outcome, parser in _outcomes(str(file), options, pack, debug):
        if isinstance(outcome, Unread):
            typer.echo(f"trucewatch: {outcome.origin}: {outcome.reason}", err=True)
            missed += 1
        elif as_json:
            _print_lines(map(to_json, outcome.claims))
        else:
            _print_readings(outcome, parser, pack)
    if missed:
        raise typer.Exit(NOT_DONE)


def _gold_lines(documents: Path, conflict: str) -> Iterator[object]:
    from trucewatch.evaluation import as_record, code_rows, read_documents

    rows = read_documents(documents)
    for row, (document, claims) in zip(rows, code_rows(rows, conflict), strict=True):
        yield from (as_record(row["doc"], document, claim) for claim in claims)


def _outcomes(
    file: str, options: IntakeOptions, conflict: Conflict, debug: bool
) -> Iterator[tuple[Coded | Unread, str]]:
    """Each report of a file with its claims, or why there are none, in order; and the parser that read it."""
    from trucewatch.coding import Failed, code_batch
    from trucewatch.intake import read_sources

    found = read_sources([file], options)
    while chunk := list(islice(found, BATCH)):
        # Who asks for one report wants it read, whatever it is about.
        coded = code_batch([item for item in chunk if not isinstance(item, Unread)], conflict, triage=False)
        outcomes = iter(coded.outcomes)
        for item in chunk:
            outcome = item if isinstance(item, Unread) else next(outcomes)
            if isinstance(outcome, Failed):
                if debug and outcome.trace:
                    typer.echo(outcome.trace, err=True)
                outcome = outcome.unread
            yield outcome, coded.parser


def _print_lines(values: Iterable[object]) -> None:
    for value in values:
        typer.echo(json.dumps(value, ensure_ascii=False))


def _print_readings(coded: Coded, parser: str, conflict: Conflict) -> None:
    """The claims as `trucewatch show` prints them, from a ledger that is thrown away."""
    from trucewatch.ledger import open_ledger
    from trucewatch.packs import packs_digest
    from trucewatch.views import explain, print_explanation

    document = coded.document
    run = Run("run", __version__, packs_digest(conflict.folder), parser, "code", document.retrieved)
    console = out()
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.sqlite") as ledger:
        ledger.add_document(document, coded.claims, "", run)
        for claim in ledger.claims_of(document.id):
            print_explanation(console, explain(ledger, conflict, claim.id))
            console.print()
    if not coded.claims:
        console.print(f"{document.origin}: no claims")
