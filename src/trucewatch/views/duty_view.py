"""The duties of a truce that have a number or a deadline: what is told of each, what is not, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.model import Claim, Document, Truce
from trucewatch.packs import Conflict
from trucewatch.truces import Assessor, by_truce, in_force
from trucewatch.truces.duties import DutyCount, DutyTelling, DutyWindow, counted_terms, duty_counts
from trucewatch.views.labels import finding_label, table
from trucewatch.views.saying import Saying, saying
from trucewatch.views.tellings import ReportReference, report_reference
from trucewatch.views.truce_changes import Held
from trucewatch.views.truce_sheet import quantity_text
from trucewatch.views.wording import NOT_TOLD, counted, date_text, range_text


@dataclass(frozen=True, slots=True)
class DutyTellingView:
    """One telling: who says it, in which words of which report, and whether it tells the duty as done."""

    claim_id: str
    document_id: str
    report: ReportReference
    saying: Saying
    day: str
    done: bool
    number: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DutyWindowView:
    """A stretch of days: how much is told in it against what is asked, and its state in words."""

    days: str
    told: str
    state: str
    tellings: tuple[DutyTellingView, ...]


@dataclass(frozen=True, slots=True)
class DutyView:
    """A duty. `silent` counts the windows for which no telling counts; those with something stand in `windows`.

    `left_out` are tellings that were not counted, each with the reason in a sentence.
    """

    term_id: str
    clause: str
    words: str
    asked: str
    windows: tuple[DutyWindowView, ...]
    silent: int
    undated: tuple[DutyTellingView, ...]
    left_out: tuple[tuple[DutyTellingView, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Duties:
    """All duties of a truce with a number or a deadline, as told in reports up to a day."""

    truce: str
    until: str
    duties: tuple[DutyView, ...]


def counted_acts(truce: Truce) -> frozenset[str]:
    """The acts that the duties of a truce with a number or a deadline are counted from; empty where it has none."""
    return frozenset(act for term in counted_terms(truce) for act in (*term.acts, *term.unmet_by))


def duties(
    found: Held, documents: Mapping[str, Document], conflict: Conflict, truces: Sequence[Truce], until: date
) -> Duties:
    """The duties of the last version of one truce, counted over all incidents; `truces` are its versions."""
    truce, assessors = truces[-1], by_truce(Assessor(one, conflict) for one in truces)
    incidents = [entry.incident for entry in found.entries]
    assessments = [
        assessment
        for incident in incidents
        for one in in_force(assessors, incident)
        if one.truce is truce
        for assessment in one.assess(incident, found.claims, found.sentences)
    ]
    counts = duty_counts(truce, incidents, found.claims, found.sentences, assessments, until)
    shown = tuple(_duty(count, found.claims, documents, conflict, until) for count in counts)
    return Duties(truce.title, date_text(until), shown)


def _duty(
    count: DutyCount, claims: Mapping[str, Claim], documents: Mapping[str, Document], conflict: Conflict, until: date
) -> DutyView:
    def telling(one: DutyTelling) -> DutyTellingView:
        claim = claims[one.claim_id]
        document = documents[claim.document_id]
        return DutyTellingView(
            claim_id=one.claim_id,
            document_id=document.id,
            report=report_reference(conflict, document),
            saying=saying(conflict, claim, document),
            day=date_text(one.day) if one.day else NOT_TOLD,
            done=one.done,
            number=NOT_TOLD if one.number is None else f"{one.number:,}",
            sentence=claim.sentence.of(document.text),
        )

    term = count.term
    return DutyView(
        term_id=term.id,
        clause=term.clause,
        words=term.words,
        asked=_asked(count),
        windows=tuple(
            DutyWindowView(_days(one), _told(one), _state(one, count, until), tuple(map(telling, one.told)))
            for one in count.windows
            if one.told
        ),
        silent=sum(not one.told for one in count.windows),
        undated=tuple(map(telling, count.undated)),
        left_out=tuple((telling(one), finding_label(label).sentence) for one, label in count.left_out),
    )


def _asked(count: DutyCount) -> str:
    term = count.term
    number = quantity_text(term.quantity) if term.quantity else "done"
    return f"{number}, by {date_text(term.deadline.date())}" if term.deadline else number


def _days(window: DutyWindow) -> str:
    return range_text(window.start, window.end) if window.end else f"from {date_text(window.start)}"


def _told(window: DutyWindow) -> str:
    if window.lowest == window.highest:
        return f"{window.lowest:,} told of"
    return f"{window.lowest:,} to {window.highest:,} told of, as later numbers may include earlier ones"


def _state(window: DutyWindow, count: DutyCount, until: date) -> str:
    return str(table("duties")[window.state(count.asked, until)])


def duty_lines(shown: Duties) -> Iterator[str]:
    """The duties as plain text."""
    yield f"{shown.truce}: duties with a number or a day, as told in reports up to {shown.until}"
    for duty in shown.duties:
        yield ""
        yield f"{duty.term_id} [{duty.clause}]: {duty.words}"
        yield f"  asked: {duty.asked}"
        for window in duty.windows:
            yield f"  {window.days}: {window.told}; {window.state}"
            yield from (_line(telling) for telling in window.tellings)
        if duty.silent:
            yield f"  {counted(duty.silent, 'stretch of days', 'stretches of days')} for which no telling counts"
        for telling in duty.undated:
            yield f"  without a day: {_line(telling).strip()}"
        for telling, why in duty.left_out:
            yield f"  not counted, as {why}: {_line(telling).strip()}"


def _line(telling: DutyTellingView) -> str:
    told = "done" if telling.done else "not done"
    words = " ".join(telling.sentence.split())
    who = f"{telling.report.outlet}, {telling.report.document_id}, {telling.saying.speaker}"
    return f"    {who}, {telling.day}: {told}, number {telling.number}: “{words}”"
