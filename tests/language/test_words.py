"""Words: the conventions, and that any text gives ordered ranges that cover it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.language.words import word_spans


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't agree.", "They do n't agree ."),
        ("They don’t agree.", "They do n’t agree ."),
        ("It cannot hold", "It can not hold"),
        ("the army's tanks", "the army 's tanks"),
        ("the armies' tanks", "the armies ' tanks"),
        ("I'd've gone", "I 'd 've gone"),
        ("Turkey-backed fighters", "Turkey - backed fighters"),
        ("pro-government and anti-tank", "pro-government and anti-tank"),
        ("al-Zahra and Sana'a", "al - Zahra and Sana'a"),
        ("the U.S. and the U.N.", "the U.S. and the U.N."),
        ("Gen. J. Doe left.", "Gen. J. Doe left ."),
        ("It was plan B.", "It was plan B ."),
        ("1,200 people, 3.5 tons", "1,200 people , 3.5 tons"),
        ("at 10:30 on 11/9/2005", "at 10:30 on 11/9/2005"),
        ("$5m and 40%", "$ 5 m and 40 %"),
        ("at 5pm, the 3rd brigade", "at 5 pm , the 3rd brigade"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("write to desk@example.org, please", "write to desk@example.org , please"),
        ("#ceasefire by @monitor", "#ceasefire by @monitor"),
        ("“We left” – he said…", "“ We left ” – he said …"),
        ("wait... what?!", "wait ... what ?!"),
        ("and/or", "and / or"),
        ("cease\u00adfire holds", "cease\u00adfire holds"),
        ("القوات في حلب", "القوات في حلب"),
    ],
)
def test_conventions(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.text(max_size=300))
@settings(deadline=None)
def test_words_are_ordered_and_miss_only_what_cannot_be_seen(text: str) -> None:
    spans = word_spans(text, 0, len(text))
    covered = 0
    for start, end in spans:
        assert covered <= start < end <= len(text)
        assert not any(character.isalnum() for character in text[covered:start])
        covered = end
    assert not any(character.isalnum() for character in text[covered:])


def test_a_long_run_without_spaces_is_cut() -> None:
    assert all(end - start <= 200 for start, end in word_spans("x" * 5000, 0, 5000))
