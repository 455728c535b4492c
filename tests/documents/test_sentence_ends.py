from __future__ import annotations

import pytest

from trucewatch.documents.sentence_ends import sentence_starts


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Shells fell on the town. Six people were hurt.", "Six people were hurt."),
        ('He said "we did not fire." The army agreed.', "The army agreed."),
        ("It began in 2011. Since then it went on.", "Since then it went on."),
    ],
)
def test_plain_ends_are_found(text: str, second: str) -> None:
    assert [text[start:] for start in sentence_starts(text)] == [second]


@pytest.mark.parametrize("text", ["Gen. Smith spoke", "the U.S. Army said", "J. K. Smith", "on Oct. 6 2016", "3.5 km"])
def test_abbreviations_end_nothing(text: str) -> None:
    assert sentence_starts(text) == []


def test_long_copy_without_an_end_takes_little_time() -> None:
    assert sentence_starts("x" * 1_000_000) == []
