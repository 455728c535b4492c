"""Paragraphs and sentences: rules, which learned borders may overrule (`borders.py`).

Paragraphs are never joined.  A sentence ends after ``. ! ? …`` (and closing quotes or brackets) when what follows
can begin one and what precedes is not an abbreviation, an initial or a list number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trucewatch.language.abbreviations import AFTER_NAME, BEFORE_NUMBER, MONTHS_AND_DAYS, OTHERS, TITLES, word_set
from trucewatch.language.borders import Borders, Gap

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRAP_WIDTH = range(60, 101)
"""A line of this width that ends mid-sentence was broken by a printer's margin, not by its author."""

_CHUNK = re.compile(r"\S{1,2000}")
_CLOSERS = "\"'”’)]»›}"
_OPENERS = "\"'“‘([«‹{"
_GLUED = re.compile(r"(?<=[a-z][a-z])[.!?][\"”’)]?(?=[A-Z][a-z])")
_ADDRESS = re.compile(r"://|@|^www\.")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]$")
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|\.{3}|…)\]$")
"""A footnote mark or an omission, which belongs to the sentence before it."""

_NOTES_BEHIND = re.compile(r"(?:\[\d{1,3}\])+$")
_PARTICLE = re.compile(r"[a-z]{1,3}['’-][A-Z]")
_NEVER_LAST = frozenset(("e.g", "i.e"))
_CLOCK = frozenset(("a.m", "p.m"))
_AFTER_CLOCK = word_set("EST EDT ET CST CDT PST PDT PT GMT UTC BST CET Eastern Pacific Central Moscow Damascus local")
_STARTERS = word_set(
    """
    A After All Also An And Another Any As At Because Before But By During Earlier For From He Her His However I If In
    It Its Last Later Many Meanwhile More Most No Not Now On One Only Other Our She Since So Some Such That The Their
    Then There These They This Those Though Thus To Two Under Until We What When Where Which While Who Why With You
    Yesterday Three Four Several According
    """
)
"""Words that begin a sentence even after "U.S." or "Inc."."""


def paragraph_spans(text: str) -> list[Span]:
    """Ranges of the paragraphs of ``text``, without the white space around them, in order."""
    spans: list[Span] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        span = _strip(text, match.start(), match.end())
        if span is None:
            continue
        if spans and _continues(text, spans[-1], previous_end, span):
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(span)
        previous_end = span[0]
    return spans


def _continues(text: str, paragraph: Span, last_line_start: int, line: Span) -> bool:
    """True for a line that carries on the paragraph: a margin cut the sentence in two."""
    gap = text[paragraph[1] : line[0]]
    if gap.count("\n") + gap.count("\u2028") > 1 or "\u2029" in gap:
        return False
    unfinished = text[paragraph[1] - 1] not in ".!?…:;" + _CLOSERS
    starts_low = text[line[0]].islower()
    return unfinished and (starts_low or paragraph[1] - last_line_start in _WRAP_WIDTH)


def _strip(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def sentence_spans(text: str, start: int, end: int, borders: Borders | None = None) -> list[Span]:
    """Ranges of the sentences of the paragraph ``text[start:end]``, without the white space around them.

    Without ``borders`` by the rules alone.
    """
    spans: list[Span] = []
    runs = list(chunks(text, start, end))
    first, noted = 0, False
    for place in range(len(runs)):
        gap = gap_behind(text, runs, place, first)
        ends = noted or gap is None or (borders.ends(gap) if borders else gap.ruled)
        noted = ends and gap is not None and bool(_NOTE.match(gap.after))
        if ends and not noted:
            spans.append((runs[first][0], runs[place][1]))
            first = place + 1
    return spans


def gap_behind(text: str, runs: Sequence[Span], place: int, first: int) -> Gap | None:
    """The gap behind a run of a paragraph, in a sentence that begins with the run ``first``; None behind the last."""
    if place + 1 == len(runs):
        return None
    before, after = text[slice(*runs[place])], text[slice(*runs[place + 1])]
    then = text[slice(*runs[place + 2])] if place + 2 < len(runs) else ""
    return Gap(before, after, then, place + 1 - first, _ends_sentence(before, after, place == first))


def chunks(text: str, start: int, end: int) -> Iterator[Span]:
    """White-space free runs, cut once more where a full stop lacks the space behind it ("fled.The")."""
    for match in _CHUNK.finditer(text, start, end):
        position = match.start()
        if not _ADDRESS.search(match.group()):
            for glued in _GLUED.finditer(text, match.start(), match.end()):
                yield position, glued.end()
                position = glued.end()
        yield position, match.end()


def _ends_sentence(chunk: str, follower: str, is_first: bool) -> bool:
    core = _NOTES_BEHIND.sub("", chunk).rstrip(_CLOSERS)
    if not core or core[-1] not in ".!?…。！？؟":
        return False
    if not _can_begin(follower):
        return False
    if core[-1] != "." or core.endswith(".."):
        return True
    if is_first and _LIST_NUMBER.match(chunk):
        return False
    return _stop_ends(core[:-1].lstrip(_OPENERS), follower.lstrip(_OPENERS))


def _can_begin(follower: str) -> bool:
    bare = follower.lstrip(_OPENERS)
    if not bare:
        return True
    if bare[0].islower():
        return bool(_PARTICLE.match(bare))
    return bare[0].isalnum() or bare != follower or bare[0] in "-–—•*#@$€£"


def _stop_ends(word: str, follower: str) -> bool:
    """Whether the full stop after ``word`` ends a sentence, given the next chunk."""
    low = word.lower()
    starter = follower.rstrip(",.;:!?" + _CLOSERS) in _STARTERS
    if low in TITLES or low in OTHERS or low in _NEVER_LAST:
        return False
    if low in MONTHS_AND_DAYS or low in BEFORE_NUMBER:
        return not follower[:1].isdigit()
    if low in _CLOCK:
        return follower.rstrip(",.;)") not in _AFTER_CLOCK
    if low in AFTER_NAME:
        return starter or low == "etc"
    if _DOTTED.match(word):
        return starter
    return True
