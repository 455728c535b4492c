"""The table of time words: each a regular expression and the range of days that it means.

The rules follow the codebook's settled case 6: the latest past date that fits; "overnight" is the date of the report; a
lasting state runs from its start to the day of the report. No library does this for news: they take "in March" for a
day, and "on Friday" for the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.claims import day_arithmetic as calc
from trucewatch.model import Day
from trucewatch.packs.language_pack import LanguagePack

Resolve = Callable[[re.Match[str], date], Day | None]

_LOST_POSSESSIVE = "s"
"""Copy that has lost its apostrophes writes "Mondays raids"."""

_MID_YEAR = 6
"""The month from which "since mid-2012" runs."""

_AHEAD = re.compile(r"\b(?:will|would|must|should|shall|to)\b", re.IGNORECASE)
"""Before "by Friday", words of what is still to come; without them it had come about by then."""


@dataclass(frozen=True, slots=True)
class DayRule:
    name: str
    pattern: re.Pattern[str]
    resolve: Resolve


def day_rules(pack: LanguagePack) -> tuple[DayRule, ...]:
    """The rules of one language; where two match at one place the longer match counts, then the earlier rule."""
    return _Table(pack).rules()


class _Table:
    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.weekday = _names("weekday", pack.weekdays, _LOST_POSSESSIVE)
        self.month = _names("month", pack.months)
        self.season = _names("season", pack.seasons)
        small = sorted((word for word, number in pack.numbers.items() if number <= 90), key=len, reverse=True)
        self.count = r"(?P<count>\d{1,3}|a few|few|several|an?|" + "|".join(small) + ")"
        self.day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
        self.year = r"(?P<year>(?:19|20)\d\d)\b"
        self.part = r"(?P<part>early|mid|late)(?:-|\s+)"

    def rule(self, name: str, pattern: str, resolve: Resolve) -> DayRule:
        return DayRule(name, re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE), resolve)

    def rules(self) -> tuple[DayRule, ...]:
        days = (*self.dates(), *self.weekdays(), *self.near_days())
        return (*days, *self.months(), *self.seasons(), *self.years_and_weeks(), *self.spans(), *self.ago())

    def number(self, match: re.Match[str]) -> int:
        word = match["count"].lower()
        if word in ("a", "an"):
            return 1
        if word in ("a few", "few", "several"):
            return 3
        return self.pack.numbers[word] if word in self.pack.numbers else int(word)

    def month_of(self, match: re.Match[str], group: str = "month") -> int:
        return self.pack.months[match[group].lower().rstrip(".")]

    def on_date(self, match: re.Match[str], anchor: date) -> Day | None:
        given = match.groupdict().get("year")
        found = calc.month_day(anchor, self.month_of(match), int(match["day"]), int(given) if given else None)
        if found is None:
            return None
        last = match.groupdict().get("last")
        return calc.span(found, found.replace(day=int(last))) if last else calc.single(found)

    def dates(self) -> list[DayRule]:
        year = rf"(?:,?\s+{self.year})?"
        no_count = r"(?!\s*(?:people|civilians|killed))"
        through = r"(?:\s*(?:-|–|to|and)\s*(?P<last>[0-3]?\d)(?:st|nd|rd|th)?\b)?"
        return [
            self.rule("date", rf"{self.month}\s+{self.day}{through}{no_count}{year}", self.on_date),
            self.rule("date", rf"{self.day}{through}\s+(?:of\s+)?{self.month}{year}", self.on_date),
            self.rule("date_iso", r"(?P<year>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<day>[0-3]\d)\b", _numeric),
            self.rule("date_glued", rf"{self.month}\s+(?P<day>[0-3]?\d){self.year}", self.on_date),  # "Jun 142016"
            self.rule("date_numeric", r"(?P<day>[0-3]?\d)[./-](?P<m>[01]?\d)[./-](?P<year>(?:19|20)\d\d)", _numeric),
            self.rule("date_range", self.date_range(), self.from_to),
            self.rule("nth_of_month", rf"the\s+{self.day}\s+of\s+(?:this|the)\s+month", _nth_of_month),
        ]

    def date_range(self) -> str:
        """ "between September 30 2015 and March 15 2016"; the days may stand before the months."""
        first = rf"(?:{self.month}\s+{self.day}|(?P<day_first>[0-3]?\d)\s+{_names('month_after', self.pack.months)})"
        end = _names("end_month", self.pack.months)
        last = rf"(?:{end}\s+(?P<end_day>[0-3]?\d)\b|(?P<end_first>[0-3]?\d)\s+{_names('end_after', self.pack.months)})"
        years = (rf"(?:,?\s+{self.year})?", r"(?:,?\s+(?P<end_year>(?:19|20)\d\d)\b)?")
        return rf"(?:between|from)\s+{first}{years[0]}\s+(?:and|to|until|till)\s+{last}{years[1]}"

    def from_to(self, match: re.Match[str], anchor: date) -> Day | None:
        def on(month: str, day: str, year: str | None) -> date | None:
            number = self.pack.months[month.lower().rstrip(".")]
            return calc.month_day(anchor, number, int(day), int(year) if year else None)

        end_year = match["end_year"]
        end = on(match["end_month"] or match["end_after"], match["end_day"] or match["end_first"], end_year)
        year = match["year"] or end_year
        start = on(match["month"] or match["month_after"], match["day"] or match["day_first"], year)
        if start is None or end is None or start > end:
            return None
        return calc.span(start, end)

    def weekdays(self) -> list[DayRule]:
        def number(match: re.Match[str], group: str = "weekday") -> int:
            return self.pack.weekdays[match[group].lower().rstrip(".").removesuffix(_LOST_POSSESSIVE)]

        def past(match: re.Match[str], anchor: date) -> Day:
            return calc.single(calc.past_weekday(anchor, number(match)))

        def last(match: re.Match[str], anchor: date) -> Day:
            return calc.single(calc.past_weekday(calc.back(anchor, 1), number(match)))

        def coming(match: re.Match[str], anchor: date) -> Day:
            return calc.single(past(match, anchor).start + timedelta(days=7))

        def by(match: re.Match[str], anchor: date) -> Day:
            told_before = match.string[match.pos : match.start()]
            return coming(match, anchor) if _AHEAD.search(told_before) else past(match, anchor)

        def since(match: re.Match[str], anchor: date) -> Day:
            return calc.span(past(match, anchor).start, anchor)

        def pair(match: re.Match[str], anchor: date) -> Day:
            end = calc.past_weekday(anchor, number(match, "end"))
            return calc.span(calc.past_weekday(end, number(match)), end)

        of_day = r"(?:(?:at dawn|overnight|early|late)\s+(?:(?:on|to|into)\s+)?)?"
        end = _names("end", self.pack.weekdays, _LOST_POSSESSIVE)
        joined = r"(?:and|or|to|through|until|(?:and\s+)?(?:continued\s+|going\s+|on\s+)?into)"
        return [
            self.rule("weekday", rf"{of_day}{self.weekday}", past),
            self.rule("last_weekday", rf"last\s+{self.weekday}", last),
            self.rule("next_weekday", rf"(?:next|this coming|until)\s+{self.weekday}", coming),
            self.rule("next_weekday", rf"by\s+{self.weekday}", by),
            self.rule("since_weekday", rf"since\s+(?:late\s+|early\s+)?{self.weekday}", since),
            self.rule("weekday_pair", rf"{of_day}{self.weekday}\s+{joined}\s+(?:on\s+)?{end}", pair),
        ]

    def near_days(self) -> list[DayRule]:
        def fixed(back: int) -> Resolve:
            return lambda _, anchor: calc.single(calc.back(anchor, back))

        part_of_today = r"this\s+(?:morning|afternoon|evening)|earlier in the day"
        today = rf"(?:today|tonight|overnight|at dawn|{part_of_today})\b"
        return [
            self.rule("today", today, fixed(0)),
            self.rule(
                "yesterday", r"yesterday\b|last night\b|the day before\b|a day earlier\b|the previous day\b", fixed(1)
            ),
            self.rule("tomorrow", r"tomorrow\b", fixed(-1)),
            self.rule("since_yesterday", r"since yesterday\b", lambda _, a: calc.span(calc.back(a, 1), a)),
        ]

    def whole_month(self, match: re.Match[str], anchor: date) -> Day:
        given = match.groupdict().get("year")
        number = self.month_of(match)
        return calc.month(int(given), number) if given else calc.past_month(anchor, number)

    def months(self) -> list[DayRule]:
        def before(match: re.Match[str], anchor: date) -> Day:
            return calc.month(anchor.year - 1, self.month_of(match))

        def last_month(match: re.Match[str], anchor: date) -> Day:
            return calc.past_month(calc.months_back(anchor, 1), self.month_of(match))

        def part(match: re.Match[str], anchor: date) -> Day:
            return calc.part_of_month(match["part"].lower(), self.whole_month(match, anchor))

        def since(match: re.Match[str], anchor: date) -> Day:
            month = last_month(match, anchor) if match["last"] else self.whole_month(match, anchor)
            if (match["part"] or "").lower() == "mid":
                return _until(month.start.replace(day=15), anchor)
            return _until(calc.part_of_month((match["part"] or "early").lower(), month).start, anchor)

        year = rf"(?:,?\s+{self.year})?(?!\s+\d)"
        no_day = r"(?<!\d\s)(?<!\d[snrt][tdh]\s)"  # "30 February 2016" is no month either
        from_start = r"the\s+(?:start|beginning)\s+of\s+"
        since_part = rf"since\s+(?:{from_start}|(?P<last>last)\s+|(?P<part>early|mid|late)(?:-|\s+))?"
        return [
            self.rule("month", rf"{no_day}(?:in|during|of|by)\s+{self.month}{year}", self.whole_month),
            self.rule("month_year", rf"{no_day}{self.month},?\s+(?:of\s+)?{self.year}", self.whole_month),
            self.rule("month_last_year", rf"{self.month}\s+(?:of\s+)?last year", before),
            self.rule("last_month_name", rf"last\s+{self.month}", last_month),
            self.rule("part_of_month", rf"{self.part}{self.month}{year}", part),
            self.rule("since_month", rf"{since_part}{self.month}{year}", since),
            self.rule("since_date", rf"since\s+{self.month}\s+{self.day}(?:,?\s+{self.year})?", self.since_date),
        ]

    def seasons(self) -> list[DayRule]:
        def of_year(match: re.Match[str], _: date) -> Day:
            return calc.months(int(match["year"]), *self.pack.seasons[match["season"].lower()], "month")

        def last(match: re.Match[str], anchor: date) -> Day:
            first, end = self.pack.seasons[match["season"].lower()]
            return calc.months(anchor.year if end < anchor.month else anchor.year - 1, first, end, "month")

        return [
            self.rule("season", rf"{self.season}\s+(?:of\s+)?{self.year}", of_year),
            self.rule("last_season", rf"last\s+{self.season}", last),
        ]

    def years_and_weeks(self) -> list[DayRule]:
        return [
            self.rule("year", rf"(?:in|during|of)\s+(?:the\s+)?{self.year}", lambda m, _: calc.year(int(m["year"]))),
            self.rule("part_of_year", rf"{self.part}{self.year}", _part_of_year),
            self.rule("part_of_last_year", rf"{self.part}last year", _part_of_last_year),
            self.rule("since_year", rf"since\s+(?:early\s+|late\s+|(?P<mid>mid)-?\s*)?{self.year}", _since_year),
            self.rule("this_year", r"since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+year\b", _this_year),
            self.rule("last_year", r"last year\b", lambda _, a: calc.year(a.year - 1)),
            self.rule("this_year", r"(?:earlier\s+)?this year\b", _this_year),
            self.rule("last_month", r"last month\b", lambda _, a: _month_back(a, 1)),
            self.rule("this_month", r"(?:earlier\s+)?this month\b", lambda _, a: calc.month(a.year, a.month)),
            self.rule("last_week", r"last week\b", lambda _, a: calc.week_of(a, 1)),
            self.rule("next_week", r"next week\b", lambda _, a: calc.week_of(a, -1)),
            self.rule("this_week", r"(?:earlier\s+)?this week\b", _this_week),
            self.rule("weekend", r"(?:over\s+)?(?:the|last|this)\s+weekend\b", _weekend),
        ]

    def since_date(self, match: re.Match[str], anchor: date) -> Day | None:
        start = self.on_date_start(match, anchor)
        return calc.span(start, anchor) if start and start <= anchor else None

    def on_date_start(self, match: re.Match[str], anchor: date) -> date | None:
        given = match.groupdict().get("year")
        return calc.month_day(anchor, self.month_of(match), int(match["day"]), int(given) if given else None)

    def spans(self) -> list[DayRule]:
        def days(match: re.Match[str], anchor: date) -> Day:
            return calc.span(calc.back(anchor, self.number(match)), anchor)

        def hours(match: re.Match[str], anchor: date) -> Day:
            return calc.span(calc.back(anchor, max(1, round(self.number(match) / 24))), anchor)

        def weeks(match: re.Match[str], anchor: date) -> Day:
            return calc.span(calc.back(anchor, 7 * self.number(match)), anchor)

        def several_months(match: re.Match[str], anchor: date) -> Day:
            return Day(calc.months_back(anchor, self.number(match)), anchor, "month")

        def a_month(_: re.Match[str], anchor: date) -> Day:
            return Day(calc.months_back(anchor, 1), anchor, "month")

        def years(match: re.Match[str], anchor: date) -> Day:
            return Day(calc.months_back(anchor, 12 * self.number(match)), anchor, "year")

        about = r"(?:more than |over |nearly |almost )?"
        last_week = r"(?:(?:in |over |during |within )?the past|(?:in|over|during|within) (?:the last|past)) week\b"
        recent = r"(?:in |over |during |within |for )?(?:the )?(?:past|last|previous|recent)\s+"
        return [
            self.rule("past_days", rf"{recent}{self.count}\s+days\b", days),
            self.rule("two_days_of", rf"(?:in|after|during|over)\s+{self.count}\s+days\s+of\b", days),
            self.rule("recent_days", rf"{recent}days\b", lambda _, a: calc.span(calc.back(a, 3), a)),
            self.rule("past_hours", rf"{recent}{self.count}\s+hours\b", hours),
            self.rule("past_day", rf"{recent}(?:day|few hours|hours)\b", lambda _, a: calc.span(calc.back(a, 1), a)),
            self.rule("past_weeks", rf"{recent}{self.count}\s+weeks\b", weeks),
            self.rule("recent_weeks", rf"{recent}weeks\b", a_month),
            self.rule("past_week", last_week, lambda _, a: calc.span(calc.back(a, 6), a)),
            self.rule("past_months", rf"{recent}{self.count}\s+months\b", several_months),
            self.rule("recent_months", rf"{recent}months\b", lambda _, a: Day(calc.months_back(a, 3), a, "month")),
            self.rule("past_month", r"(?:over |in )?the past month\b", a_month),
            self.rule("past_years", rf"{recent}{self.count}\s+years\b", years),
            self.rule("for_days", rf"for\s+{self.count}\s+(?:straight |consecutive )?days\b", days),
            self.rule("for_years", rf"for\s+{about}{self.count}\s+years?\b", years),
            self.rule("for_months", rf"for\s+{about}{self.count}\s+months?\b", several_months),
        ]

    def ago(self) -> list[DayRule]:
        def days(match: re.Match[str], anchor: date) -> Day:
            return calc.single(calc.back(anchor, self.number(match)))

        def weeks(match: re.Match[str], anchor: date) -> Day:
            return calc.week_of(anchor, self.number(match))

        def months(match: re.Match[str], anchor: date) -> Day:
            return _month_back(anchor, self.number(match))

        def years(match: re.Match[str], anchor: date) -> Day:
            return calc.year(anchor.year - self.number(match))

        earlier = r"\s+(?:ago|earlier|before)\b"
        return [
            self.rule("days_ago", rf"{self.count}\s+days{earlier}", days),
            self.rule("weeks_ago", rf"{self.count}\s+weeks?{earlier}", weeks),
            self.rule("months_ago", rf"{self.count}\s+months?{earlier}", months),
            self.rule("years_ago", rf"{self.count}\s+years?{earlier}", years),
        ]


def _names(group: str, words: Iterable[str], ending: str = "") -> str:
    """A pattern for one of the names, captured as `group`. A full stop can follow a short form, `ending` any other.

    Names of up to five letters are other words too ("may", "march", "sat", "sun"): they count with a capital only.
    """
    known = sorted(words, key=len, reverse=True)
    short_forms = {word for word in known if any(other.startswith(word) and other != word for other in known)}
    forms = [_capital(word) + (r"\b\.?" if word in short_forms else rf"(?:{ending})?\b") for word in known]
    return f"(?P<{group}>{'|'.join(forms)})"


def _capital(word: str) -> str:
    return word if len(word) > 5 else f"(?-i:{word.title()}|{word.upper()})"


def _numeric(match: re.Match[str], _: date) -> Day:
    return calc.single(date(int(match["year"]), int(match["m"]), int(match["day"])))


def _nth_of_month(match: re.Match[str], anchor: date) -> Day:
    return calc.single(anchor.replace(day=int(match["day"])))


def _until(start: date, anchor: date) -> Day:
    """A range that runs to the day of the report, never shorter in precision than a month."""
    found = calc.span(start, max(start, anchor))
    return found if found.precision == "year" else Day(found.start, found.end, "month")


def _month_back(anchor: date, number: int) -> Day:
    day = calc.months_back(anchor, number)
    return calc.month(day.year, day.month)


def _since_year(match: re.Match[str], anchor: date) -> Day:
    start = date(int(match["year"]), _MID_YEAR if match["mid"] else 1, 1)
    return Day(start, max(anchor, start), "year")


def _this_year(_: re.Match[str], anchor: date) -> Day:
    return _until(date(anchor.year, 1, 1), anchor)


def _part_of_year(match: re.Match[str], _: date) -> Day:
    return calc.part_of_year(match["part"].lower(), int(match["year"]))


def _part_of_last_year(match: re.Match[str], anchor: date) -> Day:
    part = match["part"].lower()
    first, last = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part]
    return calc.months(anchor.year - 1, first, last, "month")


def _this_week(_: re.Match[str], anchor: date) -> Day | None:
    return calc.span(calc.back(anchor, anchor.weekday()), anchor)


def _weekend(_: re.Match[str], anchor: date) -> Day:
    saturday = calc.past_weekday(anchor, 5)
    return calc.span(saturday, saturday + timedelta(days=1))
