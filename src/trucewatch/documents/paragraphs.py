"""Plain text to paragraphs: blank lines part them, and lines that were wrapped to a width are joined again."""

from __future__ import annotations

import itertools
import re

from trucewatch.documents.normalise import clean

_BULLET = re.compile(r"(?:[-*•▪·–—]|\(?\d{1,2}[.)])\s+")
_BULLET_SIGN = re.compile(r"(?:[-*•▪·]|–(?=\s))\s+")
_WIDEST_WRAP = 120  # no one wraps by hand beyond this; longer lines are paragraphs


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text, each on one line, list signs taken off."""
    return [
        paragraph
        for block in clean(text).split("\n\n")
        for lines in _unwrapped(block.split("\n"))
        if (paragraph := without_bullet(" ".join(lines)))
    ]


def without_bullet(line: str) -> str:
    return _BULLET_SIGN.sub("", line, count=1) if _BULLET_SIGN.match(line) else line


def _unwrapped(lines: list[str]) -> list[list[str]]:
    """Lines that make one paragraph: those broken only because the next word would have gone over the width."""
    width = max(map(len, lines))
    joined = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        first_word = line.split(" ", 1)[0]
        wrapped = width <= _WIDEST_WRAP and len(before) + 1 + len(first_word) > width
        if wrapped and not _BULLET.match(line):
            joined[-1].append(line)
        else:
            joined.append([line])
    return joined
