"""The date that the text itself begins with, for reports whose source gives none elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from trucewatch.documents.dates import date_at_start
from trucewatch.model.spans import Span

_LABEL = re.compile(
    r"(?i:(?:date(?: of publication)?|(?:first )?published|posted|(?:last )?updated?)(?: (?:on|at))?:?\s+)"
    r"|(?:[A-Z]{2,7}|Reuters)\s+"
)
_PLACE = re.compile(
    r"(?!(?:On|In|By|At|As|Since|Until|From|Before|After)\b)"
    r"[A-Z][A-Za-z'’ -]{1,40}(?:, ?|/ ?| ?\([A-Z]+\) )(?:\([A-Z]+\) ?)?"
)
_PLACE_END = re.compile(r"\s*(?:[(/][A-Za-z ]{2,25}[)/])?\s*(?:--|[-–—:])")
_UPDATED = re.compile(r"\s*\((?:updated|modified)[^)]{4,40}\)", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:[A-Z0-9\"“'‘(\[|•·-]|by [A-Z]|$)")
_STAMP_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """A day at the start of a text. `stamp` is where a bare date stands, apart from the report's sentences;
    None for a dateline with a place ("AMMAN, May 20, 2016 —"), which belongs to the first sentence.
    """

    day: date
    rule: str
    stamp: Span | None


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The full date (with its year) that `text` has at `start`; None when there is none."""
    while start < len(text) and text[start].isspace():
        start += 1
    return _bare(text, start) or _with_place(text, start)


def _bare(text: str, start: int) -> Dateline | None:
    at = start
    found = date_at_start(text[at : at + _STAMP_LIMIT])
    if found is None and (label := _LABEL.match(text, start)):
        at = label.end()
        found = date_at_start(text[at : at + _STAMP_LIMIT])
    if found is None:
        return None
    end = at + found.length
    if updated := _UPDATED.match(text, end):
        end = updated.end()
    if not _NEXT.match(text, end):
        return None  # "May 21, 2016 was the worst day": part of a sentence
    return Dateline(found.day, found.rule, Span(start, end))


def _with_place(text: str, start: int) -> Dateline | None:
    place = _PLACE.match(text, start)
    if place is None:
        return None
    found = date_at_start(text[place.end() : place.end() + _STAMP_LIMIT])
    if found is None or not _PLACE_END.match(text, place.end() + found.length):
        return None
    return Dateline(found.day, found.rule, None)
