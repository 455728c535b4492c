"""The fuzz of the whole way in short, and that it looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import fuzz
from tests.claims.builders import coded
from trucewatch.language import load_parser
from trucewatch.model import Span


def test_some_reports() -> None:
    found = [fuzz.try_one(1, number, limit=40.0) for number in range(1, 26)]
    assert sum(claims for _, claims in found) > 0


def test_the_same_numbers_make_the_same_report() -> None:
    assert [fuzz.report_of(3, number) for number in range(20)] == [fuzz.report_of(3, number) for number in range(20)]


def test_a_span_beside_the_text_is_seen() -> None:
    document, claims = coded("The army shelled the town on Friday.")
    sentences = load_parser().parse(document.text)
    fuzz.check_claims(document, sentences, claims)
    beyond = Span(claims[0].sentence.start, len(document.text) + 1)
    with pytest.raises(AssertionError):
        fuzz.check_claims(document, sentences, [replace(claims[0], trigger=beyond)])
