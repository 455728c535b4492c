"""Does the day told lie in a time in which the term runs?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from trucewatch.model import Answer, Day, Finding
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.times import lies_in
from trucewatch.truces.weigh import by_precision

TEST = "in_period"
PRECISIONS = ("day", "week", "month", "year")


def in_period(case: Case) -> Finding:
    """The day of publication is no day of the act: where no report tells a day, the answer is unknown.

    Disputed where the sources of the truce itself set its bounds so that one puts the day inside and another outside.
    """
    dated = tuple(one for one in case.told if one.claim.day.value is not None)
    if not dated:
        return finding(case, TEST, Answer.UNKNOWN, "No report tells the day.", grounds(case.told, "day"))
    answers = [_answer(one, case) for one in dated]
    answer = by_precision(answers)
    decisive = tuple(one for one, its in zip(dated, answers, strict=True) if answer in (its, Answer.DISPUTED))
    told = tuple(dict.fromkeys(one.claim.day.value for one in decisive if one.claim.day.value))
    days = _all_in_words(told)
    reason = {
        Answer.YES: f"The time told ({days}) lies in a period of the truce.",
        Answer.NO: f"The time told ({days}) lies outside every period of this term{_as_cut(told, case)}.",
        Answer.UNKNOWN: _why_open(told, case),
        Answer.DISPUTED: f"Accounts differ on the time, in and outside the period: {days}.",
    }[answer]
    if answer is Answer.DISPUTED and Answer.DISPUTED in answers:
        reason = _texts_differ(next(one for one in decisive if _answer(one, case) is Answer.DISPUTED), case)
    return finding(case, TEST, answer, reason + _unconfirmed(case), grounds(decisive, "day"))


def _answer(one: Told, case: Case) -> Answer:
    day = one.claim.day.value
    assert day is not None
    first, after = case.clock.range_of(day)
    told = {lies_in(first, after, stretches) for _, stretches in case.clock.readings(case.term.periods)}
    if {Answer.YES, Answer.NO} <= told:
        return Answer.DISPUTED
    if len(told) > 1 or (told == {Answer.YES} and _too_coarse(day, case)):
        return Answer.UNKNOWN
    return told.pop()


def _why_open(told: Sequence[Day], case: Case) -> str:
    """Whose bounds each time told crosses: those of this version of the terms, or those of the period itself."""
    version = [day for day in told if case.clock.in_version(day) is not Answer.YES]
    policy = [day for day in told if day not in version and _lies_inside(day, case)]
    period = [day for day in told if day not in version and day not in policy]
    causes = (
        (period, "it lies partly in and partly outside the period"),
        (version, f"it lies partly outside the days of {_version(case)}, by which it is judged here"),
        (policy, f"it lies in the period, but the file takes none coarser than a {case.truce.policy.coarsest_day}"),
    )
    return " ".join(f"The time told ({_all_in_words(days)}) is too coarse: {why}." for days, why in causes if days)


def _lies_inside(day: Day, case: Case) -> bool:
    first, after = case.clock.range_of(day)
    readings = case.clock.readings(case.term.periods)
    return all(lies_in(first, after, stretches) is Answer.YES for _, stretches in readings)


def _as_cut(told: Sequence[Day], case: Case) -> str:
    """Where a time told lies not wholly in the days of this version, that they too bound what was looked at."""
    cut = any(case.clock.in_version(day) is not Answer.YES for day in told)
    return f", as far as {_version(case)} reaches" if cut else ""


def _version(case: Case) -> str:
    truce = case.truce
    until = f" until before {truce.effective_until.isoformat()}" if truce.effective_until else ""
    return f"version {truce.version} of the terms (acts from {truce.effective_from.isoformat()}{until})"


def _too_coarse(day: Day, case: Case) -> bool:
    allowed = case.truce.policy.coarsest_day
    return day.precision in PRECISIONS and PRECISIONS.index(day.precision) > PRECISIONS.index(allowed)


def _texts_differ(one: Told, case: Case) -> str:
    """Which source of the truce's bounds puts the time told where."""
    day = one.claim.day.value
    assert day is not None
    first, after = case.clock.range_of(day)
    named = [
        (source or "the period as the file has it", lies_in(first, after, stretches), stretches)
        for source, stretches in case.clock.readings(case.term.periods)
    ]
    inside = "; ".join(_reading(source, stretches) for source, its, stretches in named if its is not Answer.NO)
    outside = "; ".join(_reading(source, stretches) for source, its, stretches in named if its is Answer.NO)
    return f"What is told of the truce's own time differs: {_in_words(day)} lies in it by {inside}, not by {outside}."


def _reading(source: str, stretches: list[tuple[datetime, datetime | None]]) -> str:
    bounds = ", ".join(
        f"{start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}" if end else f"from {start:%Y-%m-%d %H:%M}"
        for start, end in stretches
    )
    return f"{source} ({bounds or 'never'})"


def _unconfirmed(case: Case) -> str:
    open_ones = [one.id for one in case.truce.periods if one.id in case.term.periods and not one.confirmed]
    return f" The file could not confirm the bounds of: {', '.join(open_ones)}." if open_ones else ""


def _all_in_words(days: Iterable[Day]) -> str:
    return ", ".join(map(_in_words, days))


def _in_words(day: Day) -> str:
    return day.start.isoformat() if day.start == day.end else f"{day.start.isoformat()} to {day.end.isoformat()}"
