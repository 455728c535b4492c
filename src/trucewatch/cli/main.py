"""The table of commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from trucewatch import __version__
from trucewatch.cli import gazetteer, parties
from trucewatch.cli import pack as packs
from trucewatch.cli import truce as truces
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
from trucewatch.cli.tally import tally
from trucewatch.cli.why_not import why_not

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
    (tally, "Print the weekly tally.", "trucewatch tally -w aleppo --since 2016-05-23 --csv week.csv"),
    (
        rule,
        "Decide what is one event.",
        "trucewatch rule join incident-3f2a incident-77a0 --because 'one street'",
    ),
    (series, "Show who is said to hold a town.", "trucewatch series -w aleppo Palmyra"),
    (remove, "Take a report out.", "trucewatch remove doc-51c3 --because 'sent by mistake'"),
    (code, "Code a report without a workspace.", "trucewatch code report.html --published 2016-05-20"),
    (why_not, "Tell why a sentence gave no claim.", "trucewatch why-not report.html --sentence 7"),
    (serve, "Serve the pages.", "trucewatch serve -w aleppo --port 8321"),
    (demo, "Do it all with the sample reports.", "trucewatch demo --no-serve"),
    (score, "Score against claims that people coded.", "trucewatch score dev.docs.jsonl dev.claims.jsonl"),
    (version, "Print the version.", "trucewatch version"),
)
"""Each command with its line in the list of commands and the example that its help ends with."""

for command, line, example in COMMANDS:
    app.command(short_help=line, epilog=f"\b\nExample: {example}")(command)

GROUPS: dict[str, tuple[str, tuple[tuple[Callable[..., None], str, str], ...]]] = {
    "pack": (
        "Make, check and look into packs.",
        (
            (packs.new, "Begin a pack.", "trucewatch pack new mindanao --country ph --title 'Mindanao, from 2013'"),
            (packs.check, "Check packs and run their sentences.", "trucewatch pack check mindanao"),
            (packs.show, "Show what a pack knows.", "trucewatch pack show syria sy.nusra --day 2016-09-01"),
        ),
    ),
    "parties": (
        "Whom reports name.",
        (
            (
                parties.unknown,
                "List the parties that no list knows.",
                "trucewatch parties unknown -w aleppo --since 2016-05-20",
            ),
        ),
    ),
    "gazetteer": (
        "Add places to a pack of your own.",
        (
            (
                gazetteer.add,
                "Add a GeoNames dump or a CSV.",
                "trucewatch gazetteer add mindanao PH.txt --alternate-names alternateNamesV2.txt",
            ),
        ),
    ),
    "truce": (
        "Check and show terms, hold incidents against them.",
        (
            (truces.check, "Check terms and run their examples.", "trucewatch truce check yemen-2022 own.yaml"),
            (truces.show, "Show terms on one sheet.", "trucewatch truce show syria-2016 --version 2"),
            (truces.assess, "Hold incidents against terms.", "trucewatch truce assess own.yaml -w aleppo"),
            (truces.duties, "Count what terms ask for.", "trucewatch truce duties yemen-2022 -w hodeidah"),
            (truces.apply, "Apply changed terms to a workspace.", "trucewatch truce apply -w aleppo"),
            (truces.diff, "What a change of terms changes.", "trucewatch truce diff syria-2016 own.yaml -w aleppo"),
        ),
    ),
}
"""Commands with commands of their own, each with its line and example like those above."""

for group_name, (group_line, below) in GROUPS.items():
    group = typer.Typer(cls=PlainGroup, no_args_is_help=True, rich_markup_mode=None)
    for below_command, below_line, example in below:
        group.command(short_help=below_line, epilog=f"\b\nExample: {example}")(below_command)
    app.add_typer(group, name=group_name, short_help=group_line, help=group_line)


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
