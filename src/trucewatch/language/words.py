"""Words as Universal Dependencies counts them, in the conventions of the English Web Treebank.

Contractions, possessives, hyphens, slashes, currency signs and units are split off ("don't" is ``do n't``,
"US-backed" is ``US - backed``); abbreviations, decimals, dates, addresses and a fixed list of prefixes
("anti-", "pro-") stay whole.  Work is done on white-space free chunks, which are short and repeat, so the split
of a chunk is remembered.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from trucewatch.language.abbreviations import ABBREVIATIONS

_CHUNK_LIMIT = 200
"""Longer runs without white space are cut before any pattern sees them, which keeps every pattern cheap."""

_CHUNK = re.compile(rf"\S{{1,{_CHUNK_LIMIT}}}")

# Combining marks and invisible joiners are no word characters for ``re``, yet they occur inside words.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u00ad\u200b-\u200d\u2060"
_WORD = rf"[\w{_MARKS}]"
_LETTER = rf"[^\W\d_{_MARKS}]"
_APOSTROPHE = "['’ʼ]"
_PREFIXES = (
    "anti|bi|co|counter|de|e|ex|extra|hyper|inter|intra|macro|mega|micro|mid|mini|mis|multi|neo|non|over|para|post|pre"
    "|pro|proto|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un|under|uni"
)
_UNITS = "am|bn|cm|ft|g|h|k|K|kg|km|kph|lb|lbs|m|M|MM|mb|min|ml|mm|mph|mw|pm|AM|PM|GB|MB|KM|KG"

_PATTERN = re.compile(
    "|".join(
        (
            r"(?P<link>(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]])",
            r"[\w.+%-]{1,64}@[\w-]{2,64}(?:\.[\w-]{2,24})+",
            r"[A-Za-z][\w-]{0,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|gov|edu|mil|info|pdf|docx?|xlsx?|jpe?g|png|html?)(?!\w)",
            rf"[#@]{_LETTER}{_WORD}*",
            rf"(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!{_WORD}))?",
            r"[A-Z]\.(?!\w)",
            r"[A-Z]{1,3}&[A-Z]{1,3}(?!\w)",
            r"(?:US?)?\$(?=\d)",
            rf"(?i:{_PREFIXES})-{_LETTER}(?:{_WORD}|{_APOSTROPHE}(?={_LETTER}))*",
            r"\d{3}-\d{3,4}(?:-\d{4})?(?!\d)",
            rf"(?P<measure>\d+(?:[.,:]\d+)*(?=(?:{_UNITS})(?!\w)))",
            rf"\d+(?:[.,:/]\d+)*{_WORD}*",
            rf"(?P<quoted_year>{_APOSTROPHE}\d0s)",
            rf"(?P<clitic>{_APOSTROPHE}(?i:s|re|ve|ll|d|m)(?!\w))",
            rf"(?P<word>{_WORD}(?:{_WORD}|{_APOSTROPHE}(?={_WORD}))*)",
            r"\.{2,}|…|-{2,}|[!?]{2,}|(?P<run>[*=~+<>`'_|#^$])(?P=run)+|[:;]-?[)(DP](?!\w)",
            r".",
        )
    ),
    re.DOTALL,
)

_CONTRACTION = re.compile(rf"(?i)(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$")
_FUSED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3,
    "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
    "havent": 4, "hasnt": 3, "hadnt": 3, "arent": 3, "werent": 4,
}  # fmt: skip
"""Fused words and the length of their first part."""

WordSpan = tuple[int, int]


def word_spans(text: str, start: int, end: int) -> list[WordSpan]:
    """Character ranges of the words of ``text[start:end]``, which is one sentence; invisible characters give none."""
    chunks = [(match.start(), match.end()) for match in _CHUNK.finditer(text, start, end)]
    spans: list[WordSpan] = []
    for place, (first, last) in enumerate(chunks):
        chunk = text[first:last]
        parts = _split_chunk(chunk)
        if place == len(chunks) - 1:
            parts = _free_final_stop(chunk, parts)
        spans.extend((first + left, first + right) for left, right in parts)
    return spans


@lru_cache(maxsize=65536)
def _split_chunk(chunk: str) -> tuple[WordSpan, ...]:
    spans: list[WordSpan] = []
    position = 0
    while position < len(chunk):
        match = _PATTERN.match(chunk, position)
        assert match is not None  # the last alternative takes any character
        end = match.end()
        if match.lastgroup == "word":
            if chunk[position:end].lower() in ABBREVIATIONS and chunk[end : end + 1] == ".":
                end += 1
            spans.extend(_split_contractions(chunk, position, end))
        else:
            spans.append((position, end))
        position = end
    return tuple(span for span in spans if not _is_invisible(chunk[span[0] : span[1]]))


def _split_contractions(chunk: str, start: int, end: int) -> list[WordSpan]:
    cut = _FUSED.get(chunk[start:end].lower())
    if cut is not None:
        return [(start, start + cut), (start + cut, end)]
    tails: list[WordSpan] = []
    while True:
        match = _CONTRACTION.search(chunk, start + 1, end)
        if match is None:
            break
        tails.append((match.start(), end))
        end = match.start()
    return [(start, end), *reversed(tails)]


def _free_final_stop(chunk: str, spans: tuple[WordSpan, ...]) -> tuple[WordSpan, ...]:
    """A lone capital before the sentence's last full stop is no initial: "plan B." is three words."""
    if not spans:
        return spans
    start, end = spans[-1]
    if end - start == 2 and chunk[end - 1] == "." and chunk[start].isalpha():
        return (*spans[:-1], (start, end - 1), (end - 1, end))
    return spans


def _is_invisible(word: str) -> bool:
    return all(unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp") for character in word)
