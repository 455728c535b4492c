"""`trucewatch why-not`: what the coder made of one sentence, and what stopped it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.cli.failures import CommandError
from trucewatch.cli.options import ConflictOption, JsonOption, OutletOption, PublishedOption, print_json

if TYPE_CHECKING:
    from trucewatch.intake import IntakeOptions
    from trucewatch.model import RawReport


def why_not(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report; - is standard input.")],
    sentence: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="The sentence, counted from 1; without it, all are listed.")
    ] = None,
    report: Annotated[int, typer.Option(metavar="N", min=1, help="Which report, where FILE holds several.")] = 1,
    conflict: ConflictOption = "syria",
    published: PublishedOption = None,
    outlet: OutletOption = None,
    as_json: JsonOption = False,
    all_options: Annotated[
        bool, typer.Option("--all", help="All that a field could have been, not the best few.")
    ] = False,
) -> None:
    """Tell why a sentence gave the claims that it gave, or none.

    Runs the coder again and prints which words could have told of an act, the chance of each against the chance
    asked, what each field could have been with its score, and which rules came close and what stopped them.
    """
    from trucewatch.cli.why_not_text import print_sentences, print_why_not
    from trucewatch.documents import read_document
    from trucewatch.intake import IntakeOptions
    from trucewatch.packs import load_conflict
    from trucewatch.why_not import numbered_sentences
    from trucewatch.why_not import why_not as ask

    raw = _report(file, report, IntakeOptions(now=datetime.now(UTC), published_given=published, outlet=outlet))
    if sentence is None:
        sentences = numbered_sentences(read_document(raw))
        print_json(sentences) if as_json else print_sentences(sentences)
        return
    try:
        answer = ask(raw, sentence, load_conflict(conflict))
    except IndexError as error:
        raise CommandError(f"{raw.origin}: {error}") from None
    print_json(answer) if as_json else print_why_not(answer, everything=all_options)


def _report(file: str, number: int, options: IntakeOptions) -> RawReport:
    """The wanted report of a file. Raises CommandError where there is none or it cannot be read."""
    from trucewatch.intake import read_sources
    from trucewatch.model import Unread

    item = next(islice(read_sources([file], options), number - 1, None), None)
    if item is None:
        raise CommandError(f"{file}: there is no report {number} in it")
    if isinstance(item, Unread):
        raise CommandError(f"{item.origin}: {item.reason}")
    return item
