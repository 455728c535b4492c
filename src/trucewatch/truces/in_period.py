"""Does the day told lie in a time in which the term runs?"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from trucewatch.model import Answer, Day, Finding
from trucewatch.truces.case import Case, Told, finding, grounds
from trucewatch.truces.weigh import by_precision

TEST = "in_period"
Stretch = tuple[datetime, datetime | None]


def in_period(case: Case) -> Finding:
    """The day of publication is no day of the act: where no report tells a day, the answer is unknown."""
    dated = tuple(one for one in case.told if one.claim.day.value is not None)
    if not dated:
        return finding(case, TEST, Answer.UNKNOWN, "No report tells the day.", grounds(case.told, "day"))
    stretches = _stretches(case)
    answers = [_answer(one, stretches, case) for one in dated]
    answer = by_precision(answers)
    decisive = tuple(one for one, its in zip(dated, answers, strict=True) if answer in (its, Answer.DISPUTED))
    days = ", ".join(dict.fromkeys(_in_words(one.claim.day.value) for one in decisive if one.claim.day.value))
    reason = {
        Answer.YES: f"The time told ({days}) lies in a period of the truce.",
        Answer.NO: f"The time told ({days}) lies outside every period of this term.",
        Answer.UNKNOWN: f"The time told ({days}) is too coarse: it lies partly in and partly outside the period.",
        Answer.DISPUTED: f"Accounts differ on the time, in and outside the period: {days}.",
    }[answer]
    return finding(case, TEST, answer, reason, grounds(decisive, "day"))


def _stretches(case: Case) -> list[Stretch]:
    """The term's periods, those that follow on each other without a gap joined into one."""
    periods = sorted((p for p in case.truce.periods if p.id in case.term.periods), key=lambda p: p.start)
    joined: list[Stretch] = []
    for period in periods:
        if joined and (joined[-1][1] is None or period.start <= joined[-1][1]):
            start, end = joined.pop()
            later = None if end is None or period.end is None else max(end, period.end)
            joined.append((start, later))
        else:
            joined.append((period.start, period.end))
    return joined


def _answer(one: Told, stretches: list[Stretch], case: Case) -> Answer:
    day = one.claim.day.value
    assert day is not None
    zone = ZoneInfo(case.truce.timezone)
    first = datetime.combine(day.start, time.min, zone)
    after = datetime.combine(day.end + timedelta(days=1), time.min, zone)
    if any(start <= first and (end is None or after <= end) for start, end in stretches):
        return Answer.YES
    if any(start < after and (end is None or first < end) for start, end in stretches):
        return Answer.UNKNOWN
    return Answer.NO


def _in_words(day: Day) -> str:
    return day.start.isoformat() if day.start == day.end else f"{day.start.isoformat()} to {day.end.isoformat()}"
