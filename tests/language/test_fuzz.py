"""The fuzz in short, and that it looks."""

from __future__ import annotations

import pytest

from tests.language import fuzz
from tests.language.promises import check
from trucewatch.language import Sentence, Token, load_parser


def test_some_texts() -> None:
    for number in range(1, 41):
        fuzz.try_one(load_parser(), 1, number, limit=20.0)


def test_the_same_numbers_make_the_same_text() -> None:
    assert [fuzz.text_of(3, number) for number in range(30)] == [fuzz.text_of(3, number) for number in range(30)]
    assert len({fuzz.text_of(3, number) for number in range(30)}) > 20


def test_a_span_beside_its_word_is_seen() -> None:
    token = Token(0, 1, "b", "b", "X", "FW", -1, "root")
    with pytest.raises(AssertionError):
        check("ab", [Sentence(0, 1, (token,))])
