"""Text made comparable: no case, accents or apostrophes, hyphens as spaces; with the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

_APOSTROPHES = "'’‘ʼʻ`´ʿʾ′"
_HYPHENS = "-‐‑‒–—"


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` folded; its character `i` comes from character `origins[i]` of `original`."""

    original: str
    text: str
    origins: tuple[int, ...]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded range `start:end` (not empty) stands in the original, with marks over its last letter."""
        last = self.origins[end - 1] + 1
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return self.origins[start], last


@cache
def _fold_character(character: str) -> str:
    if character in _APOSTROPHES:
        return ""
    if character in _HYPHENS or character.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


@lru_cache(maxsize=256)
def fold(text: str) -> Folded:
    """The folded text with the offset of each character; a run of spaces and hyphens becomes one space."""
    characters: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        for part in _fold_character(character):
            if part == " " and characters and characters[-1] == " ":
                continue
            characters.append(part)
            origins.append(at)
    return Folded(text, "".join(characters), tuple(origins))


@lru_cache(maxsize=1 << 15)
def fold_name(name: str) -> str:
    """A name as it is compared: what `fold` makes of it, without the offsets and without spaces around it."""
    return " ".join("".join(map(_fold_character, name)).split())


_SPELLINGS = (
    (r"[^a-z0-9 ]", ""),
    (r"\b(?:al|el|ar|as|ash|at|ad|az|an|ed|es|er|ez)\s", ""),
    (r"\b(?:deir|dayr|dair|dier|der)\b", "dr"),
    (r"\b(?:tel|tall|tell|tal)\b", "tl"),
    (r"\b(?:kafr|kafar|kfar|kufr)\b", "kfr"),
    (r"ou|oo|au|aw|o", "u"),
    (r"[aeiy]+", "a"),
    (r"ah\b", "a"),
    (r"q|ck", "k"),
    (r"gh", "g"),
    (r"dh", "d"),
    (r"th", "t"),
    (r"ch", "sh"),
    (r"(.)\1+", r"\1"),
    (r" ", ""),
)
_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _SPELLINGS)


@cache
def spelling_key(name: str) -> str:
    """One key for the ways in which an Arabic place name is written in Latin letters.

    Raqa, Raqqa and ar-Raqqah share a key, as do Idlib and Idleb. Names that differ may share one too, so that a
    key narrows the choice and does not make it.
    """
    key = fold_name(name)
    for pattern, replacement in _COMPILED:
        key = pattern.sub(replacement, key)
    return key or fold_name(name)


_OTHER_SPELLINGS = (
    (r"[^a-z0-9 ]", ""),
    (r"kh|ch", "k"),
    (r"shch|sch|sh|sz", "s"),
    (r"ph", "f"),
    (r"zh|dzh|dj", "z"),
    (r"ts|tz|cz|c", "k"),
    (r"h|gh", "g"),
    (r"w", "v"),
    (r"q|x", "k"),
    (r"[aeiouyj]+", "a"),
    (r"(.)\1+", r"\1"),
    (r"a\b", ""),
    (r" ", ""),
)
_OTHER_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _OTHER_SPELLINGS)


@cache
def wide_spelling_key(name: str) -> str:
    """One key for the ways in which names of Slavic, Caucasian and Ethiopian places are written in Latin letters.

    Kharkiv and Kharkov share a key, as do Luhansk and Lugansk, Mekelle and Mek'ele. Wider than `spelling_key`, so
    that it is asked only where that one finds nothing.
    """
    key = fold_name(name)
    for pattern, replacement in _OTHER_COMPILED:
        key = pattern.sub(replacement, key)
    return key or fold_name(name)
