from __future__ import annotations

from itertools import product

import pytest

from trucewatch.incidents.acts import SPEECH, block_families, compatibility
from trucewatch.packs.acts import load_acts


def test_compatibility_is_the_same_both_ways_and_full_only_with_itself() -> None:
    for one, other in product(load_acts(), repeat=2):
        assert compatibility(one, other) == compatibility(other, one)
        assert (compatibility(one, other) == 1.0) is (one == other)


def test_acts_that_can_be_one_event_share_a_block() -> None:
    for one, other in product(load_acts(), repeat=2):
        if (compatibility(one, other) or -1.0) > 0:
            assert set(block_families(one)) & set(block_families(other)), (one, other)


def test_speech_acts_are_acts_of_the_list_and_join_no_deed() -> None:
    assert set(load_acts()) >= SPEECH
    assert all(compatibility(one, "attack.air") is None for one in SPEECH)


@pytest.mark.parametrize(("one", "other"), [("attack.air", "release"), ("detain", "release"), ("meet", "agree")])
def test_what_is_never_one_event(one: str, other: str) -> None:
    assert compatibility(one, other) is None
