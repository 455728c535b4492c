"""Many names looked for in one pass over a text, at word borders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

import daachorse

from trucewatch.packs.folding import Folded, fold_name

M = TypeVar("M")

_SHORT = 3


@dataclass(frozen=True, slots=True)
class Hit(Generic[M]):
    """A name found in the folded range `start:end`. `possessive`: an s of possession or plural follows the name.

    `written_end` is where the word ends when that s has no apostrophe ("Assads"), else where the name ends.
    """

    start: int
    end: int
    written_end: int
    possessive: bool
    meaning: M


class Casing(Enum):
    """What capitals a text must have where a name is found in it."""

    ALL = "all"
    SOME = "some"
    ANY = "any"

    @classmethod
    def of(cls, name: str) -> Casing:
        """Short names in capitals (`IS`, `US`) are found only in capitals, other names with a capital need one."""
        letters = [letter for letter in name if letter.isalpha()]
        if len(letters) <= _SHORT and all(letter.isupper() for letter in letters):
            return cls.ALL
        return cls.SOME if any(letter.isupper() for letter in letters) else cls.ANY

    def fits(self, written: str) -> bool:
        if self is Casing.ALL:
            return written.upper() == written
        return self is Casing.ANY or written.lower() != written


@dataclass(frozen=True, slots=True)
class _Entry(Generic[M]):
    casing: Casing
    meaning: M


class NameIndex(Generic[M]):
    """Finds every name of a table in a text, each with the meaning that the table gives it.

    Names are compared folded (`packs/folding.py`); a trailing possessive s, with or without its apostrophe, is allowed.
    """

    def __init__(self, names: Iterable[tuple[str, M]]) -> None:
        self._entries: dict[str, list[_Entry[M]]] = {}
        for name, meaning in names:
            self._entries.setdefault(fold_name(name), []).append(_Entry(Casing.of(name), meaning))
        self._entries.pop("", None)
        self._patterns = list(self._entries)
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._patterns) if self._patterns else None

    def meanings(self, name: str) -> list[M]:
        """What a whole name stands for, whatever its case."""
        return [entry.meaning for entry in self._entries.get(fold_name(name), ())]

    def hits(self, folded: Folded) -> list[Hit[M]]:
        """All names in the text, overlapping ones too, in the order in which they end."""
        if self._automaton is None:
            return []
        found: list[Hit[M]] = []
        for start, end, number in self._automaton.find_overlapping(folded.text):
            borders = _borders(folded, start, end)
            if borders is not None:
                found.extend(self._read(folded, start, end, *borders, self._patterns[number]))
        return found

    def _read(
        self, folded: Folded, start: int, end: int, written_end: int, possessive: bool, pattern: str
    ) -> list[Hit[M]]:
        first, last = folded.original_range(start, end)
        written = folded.original[first:last]
        return [
            Hit(start, end, written_end, possessive, entry.meaning)
            for entry in self._entries[pattern]
            if entry.casing.fits(written)
        ]


def _borders(folded: Folded, start: int, end: int) -> tuple[int, bool] | None:
    """(end of the written word, whether a possessive s follows), or None when the range is part of a longer word."""
    text = folded.text
    if start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        return None
    if end >= len(text) or not text[end].isalnum() or not text[end - 1].isalnum():
        return end, False
    if text[end] != "s" or (end + 1 < len(text) and text[end + 1].isalnum()):
        return None
    at = folded.origins[end]
    if folded.original[at] != "s":
        return None
    return (end if at > folded.origins[end - 1] + 1 else end + 1), True
