from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.views import builders
from trucewatch.model import Span
from trucewatch.views.marked_text import Mark, field_marks, segments, trigger_marks

TEXT = "Jets struck the market at noon, the monitor said."


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = sorted((draw(st.integers(0, len(TEXT))), draw(st.integers(0, len(TEXT)))))
    return Span(start, end)


@given(spans(), st.lists(spans()))
def test_segments_put_together_give_the_text_back(within: Span, marked: list[Span]) -> None:
    cut = segments(TEXT, within, [Mark(span, "place", "claim") for span in marked])
    assert "".join(segment.text for segment in cut) == within.of(TEXT)
    assert all(TEXT[segment.start : segment.end] == segment.text for segment in cut)


def test_overlapping_marks_are_told_apart() -> None:
    cut = segments(TEXT, Span(0, 11), [Mark(Span(0, 11), "act", "a"), Mark(Span(5, 11), "trigger", "a")])
    assert [(segment.text, segment.roles, segment.claim_ids, segment.ending) for segment in cut] == [
        ("Jets ", ("act",), (), ()),
        ("struck", ("act", "trigger"), ("a",), ("Act",)),
    ]


def test_a_claim_gives_a_mark_for_its_trigger_and_each_span_of_each_field() -> None:
    claim = builders.STRIKE[0]
    assert [mark.role for mark in trigger_marks([claim])] == ["trigger"]
    roles = [mark.role for mark in field_marks(claim)]
    assert roles == ["sentence", "act", "actor", "target", "place", "day", "killed", "injured", "speakers"]
