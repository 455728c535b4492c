"""One report that repeats another, and what it is recognised by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReprintKind(StrEnum):
    """What two texts are to each other. All but `passages` make the two one origin for all that they tell."""

    SAME = "same"  # the same words
    EDITED = "edited"  # about as long, with edits
    PART = "part"  # most of the shorter stands in the longer: a cut, or a wire report inside a longer story
    REWORDED = "reworded"  # the same names and numbers in the same order, in other words
    PASSAGES = "passages"  # whole passages stand in both, each has more of its own


@dataclass(frozen=True, slots=True)
class Reprint:
    """Two documents of which one repeats the other; which came first is told by their days, not here.

    `share` is the share of the shorter text's runs of four words that the longer one holds.
    """

    first: str  # document id, the lower one
    second: str  # document id
    kind: ReprintKind
    share: float


@dataclass(frozen=True, slots=True)
class Digest:
    """What a text is recognised by: the smallest hashes of its runs of words and of names, signed 64-bit numbers."""

    words: int  # how many the text has
    word_hashes: tuple[int, ...]
    name_hashes: tuple[int, ...]
