from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.dates import date_at_start, read_date

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        ("2016-05-21", date(2016, 5, 21), "published.iso"),
        ("2016-05-21T23:30:00+03:00", date(2016, 5, 21), "published.iso"),
        ("2016-05-21T14:05:00.123Z", date(2016, 5, 21), "published.iso"),
        ("2016-05-21 14:05:00 UTC", date(2016, 5, 21), "published.iso"),
        ("2016/5/21", date(2016, 5, 21), "published.year_first"),
        ("20160521", date(2016, 5, 21), "published.iso_compact"),
        ("Sat, 21 May 2016 14:05:00 +0300", date(2016, 5, 21), "published.month_name"),
        ("Sat, 21 May 2016 11:05:00 GMT", date(2016, 5, 21), "published.month_name"),
        ("Saturday 21 May 2016 17:27", date(2016, 5, 21), "published.month_name"),
        ("21st of May, 2016", date(2016, 5, 21), "published.month_name"),
        ("21-May-2016", date(2016, 5, 21), "published.month_name"),
        ("May 21, 2016", date(2016, 5, 21), "published.month_name"),
        ("Sept. 3, 2016 at 2:05 p.m.", date(2016, 9, 3), "published.month_name"),
        ("Sat May 21 14:05:00 2016", date(2016, 5, 21), "published.month_name"),
        ("May 212016", date(2016, 5, 21), "published.month_name"),
        ("4/5/2017", date(2017, 4, 5), "published.month_first"),
        ("21/5/2016", date(2016, 5, 21), "published.day_first"),
        ("24.07.2016", date(2016, 7, 24), "published.day_first"),
        ("5-04-2016", date(2016, 4, 5), "published.day_first"),
        ("05-21-2016", date(2016, 5, 21), "published.month_first"),
    ],
)
def test_dates_as_sources_write_them(text: str, day: date, rule: str) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.day, found.rule) == (day, rule)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "May 21",
        "2016",
        "31 June 2016",
        "2016-02-30",
        "21/5/16",
        "1463788800",
        "13/13/2016",
        "0000-00-00",
        "2016-05-21 or so",
        "yesterday",
        "21 Mayo 2016",
        "2016-05-211",
        "May 21, 20161",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(DAYS, st.integers(-14, 14))
def test_standard_forms_read_as_the_day_they_write(day: date, hours: int) -> None:
    moment = datetime(day.year, day.month, day.day, 14, 5, tzinfo=timezone(timedelta(hours=hours)))
    for text in (day.isoformat(), moment.isoformat(), format_datetime(moment), f"{day:%B} {day.day}, {day.year}"):
        found = read_date(text)
        assert found is not None, text
        assert found.day == day


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read_date(text)
    assert found is None or found.length <= len(text)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Wed 01 Oct 2014 at 1459 Regional", "Wed 01 Oct 2014 at 1459"),
        ("August 13 2016 2037 UTC+3 A source", "August 13 2016 2037 UTC+3"),
        ("Saturday 13 August 2016 200 people", "Saturday 13 August 2016"),
        ("24.07.2016Get", "24.07.2016"),
    ],
)
def test_a_clock_time_belongs_to_the_date_and_a_count_does_not(text: str, taken: str) -> None:
    found = date_at_start(text)
    assert found is not None
    assert text[: found.length] == taken
