"""Ids must not change between machines, runs or versions: they are in people's ledgers."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model.ids import ShortIds, sha256_hex, short_id, tail_of

PARTS = st.lists(st.none() | st.integers() | st.text(max_size=8), max_size=4)


def test_known_ids_stay_as_they_are() -> None:
    assert sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert short_id("doc", "wire", None, 3) == "doc-cf69f43315f100e2"


@given(st.text())
def test_text_is_hashed_as_its_bytes(text: str) -> None:
    assert sha256_hex(text) == sha256_hex(text.encode())


def test_a_lone_surrogate_has_a_hash() -> None:
    assert sha256_hex("\ud800") != sha256_hex("\ud801")


@given(PARTS, PARTS)
def test_ids_differ_exactly_when_parts_do(one: list[object], other: list[object]) -> None:
    assert (short_id("x", *one) == short_id("x", *other)) == (one == other)


def test_the_border_between_parts_counts() -> None:
    assert short_id("x", "ab", "c") != short_id("x", "a", "bc")


def test_a_day_is_a_part() -> None:
    assert short_id("x", date(2016, 5, 20)) == short_id("x", "2016-05-20")


@given(st.text(max_size=8), st.lists(st.integers() | st.text(max_size=8), min_size=1, max_size=3))
def test_ids_made_in_two_steps_are_those_made_in_one(first: str, others: list[object]) -> None:
    assert ShortIds("x", first).of(tail_of(*others)) == short_id("x", first, *others)
