"""What the language room promises: sentences, tokens, a dependency tree and entities.

All offsets are absolute: character positions (Unicode code points) in the text that was passed in, so that
``text[token.start : token.end] == token.text`` holds for every token.  Tags, features and relations follow
Universal Dependencies for English (UD 2, EWT conventions); ``xpos`` is the Penn Treebank tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

WordVectors = NDArray[np.float32]

NO_HEAD = -1
"""``Token.head`` of the root of a sentence."""


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word: ``don't`` is two of them, ``do`` and ``n't``.

    ``head`` is the index of another token of the sentence, ``NO_HEAD`` for the root.  The ``lemma`` of a name keeps
    its capitals, and drops a possessive s that lost its apostrophe ("Syrias north") where the tree shows it.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named mention: tokens ``first`` up to, not including, ``last`` of its sentence."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its tree.

    ``cut`` says that the sentence was too long for the model and that this is only a piece of it.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()
    cut: bool = False

    @property
    def root(self) -> int:
        """Index of the root token; every sentence has exactly one."""
        return next(index for index, token in enumerate(self.tokens) if token.head == NO_HEAD)

    def children(self, index: int) -> tuple[int, ...]:
        """Indices of the tokens whose head is ``index``, in text order."""
        return tuple(child for child, token in enumerate(self.tokens) if token.head == index)

    def subtree(self, index: int) -> tuple[int, ...]:
        """``index`` and everything below it, in text order."""
        below: dict[int, list[int]] = {}
        for child, token in enumerate(self.tokens):
            below.setdefault(token.head, []).append(child)
        found = [index]
        for node in found:
            found.extend(below.get(node, ()))
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class ParseRequest:
    """One text to parse, for ``Parser.parse_many``; the fields are those of ``Parser.parse``."""

    text: str
    segments: tuple[tuple[int, int], ...] | None = None
    presplit: bool = False


class Parser(Protocol):
    """Turns text into sentences.  Implementations are deterministic and safe to share between threads."""

    @property
    def name(self) -> str:
        """Model name, version and content hash: two parsers of one name give the same trees."""

    def parse(
        self,
        text: str,
        segments: Sequence[tuple[int, int]] | None = None,
        *,
        presplit: bool = False,
    ) -> list[Sentence]:
        """Sentences of ``text`` in order; white space alone gives none.

        ``segments`` are character ranges (paragraphs): no sentence crosses their borders and nothing outside them
        is read.  Without them the text is split at line breaks that end a paragraph.  With ``presplit`` each
        segment is one sentence.  Raises ``ValueError`` for segments that overlap, run backwards or leave the text.
        """

    def parse_many(self, requests: Sequence[ParseRequest]) -> list[list[Sentence]]:
        """``parse`` for many texts at once, with sentences of like length batched across them; answers in order."""
