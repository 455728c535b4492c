"""Finding time words: the report's own date in its opening, and what holds for any text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.claims.days import OPENING_REACH, DayReader
from trucewatch.model import Span
from trucewatch.packs.language_pack import load_language

BEFORE = ["on", "in", "the", "since", "last", "early", "late", "past", "for", "to", "and", "two", ",", "-"]
TIMES = ["May", "12", "31", "Friday", "Monday", "2016", "days", "weeks", "years", "ago", ".", "th", "overnight"]
PIECES = st.sampled_from([*BEFORE, *TIMES])
TIME_TALK = st.lists(PIECES, max_size=14).map(" ".join)


@pytest.fixture(scope="module")
def reader() -> DayReader:
    return DayReader(load_language())


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("AMMAN, May 20, 2016 - Shells fell on the town.", date(2016, 5, 20)),
        ("DAMASCUS, 20 May 2016 (XNA) - Shells fell.", date(2016, 5, 20)),
        ("BEIRUT, Lebanon, May 20, 2016\nShells fell.", date(2016, 5, 20)),
        ("AFP Saturday 26 Apr 2014\nShells fell.", date(2014, 4, 26)),
        ("24.07.2016Get short URL\nShells fell.", date(2016, 7, 24)),
        ("Shells fall on town\nLast updated at Jun 142016\nShells fell.", date(2016, 6, 14)),
        ("Updated 12:30, May 20, 2016. Shells fell.", date(2016, 5, 20)),
        ("Date of publication 20 May 2016 Shells fell on the town.", date(2016, 5, 20)),
        ("Published: Friday 20th May 2016", date(2016, 5, 20)),
        ("Thu Aug 4 2016 Shells fell.", date(2016, 8, 4)),
        ("2016-05-20 Shells fell.", date(2016, 5, 20)),
        ("Talks on the truce of 27 February 2016 stall\nAMMAN, May 20, 2016: The talks", date(2016, 5, 20)),
    ],
)
def test_the_date_that_a_report_opens_with(reader: DayReader, text: str, own: date) -> None:
    words = reader.own_date(text)
    assert words is not None
    assert words.day.start == words.day.end == own


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The army took the town on 20 May 2016, it said.",
        "BEIRUT (Reuters) - The deal was signed on May 3, 2015.",
        "AMMAN, May 20 - Shells fell on the town.",
        "In May 2016 the truce was two months old.",
        "AMMAN - Shells fell on Friday.",
        "x" * OPENING_REACH + "\nAMMAN, May 20, 2016",
    ],
)
def test_no_date_of_its_own(reader: DayReader, text: str) -> None:
    assert reader.own_date(text) is None


def test_only_the_words_within_the_span_are_read(reader: DayReader) -> None:
    text = "On Monday shells fell; on Friday they fell again."
    (words,) = reader.find(text, Span(10, len(text)), date(2016, 5, 20))
    assert words.span.of(text) == "Friday"


@given(text=st.one_of(TIME_TALK, st.text(max_size=60)), anchor=st.dates(), cut=st.integers(0, 20))
def test_any_text_on_any_day(text: str, anchor: date, cut: int) -> None:
    reader = DayReader(load_language())
    within = Span(min(cut, len(text)), len(text))
    found = reader.find(text, within, anchor)
    for words in found:
        assert words.span in within
        assert words.span.of(text).strip() == words.span.of(text) != ""
        assert words.day.start <= words.day.end
        assert words.day.precision in ("day", "week", "month", "year")
        assert words.day.precision != "day" or words.day.start == words.day.end
        assert words.rule.startswith("day.")
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert found == reader.find(text, within, anchor)


@given(text=st.one_of(TIME_TALK, st.text(max_size=60)))
def test_own_date_is_a_day_whose_year_stands_in_the_opening(text: str) -> None:
    words = DayReader(load_language()).own_date(text)
    if words is not None:
        assert words.day.precision == "day"
        assert str(words.day.start.year) in words.span.of(text)
        assert words.span.end <= OPENING_REACH
