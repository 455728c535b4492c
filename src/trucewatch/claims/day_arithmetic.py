"""Ranges of days: months, years, weeks and spans back from the day of the report."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from trucewatch.model import Day

WEEK_LIMIT = 7
"""A span of 2 to 7 days has precision `week`; longer ones have `month` (codebook, settled case 6)."""


def single(day: date) -> Day:
    return Day(day, day, "day")


def month(year: int, number: int) -> Day:
    return Day(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int) -> Day:
    return Day(date(number, 1, 1), date(number, 12, 31), "year")


def months(year_number: int, first: int, last: int, precision: str) -> Day:
    return Day(date(year_number, first, 1), month(year_number, last).end, precision)


def span(start: date, end: date) -> Day:
    """The days from start to end with the precision that their number gives."""
    start, end = min(start, end), max(start, end)
    length = (end - start).days + 1
    precision = "day" if length == 1 else "week" if length <= WEEK_LIMIT else "month" if length <= 180 else "year"
    return Day(start, end, precision)


def back(anchor: date, days: int) -> date:
    return anchor - timedelta(days=days)


def months_back(anchor: date, number: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    total = anchor.year * 12 + anchor.month - 1 - number
    year_number, index = divmod(total, 12)
    return date(year_number, index + 1, min(anchor.day, calendar.monthrange(year_number, index + 1)[1]))


def past_weekday(anchor: date, weekday: int) -> date:
    """The latest day of that name that is not after the anchor; the anchor itself when it bears the name."""
    return back(anchor, (anchor.weekday() - weekday) % 7)


def week_of(anchor: date, weeks_back: int) -> Day:
    """Monday to Sunday of the week that lies so many weeks back."""
    monday = back(anchor, anchor.weekday() + 7 * weeks_back)
    return Day(monday, monday + timedelta(days=6), "week")


def past_month(anchor: date, number: int) -> Day:
    """The latest month of that name that has begun by the anchor."""
    return month(anchor.year if number <= anchor.month else anchor.year - 1, number)


def month_day(anchor: date, month_number: int, day_number: int, year_number: int | None) -> date | None:
    """A day of a month; without a year the latest past one, up to a week ahead allowed for plans just announced."""
    for candidate in [year_number] if year_number else [anchor.year, anchor.year - 1]:
        try:
            found = date(candidate, month_number, day_number)
        except ValueError:
            continue
        if year_number or found <= anchor + timedelta(days=14):
            return found
    return None


def part_of_year(part: str, number: int) -> Day:
    """Early, mid and late in a year: January to April, May to August, October to December."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (10, 12)}[part]
    return months(number, first, last, "year")


def part_of_month(part: str, whole: Day) -> Day:
    """Early, mid and late in a month: its first ten days, the next ten, the rest."""
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.end.day)}[part]
    return Day(whole.start.replace(day=first), whole.start.replace(day=last), "month")
