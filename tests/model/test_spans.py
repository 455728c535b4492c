"""Spans and found values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model import Found, Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.text(max_size=40), SPANS)
def test_a_span_gives_the_words_between_its_ends(text: str, span: Span) -> None:
    assert span.of(text) == "".join(letter for at, letter in enumerate(text) if span.start <= at < span.end)


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2), (-2, -1)])
def test_a_span_runs_forward_from_the_start_of_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not from {start} to {end}"):
        Span(start, end)


@given(SPANS, SPANS)
def test_overlap_and_containment_are_those_of_the_positions(one: Span, other: Span) -> None:
    here, there = set(range(one.start, one.end)), set(range(other.start, other.end))
    if here and there:
        assert one.overlaps(other) == bool(here & there)
        assert (other in one) == (there <= here)
    assert one.overlaps(other) == other.overlaps(one)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))


def test_spans_stand_in_text_order() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]


def test_a_value_without_words_is_assumed() -> None:
    assert Found("unknown", "actor.none").assumed
    assert not Found("is", "actor.subject", (Span(0, 2),)).assumed
