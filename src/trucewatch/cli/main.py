"""The table of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch import __version__
from trucewatch.cli.brief import brief
from trucewatch.cli.code import code
from trucewatch.cli.demo import demo
from trucewatch.cli.failures import PlainGroup
from trucewatch.cli.init import init
from trucewatch.cli.options import DebugOption
from trucewatch.cli.read import read
from trucewatch.cli.remove import remove
from trucewatch.cli.rule import rule
from trucewatch.cli.score import score
from trucewatch.cli.series import series
from trucewatch.cli.serve import serve
from trucewatch.cli.show import show

app = typer.Typer(
    cls=PlainGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="\b\nExample: trucewatch init aleppo --conflict syria\n         trucewatch read -w aleppo reports/",
)


def version() -> None:
    """Print the program's version."""
    typer.echo(f"trucewatch {__version__}")


COMMANDS = (
    (init, "Make a workspace.", "trucewatch init aleppo --conflict syria --truce syria-2016"),
    (read, "Read reports into the ledger.", "trucewatch read -w aleppo reports/ wire.jsonl.gz"),
    (brief, "Print the brief, newest first.", "trucewatch brief -w aleppo --since 2016-05-20"),
    (show, "Show everything behind an id.", "trucewatch show -w aleppo incident-3f2a"),
    (
        rule,
        "Decide what is one event.",
        "trucewatch rule join incident-3f2a incident-77a0 --because 'one street'",
    ),
    (series, "Show who is said to hold a town.", "trucewatch series -w aleppo Palmyra"),
    (remove, "Take a report out.", "trucewatch remove doc-51c3 --because 'sent by mistake'"),
    (code, "Code a report without a workspace.", "trucewatch code report.html --published 2016-05-20"),
    (serve, "Serve the pages.", "trucewatch serve -w aleppo --port 8321"),
    (demo, "Do it all with the sample reports.", "trucewatch demo --no-serve"),
    (score, "Score against claims that people coded.", "trucewatch score dev.docs.jsonl dev.claims.jsonl"),
    (version, "Print the version.", "trucewatch version"),
)
"""Each command with its line in the list of commands and the example that its help ends with."""

for command, line, example in COMMANDS:
    app.command(short_help=line, epilog=f"\b\nExample: {example}")(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def trucewatch(
    debug: DebugOption = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Who says that who did what to whom during a truce, and what the truce's terms say about it.

    Reads news reports into a ledger of claims, each with the words it was read from; puts claims of one event
    together; holds each incident against the terms of a truce. Nothing is told as fact, only as what a source said.
    """
