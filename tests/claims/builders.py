"""Small sentences and reports for tests of the coder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache

from trucewatch.claims.reading import Reading, read
from trucewatch.claims.tree import Tree
from trucewatch.coding import code_report
from trucewatch.documents import read_document
from trucewatch.language import Sentence, Token, load_parser
from trucewatch.model import Claim, Document, RawReport
from trucewatch.packs import load_conflict

FRIDAY = date(2016, 5, 20)
Row = tuple[str, str, str, str, int, str]
"""Text, lemma, upos, xpos, head (counted from 0, -1 for the root) and relation of one word."""


def sentence(rows: Sequence[Row]) -> Sentence:
    """A sentence whose words stand one space apart."""
    tokens, at = [], 0
    for text, lemma, upos, xpos, head, deprel in rows:
        tokens.append(Token(at, at + len(text), text, lemma, upos, xpos, head, deprel))
        at += len(text) + 1
    return Sentence(0, at - 1, tuple(tokens))


def text_of(rows: Sequence[Row]) -> str:
    return " ".join(row[0] for row in rows)


def counted(phrase: str, noun: str, lemma: str) -> tuple[Tree, str]:
    """ "<phrase> <noun> died": the words of the phrase modify the noun, its last number as `nummod`."""
    words = phrase.split()
    rows: list[Row] = [(w, w.lower(), "NUM", "CD", len(words), "nummod") for w in words]
    rows += [(noun, lemma, "NOUN", "NNS", len(words) + 1, "nsubj"), ("died", "die", "VERB", "VBD", -1, "root")]
    return Tree(sentence(rows)), text_of(rows)


@cache
def parsed(text: str) -> Tree:
    """The first sentence of a text as the shipped parser reads it."""
    return Tree(load_parser().parse(text)[0])


def raw(text: str, outlet: str = "Example Wire", published: date | None = FRIDAY) -> RawReport:
    day = published.isoformat() if published else None
    return RawReport(text.encode(), "text", "report.txt", datetime(2016, 5, 21, tzinfo=UTC), outlet, None, day)


def reading_of(
    text: str, outlet: str = "Example Wire", conflict: str = "syria", published: date | None = FRIDAY
) -> Reading:
    document = read_document(raw(text, outlet, published))
    segments = [(passage.span.start, passage.span.end) for passage in document.passages]
    return read(document, load_parser().parse(document.text, segments), load_conflict(conflict))


def coded(text: str, outlet: str = "Example Wire", conflict: str = "syria") -> tuple[Document, tuple[Claim, ...]]:
    """A report as the program codes it."""
    return code_report(raw(text, outlet), load_conflict(conflict))
