"""Denials, threats, doubts, the past, places and speakers, none of them a plain attack."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.claims.denials import SENTENCES, Told, failing, line_of
from tests.claims.examples import listed


@pytest.mark.parametrize("told", SENTENCES, ids=line_of)
def test_a_sentence_is_read_right_or_stands_on_the_list(told: Told) -> None:
    about = [line for line in listed() if line.endswith(f" | {line_of(told)}")]
    assert failing(told) == about, (
        "after new weights: python -m tests.claims.examples > tests/claims/examples_not_yet.txt"
    )


def test_every_sentence_is_told_in_three_conflicts() -> None:
    conflicts = Counter(told.conflict for told in SENTENCES)
    assert conflicts == {"syria": 7, "yemen": 7, "lebanon": 7}
