"""Keeps the names of parties out of what is learned: a rule that holds for one side must hold for all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from training.claims.gold import CodedReport

NAMING_KINDS = frozenset({"name", "office", "state", "capital", "adjective", "wording", "unlisted"})
_WORD = re.compile(r"[^\W\d_]+")
SELDOM = 3
"""A word seen in lower case more often than this is an ordinary word, also where it is part of a name ("front")."""


def name_words(reports: Sequence[CodedReport]) -> frozenset[str]:
    """Words, in lower case, that stand in names of parties and nowhere else."""
    named: set[str] = set()
    ordinary: Counter[str] = Counter()
    for report in reports:
        for number, tree in enumerate(report.reading.trees):
            inside = {
                at
                for mention in report.reading.parties[number]
                if mention.kind in NAMING_KINDS
                for at in range(mention.first, mention.last + 1)
            }
            for at, token in enumerate(tree.tokens):
                if at in inside and token.text[:1].isupper():
                    named |= {token.text.lower(), tree.lemmas[at]}
                elif token.text.islower():
                    ordinary[token.text] += 1
    return frozenset(word for word in named if len(word) > 1 and ordinary[word] <= SELDOM)


def without_names(reports: Sequence[CodedReport]) -> Callable[[str], bool]:
    """Whether a feature may be learned: not when it holds a name."""
    barred = name_words(reports)
    return lambda feature: barred.isdisjoint(word.lower() for word in _WORD.findall(feature))
