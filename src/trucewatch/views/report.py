"""A report with its claims marked in the text, and one of them opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.ledger import Ledger, UnknownId
from trucewatch.model import Claim, Document, PassageKind, Span
from trucewatch.packs import Conflict
from trucewatch.views.claim_view import ClaimExplanation, explain_claim
from trucewatch.views.labels import act_name, parties_text, passage_name, speakers_text, stance_name
from trucewatch.views.marked_text import Mark, Segment, field_marks, segments, trigger_marks
from trucewatch.views.readings import Words
from trucewatch.views.tellings import ReportReference, report_reference

UNREAD_KINDS = frozenset({PassageKind.CAPTION, PassageKind.FURNITURE})


@dataclass(frozen=True, slots=True)
class PassageView:
    """A paragraph of the report. `read` is False for captions and furniture, from which no claim is taken."""

    kind: str
    name: str
    read: bool
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim of the report in one line, in the order of the text."""

    id: str
    act: str
    trigger: Words
    speakers: str
    actor: str
    target: str
    stance: str
    incident_id: str | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as stored. `opened` is the claim whose words are marked field by field; None when none was chosen.

    `text_sha256` and `raw_sha256` prove which text and which bytes were read.
    """

    id: str
    report: ReportReference
    published_rule: str
    origin: str
    reader: str
    retrieved: str
    text_sha256: str
    raw_sha256: str
    passages: tuple[PassageView, ...]
    claims: tuple[ClaimLine, ...]
    opened: ClaimExplanation | None


def report(ledger: Ledger, conflict: Conflict, prefix: str, claim_id: str | None = None) -> ReportView:
    """Raises `UnknownId` or `AmbiguousId`, also for a claim that is not of this report."""
    document = ledger.document(prefix)
    claims = ledger.claims_of(document.id)
    opened = _opened(claims, claim_id)
    marks = (*trigger_marks(claims), *(field_marks(opened) if opened else ()))
    incidents = {c: e.incident.id for e in ledger.incidents_of_document(document.id) for c in e.incident.claim_ids}
    return ReportView(
        id=document.id,
        report=report_reference(conflict, document),
        published_rule=document.published_rule,
        origin=document.origin,
        reader=document.reader,
        retrieved=f"{document.retrieved:%Y-%m-%d %H:%M %Z}".strip(),
        text_sha256=document.text_sha256,
        raw_sha256=document.raw_sha256,
        passages=tuple(_passages(document, marks)),
        claims=tuple(_claim_line(conflict, claim, document, incidents.get(claim.id)) for claim in claims),
        opened=explain_claim(ledger, conflict, opened.id) if opened else None,
    )


def _opened(claims: Sequence[Claim], claim_id: str | None) -> Claim | None:
    if claim_id is None:
        return None
    for claim in claims:
        if claim.id == claim_id:
            return claim
    raise UnknownId(f"this report has no claim {claim_id!r}")


def _passages(document: Document, marks: Sequence[Mark]) -> Iterator[PassageView]:
    """The document's passages, and whatever words stand between them, so that nothing of the text is hidden."""
    position = 0
    for passage in document.passages:
        yield from _between(document.text, position, passage.span.start)
        kind = passage.kind
        cut = segments(document.text, passage.span, marks)
        yield PassageView(kind.value, passage_name(kind), kind not in UNREAD_KINDS, cut)
        position = passage.span.end
    yield from _between(document.text, position, len(document.text))


def _between(text: str, start: int, end: int) -> Iterator[PassageView]:
    if text[start:end].strip():
        kind = PassageKind.FURNITURE
        yield PassageView(kind.value, passage_name(kind), False, segments(text, Span(start, end), ()))


def _claim_line(conflict: Conflict, claim: Claim, document: Document, incident_id: str | None) -> ClaimLine:
    return ClaimLine(
        id=claim.id,
        act=act_name(claim.act.value),
        trigger=Words(claim.trigger.of(document.text), claim.trigger.start, claim.trigger.end),
        speakers=speakers_text(conflict, claim.speakers.value, document.outlet),
        actor=parties_text(conflict, claim.actor.value),
        target=parties_text(conflict, claim.target.value),
        stance=stance_name(claim.stance.value),
        incident_id=incident_id,
    )
