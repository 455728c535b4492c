"""The day of publication as sources write it. What could be read in more than one way names its assumption."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs|r)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ZONE = r"\s*(?:(?:z|utc|gmt|[a-z]{3,4})\b(?:\s*[+-]\d{1,2}:?(?:\d\d)?)?|[+-]\d{1,2}:?(?:\d\d)?)(?:\s*\([a-z ]+\))?"
_CLOCK = (
    # 14:05, T14:05:30.5, "at 2.05 pm"; without a sign between hours and minutes only after "at" or before a zone
    r"(?:(?:t|,?\s*(?:at\s+|[-–|]\s*)?)\d{1,2}[:.h]\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s*[ap]\.?m\b\.?)?(?:" + _ZONE + ")?"
    r"|,?\s*at\s+\d{4}(?!\d)|\s+\d{4}(?:\s*(?:utc|gmt)\b(?:\s*[+-]\d{1,2})?))?"
)


@dataclass(frozen=True, slots=True)
class DateRead:
    """A day and the rule that read it; `length` is how many characters of the text it took."""

    day: date
    rule: str
    length: int


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[date, str]]


def _named(rule: str) -> Callable[[re.Match[str]], tuple[date, str]]:
    def read(match: re.Match[str]) -> tuple[date, str]:
        month = match["month"][:3].lower()
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
        return date(int(match["year"]), number, int(match["day"])), rule

    return read


def _numbers(first_is_month: bool) -> Callable[[re.Match[str]], tuple[date, str]]:
    """Two numbers and a year: in the order that is usual for the separator, unless only the other one is a day."""

    def read(match: re.Match[str]) -> tuple[date, str]:
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        month_first = second > 12 or (first_is_month and first <= 12)
        if month_first:
            return date(year, first, second), "published.month_first"
        return date(year, second, first), "published.day_first"

    return read


def _form(pattern: str, read: Callable[[re.Match[str]], tuple[date, str]]) -> _Form:
    return _Form(re.compile(pattern, re.IGNORECASE), read)


_TWO_NUMBERS = r"(?P<first>\d{{1,2}}){0}(?P<second>\d{{1,2}}){0}"
_FORMS = (
    _form(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)", _named("published.iso")),
    _form(r"(?P<year>(?:19|20)\d\d)([/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)", _named("published.year_first")),
    _form(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)", _named("published.iso_compact")),
    _form(WEEKDAY + _DAY + r"[\s-]+(?:of\s+)?" + MONTH + r"[,\s-]*" + _YEAR, _named("published.month_name")),
    _form(WEEKDAY + MONTH + r"\s+" + _DAY + r",?\s*" + _YEAR, _named("published.month_name")),
    _form(
        WEEKDAY + MONTH + r"\s+" + _DAY + r"\s+\d\d:\d\d(?::\d\d)?\s+(?:[a-z]{3,4}\s+)?" + _YEAR,
        _named("published.month_name"),
    ),
    _form(WEEKDAY + _TWO_NUMBERS.format("/") + _YEAR, _numbers(first_is_month=True)),
    _form(WEEKDAY + _TWO_NUMBERS.format(r"\.") + _YEAR, _numbers(first_is_month=False)),
    _form(WEEKDAY + _TWO_NUMBERS.format("-") + _YEAR, _numbers(first_is_month=False)),
)
_REST = re.compile(_CLOCK, re.IGNORECASE)


def date_at_start(text: str) -> DateRead | None:
    """The day that a text begins with, clock time included in its length; None when it begins with none."""
    for form in _FORMS:
        if match := form.pattern.match(text):
            try:
                day, rule = form.read(match)
            except ValueError:  # the 31st of June
                continue
            clock = _REST.match(text, match.end())
            return DateRead(day, rule, clock.end() if clock else match.end())
    return None


def read_date(text: str) -> DateRead | None:
    """The day that a source's date field says and nothing else besides; None when it is no date.

    A day is taken as it is written, in whatever time zone the source lives. `4/5/2017` is read as the 5th of April
    (`published.month_first`), `4.5.2017` and `4-5-2017` as the 4th of May (`published.day_first`); where only one
    order gives a date, it is that one. Years of two digits and seconds since an epoch are not guessed at.
    """
    text = " ".join(text.split())
    found = date_at_start(text)
    return found if found and not text[found.length :].strip(" .") else None
