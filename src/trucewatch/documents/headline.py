"""Where a report's headline stands in its text."""

from __future__ import annotations

import re

from trucewatch.model.spans import Span

_FEWEST_LETTERS = 12  # of a title that can be recognised
_BEFORE_LIMIT = 70  # characters of date, agency or section that may stand before the headline
_SECTION = re.compile(r"\s+\|\s+[^|]{2,40}$")
_CLOSING = " .!?…\"'”’)]:"
_WORD_START = re.compile(r"(?<!\w)\w")


def without_site(title: str) -> str:
    """A title without the site's name that many pages put after a bar."""
    return _SECTION.sub("", title).strip()


def find_headline(text: str, title: str) -> Span | None:
    """Where the title opens the text, letter by letter whatever the case and punctuation; None when it does not."""
    letters = [char for char in title.casefold() if char.isalnum()]
    if len(letters) < _FEWEST_LETTERS:
        return None
    for word in _WORD_START.finditer(text, 0, _BEFORE_LIMIT):
        if (end := _end_of(letters, text, word.start())) is not None:
            return Span(word.start(), end)
    return None


def _end_of(letters: list[str], text: str, start: int) -> int | None:
    at = start
    for letter in letters:
        while at < len(text) and not text[at].isalnum():
            if text[at] == "\n":
                return None
            at += 1
        if at == len(text) or text[at].casefold() != letter:
            return None
        at += 1
    if at < len(text) and text[at].isalnum():
        return None
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    return at


def looks_like_headline(paragraph: str) -> bool:
    """Whether a first paragraph is a headline, where no source says so: short, and no sentence."""
    return 12 <= len(paragraph) <= 160 and not paragraph.rstrip('"”’').endswith((".", "!", "…", ":", ",", ";"))
