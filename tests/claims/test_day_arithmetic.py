from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.claims import day_arithmetic as calc
from trucewatch.model import Day

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("days", "precision"),
    [(0, "day"), (1, "week"), (6, "week"), (7, "month"), (179, "month"), (180, "year"), (900, "year")],
)
def test_the_length_of_a_span_gives_its_precision(days: int, precision: str) -> None:
    start = date(2016, 5, 20)
    end = start + timedelta(days=days)
    assert calc.span(start, end) == calc.span(end, start) == Day(start, end, precision)


@given(DAYS, st.integers(0, 6))
def test_a_past_weekday_is_the_latest_of_its_name(anchor: date, weekday: int) -> None:
    found = calc.past_weekday(anchor, weekday)
    assert found.weekday() == weekday
    assert timedelta(0) <= anchor - found < timedelta(days=7)


@given(DAYS, st.integers(0, 60))
def test_going_back_by_months_keeps_the_day_where_the_month_has_it(anchor: date, number: int) -> None:
    found = calc.months_back(anchor, number)
    assert (anchor.year - found.year) * 12 + anchor.month - found.month == number
    assert found.day == anchor.day or (found + timedelta(days=1)).day == 1


@given(DAYS, st.integers(0, 60))
def test_a_week_runs_from_monday_to_sunday(anchor: date, back: int) -> None:
    week = calc.week_of(anchor, back)
    assert (week.start.weekday(), week.end.weekday(), week.precision) == (0, 6, "week")
    assert week.start <= anchor - timedelta(weeks=back) <= week.end


@given(DAYS, st.integers(1, 12))
def test_a_past_month_has_begun(anchor: date, number: int) -> None:
    month = calc.past_month(anchor, number)
    assert month.start.month == month.end.month == number
    assert month.start <= anchor < month.start.replace(year=month.start.year + 1)


@pytest.mark.parametrize(
    ("anchor", "month", "number", "year", "found"),
    [
        (date(2016, 5, 20), 5, 25, None, date(2016, 5, 25)),  # a plan just announced
        (date(2016, 5, 20), 6, 25, None, date(2015, 6, 25)),
        (date(2016, 5, 20), 6, 25, 2016, date(2016, 6, 25)),
        (date(2016, 5, 20), 2, 29, None, date(2016, 2, 29)),
        (date(2015, 5, 20), 2, 29, None, None),
        (date(2016, 5, 20), 4, 31, 2016, None),
    ],
)
def test_a_day_of_a_month(anchor: date, month: int, number: int, year: int | None, found: date | None) -> None:
    assert calc.month_day(anchor, month, number, year) == found


def test_parts() -> None:
    february = calc.month(2016, 2)
    assert [calc.part_of_month(part, february).end.day for part in ("early", "mid", "late")] == [10, 20, 29]
    assert [calc.part_of_year(part, 2014).start.month for part in ("early", "mid", "late")] == [1, 5, 10]
    assert calc.year(2016) == Day(date(2016, 1, 1), date(2016, 12, 31), "year")
