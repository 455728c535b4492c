"""One raw report to one document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.documents.dateline import Dateline, find_dateline
from trucewatch.documents.dates import read_date
from trucewatch.documents.headline import find_headline, without_site
from trucewatch.documents.language import language_of
from trucewatch.documents.normalise import one_line
from trucewatch.documents.passages import Outline, passages_of, sentence_passages
from trucewatch.documents.readers import READERS
from trucewatch.documents.sourced import Sourced, Stated
from trucewatch.documents.unreadable import UnreadableReport
from trucewatch.model.document import Document, Passage, PassageKind
from trucewatch.model.ids import sha256_hex, short_id
from trucewatch.model.raw import RawReport

__all__ = ["UnreadableReport", "read_document"]

UNKNOWN_OUTLET = "unknown"
NOT_GIVEN = "not given"
_FIELD = "source field"
_ONE_DAY = timedelta(days=1)  # time zones and late editions
_SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class _Laid:
    """A text as it will be stored, with its passages and the date it opens with."""

    text: str
    passages: tuple[Passage, ...]
    dateline: Dateline | None


def read_document(raw: RawReport) -> Document:
    """The document of a raw report; raises UnreadableReport with a one-line reason where it holds none."""
    sourced = _presplit(raw) if raw.sentences else READERS[raw.media](raw)
    title = without_site(one_line(raw.title or sourced.title or ""))
    laid = _laid_sentences(raw.sentences) if raw.sentences else _laid(sourced, title)
    _check_telling(laid)
    published, rule = _published(raw, sourced.published, laid.dateline)
    outlet = one_line(raw.outlet or sourced.outlet or "") or UNKNOWN_OUTLET
    url = raw.url or sourced.url
    digest = sha256_hex(laid.text)
    return Document(
        id=short_id("doc", outlet, url, digest),
        outlet=outlet,
        title=title or _headline(laid),
        text=laid.text,
        passages=laid.passages,
        published=published,
        published_rule=rule,
        url=url,
        origin=raw.origin,
        retrieved=raw.retrieved,
        language=language_of(laid.text),
        text_sha256=digest,
        raw_sha256=sha256_hex(raw.content),
        reader=sourced.reader,
        presplit=bool(raw.sentences),
    )


def _presplit(raw: RawReport) -> Sourced:
    return Sourced(paragraphs=(), reader=f"{raw.media}, presplit")


def _laid_sentences(sentences: tuple[str, ...]) -> _Laid:
    """A text that came split is kept letter by letter, as others refer to its offsets."""
    return _Laid(" ".join(sentences), sentence_passages(sentences), None)


def _laid(sourced: Sourced, title: str) -> _Laid:
    """The paragraphs, below the title where the source gives it apart from them."""
    text = _SEPARATOR.join(sourced.paragraphs)
    if not text:
        raise UnreadableReport("it holds no text")
    if title and not find_headline(text, title):
        text = f"{title}{_SEPARATOR}{text}"
    headline = find_headline(text, title)
    dateline = find_dateline(text) or (find_dateline(text, headline.end) if headline else None)
    outline = Outline(title=title, stamp=dateline.stamp if dateline else None, captions=sourced.captions)
    return _Laid(text, passages_of(text, outline), dateline)


def _check_telling(laid: _Laid) -> None:
    if not any(passage.kind not in (PassageKind.CAPTION, PassageKind.FURNITURE) for passage in laid.passages):
        raise UnreadableReport("it holds no report: only captions, links or notices")


def _headline(laid: _Laid) -> str:
    """The headline that stands in the text, for a source that gives no title; "" where there is none."""
    spans = (passage.span for passage in laid.passages if passage.kind is PassageKind.HEADLINE)
    span = next(spans, None)
    return span.of(laid.text) if span else ""


def _published(raw: RawReport, stated: Stated | None, dateline: Dateline | None) -> tuple[date | None, str]:
    """The day of publication and where it was read: the source's own, then the text's, then the option's.

    A record's field that a dateline of the text contradicts gives way to it: fields of collections are often those
    of gathering, and the report's "on Friday" counts from the day it was written on.
    """
    if raw.published and raw.published.strip():
        stated = Stated(raw.published, _FIELD)
    if stated:
        if found := read_date(stated.text):
            if dateline and stated.where == _FIELD and abs(dateline.day - found.day) > _ONE_DAY:
                return dateline.day, f"dateline: {dateline.rule}; the {_FIELD} says {found.day.isoformat()}"
            return found.day, f"{stated.where}: {found.rule}"
        if raw.published_given is None:
            raise UnreadableReport(f"its date of publication, {one_line(stated.text)!r}, is not a date")
    elif dateline:
        return dateline.day, f"dateline: {dateline.rule}"
    if raw.published_given:
        return raw.published_given, "option --published"
    return None, NOT_GIVEN
