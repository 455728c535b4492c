"""Every example sentence of the language pack, run through the coder."""

from __future__ import annotations

import pytest

from tests.claims import denials
from tests.claims.examples import examples, failings, listed
from tests.claims.swaps import SWAPS, line_of
from trucewatch.packs.language_pack import Example


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.act}-{example.says}-{example.sentence}")
def test_an_example_is_read_right_or_stands_on_the_list(example: Example) -> None:
    about = [line for line in listed() if line.endswith(f" | {example.act} | {example.sentence}")]
    assert failings(example) == about, (
        "after new weights: python -m tests.claims.examples > tests/claims/examples_not_yet.txt"
    )


def test_the_list_holds_examples_swaps_and_denials_once_each() -> None:
    known = {f"{example.act} | {example.sentence}" for example in examples()}
    known |= {line_of(swap).partition(" | ")[2] for swap in SWAPS}
    known |= {denials.line_of(told) for told in denials.SENTENCES}
    lines = listed()
    assert [line for line in lines if line.partition(" | ")[2] not in known] == []
    assert lines == sorted(set(lines))
