"""Numbers, days and lists in plain English: what was told, never more exact than it was told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from trucewatch.model import Count, Day, Run

NOT_TOLD = "not told"


def count_text(count: Count | None) -> str:
    """A toll as told: "8", "8 to 11", "8 or more", "up to 8", "none", "“dozens”"; "not told" without one."""
    if count is None:
        return NOT_TOLD
    number = _bounds_text(count.min, count.max)
    word = f"“{count.word}”" if count.word else None
    return ", or ".join(part for part in (number, word) if part) or NOT_TOLD


def _bounds_text(lowest: int | None, highest: int | None) -> str | None:
    if lowest is None and highest is None:
        return None
    if lowest is None:
        return f"up to {highest:,}"
    if highest is None:
        return f"{lowest:,} or more"
    if lowest == highest:
        return "none" if lowest == 0 else f"{lowest:,}"
    return f"{lowest:,} to {highest:,}"


def date_text(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def range_text(start: date, end: date) -> str:
    """ "20 May 2016", "20 to 24 May 2016", "30 April to 2 May 2016" or "30 December 2015 to 2 January 2016"."""
    if start == end:
        return date_text(start)
    if start.year != end.year:
        return f"{date_text(start)} to {date_text(end)}"
    if start.month != end.month:
        return f"{start.day} {start:%B} to {date_text(end)}"
    return f"{start.day} to {date_text(end)}"


def day_name(day: Day | None) -> str:
    """When, without a preposition, no finer than it was told: "20 May 2016", "March 2016", "2014"."""
    if day is None:
        return NOT_TOLD
    if day.precision == "year" and (day.start.month, day.start.day, day.end.month, day.end.day) == (1, 1, 12, 31):
        return f"{day.start.year}" if day.start.year == day.end.year else f"{day.start.year} to {day.end.year}"
    if day.precision == "month" and _is_month(day):
        return f"{day.start:%B %Y}"
    return range_text(day.start, day.end)


def _is_month(day: Day) -> bool:
    same_month = (day.start.year, day.start.month) == (day.end.year, day.end.month)
    return same_month and day.start.day == 1 and day.end.day >= 28


def listed(names: Sequence[str], *, last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; empty for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 report", "1,204 reports"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def program_text(run: Run) -> str:
    """Which program wrote something, so that the same can be run again."""
    return f"trucewatch {run.version}, packs {run.packs_digest}, parser {run.parser}"


def each_once(words: Iterable[str]) -> tuple[str, ...]:
    """The words without repeats, in the order of first mention."""
    return tuple(dict.fromkeys(words))
