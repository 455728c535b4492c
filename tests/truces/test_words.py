from __future__ import annotations

import pytest

from trucewatch.truces.words import holds_a_word


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("A fuel ship entered.", True),
        ("Fuel\nShips entered.", True),
        ("Fuel was shipped.", False),
        ("It was a howitzer.", False),
        ("", False),
    ],
)
def test_words_and_phrases_in_whatever_case(sentence: str, held: bool) -> None:
    assert holds_a_word(sentence, ("fuel ship", "tanker")) is held
