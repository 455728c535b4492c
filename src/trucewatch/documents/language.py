"""Which language a text is in, as far as this version needs to know: English or not."""

from __future__ import annotations

import re

ENGLISH = "en"
UNDETERMINED = "und"  # ISO 639-2's code for a language that is not told

_COMMONEST = (
    "the of and to in a that is was for on with as by at from it were have has had been are said an be his its "
    "their he they who which not this after near but or when into over more than against during"
)
_STOP_WORDS = frozenset(_COMMONEST.split())
_ELSEWHERE = (
    "de la el los las del que en por un una para con le les des du et est dans der die das und ist den von mit auf im "
    "ein eine il di che per della ve bir bu da do em os na se av och det som ett van het een"
)
_OTHER_STOP_WORDS = frozenset(_ELSEWHERE.split())
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_SHARE = 0.15  # English news has 0.3 to 0.5, other languages in Latin letters below 0.1
_FEWEST_WORDS = 25  # from which shares mean something
_MAX_WORDS = 500


def language_of(text: str) -> str:
    """`en` where at least 15 in 100 words are among the commonest English ones, else `und`.

    A text too short for that is taken for English where all its letters are plain Latin ones and none of its words
    is a common one of another language.
    """
    words = [word.lower() for word in _WORD.findall(text[: _MAX_WORDS * 8])[:_MAX_WORDS]]
    if not words:
        return UNDETERMINED
    if sum(word in _STOP_WORDS for word in words) >= _ENOUGH_SHARE * len(words):
        return ENGLISH
    plain = len(words) < _FEWEST_WORDS and all(word.isascii() for word in words)
    return ENGLISH if plain and _OTHER_STOP_WORDS.isdisjoint(words) else UNDETERMINED
