"""What a person may set about reading: field names of JSON records, the day and outlet of sources that give none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class FieldNames:
    """For each thing to know of a report, the keys of a JSON record to try, in order."""

    text: tuple[str, ...] = ("text", "body", "content", "article")
    title: tuple[str, ...] = ("title", "headline")
    outlet: tuple[str, ...] = ("outlet", "source", "publisher", "site")
    published: tuple[str, ...] = ("published", "date", "pubdate", "published_at")
    url: tuple[str, ...] = ("url", "link")


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """How to read a batch.

    `now` is the moment of reading, kept with every report as `retrieved`. `published_given` is used only where a
    source has no date of its own; `outlet`, where set, stands over what a source says. A report of more than
    `max_report_bytes` is not read.
    """

    now: datetime
    fields: FieldNames = field(default_factory=FieldNames)
    published_given: date | None = None
    outlet: str | None = None
    max_report_bytes: int = 20 * MEGABYTE
