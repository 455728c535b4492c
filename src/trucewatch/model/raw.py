"""What intake hands on: bytes or text with what their source says of them, not yet read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class RawReport:
    """One report before reading. `media` is `html`, `text` or `json-text` (text taken from a JSON record).

    `origin` names file and line ("wire.jsonl:12", "page.html", "-:1"). The fields that the source gives stand
    beside the content; None where it gives none. `published_given` is the day of `--published`, used only where
    the source itself has no date.
    """

    content: bytes
    media: str
    origin: str
    retrieved: datetime
    outlet: str | None = None
    title: str | None = None
    published: str | None = None  # as the source writes it
    url: str | None = None
    published_given: date | None = None
    sentences: tuple[str, ...] = ()  # a corpus that comes split into sentences


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read: where it stands and why, in one line a person understands."""

    origin: str
    reason: str
