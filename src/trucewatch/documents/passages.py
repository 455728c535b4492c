"""Text to passages: headline, lead, body, quotes, captions and furniture, which together tile the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.documents.captions import captions_within, ends_in_credit, is_caption
from trucewatch.documents.furniture import furniture_within, is_furniture, is_link_line, is_list_heading
from trucewatch.documents.headline import find_headline, looks_like_headline
from trucewatch.documents.sentence_ends import sentence_starts
from trucewatch.model.document import Passage, PassageKind
from trucewatch.model.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]+[”\"»]")
_QUOTE_SHARE = 0.6
_ONE_BLOCK = 400  # characters from which a text of one paragraph is copy that lost its paragraphs
_SHORTEST_LEAD = 40
_LABEL = re.compile(r"\W*(?:\b(?:[A-Z]{2,5}|Reuters|(?i:title|updated?|video|breaking))\b\W*){0,3}(?:\b[Bb]y\b.+)?")
_APART = (PassageKind.CAPTION, PassageKind.FURNITURE)


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a text before its passages: its title ("" if none), a bare date that opens it, captions."""

    title: str = ""
    stamp: Span | None = None
    captions: frozenset[str] = frozenset()


def passages_of(text: str, outline: Outline) -> tuple[Passage, ...]:
    """The passages of a text whose paragraphs are parted by blank lines, in order, blanks between them left out."""
    headline, stamp = _openers(text, outline)
    start = max(headline.end if headline else 0, stamp.end if stamp else 0)
    paragraphs = [
        Span(max(match.start(), start), match.end()) for match in _PARAGRAPH.finditer(text) if match.end() > start
    ]
    pieces = list(_opening(headline, stamp, start))
    pieces += _after_lists(text, _pieces(text, paragraphs, outline.captions))
    passages = [passage for piece in pieces if (passage := _trimmed(text, piece))]
    return tuple(_with_lead(text, _with_headline(text, passages, outline)))


def sentence_passages(sentences: Iterable[str]) -> tuple[Passage, ...]:
    """One passage for each sentence of a text that came split and is joined by single spaces."""
    passages = []
    at = 0
    for sentence in sentences:
        if sentence.strip():
            passages.append(Passage(_kind(sentence, ends_in_credit(sentence)), Span(at, at + len(sentence))))
        at += len(sentence) + 1
    return tuple(passages)


def _openers(text: str, outline: Outline) -> tuple[Span | None, Span | None]:
    """The headline and the date that open a text, without overlap.

    Words right before the title belong to the headline, unless they are a byline, an agency or a label.
    """
    headline, stamp = find_headline(text, outline.title), outline.stamp
    if headline is None or (stamp and stamp.start >= headline.end):
        return headline, stamp
    if stamp and stamp.end > headline.start:
        stamp = Span(stamp.start, headline.start) if stamp.start < headline.start else None
    begin = stamp.end if stamp else 0
    signs_only = not any(char.isalnum() for char in text[begin : headline.start])
    if not signs_only and _LABEL.fullmatch(text, begin, headline.start):
        return headline, stamp
    return Span(begin, headline.end), stamp


def _opening(headline: Span | None, stamp: Span | None, start: int) -> Iterator[Passage]:
    """The headline and the bare date that open a text, and as furniture whatever stands before or between them."""
    at = 0
    named = [(PassageKind.HEADLINE, headline), (PassageKind.FURNITURE, stamp)]
    for kind, span in sorted(((kind, span) for kind, span in named if span), key=lambda pair: pair[1]):
        if at < span.start:
            yield Passage(PassageKind.FURNITURE, Span(at, span.start))
        yield Passage(kind, span)
        at = span.end
    if at < start:
        yield Passage(PassageKind.FURNITURE, Span(at, start))


def _pieces(text: str, paragraphs: Iterable[Span], captions: frozenset[str]) -> Iterator[Passage]:
    """Paragraphs, cut where captions or furniture stand within them."""
    for paragraph in paragraphs:
        words = paragraph.of(text)
        kind = _kind(words, words in captions or is_caption(words))
        if kind in _APART:
            yield Passage(kind, paragraph)
            continue
        at = paragraph.start
        for cut in _cuts(words, paragraph.start):
            if at < cut.span.start:
                yield Passage(kind, Span(at, cut.span.start))
            yield cut
            at = cut.span.end
        if at < paragraph.end:
            yield Passage(kind, Span(at, paragraph.end))


def _cuts(words: str, offset: int) -> Iterator[Passage]:
    found = [(start, end, PassageKind.FURNITURE) for start, end in furniture_within(words)]
    found += [(start, end, PassageKind.CAPTION) for start, end in captions_within(words)]
    at = 0
    for start, end, kind in sorted(found):
        if start >= at:
            yield Passage(kind, Span(offset + start, offset + end))
            at = end


def _kind(paragraph: str, caption: bool) -> PassageKind:
    if caption:
        return PassageKind.CAPTION
    if is_furniture(paragraph):
        return PassageKind.FURNITURE
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(paragraph))
    return PassageKind.QUOTE if quoted > _QUOTE_SHARE * len(paragraph.strip()) else PassageKind.BODY


def _after_lists(text: str, pieces: Iterable[Passage]) -> Iterator[Passage]:
    """Below a heading such as "Related", the short lines that are no sentences are links: furniture too."""
    in_list = False
    for piece in pieces:
        words = piece.span.of(text)
        if piece.kind is PassageKind.FURNITURE:
            in_list = in_list or is_list_heading(words)
        elif in_list and is_link_line(words):
            piece = Passage(PassageKind.FURNITURE, piece.span)  # noqa: PLW2901 - the same piece, known better
        else:
            in_list = False
        yield piece


def _trimmed(text: str, passage: Passage) -> Passage | None:
    words = passage.span.of(text)
    start = passage.span.start + len(words) - len(words.lstrip())
    end = passage.span.end - (len(words) - len(words.rstrip()))
    return Passage(passage.kind, Span(start, end)) if start < end else None


def _with_headline(text: str, passages: list[Passage], outline: Outline) -> list[Passage]:
    """Where no source gives a title, a first paragraph that looks like one is the headline."""
    if outline.title or any(passage.kind is PassageKind.HEADLINE for passage in passages):
        return passages
    telling = [number for number, passage in enumerate(passages) if passage.kind not in _APART]
    if len(telling) < 2:
        return passages
    first = passages[telling[0]]
    if first.kind is not PassageKind.BODY or not looks_like_headline(first.span.of(text)):
        return passages
    passages[telling[0]] = Passage(PassageKind.HEADLINE, first.span)
    return passages


def _with_lead(text: str, passages: list[Passage]) -> Iterator[Passage]:
    """The first body passage is the lead; of copy that is one block, only its first sentence."""
    lead = next((number for number, passage in enumerate(passages) if passage.kind is PassageKind.BODY), None)
    for number, passage in enumerate(passages):
        if number == lead:
            yield from _lead(text, passage.span)
        else:
            yield passage


def _lead(text: str, span: Span) -> Iterator[Passage]:
    words = span.of(text)
    starts = [start for start in sentence_starts(words) if start >= _SHORTEST_LEAD]
    if len(words) < _ONE_BLOCK or not starts:
        yield Passage(PassageKind.LEAD, span)
        return
    border = span.start + starts[0]
    yield Passage(PassageKind.LEAD, Span(span.start, span.start + len(words[: starts[0]].rstrip())))
    yield Passage(PassageKind.BODY, Span(border, span.end))
