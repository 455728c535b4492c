"""Reports that no one wrote: made-up words in the shape of agency news, for measuring at sizes that real data lacks.

Everything follows from a seed. Content words are built from syllables, names get a capital, and stock phrases of the
kind that all reports share stand among them, so that strangers are as alike here as they are in the news.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "y",
    "z",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ou"]
CODAS = ["", "", "n", "r", "l", "s", "th", "m", "k"]
JOINING = [
    "the",
    "of",
    "in",
    "and",
    "to",
    "on",
    "that",
    "a",
    "by",
    "with",
    "for",
    "from",
    "at",
    "after",
    "as",
    "its",
    "near",
]
STOCK = (
    "the monitoring group based abroad said on Monday",
    "which relies on a network of sources inside the country",
    "there was no immediate comment from the army",
    "state media reported quoting a military source",
    "more than a quarter of a million people have died since the conflict began",
    "the figures could not be independently verified",
)
TAIL = "Thousands of people were driven from their homes last year as the front line moved again and again"


class Newsroom:
    """A vocabulary, and reports written with it."""

    def __init__(self, seed: int, words: int = 6000, names: int = 1500) -> None:
        self._random = random.Random(seed)
        self._words = [self._word() for _ in range(words)]
        self._names = [self._word().capitalize() for _ in range(names)]

    def _word(self) -> str:
        pick = self._random.choice
        return "".join(pick(ONSETS) + pick(VOWELS) + pick(CODAS) for _ in range(self._random.choice((1, 2, 2, 3))))

    def _content(self) -> str:
        """Few words are frequent and many are rare, as in any language."""
        return self._words[int(len(self._words) * self._random.random() ** 3)]

    def sentence(self) -> str:
        """Ten to thirty words, now and then one that everybody uses."""
        if self._random.random() < 0.12:
            return self._random.choice(STOCK).capitalize() + "."
        words = [self._piece() for _ in range(self._random.randint(10, 30))]
        return " ".join([words[0].capitalize(), *words[1:]]) + "."

    def _piece(self) -> str:
        chance = self._random.random()
        if chance < 0.4:
            return self._random.choice(JOINING)
        if chance < 0.55:
            return self._random.choice(self._names)
        return str(self._random.randint(2, 400)) if chance < 0.59 else self._content()

    def report(self) -> list[str]:
        """Six to eighteen sentences."""
        return [self.sentence() for _ in range(self._random.randint(6, 18))]

    # Copies

    def lightly_edited(self, report: Sequence[str]) -> list[str]:
        """Eight words in a hundred another, one sentence in twelve gone."""
        kept = [sentence for sentence in report if self._random.random() > 1 / 12] or list(report)
        return [self._swapped(sentence, 0.08, any_word=True) for sentence in kept]

    def first_two_thirds(self, report: Sequence[str]) -> list[str]:
        """Cut by length, in the middle of a sentence where it falls so."""
        words = " ".join(report).split()
        return [" ".join(words[: round(len(words) * 2 / 3)])]

    def spun(self, report: Sequence[str]) -> list[str]:
        """One word in four that is no name and no number gives way to another, as rewriting programs do."""
        return [self._swapped(sentence, 0.25, any_word=False) for sentence in report]

    def inside_a_longer_story(self, report: Sequence[str]) -> list[str]:
        """Two thirds of the report amid as much of the paper's own."""
        part = list(report[: max(4, round(len(report) * 2 / 3))])
        own = self.report()[: len(part) + 2]
        at = self._random.randint(0, len(own))
        return [*own[:at], *part, *own[at:]]

    def as_it_is(self, report: Sequence[str]) -> list[str]:
        """With a line of its own before it and the paper's tail after it."""
        return ["(AGENCY) -", *report, TAIL + "."]

    def _swapped(self, sentence: str, share: float, *, any_word: bool) -> str:
        return " ".join(
            self._content() if (any_word or word.islower()) and self._random.random() < share else word
            for word in sentence.split()
        )


COPIES = ("as_it_is", "lightly_edited", "first_two_thirds", "spun", "inside_a_longer_story")
