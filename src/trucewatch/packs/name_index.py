"""Many names looked for in one pass over a text, at word borders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
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
    @lru_cache(maxsize=1 << 14)
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


Compiled = tuple[list[str], list[tuple[int, ...]], bytes]
"""The folded names, for each the places in the table of those that fold to it, and the automaton that finds them."""


class NameIndex(Generic[M]):
    """Finds every name of a table in a text, each with the meaning that the table gives it.

    Names are compared folded (`packs/folding.py`); a trailing possessive s, with or without its apostrophe, is allowed.
    One pass of an automaton finds all of them, so that a text takes hardly longer with 200,000 names than with few.
    `compiled` is what `compiled()` of an index over the same names gave: it spares the folding and building.
    """

    def __init__(self, names: Iterable[tuple[str, M]], compiled: Compiled | None = None) -> None:
        self._names = names if isinstance(names, list) else list(names)
        if compiled is None:
            self._patterns, self._rows = _folded(name for name, _ in self._names)
            automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._patterns) if self._patterns else None
        else:
            self._patterns, self._rows, automaton = compiled[0], compiled[1], _restored(compiled[2])
        self._automaton = automaton

    @cached_property
    def _by_pattern(self) -> dict[str, tuple[int, ...]]:
        return dict(zip(self._patterns, self._rows, strict=True))

    def compiled(self) -> Compiled:
        """The index without the names and their meanings."""
        return self._patterns, self._rows, self._automaton.serialize() if self._automaton is not None else b""

    def meanings(self, name: str) -> list[M]:
        """What a whole name stands for, whatever its case."""
        return [self._names[row][1] for row in self._by_pattern.get(fold_name(name), ())]

    def hits(self, folded: Folded) -> list[Hit[M]]:
        """All names in the text, overlapping ones too, in the order in which they end."""
        if self._automaton is None:
            return []
        found: list[Hit[M]] = []
        for start, end, number in self._automaton.find_overlapping(folded.text):
            borders = _borders(folded, start, end)
            if borders is not None:
                found.extend(self._read(folded, start, end, *borders, self._rows[number]))
        return found

    def _read(
        self, folded: Folded, start: int, end: int, written_end: int, possessive: bool, rows: tuple[int, ...]
    ) -> list[Hit[M]]:
        first, last = folded.original_range(start, end)
        written = folded.original[first:last]
        possessive_s = _ends_in_possessive(folded, start, end)
        found = (self._names[row] for row in rows)
        return [
            Hit(start, end, written_end, possessive, meaning)
            for name, meaning in found
            if Casing.of(name).fits(written) and not (possessive_s and not _has_own(name))
        ]


def _ends_in_possessive(folded: Folded, start: int, end: int) -> bool:
    """Whether the last letter found is the s after an apostrophe: "Hama's" is no "Hamas"."""
    if end - start < 2 or folded.text[end - 1] != "s":
        return False
    between = folded.original[folded.origins[end - 2] + 1 : folded.origins[end - 1]]
    return len(between) == 1 and fold_name(between) == ""


def _has_own(name: str) -> bool:
    """Whether a name is itself written with an apostrophe before its last s: "People's"."""
    return len(name) > 1 and name[-1] in "sS" and fold_name(name[-2]) == ""


def _folded(names: Iterable[str]) -> tuple[list[str], list[tuple[int, ...]]]:
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        rows.setdefault(fold_name(name), []).append(row)
    rows.pop("", None)
    return list(rows), [tuple(found) for found in rows.values()]


def _restored(serialised: bytes) -> daachorse.CharwiseDoubleArrayAhoCorasick | None:
    return daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(serialised) if serialised else None


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
