"""Whether one report repeats another: as it is, cut, lightly edited, reworded, or as a part of a longer story.

A digest only proposes; what is said here rests on the words of both texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from trucewatch.documents.digests import Chains
from trucewatch.model import Reprint, ReprintKind

LEAST_WORDS = 25
"""Shorter texts are told alike by chance."""
COPIED_SHARE = 0.5
"""Least share of the shorter text's word runs that the longer one holds; edits of one word in seven leave so much."""
REWORDED_NAMES = 0.6
"""Least share of the shorter text's runs of names that a reworded text holds, and of its words."""
REWORDED_WORDS = 0.55
LEAST_NAME_RUNS = 8
SAME_LENGTH = 0.8
PASSAGE_WORDS = 40
PASSAGE_RUN = 15
"""Passages are taken over when stretches of so many words, together at least `PASSAGE_WORDS`, stand in both."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that one text has and the other tells otherwise, or not at all (then "")."""

    before: str
    after: str


def compare(first: Chains, second: Chains) -> tuple[ReprintKind, float] | None:
    """What the texts are to each other and the share of the shorter that stands in the longer; None for strangers."""
    short, long = sorted((first, second), key=lambda chains: len(chains.words))
    if len(short.words) < LEAST_WORDS:
        return (ReprintKind.SAME, 1.0) if short.words and short.words == long.words else None
    if short.words == long.words:
        return ReprintKind.SAME, 1.0
    share = _share(short.word_runs, long.word_runs)
    if share >= COPIED_SHARE:
        alike = len(short.words) >= SAME_LENGTH * len(long.words)
        return (ReprintKind.EDITED if alike else ReprintKind.PART), share
    if _reworded(short, long):
        return ReprintKind.REWORDED, share
    return (ReprintKind.PASSAGES, share) if _taken_over(short, long, share) else None


def _share(short: frozenset[tuple[str, ...]], long: frozenset[tuple[str, ...]]) -> float:
    return round(len(short & long) / len(short), 4) if short else 0.0


def _reworded(short: Chains, long: Chains) -> bool:
    """Names and numbers in the same order, most words the same, the rest put in other words."""
    names = short.name_runs
    if len(names) < LEAST_NAME_RUNS or _share(names, long.name_runs) < REWORDED_NAMES:
        return False
    held = set(long.words)
    return sum(word in held for word in short.words) >= REWORDED_WORDS * len(short.words)


def _taken_over(short: Chains, long: Chains, share: float) -> bool:
    if share * len(short.words) < PASSAGE_WORDS / 2:
        return False
    matcher = SequenceMatcher(None, short.words, long.words, autojunk=False)
    stretches = [block.size for block in matcher.get_matching_blocks() if block.size >= PASSAGE_RUN]
    return sum(stretches) >= PASSAGE_WORDS


def reprint_of(first_id: str, first: Chains, second_id: str, second: Chains) -> Reprint | None:
    """The pair's relation, ids in order, so that it is one noun whichever was read first."""
    found = compare(first, second)
    if found is None:
        return None
    low, high = sorted((first_id, second_id))
    return Reprint(low, high, *found)


def changes(origin: str, copy: str) -> tuple[Change, ...]:
    """What a copy left out, put in or told otherwise, in the words of both, in the order of the origin."""
    before, after = origin.split(), copy.split()
    matcher = SequenceMatcher(None, [_bare(word) for word in before], [_bare(word) for word in after], autojunk=False)
    return tuple(
        Change(" ".join(before[i:j]), " ".join(after[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )


def _bare(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum()) or word
