"""Reports to claims: one, or a batch at once. Knows no ledger."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

from trucewatch.claims import code_document, load_weights
from trucewatch.claims.reading import UNREAD_PASSAGES
from trucewatch.documents import UnreadableReport, read_document
from trucewatch.language import load_parser, load_story_reader, load_triage
from trucewatch.language.interface import ParseRequest, Sentence
from trucewatch.model import Claim, Document, RawReport, Unread
from trucewatch.packs import Conflict, load_conflict

CODED_LANGUAGE = "en"
"""Reports in other languages are kept, and no claims are read from them."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A report that was read, with its claims. `passed_over`: triage found nothing in it that tells of the conflict."""

    document: Document
    claims: tuple[Claim, ...]
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that was not read. `trace` is Python's traceback where the program is at fault, "" otherwise."""

    unread: Unread
    trace: str = ""


@dataclass(frozen=True, slots=True)
class CodedBatch:
    """A batch's reports in the order they were given, and the name of the parser that read them."""

    parser: str
    outcomes: tuple[Coded | Failed, ...]


def code_report(raw: RawReport, conflict: Conflict) -> tuple[Document, tuple[Claim, ...]]:
    """One report as read, and its claims. Raises UnreadableReport when there is nothing to read."""
    document = read_document(raw)
    return document, _claims_of(document, _parse([document], parse_request)[0], conflict)


def code_text(
    text: str,
    *,
    published: date | None = None,
    conflict: str = "syria",
    outlet: str | None = None,
    title: str | None = None,
) -> tuple[Claim, ...]:
    """The claims of a report's plain text; `trucewatch.code` is this function, and says what it raises."""
    raw = RawReport(
        content=text.encode("utf-8", "replace"),
        media="text",
        origin="text",
        retrieved=datetime.now(UTC),
        outlet=outlet,
        title=title,
        published_given=published,
    )
    return code_report(raw, load_conflict(conflict))[1]


def code_batch(raws: Sequence[RawReport], conflict: Conflict, *, triage: bool = True) -> CodedBatch:
    """Code several reports together. One that cannot be read or coded fails by itself; the others go on.

    With `triage`, what cannot tell of the conflict is not parsed and gives no claims (`language/triage.py`).
    Raises ModelMissingError, for without the parser and the learned weights none can be coded.
    """
    parser = load_parser()
    load_weights()
    load_story_reader()
    read = [_read(raw) for raw in raws]
    documents = [document for document in read if isinstance(document, Document)]
    choose = partial(_chosen, conflict) if triage else parse_request
    parsed = _parse_together(documents, choose)
    sentences = dict(zip((document.id for document in documents), parsed, strict=True))
    outcomes = [
        _code(document, sentences[document.id], conflict) if isinstance(document, Document) else document
        for document in read
    ]
    return CodedBatch(parser.name, tuple(outcomes))


def _read(raw: RawReport) -> Document | Failed:
    try:
        return read_document(raw)
    except UnreadableReport as error:
        return Failed(Unread(raw.origin, error.reason))
    except Exception as error:  # a fault in a reader must not stop the batch
        return _fault(raw.origin, error)


Choice = Callable[[Document], ParseRequest | None]
"""What of a document is parsed."""


def _chosen(conflict: Conflict, document: Document) -> ParseRequest | None:
    request = parse_request(document)
    try:
        return load_triage(conflict).chosen(request, document.title)
    except Exception:  # what is at fault shows when it is parsed, where it stops no other report
        return request


def _parse(documents: Sequence[Document], choose: Choice) -> list[list[Sentence]]:
    coded = [document for document in documents if document.language == CODED_LANGUAGE]
    requests = {document.id: request for document in coded if (request := choose(document)) is not None}
    parsed = dict(zip(requests, load_parser().parse_many(list(requests.values())), strict=True)) if requests else {}
    return [parsed.get(document.id, []) for document in documents]


def _parse_together(documents: Sequence[Document], choose: Choice) -> list[list[Sentence] | Exception]:
    """The sentences of each document, or why there are none: when a batch fails, each is tried by itself."""
    try:
        return list(_parse(documents, choose))
    except Exception as error:
        if len(documents) == 1:
            return [error]
        return [alone for document in documents for alone in _parse_together([document], choose)]


def parse_request(document: Document) -> ParseRequest:
    """What of a document is parsed: all passages that tell something."""
    told = (passage.span for passage in document.passages if passage.kind not in UNREAD_PASSAGES)
    segments = tuple((span.start, span.end) for span in told)
    return ParseRequest(document.text, segments, document.presplit)


def _code(document: Document, sentences: list[Sentence] | Exception, conflict: Conflict) -> Coded | Failed:
    if isinstance(sentences, Exception):
        return _fault(document.origin, sentences)
    try:
        passed_over = not sentences and document.language == CODED_LANGUAGE
        return Coded(document, _claims_of(document, sentences, conflict), passed_over)
    except Exception as error:  # a fault in a rule must not stop the batch
        return _fault(document.origin, error)


def _claims_of(document: Document, sentences: Sequence[Sentence], conflict: Conflict) -> tuple[Claim, ...]:
    if document.language != CODED_LANGUAGE:
        return ()
    return code_document(document, sentences, conflict)


def _fault(origin: str, error: Exception) -> Failed:
    message = " ".join(str(error).split())
    reason = f"the program failed on it: {type(error).__name__}: {message}".rstrip(": ")
    return Failed(Unread(origin, reason), "".join(traceback.format_exception(error)))
