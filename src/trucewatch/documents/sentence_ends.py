"""Sentence ends that are beyond doubt, for cutting one-block copy. The language room splits all sentences; not this."""

from __future__ import annotations

import re

_END = re.compile(r"([\w)\]\"”’%])[.!?][\"”’)\]]*\s+(?=[A-Z“\"‘(\[0-9])")
_ABBREVIATED_WORDS = (
    "gen col lt maj sgt capt cpl adm brig mr mrs ms dr st sen rep gov prof jan feb mar apr jun jul aug sept sep oct "
    "nov dec no al vs etc inc ltd co corp jr sr u.s u.n u.k e.g i.e a.m p.m"
)
_LOOK_BACK = 8  # characters: more than the longest abbreviation
_ABBREVIATED = frozenset(_ABBREVIATED_WORDS.split())


def sentence_starts(text: str) -> list[int]:
    """Where sentences surely begin after the first; an initial or abbreviation before the full stop is no end."""
    starts = []
    for match in _END.finditer(text):
        before = text[max(0, match.end(1) - _LOOK_BACK) : match.end(1)].rpartition(" ")[2].lower().lstrip('("“')
        if len(before) > 1 and before not in _ABBREVIATED:
            starts.append(match.end())
    return starts
