"""Every noun comes back from its row as it went in."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger import nouns
from trucewatch.ledger.sqlite.rows import body_of, claim_row, day_of, document_row, iso, noun_of
from trucewatch.model import Count, Day, Found, Span, Stance

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
SPANS = st.tuples(st.integers(0, 10_000), st.integers(0, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
BOUNDS = st.none() | st.integers(0, 100_000)
COUNTS = st.builds(Count, BOUNDS, BOUNDS, st.none() | st.text())
RANGES = st.builds(Day, DAYS, DAYS, st.sampled_from(["day", "week", "month", "year"]))


def found(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Found[Any]]:
    return st.builds(Found, values, st.text(), st.lists(SPANS).map(tuple))


@given(found(COUNTS | st.none()))
def test_a_found_count_comes_back(value: Found[Count | None]) -> None:
    assert noun_of(Found[Count | None], body_of(value)) == value


@given(found(RANGES | st.none()))
def test_a_found_day_comes_back(value: Found[Day | None]) -> None:
    assert noun_of(Found[Day | None], body_of(value)) == value


@given(found(st.lists(st.text()).map(tuple)))
def test_found_parties_come_back_as_tuples(value: Found[tuple[str, ...]]) -> None:
    assert noun_of(Found[tuple[str, ...]], body_of(value)) == value


@given(found(st.sampled_from(Stance)))
def test_a_found_stance_comes_back(value: Found[Stance]) -> None:
    assert noun_of(Found[Stance], body_of(value)) == value


@given(SPANS)
def test_a_span_comes_back(span: Span) -> None:
    assert noun_of(Span, body_of(span)) == span


DOCUMENT = nouns.a_document("Al-Bāb: “shells” — ١٢", published=date(2016, 5, 20))
CLAIM = nouns.a_claim(DOCUMENT, day=date(2016, 5, 19), killed=3)
INCIDENT = nouns.an_incident(CLAIM, nouns.a_claim(DOCUMENT, start=7))


@pytest.mark.parametrize(
    "noun", [DOCUMENT, CLAIM, INCIDENT, nouns.an_assessment(INCIDENT), nouns.a_decision(CLAIM.id), nouns.RUN]
)
def test_every_noun_comes_back(noun: object) -> None:
    assert noun_of(type(noun), body_of(noun)) == noun


@given(st.none() | DAYS)
def test_days_come_back(day: date | None) -> None:
    assert day_of(iso(day)) == day


def test_columns_hold_what_is_searched_by() -> None:
    assert claim_row(CLAIM)[5:11] == ("attack.shelling", "asserted", "sy.darayya", "2016-05-19", "2016-05-19", 3)
    assert document_row(DOCUMENT, nouns.RUN)[1:4] == ("run-1", "wire", "2016-05-20")


def test_unknown_values_are_null() -> None:
    assert claim_row(nouns.a_claim(DOCUMENT))[8:11] == (None, None, None)
