"""Words that a term looks for in the sentence of a claim."""

from __future__ import annotations

import re
from functools import lru_cache

ALSO_NAMED = " Also named, and not deciding: "
"""What comes before the values told that a reason does not rest on."""


def holds_a_word(sentence: str, words: tuple[str, ...]) -> bool:
    """Whether a sentence holds one of the words or phrases, in the singular or with an s, in whatever case."""
    return _pattern(words).search(" ".join(sentence.split())) is not None


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)
