"""A stretch of a report cut into segments, each with the marks that lie on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.model import CLAIM_FIELDS, Claim, Span
from trucewatch.views.labels import field_name

TRIGGER = "trigger"
SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that something was read from: `role` is a claim field, `trigger` or `sentence`."""

    span: Span
    role: str
    claim_id: str


@dataclass(frozen=True, slots=True)
class Segment:
    """`text` stands at `start` to `end` of the report. `claim_ids` are the claims whose trigger covers it.

    `ending` names the claim fields whose words end with this segment, for a label behind them.
    """

    start: int
    end: int
    text: str
    roles: tuple[str, ...]
    claim_ids: tuple[str, ...]
    ending: tuple[str, ...]


def trigger_marks(claims: Iterable[Claim]) -> tuple[Mark, ...]:
    return tuple(Mark(claim.trigger, TRIGGER, claim.id) for claim in claims)


def field_marks(claim: Claim) -> tuple[Mark, ...]:
    """A mark for every span that a field of the claim was read from, and for its sentence."""
    marks = [Mark(claim.sentence, SENTENCE, claim.id)]
    for field in CLAIM_FIELDS:
        marks += [Mark(span, field, claim.id) for span in getattr(claim, field).spans]
    return tuple(marks)


def segments(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """`text` inside `within`, cut wherever a mark begins or ends; the segments put together give it back."""
    inside = [mark for mark in marks if mark.span.overlaps(within)]
    borders = {within.start, within.end}
    for mark in inside:
        borders.update((max(mark.span.start, within.start), min(mark.span.end, within.end)))
    ordered = sorted(borders)
    return tuple(_segment(text, Span(start, end), inside) for start, end in pairwise(ordered))


def _segment(text: str, span: Span, marks: list[Mark]) -> Segment:
    over = [mark for mark in marks if span in mark.span]
    roles = dict.fromkeys(mark.role for mark in over)
    claim_ids = dict.fromkeys(mark.claim_id for mark in over if mark.role == TRIGGER)
    ending = dict.fromkeys(field_name(m.role) for m in over if m.role in CLAIM_FIELDS and m.span.end == span.end)
    return Segment(span.start, span.end, span.of(text), tuple(roles), tuple(claim_ids), tuple(ending))
