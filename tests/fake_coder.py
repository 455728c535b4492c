"""A coder that needs no model: every "shelling" of a report is a claim. For tests of what stands around the coder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from trucewatch.coding import Coded, CodedBatch, Failed
from trucewatch.documents import UnreadableReport, read_document
from trucewatch.model import Claim, Document, Found, RawReport, Span, Stance, Unread
from trucewatch.model.ids import short_id

PARSER = "fake parser 1"
FAULT = "make the coder fail"


def fake_coder(batches: Iterable[Sequence[RawReport]]) -> Iterator[CodedBatch]:
    for batch in batches:
        yield CodedBatch(PARSER, tuple(map(_code, batch)))


def _code(raw: RawReport) -> Coded | Failed:
    try:
        document = read_document(raw)
    except UnreadableReport as error:
        return Failed(Unread(raw.origin, error.reason))
    if FAULT in document.text:
        return Failed(Unread(raw.origin, "the program failed on it: KeyError: 'x'"), "Traceback: KeyError")
    return Coded(document, tuple(_claim(document, match) for match in re.finditer("shelling", document.text)))


def _claim(document: Document, match: re.Match[str]) -> Claim:
    trigger = Span(*match.span())
    passage = next(passage.span for passage in document.passages if trigger in passage.span)
    return Claim(
        id=short_id("clm", document.id, trigger.start),
        digest=short_id("reading", trigger.start),
        document_id=document.id,
        sentence=passage,
        trigger=trigger,
        act=Found("attack.shelling", "act.shelling", (trigger,)),
        actor=Found(("unknown",), "actor.none"),
        target=Found(("civilians",), "target.assumed"),
        place=Found(None, "place.none"),
        day=Found(None, "day.none"),
        killed=Found(None, "killed.none"),
        injured=Found(None, "injured.none"),
        speakers=Found((), "speaker.outlet"),
        stance=Found(Stance.ASSERTED, "stance.plain", (trigger,)),
    )
