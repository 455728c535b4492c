"""Days as reports tell them against moments as truces set them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from trucewatch.model import Answer, Day, Period, Truce

Span = tuple[datetime, datetime | None]
"""From a moment up to, not including, another; None where it has no end."""

_FAR = timedelta(days=2)


class Clock:
    """A truce's time: what a day told covers, and when its terms run under each reading of their bounds."""

    def __init__(self, truce: Truce) -> None:
        self.zone = ZoneInfo(truce.days_in or truce.timezone)
        text_zone = ZoneInfo(truce.timezone)
        # A first version's periods say for themselves when they begin; a later one holds from its own day only.
        begins = truce.effective_from if truce.version > 1 else date.min
        self._from = datetime.combine(begins, time.min, text_zone)
        until = truce.effective_until
        self._until = datetime.combine(until, time.min, text_zone) if until else None
        self._grace = timedelta(hours=truce.policy.onset_grace_hours)
        self._periods = {period.id: period for period in truce.periods}
        self._readings: dict[tuple[str, ...], tuple[tuple[str, list[Span]], ...]] = {}

    def range_of(self, day: Day) -> tuple[datetime, datetime]:
        """The first moment of the time told and the first moment after it."""
        return _range(self.zone, day.start, day.end)

    def in_version(self, day: Day) -> Answer:
        """Whether the time told lies in the days for which this version of the terms is; unknown for partly."""
        return lies_in(*self.range_of(day), [(self._from, self._until)])

    def misses(self, span: Span, day: Day) -> bool:
        """Whether no moment of the time told lies in the span. Far off, days decide: zones are not two days apart."""
        start, end = span
        if day.end < start.date() - _FAR or (end is not None and day.start > end.date() + _FAR):
            return True
        return not touches(start, end, *self.range_of(day))

    def readings(self, periods: tuple[str, ...]) -> tuple[tuple[str, list[Span]], ...]:
        """The stretches in which the periods run: as the file has them ("" first), then by each other source."""
        if periods not in self._readings:
            chosen = [self._periods[ident] for ident in periods]
            found = [("", self._stretches([(one.start, one.end) for one in chosen]))]
            for at, period in enumerate(chosen):
                for other in period.alternatives:
                    bounds = [(one.start, one.end) for one in chosen]
                    bounds[at] = (other.start or period.start, other.end or period.end)
                    found.append((other.source, self._stretches(bounds)))
            self._readings[periods] = tuple(found)
        return self._readings[periods]

    def ever(self, periods: Sequence[Period]) -> Span | None:
        """From the earliest start to the latest end that any source gives; None for no period at all."""
        if not periods:
            return None
        starts = [moment for one in periods for moment in (one.start, *(a.start for a in one.alternatives)) if moment]
        ends = [moment for one in periods for moment in (one.end, *(a.end for a in one.alternatives if a.end))]
        closed = [moment for moment in ends if moment is not None]
        end = max(closed) if len(closed) == len(ends) else None
        if self._until is not None:
            end = min(end, self._until) if end else self._until
        return max(min(starts), self._from), end

    def _stretches(self, bounds: Iterable[Span]) -> list[Span]:
        """Periods that follow on each other without a gap joined into one, cut to the days of this version."""
        joined: list[Span] = []
        for start, end in sorted(bounds, key=lambda span: span[0]):
            last = joined[-1][1] if joined else start
            if joined and (last is None or start <= last):
                begun, _ = joined.pop()
                joined.append((begun, None if last is None or end is None else max(last, end)))
            else:
                joined.append((start + self._grace, end))
        cut = [(max(start, self._from), _earlier(end, self._until)) for start, end in joined]
        return [(start, end) for start, end in cut if end is None or start < end]


@lru_cache(maxsize=4096)
def _range(zone: ZoneInfo, start: date, end: date) -> tuple[datetime, datetime]:
    return datetime.combine(start, time.min, zone), datetime.combine(end + timedelta(days=1), time.min, zone)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    given = [moment for moment in (one, other) if moment is not None]
    return min(given) if given else None


def touches(start: datetime | None, end: datetime | None, first: datetime, after: datetime) -> bool:
    """Whether a stretch that may be open on either side has a moment in common with another."""
    return (start is None or start < after) and (end is None or first < end)


def lies_in(first: datetime, after: datetime, stretches: Iterable[Span]) -> Answer:
    """Yes for a time wholly in one of the stretches, no for one wholly outside, unknown for one told too coarsely."""
    touched = [(start, end) for start, end in stretches if touches(start, end, first, after)]
    if not touched:
        return Answer.NO
    inside = any(start <= first and (end is None or after <= end) for start, end in touched)
    return Answer.YES if inside else Answer.UNKNOWN
