"""Paragraph and sentence borders."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.language.sentences import paragraph_spans, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on the town. | Nobody was hurt.",
        "Gen. J. R. Doe of the U.S. Army spoke. | He left.",
        "It struck the U.S. | The embassy closed.",
        "He met Mr. Doe on Oct. 5 in St. Ives.",
        'He asked: "Who fired?" | Nobody knew.',
        '"We did not fire!" he said.',
        "It began at 5 p.m. Damascus time. | It ended soon.",
        "Fighters withdrew.The army followed? | Yes.",
        "The group (founded in 2012.) spoke… | Then it left.",
        "1. The sides stop firing. | 2. Aid is let in.",
        "Doe Inc. said it would pay. | Doe Corp. The rest did not.",
        "They reached the border. | al-Nasr said so.",
        "Is it over?! | It is.",
        "It fell in May.[2] | The rest fled. [3] | They came back.",
        "Some groups, e.g. Example Front, signed.",
    ],
)
def test_borders(text: str) -> None:
    expected = text.split(" | ")
    joined = text.replace(" | ", " ")
    if "withdrew.The" in joined:
        expected = ["Fighters withdrew.", "The army followed?", "Yes."]
    if "Corp. The" in joined:
        expected = ["Doe Inc. said it would pay.", "Doe Corp.", "The rest did not."]
    assert sentences(joined) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A heading\n\nA paragraph.", 2),
        ("A heading\nA paragraph.", 2),
        ("the line was broken\nby a margin", 1),
        ("x" * 70 + "\nSyria", 1),
        ("One.\r\n\r\nTwo.", 2),
        ("One.\u2029Two.", 2),
        (" \n\t\n ", 0),
    ],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(paragraph_spans(text)) == count


@given(st.text(alphabet=st.sampled_from("aA.!? \n\"'(U1-\u2029é"), max_size=200))
@settings(deadline=None)
def test_spans_are_ordered_and_lose_no_letter(text: str) -> None:
    covered = 0
    for paragraph in paragraph_spans(text):
        for start, end in sentence_spans(text, *paragraph):
            assert covered <= start < end
            assert not any(character.isalnum() for character in text[covered:start])
            covered = end
    assert not any(character.isalnum() for character in text[covered:])
