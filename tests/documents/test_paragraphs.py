from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.paragraphs import paragraphs_of, without_bullet

WORDS = st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=9), min_size=1, max_size=40)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=4), st.integers(30, 90))
def test_wrapped_paragraphs_are_whole_again(paragraphs: list[str], width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert "".join("".join(paragraphs_of(wrapped)).split()) == "".join("".join(paragraphs).split())
    assert paragraphs_of("\n\n".join(paragraphs)) == paragraphs


def test_lines_wrapped_to_a_width_are_joined() -> None:
    text = textwrap.fill("Government forces shelled the town on Friday and residents fled to the hills. " * 4, 60)
    assert len(paragraphs_of(text)) == 1


def test_a_short_line_ends_its_paragraph() -> None:
    text = "Market hit\nSix people were killed when shells hit a market in\nthe town on Friday, a monitor said.\n"
    assert paragraphs_of(text) == [
        "Market hit",
        "Six people were killed when shells hit a market in the town on Friday, a monitor said.",
    ]


def test_lists_keep_their_items_apart() -> None:
    text = "Breaches counted:\n- three in the upper town\n- two in the lower town\n* one at the bridge"
    assert paragraphs_of(text) == [
        "Breaches counted:",
        "three in the upper town",
        "two in the lower town",
        "one at the bridge",
    ]


@pytest.mark.parametrize(("line", "bare"), [("• one", "one"), ("- one", "one"), ("— Wire", "— Wire"), ("-5 C", "-5 C")])
def test_list_signs_come_off(line: str, bare: str) -> None:
    assert without_bullet(line) == bare
