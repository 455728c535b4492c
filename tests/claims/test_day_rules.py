"""Words of time and the days they mean, counted from Friday, 20 May 2016 unless the test says otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.claims.days import DayReader, TimeWords
from trucewatch.model import Day, Span
from trucewatch.packs.language_pack import load_language

FRIDAY = date(2016, 5, 20)


def found_in(text: str, anchor: date = FRIDAY) -> list[TimeWords]:
    return DayReader(load_language()).find(text, Span(0, len(text)), anchor)


def day(start: str, end: str | None = None, precision: str = "day") -> Day:
    return Day(date.fromisoformat(start), date.fromisoformat(end or start), precision)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        # days of the week
        ("Shells fell on Friday.", "Friday", day("2016-05-20")),
        ("Shells fell on Fri. in the town", "Fri.", day("2016-05-20")),
        ("Shells fell last Friday", "last Friday", day("2016-05-13")),
        ("Shells fell on Monday", "Monday", day("2016-05-16")),
        ("Mondays raids went on", "Mondays", day("2016-05-16")),
        ("Thurs. and Fri.", "Thurs. and Fri.", day("2016-05-19", "2016-05-20", "week")),
        ("Shells fell on Saturday", "Saturday", day("2016-05-14")),
        ("Wednesday night's raid", "Wednesday", day("2016-05-18")),
        ("fell silent at dawn on Tuesday", "at dawn on Tuesday", day("2016-05-17")),
        ("overnight into Thursday", "overnight into Thursday", day("2016-05-19")),
        ("talks are due next Friday", "next Friday", day("2016-05-27")),
        ("told to leave by Monday", "by Monday", day("2016-05-23")),
        ("held the hill by Monday", "by Monday", day("2016-05-16")),
        ("quiet since Monday", "since Monday", day("2016-05-16", "2016-05-20", "week")),
        ("on Sunday and Monday", "Sunday and Monday", day("2016-05-15", "2016-05-16", "week")),
        ("on Thursday and on Friday", "Thursday and on Friday", day("2016-05-19", "2016-05-20", "week")),
        ("from Monday to Wednesday", "Monday to Wednesday", day("2016-05-16", "2016-05-18", "week")),
        # days near the report
        ("shelled overnight", "overnight", day("2016-05-20")),
        ("earlier in the day", "earlier in the day", day("2016-05-20")),
        ("yesterday", "yesterday", day("2016-05-19")),
        ("a day earlier", "a day earlier", day("2016-05-19")),
        ("two days earlier", "two days earlier", day("2016-05-18")),
        ("talks resume tomorrow", "tomorrow", day("2016-05-21")),
        ("over the weekend", "over the weekend", day("2016-05-14", "2016-05-15", "week")),
        ("earlier this week", "earlier this week", day("2016-05-16", "2016-05-20", "week")),
        ("next week", "next week", day("2016-05-23", "2016-05-29", "week")),
        ("over the past few days", "over the past few days", day("2016-05-17", "2016-05-20", "week")),
        ("last week", "last week", day("2016-05-09", "2016-05-15", "week")),
        ("in the last week", "in the last week", day("2016-05-14", "2016-05-20", "week")),
        # dates
        ("on May 20", "May 20", day("2016-05-20")),
        ("on Dec. 2", "Dec. 2", day("2015-12-02")),
        ("on 20 May 2016", "20 May 2016", day("2016-05-20")),
        ("on the 3rd of May", "3rd of May", day("2016-05-03")),
        ("on February 27, 2016", "February 27, 2016", day("2016-02-27")),
        ("from May 25", "May 25", day("2016-05-25")),
        ("on May 12-14", "May 12-14", day("2016-05-12", "2016-05-14", "week")),
        ("on May 12 and 13", "May 12 and 13", day("2016-05-12", "2016-05-13", "week")),
        ("between 1 and 30 April", "1 and 30 April", day("2016-04-01", "2016-04-30", "month")),
        ("the 12th of this month", "the 12th of this month", day("2016-05-12")),
        ("2016-02-27", "2016-02-27", day("2016-02-27")),
        ("27.02.2016", "27.02.2016", day("2016-02-27")),
        ("Jun 142015", "Jun 142015", day("2015-06-14")),
        ("since May 3", "since May 3", day("2016-05-03", "2016-05-20", "month")),
        ("since September 30th 2015", "since September 30th 2015", day("2015-09-30", "2016-05-20", "year")),
        ("since September 30, 2015", "since September 30, 2015", day("2015-09-30", "2016-05-20", "year")),
        # months
        ("in March", "in March", day("2016-03-01", "2016-03-31", "month")),
        ("in May", "in May", day("2016-05-01", "2016-05-31", "month")),
        ("in October", "in October", day("2015-10-01", "2015-10-31", "month")),
        ("in March 2014", "in March 2014", day("2014-03-01", "2014-03-31", "month")),
        ("last March", "last March", day("2016-03-01", "2016-03-31", "month")),
        ("last May", "last May", day("2015-05-01", "2015-05-31", "month")),
        ("March last year", "March last year", day("2015-03-01", "2015-03-31", "month")),
        ("mid-January", "mid-January", day("2016-01-11", "2016-01-20", "month")),
        ("late April", "late April", day("2016-04-21", "2016-04-30", "month")),
        ("early on, in early May 2015", "early May 2015", day("2015-05-01", "2015-05-10", "month")),
        ("since March", "since March", day("2016-03-01", "2016-05-20", "month")),
        ("since mid-March", "since mid-March", day("2016-03-15", "2016-05-20", "month")),
        ("since mid-2012", "since mid-2012", day("2012-06-01", "2016-05-20", "year")),
        ("since the start of the year", "since the start of the year", day("2016-01-01", "2016-05-20", "month")),
        ("during past week", "during past week", day("2016-05-14", "2016-05-20", "week")),
        (
            "overnight Wednesday and into Thursday",
            "overnight Wednesday and into Thursday",
            day("2016-05-18", "2016-05-19", "week"),
        ),
        (
            "flared on Sunday and continued into Monday",
            "Sunday and continued into Monday",
            day("2016-05-15", "2016-05-16", "week"),
        ),
        (
            "between September 30 2015 and March 15 2016",
            "between September 30 2015 and March 15 2016",
            day("2015-09-30", "2016-03-15", "month"),
        ),
        ("from 3 May to 9 May 2016", "from 3 May to 9 May 2016", day("2016-05-03", "2016-05-09", "week")),
        ("since the start of May", "since the start of May", day("2016-05-01", "2016-05-20", "month")),
        ("since last September", "since last September", day("2015-09-01", "2016-05-20", "year")),
        ("last month", "last month", day("2016-04-01", "2016-04-30", "month")),
        ("in the summer of 2015", "summer of 2015", day("2015-06-01", "2015-08-31", "month")),
        ("last autumn", "last autumn", day("2015-09-01", "2015-11-30", "month")),
        # years
        ("in the 1967 war", "in the 1967", day("1967-01-01", "1967-12-31", "year")),
        ("in 2014", "in 2014", day("2014-01-01", "2014-12-31", "year")),
        ("early 2014", "early 2014", day("2014-01-01", "2014-04-30", "year")),
        ("late 2014", "late 2014", day("2014-10-01", "2014-12-31", "year")),
        ("late last year", "late last year", day("2015-10-01", "2015-12-31", "month")),
        ("last year", "last year", day("2015-01-01", "2015-12-31", "year")),
        ("this year", "this year", day("2016-01-01", "2016-05-20", "month")),
        ("since 2013", "since 2013", day("2013-01-01", "2016-05-20", "year")),
        ("since late 2013", "since late 2013", day("2013-01-01", "2016-05-20", "year")),
        # stretches
        ("the past three days", "the past three days", day("2016-05-17", "2016-05-20", "week")),
        ("over the last 10 days", "over the last 10 days", day("2016-05-10", "2016-05-20", "month")),
        ("after two days of clashes", "after two days of", day("2016-05-18", "2016-05-20", "week")),
        ("last night", "last night", day("2016-05-19")),
        ("25-04-2016", "25-04-2016", day("2016-04-25")),
        ("in recent days", "in recent days", day("2016-05-17", "2016-05-20", "week")),
        ("in the past 24 hours", "in the past 24 hours", day("2016-05-19", "2016-05-20", "week")),
        ("for more than one month", "for more than one month", day("2016-04-20", "2016-05-20", "month")),
        ("for nearly four years", "for nearly four years", day("2012-05-20", "2016-05-20", "year")),
        ("two weeks ago", "two weeks ago", day("2016-05-02", "2016-05-08", "week")),
        ("a month ago", "a month ago", day("2016-04-01", "2016-04-30", "month")),
        ("three years ago", "three years ago", day("2013-01-01", "2013-12-31", "year")),
    ],
)
def test_one_reading_of_the_words(text: str, words: str, meant: Day) -> None:
    assert [(found.span.of(text), found.day) for found in found_in(text)] == [(words, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "on June 31",
        "30 February 2016",
        "on the 31st of April",
        "0.0.2016",
        "They may have fled.",
        "a march on the city",
        "march 12 kilometres",
        "up to may 20 people",
        "He sat in the sun and they wed.",
        "a three-day pause",
        "a 2016 model",
        "in the fall of Palmyra",
        "May 20 people",
        "Resolution 2254",
        "",
    ],
)
def test_no_words_of_time(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "anchor", "meant"),
    [
        ("in December", date(2016, 1, 2), day("2015-12-01", "2015-12-31", "month")),
        ("on December 30", date(2016, 1, 2), day("2015-12-30")),
        ("on Sunday and Monday", date(2016, 5, 22), day("2016-05-15", "2016-05-16", "week")),
        ("on Sunday and Monday", date(2016, 5, 23), day("2016-05-22", "2016-05-23", "week")),
        ("last month", date(2016, 1, 31), day("2015-12-01", "2015-12-31", "month")),
        ("in February 2016", date(2016, 5, 20), day("2016-02-01", "2016-02-29", "month")),
        ("on February 29", date(2017, 1, 5), day("2016-02-29")),
        ("the past month", date(2016, 3, 31), day("2016-02-29", "2016-03-31", "month")),
        ("this year", date(2016, 12, 1), day("2016-01-01", "2016-12-01", "year")),
        ("last winter", date(2016, 5, 20), None),
    ],
)
def test_the_anchor_decides(text: str, anchor: date, meant: Day | None) -> None:
    assert [found.day for found in found_in(text, anchor)] == ([meant] if meant else [])


def test_several_words_of_time_come_in_text_order() -> None:
    text = "Besieged since 2012, the town was shelled on Thursday and again on May 3."
    assert [found.rule for found in found_in(text)] == ["day.since_year", "day.weekday", "day.date"]


def test_capitals_do_not_hide_a_date() -> None:
    assert [found.day for found in found_in("CLASHES ON MAY 12 AND ON MONDAY")] == [
        day("2016-05-12"),
        day("2016-05-16"),
    ]
