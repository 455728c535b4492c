"""Reading with a progress bar, and what came of it in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from trucewatch.cli.failures import DEBUG
from trucewatch.cli.options import err
from trucewatch.intake import IntakeOptions, estimate_reports
from trucewatch.model import Unread
from trucewatch.pipeline import ReadSummary, load_packs, read_into
from trucewatch.reassessing import Reassessed
from trucewatch.views.wording import counted, listed
from trucewatch.workers import default_jobs
from trucewatch.workspace import Workspace

INTERRUPTED = 130


def read_with_progress(
    workspace: Workspace, paths: Sequence[Path | str], options: IntakeOptions, jobs: int | None = None
) -> ReadSummary:
    """Read into a workspace's ledger, with a bar on standard error where that is a terminal."""
    packs = load_packs(workspace.conflict, workspace.truces)
    total = estimate_reports(paths)
    try:
        with workspace.open_ledger() as ledger, _bar() as bar:
            task = bar.add_task("Reading reports", total=total)

            def progress(done: int) -> None:
                grouping = total is not None and done >= total
                bar.update(task, completed=done, description="Grouping claims" if grouping else "Reading reports")

            return read_into(ledger, paths, options, packs, jobs=jobs or default_jobs(), progress=progress)
    except KeyboardInterrupt:
        typer.echo("trucewatch: stopped; what was stored stays, and reading again does the rest", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _bar() -> Progress:
    console = err()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def print_summary(summary: ReadSummary) -> None:
    """One line: what is new, what was known, what there is now."""
    typer.echo(
        f"{counted(summary.new, 'new report')} with {counted(summary.claims, 'claim')}, {summary.known} known already, "
        f"{len(summary.unread)} not read; the ledger now holds {counted(summary.incidents, 'incident')}"
    )
    if summary.passed_over:
        typer.echo(
            f"{counted(summary.passed_over, 'new report')} told of nothing that the conflict's packs know and "
            "gave no claims; `trucewatch code FILE` reads such a report in full"
        )
    if summary.reassessed is not None:
        typer.echo(reassessed_line(summary.reassessed))


def reassessed_line(done: Reassessed | None) -> str:
    """What was assessed anew because terms or packs changed, and what stayed."""
    if done is None or not (done.truces or done.everything):
        return "no terms have changed; every assessment stands as it is"
    made = f"{counted(done.made, 'assessment')} made anew, {done.kept:,} kept"
    if done.everything:
        return f"packs or program are others than before: {made}"
    return f"the terms of {listed(done.truces)} have changed: {made}"


def print_unread(unread: Sequence[Unread]) -> None:
    """What could not be read and why, on standard error."""
    if unread:
        typer.echo("Not read:", err=True)
    for item in unread:
        typer.echo(f"  {item.origin}: {item.reason}", err=True)


def print_traces(traces: Sequence[str], wanted: bool) -> None:
    """Tracebacks of the program's own faults, on standard error, or how to get them."""
    if traces and not wanted:
        typer.echo(f"The program itself failed on {len(traces)} of them; {DEBUG} shows where.", err=True)
    for trace in traces if wanted else ():
        typer.echo(trace, err=True)
