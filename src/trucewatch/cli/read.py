"""`trucewatch read`: reports into the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trucewatch.cli.failures import NOT_DONE
from trucewatch.cli.options import (
    DebugOption,
    JsonOption,
    OutletOption,
    PublishedOption,
    WorkspaceOption,
    print_json,
    workspace_of,
)

if TYPE_CHECKING:
    from trucewatch.intake import FieldNames
    from trucewatch.workspace import ReadDefaults


def _field(name: str, what: str) -> Any:
    return typer.Option(f"--{name}-field", metavar="NAME", help=f"JSON field that holds the {what}.")


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders; - is standard input.")],
    workspace: WorkspaceOption = None,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    text_field: Annotated[str | None, _field("text", "text")] = None,
    title_field: Annotated[str | None, _field("title", "title")] = None,
    outlet_field: Annotated[str | None, _field("outlet", "outlet's name")] = None,
    published_field: Annotated[str | None, _field("published", "day of publication")] = None,
    url_field: Annotated[str | None, _field("url", "address")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that code reports; one for each core if left out.")
    ] = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Read reports (text, HTML, JSON Lines; .gz too) into the ledger, then group and assess what they tell.

    Reading the same report again adds nothing. What cannot be read is listed at the end with its reason, and the rest
    goes in. The exit code is 1 only when nothing at all could be read.
    """
    from trucewatch.cli.reading import print_summary, print_traces, print_unread, read_with_progress
    from trucewatch.intake import IntakeOptions

    place = workspace_of(workspace)
    options = IntakeOptions(
        now=datetime.now(UTC),
        fields=_field_names(place.read, text_field, title_field, outlet_field, published_field, url_field),
        published_given=published,
        outlet=outlet or place.read.outlet,
    )
    summary = read_with_progress(place, paths, options, jobs or place.read.jobs)
    if as_json:
        names = ("new", "known", "claims", "incidents", "passed_over", "unread")
        print_json({name: getattr(summary, name) for name in names})
    else:
        print_summary(summary)
        print_unread(summary.unread)
    print_traces(summary.traces, debug)
    if summary.unread and not summary.new + summary.known:
        raise typer.Exit(NOT_DONE)


def _field_names(set_: ReadDefaults, *given: str | None) -> FieldNames:
    """The field names given as options, then those of the config, then the program's own."""
    from trucewatch.intake import FieldNames

    configured = (set_.text_field, set_.title_field, set_.outlet_field, set_.published_field, set_.url_field)
    chosen = zip(("text", "title", "outlet", "published", "url"), given, configured, strict=True)
    return replace(FieldNames(), **{name: (field,) for name, new, old in chosen if (field := new or old)})
