from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.builders import NOON
from trucewatch.model import Count, Day, Run
from trucewatch.views import wording

MAY_20 = date(2016, 5, 20)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (None, "not told"),
        (Count(8, 8), "8"),
        (Count(8, 11), "8 to 11"),
        (Count(8, None), "8 or more"),
        (Count(None, 8), "up to 8"),
        (Count(0, 0), "none"),
        (Count(1200, None), "1,200 or more"),
        (Count(None, None, "dozens"), "“dozens”"),
        (Count(8, None, "dozens"), "8 or more, or “dozens”"),
        (Count(None, None), "not told"),
    ],
)
def test_count_text(count: Count | None, text: str) -> None:
    assert wording.count_text(count) == text


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "not told"),
        (Day(MAY_20, MAY_20, "day"), "20 May 2016"),
        (Day(MAY_20, date(2016, 5, 24), "week"), "20 to 24 May 2016"),
        (Day(date(2016, 4, 30), date(2016, 5, 2), "week"), "30 April to 2 May 2016"),
        (Day(date(2015, 12, 30), date(2016, 1, 2), "week"), "30 December 2015 to 2 January 2016"),
        (Day(date(2016, 3, 1), date(2016, 3, 31), "month"), "March 2016"),
        (Day(date(2016, 3, 3), date(2016, 4, 9), "month"), "3 March to 9 April 2016"),
        (Day(date(2014, 1, 1), date(2014, 12, 31), "year"), "2014"),
        (Day(date(2013, 1, 1), date(2014, 12, 31), "year"), "2013 to 2014"),
        (Day(date(2013, 1, 1), MAY_20, "year"), "1 January 2013 to 20 May 2016"),
    ],
)
def test_day_name_is_no_finer_than_told(day: Day | None, name: str) -> None:
    assert wording.day_name(day) == name


@given(st.dates(), st.dates())
def test_a_range_names_both_its_ends(one: date, other: date) -> None:
    start, end = sorted((one, other))
    text = wording.range_text(start, end)
    assert str(start.day) in text
    assert text.endswith(wording.date_text(end))


def test_listed_and_counted() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.listed(["a", "b"], last="or") == "a or b"
    assert wording.counted(1, "report") == "1 report"
    assert wording.counted(1204, "report") == "1,204 reports"
    assert wording.counted(2, "party", "parties") == "2 parties"


def test_each_once_keeps_the_order_of_first_mention() -> None:
    assert wording.each_once(["b", "a", "b"]) == ("b", "a")


def test_program_text_names_code_packs_and_parser() -> None:
    run = Run("r", "1.2", "digest", "en-1", "read", NOON)
    assert wording.program_text(run) == "trucewatch 1.2, packs digest, parser en-1"
