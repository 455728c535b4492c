"""Words of time in a text, resolved from the day of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from trucewatch.claims.day_rules import DayRule, day_rules
from trucewatch.model import Day, Span
from trucewatch.packs.language_pack import LanguagePack

OPENING_REACH = 220
"""How many characters from the start of a report its own date can stand."""

# What stands before a date that is the report's own: the start of a line, a place in capitals, an agency or a stamp.
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?:day)?[\s,]*)?"
_DATELINE = r"(?:^|\n)[A-Z][A-Z .'/\-]+(?:,\s*[A-Z][a-z]+)?(?:\s*\([\w/ ]+\))?"
_PUBLISHED = r"\b(?i:published|updated|posted|modified|date of publication|publication date)\b"
_STAMP = rf"{_PUBLISHED}(?:\s+(?:on|at))?(?:[\s:,]*\d{{1,2}}[:.]\d\d(?:\s*(?i:am|pm|gmt))?)?"
_AGENCY = r"\b(?:AFP|AP|Reuters|REUTERS|SANA|TASS)\b"
_BEFORE_OWN_DATE = re.compile(rf"(?:^|[\n(]|{_AGENCY}|{_DATELINE}|{_STAMP})[\s:,\-–—|]*{_WEEKDAY}$")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of time, the range of days they mean, and the rule that read them."""

    span: Span
    day: Day
    rule: str


class DayReader:
    """Finds the time words of one language. Stateless after construction, safe to share."""

    def __init__(self, pack: LanguagePack) -> None:
        self._rules = day_rules(pack)

    def find(self, text: str, within: Span, anchor: date) -> list[TimeWords]:
        """Time words inside a span, left to right without overlap; the longest match at a place wins."""
        found = [words for rule in self._rules for words in _matches(rule, text, within, anchor)]
        kept: list[TimeWords] = []
        for words in sorted(found, key=lambda w: (w.span.start - w.span.end, w.span.start)):
            if not any(words.span.overlaps(other.span) for other in kept):
                kept.append(words)
        return sorted(kept, key=lambda w: w.span)

    def own_date(self, text: str) -> TimeWords | None:
        """The full date, with its year, that a report carries in its opening: the day it was written.

        A file's own date can be wrong (a crawler's), the stamp in the copy seldom is.
        """
        opening = Span(0, min(OPENING_REACH, len(text)))
        for words in self.find(text, opening, date(1900, 1, 1)):
            stated_year = str(words.day.start.year) in words.span.of(text)
            if words.day.precision == "day" and stated_year and _BEFORE_OWN_DATE.search(text[: words.span.start]):
                return words
        return None


def _matches(rule: DayRule, text: str, within: Span, anchor: date) -> list[TimeWords]:
    found = []
    for match in rule.pattern.finditer(text, within.start, within.end):
        try:
            day = rule.resolve(match, anchor)
        except (ValueError, OverflowError):
            continue  # 31 June, or a year that no calendar has: no day can be read from it
        if day is not None:
            found.append(TimeWords(Span(match.start(), match.end()), day, f"day.{rule.name}"))
    return found
