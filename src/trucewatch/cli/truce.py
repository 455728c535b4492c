"""`trucewatch truce`: check terms, show them, hold incidents against them, and see what another version changes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.cli.failures import NOT_DONE, CommandError
from trucewatch.cli.options import JsonOption, WorkspaceOption, a_day, out, print_json, workspace_of

if TYPE_CHECKING:
    from trucewatch.model import Truce
    from trucewatch.views.assessment_view import AssessmentExplanation

TruceArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="A truce's name, or the path of a file of your own.")
]


def check(
    truces: Annotated[list[str], typer.Argument(metavar="NAME...", help="Truces' names, or paths of your own files.")],
    sentences: Annotated[
        bool, typer.Option(help="Run the examples that are sentences too; they need the parser.")
    ] = True,
) -> None:
    """Check truce files and run their worked examples; every complaint names file, line and key.

    All versions of a truce are checked. Ends with 1 where anything is wrong.
    """
    from trucewatch.packs import PackError
    from trucewatch.packs.truce_loader import load_truce_file, version_paths
    from trucewatch.worked_examples import run_examples

    wrong = 0
    for path in (path for name in truces for path in version_paths(name)):
        try:
            outcomes = run_examples(load_truce_file(path), sentences=sentences)
        except PackError as error:
            wrong += len(error.complaints)
            typer.echo(str(error))
            continue
        failed = [outcome for outcome in outcomes if not outcome.as_wanted]
        wrong += len(failed)
        for outcome in failed:
            example = outcome.example
            typer.echo(f"{path}:{example.line}: {example.says} Wanted {example.label}, is {outcome.label}")
        typer.echo(f"{path.name}: {len(outcomes) - len(failed)} of {len(outcomes)} examples as wanted")
    if wrong:
        raise typer.Exit(NOT_DONE)


def show(
    name: TruceArgument,
    version: Annotated[int | None, typer.Option(metavar="N", help="This version; the last one if left out.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Print a truce's terms on one sheet."""
    from trucewatch.packs import load_conflict
    from trucewatch.views.truce_sheet import truce_sheet
    from trucewatch.views.truce_text import sheet_lines

    truce = _version(name, version)
    sheet = truce_sheet(truce, load_conflict(truce.conflict))
    if as_json:
        print_json(sheet)
    else:
        typer.echo("\n".join(sheet_lines(sheet)))


def assess(
    name: TruceArgument,
    incident: Annotated[
        str | None, typer.Argument(metavar="ID", help="This incident with every test; all incidents if left out.")
    ] = None,
    workspace: WorkspaceOption = None,
    outside: Annotated[bool, typer.Option("--all", help="List the incidents outside the terms too.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Hold a workspace's incidents against a truce, which need not be one of the workspace's. Nothing is stored."""
    from trucewatch.packs import load_truces
    from trucewatch.views.assessment_view import explain_assessments
    from trucewatch.views.terminal import print_explanation
    from trucewatch.views.truce_changes import held, held_against
    from trucewatch.views.truce_text import held_lines

    place, truces = workspace_of(workspace), load_truces([name])
    conflict = place.load_conflict()
    _refuse_another_conflict(truces[0], conflict.name)
    with place.open_ledger(read_only=True) as ledger:
        rows = held_against(held(ledger), conflict, truces)
        explained: tuple[AssessmentExplanation, ...] = ()
        if incident is not None:
            wanted = ledger.incident(incident).incident.id
            made = next(row.assessments for row in rows if row.incident_id == wanted)
            explained = explain_assessments(ledger, conflict, made, truces)
    if as_json:
        print_json(explained if incident is not None else rows)
    elif incident is None:
        typer.echo("\n".join(held_lines(rows, all_of_them=outside)))
    for one in () if as_json else explained:
        print_explanation(out(), one)


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A truce's name, NAME@VERSION, or a file.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same or another, after it was changed.")],
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hold a workspace's incidents against two states of a truce's terms: which labels change, and why.

    Only what can change is assessed anew. Nothing is stored.
    """
    from trucewatch.views.truce_changes import held, truce_diff
    from trucewatch.views.truce_text import diff_lines

    place = workspace_of(workspace)
    conflict = place.load_conflict()
    before, after = (_named(text) for text in (old, new))
    for truce in (before, after):
        _refuse_another_conflict(truce, conflict.name)
    with place.open_ledger(read_only=True) as ledger:
        found = truce_diff(held(ledger), conflict, before, after)
    if as_json:
        print_json(found)
    else:
        typer.echo("\n".join(diff_lines(found)))


def apply(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """Bring a workspace's assessments up to the terms as their files state them now.

    Only what can have changed is assessed anew: assessments of truces whose terms changed, and of these only those that
    the changed obligation, exception, area, period or party can touch.
    """
    from trucewatch.cli.reading import reassessed_line
    from trucewatch.pipeline import group_now, load_packs

    place = workspace_of(workspace)
    with place.open_ledger() as ledger:
        done = group_now(ledger, load_packs(place.conflict, place.truces), "truce apply", datetime.now(UTC))
    if as_json:
        print_json(done)
    else:
        typer.echo(reassessed_line(done))


def duties(
    name: TruceArgument,
    workspace: WorkspaceOption = None,
    until: Annotated[
        date | None,
        typer.Option(parser=a_day, metavar="DAY", help="Count up to this day; the last report's if left out."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Count what a truce asks for in number or by a day from what reports tell, with what is not known."""
    from trucewatch.packs import load_truces
    from trucewatch.views.duty_view import duties as duty_view
    from trucewatch.views.duty_view import duty_lines
    from trucewatch.views.terminal import CONTROLS
    from trucewatch.views.truce_changes import held

    place, truces = workspace_of(workspace), load_truces([name])
    conflict = place.load_conflict()
    _refuse_another_conflict(truces[0], conflict.name)
    with place.open_ledger(read_only=True) as ledger:
        found, last = held(ledger), until or ledger.counts().last_published
        documents = ledger.documents_by_id({claim.document_id for claim in found.claims.values()})
    if last is None:
        raise CommandError("no report carries a day; say up to which day to count with --until")
    shown = duty_view(found, documents, conflict, truces, last)
    if as_json:
        print_json(shown)
    else:
        typer.echo("\n".join(duty_lines(shown)).translate(CONTROLS))


def _named(text: str) -> Truce:
    name, _, number = text.rpartition("@")
    return _version(name, int(number)) if name and number.isdigit() else _version(text, None)


def _version(name: str, number: int | None) -> Truce:
    from trucewatch.packs import load_truces

    versions = load_truces([name])
    if number is None:
        return versions[-1]
    for truce in versions:
        if truce.version == number:
            return truce
    known = ", ".join(str(truce.version) for truce in versions)
    raise CommandError(f"{name} has no version {number}; it has {known}")


def _refuse_another_conflict(truce: Truce, conflict: str) -> None:
    if truce.conflict != conflict:
        raise CommandError(f"the truce {truce.id} is of the conflict {truce.conflict}, not of {conflict}")
