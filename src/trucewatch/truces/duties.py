"""What a truce asks for in number or by a day, counted from what reports tell: what is known of it, and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from trucewatch.model import Assessment, Claim, Incident, Period, Quantity, Stance, Term, Truce
from trucewatch.packs.language_pack import load_language
from trucewatch.truces.words import holds_a_word

_DAYS = {"day": 1, "week": 7}
_OUTSIDE = "outside_scope"
_DONE = frozenset({Stance.ASSERTED, Stance.HEDGED})


@dataclass(frozen=True, slots=True)
class DutyTelling:
    """A claim that tells of a duty as done or not done. `number` is the one beside the unit, if any."""

    claim_id: str
    incident_id: str
    day: date | None
    done: bool
    number: int | None


@dataclass(frozen=True, slots=True)
class DutyWindow:
    """A stretch of days, `end` inclusive and None when open, with what is told in it.

    `lowest` is the greater of the separate occasions told and the highest number in one telling, as later numbers may
    include earlier ones; `highest` adds up the occasions as if none did. Neither is what took place.
    """

    start: date
    end: date | None
    lowest: int
    highest: int
    told: tuple[DutyTelling, ...]

    def state(self, asked: int, until: date) -> str:
        """`met_as_told`, `unclear`, `fewer_told`, `nothing_told`, or `open` while the window runs on after `until`."""
        if self.lowest >= asked:
            return "met_as_told"
        if self.end is None or until <= self.end:
            return "open"
        if not self.told:
            return "nothing_told"
        return "unclear" if self.highest >= asked else "fewer_told"


@dataclass(frozen=True, slots=True)
class DutyCount:
    """One duty with a number or a deadline. `undated` are tellings without a day, which belong to no window.

    Only windows that had begun by the last day of the count are here. `left_out` are tellings of incidents that the
    term does not reach as told, each with the label that says so.
    """

    term: Term
    asked: int
    windows: tuple[DutyWindow, ...]
    undated: tuple[DutyTelling, ...]
    left_out: tuple[tuple[DutyTelling, str], ...] = ()


def duty_counts(
    truce: Truce,
    incidents: Iterable[Incident],
    claims: Mapping[str, Claim],
    sentences: Mapping[str, str],
    assessments: Iterable[Assessment],
    until: date,
) -> tuple[DutyCount, ...]:
    """The duties of a truce that have a number or a deadline, in the order of the terms, as told up to a day.

    `assessments` are those of the incidents under this version of the truce; what they put outside a
    term is not counted.
    """
    by_id = {incident.id: incident for incident in incidents}
    by_term: dict[str, list[tuple[Incident, str]]] = {}
    for one in assessments:
        if (one.truce_id, one.truce_version) == (truce.id, truce.version) and one.incident_id in by_id:
            by_term.setdefault(one.term_id, []).append((by_id[one.incident_id], one.label))
    return tuple(
        _count(truce, term, by_term.get(term.id, ()), claims, sentences, until) for term in counted_terms(truce)
    )


def counted_terms(truce: Truce) -> tuple[Term, ...]:
    """The duties of a truce that have a number or a deadline."""
    return tuple(term for term in truce.terms if term.mode == "must" and (term.quantity or term.deadline))


def _count(
    truce: Truce,
    term: Term,
    labelled: Sequence[tuple[Incident, str]],
    claims: Mapping[str, Claim],
    sentences: Mapping[str, str],
    until: date,
) -> DutyCount:
    every = [(one, label) for incident, label in labelled for one in _tellings(term, incident, claims, sentences)]
    told = [one for one, label in every if not label.startswith(_OUTSIDE)]
    left_out = tuple((one, label) for one, label in every if label.startswith(_OUTSIDE))
    dated = [one for one in told if one.day is not None and one.day <= until]
    windows = tuple(
        _window(start, end, [one for one in dated if one.day and start <= one.day and (end is None or one.day <= end)])
        for start, end in _bounds(truce, term, until)
    )
    asked = term.quantity.number if term.quantity else 1
    return DutyCount(term, asked, windows, tuple(one for one in told if one.day is None), left_out)


def _tellings(
    term: Term, incident: Incident, claims: Mapping[str, Claim], sentences: Mapping[str, str]
) -> Iterator[DutyTelling]:
    for claim_id in incident.claim_ids:
        claim, words = claims[claim_id], sentences.get(claim_id, "")
        if term.quantity is not None and not holds_a_word(words, term.quantity.words):
            continue
        listed, stance = claim.act.value in term.acts, claim.stance.value
        undone = (listed and stance is Stance.DENIED) or (claim.act.value in term.unmet_by and stance in _DONE)
        if undone or (listed and stance in _DONE):
            day = claim.day.value.end if claim.day.value else None
            number = number_beside(words, term.quantity) if term.quantity else None
            yield DutyTelling(claim_id, incident.id, day, not undone, number)


def _window(start: date, end: date | None, told: Sequence[DutyTelling]) -> DutyWindow:
    by_occasion: dict[str, int] = {}
    for one in told:
        if one.done:
            number = 1 if one.number is None else one.number
            by_occasion[one.incident_id] = max(by_occasion.get(one.incident_id, 0), number)
    lowest = max(len(by_occasion), *by_occasion.values()) if by_occasion else 0
    return DutyWindow(start, end, lowest, sum(by_occasion.values()), tuple(told))


def _bounds(truce: Truce, term: Term, until: date) -> Iterator[tuple[date, date | None]]:
    """The windows that a term is counted in, those that had begun by `until`."""
    periods = sorted((one for one in truce.periods if one.id in term.periods), key=lambda one: one.start)
    per = term.quantity.per if term.quantity else "total"
    if per == "total":
        last = term.deadline or periods[-1].end
        spans = [(periods[0].start.date(), last.date() if last else None)]
    elif per == "period":
        spans = [(one.start.date(), one.end.date() if one.end else None) for one in periods]
    else:
        spans = [span for one in periods for span in _steps(one, _DAYS[per], until)]
    return (span for span in spans if span[0] <= until)


def _steps(period: Period, days: int, until: date) -> Iterator[tuple[date, date | None]]:
    at, last = period.start.date(), period.end.date() if period.end else until
    while at < last or at == period.start.date():
        yield at, at + timedelta(days=days - 1)
        at += timedelta(days=days)


def number_beside(sentence: str, quantity: Quantity) -> int | None:
    """The number that stands up to three words before the unit: "two more fuel ships"; None where none does."""
    found = _beside(quantity.words).search(" ".join(sentence.split()))
    if found is None:
        return None
    text = found["number"].lower()
    return int(text.replace(",", "")) if text[0].isdigit() else load_language().numbers[text]


@cache
def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    numbers = "|".join(sorted(load_language().numbers, key=len, reverse=True))
    units = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<number>\d[\d,]*\d|\d|{numbers})\b(?:[\s-]+[a-z]+){{0,3}}?[\s-]+(?:{units})s?\b", re.IGNORECASE
    )
