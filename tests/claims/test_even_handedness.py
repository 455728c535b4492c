"""The coder takes no side: when two parties change places in a sentence, they change places in its claims."""

from __future__ import annotations

import pytest

from tests.claims.examples import listed
from tests.claims.swaps import SWAPS, Swap, line_of, readings, uneven


@pytest.mark.parametrize("swap", SWAPS, ids=lambda swap: f"{swap.first.words}-{swap.second.words}-{swap.sentence}")
def test_two_parties_that_change_places_change_nothing_else(swap: Swap) -> None:
    about = [line for line in listed() if line == line_of(swap)]
    assert uneven(swap) == about, (readings(swap, swapped=False), readings(swap, swapped=True))


def test_most_of_the_sentences_tell_of_an_act() -> None:
    assert sum(bool(readings(swap, swapped=False)) for swap in SWAPS) >= len(SWAPS) * 3 // 4
