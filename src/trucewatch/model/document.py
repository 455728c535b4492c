"""A report as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trucewatch.model.spans import Span


class PassageKind(StrEnum):
    """What a stretch of a report is. Claims are read from all kinds but `caption` and `furniture`."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    FURNITURE = "furniture"  # tags, related links, share buttons: no telling of the report's own


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or line of a document; passages stand in order and do not overlap."""

    kind: PassageKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its text exactly as stored, to which all spans refer, and where it came from.

    `id` is a hash of outlet, url and text, so the same report read twice is one document.
    `published` is the day that the source gives, never the day of reading; None when it gives none.
    `published_rule` names where that day was read ("meta article:published_time", "option --published", "dateline").
    """

    id: str
    outlet: str
    title: str
    text: str
    passages: tuple[Passage, ...]
    published: date | None
    published_rule: str
    url: str | None
    origin: str  # the file and line it was read from
    retrieved: datetime
    language: str
    text_sha256: str
    raw_sha256: str
    reader: str
    presplit: bool = False  # every passage is one sentence, split by whoever prepared the text
