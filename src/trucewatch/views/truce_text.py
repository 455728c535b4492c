"""A truce's sheet and what follows from it as lines of plain text, for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill

from trucewatch.views.labels import finding_label
from trucewatch.views.terminal import CONTROLS
from trucewatch.views.truce_changes import HeldRow, LabelChange, TruceDiff
from trucewatch.views.truce_sheet import TermLine, TruceSheet
from trucewatch.views.wording import counted, listed

WIDTH = 100


def _wrapped(text: str, indent: int = 0, first: int | None = None) -> str:
    begin = " " * (indent if first is None else first)
    return fill(" ".join(text.translate(CONTROLS).split()), WIDTH, initial_indent=begin, subsequent_indent=" " * indent)


def sheet_lines(sheet: TruceSheet) -> Iterator[str]:
    """The terms on one page."""
    yield sheet.title
    until = f" until {sheet.effective_until}" if sheet.effective_until else ""
    form = f", {sheet.form}" if sheet.form else ""
    yield _wrapped(
        f"{sheet.kind}{form}; version {sheet.version}, from {sheet.effective_from}{until}; times of {sheet.timezone}"
    )
    if sheet.parent:
        yield f"under {sheet.parent}"
    yield from ("", "Terms")
    for term in sheet.terms:
        yield from _term_lines(term)
    yield from ("", "Who is bound")
    for side in sheet.bound:
        yield _wrapped(f"{side.name} ({listed(side.members) or 'none named'}): {side.status}", 4, 2)
        yield from (_wrapped(note, 6, 4) for note in side.notes)
    yield from ("", "Who is not")
    for party in sheet.outside:
        yield _wrapped(f"{party.party}: {party.standing}, {party.why}{_clause(party.clause)}", 4, 2)
    if not sheet.outside:
        yield "  the terms name nobody"
    yield from ("", "When and where")
    for period in sheet.periods:
        yield _wrapped(f"{period.start} to {period.end} ({period.basis}){_clause(period.clause)}", 4, 2)
        yield from (_wrapped(note, 6, 4) for note in period.notes)
    for area in sheet.areas:
        yield _wrapped(f"{area.name}: {area.kind} {', '.join(area.members)}".rstrip(), 4, 2)
        yield from (_wrapped(note, 6, 4) for note in area.notes)
    yield from ("", "Texts")
    for text in sheet.instruments:
        yield _wrapped(f"{text.id}: {text.title}, {text.date} {text.url or ''}".rstrip(), 4, 2)
        yield from (_wrapped(note, 6, 4) for note in text.notes)
    remarks = (*(f"Exception: {one}" for one in sheet.exceptions), *sheet.oversight, *sheet.policy, *sheet.notes)
    yield from ("", "Remarks")
    yield from (_wrapped(remark, 4, 2) for remark in remarks)


def _term_lines(term: TermLine) -> Iterator[str]:
    words = f"\u201c{term.words}\u201d" if term.exact else f"{term.words} (in our words)"
    yield _wrapped(f"{term.id}{_clause(term.clause)}: {words}", 4, 2)
    yield _wrapped(f"{term.by} {term.mode}: {listed(term.acts)}", 6, 4)
    yield _wrapped(f"against {term.against}; in {term.area}", 6, 4)
    yield from (_wrapped(f"save for {exception}", 6, 4) for exception in term.exceptions)
    yield from (_wrapped(note, 6, 4) for note in term.notes)


def _clause(clause: str | None) -> str:
    return f" [{clause}]" if clause else ""


def held_lines(rows: Sequence[HeldRow], *, all_of_them: bool = False) -> Iterator[str]:
    """How many incidents come to which label, then the incidents; those outside the terms only where asked for."""
    counts = Counter(row.label.label.partition("(")[0] for row in rows)
    yield f"{counted(len(rows), 'incident')} held against the terms"
    for name, number in counts.most_common():
        yield f"  {number:>6,}  {finding_label(name).name}"
    for row in rows:
        if all_of_them or not row.label.label.startswith("outside_scope"):
            yield ""
            yield _wrapped(f"{row.incident_id}  {row.heading}: {row.place}, {row.when}", 2, 0)
            yield _wrapped(f"{row.label.name}: {row.label.sentence}", 4, 2)


def diff_lines(diff: TruceDiff) -> Iterator[str]:
    """Which terms changed, and which labels with them and why."""
    yield f"{diff.old} to {diff.new}"
    yield from (f"  {term}: {what}" for term, what in diff.terms)
    if not diff.terms:
        yield "  no term differs"
    yield _wrapped(
        f"{counted(diff.incidents, 'incident')}: {counted(diff.held_again, 'assessment')} made anew, "
        f"{diff.kept:,} that could not change; {counted(len(diff.changes), 'label')} changed"
    )
    for change in diff.changes:
        yield from _change_lines(change)


def _change_lines(change: LabelChange) -> Iterator[str]:
    before, after = (label.label if label else "not held against it" for label in (change.before, change.after))
    yield ""
    yield _wrapped(f"{change.incident_id}  {change.heading}: {change.place}, {change.when}", 2, 0)
    yield _wrapped(f"term {change.term_id}: {before}, now {after}", 4, 2)
    yield from (_wrapped(reason, 6, 4) for reason in change.why)
