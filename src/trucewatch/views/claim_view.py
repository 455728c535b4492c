"""One claim, down to its words."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.ledger import Ledger
from trucewatch.packs import Conflict
from trucewatch.views.labels import told_heading
from trucewatch.views.marked_text import Segment, field_marks, segments, trigger_marks
from trucewatch.views.readings import FieldReading, field_readings
from trucewatch.views.tellings import ReportReference, report_reference
from trucewatch.views.whereabouts import Whereabouts, whereabouts
from trucewatch.views.wording import program_text


@dataclass(frozen=True, slots=True)
class ClaimExplanation:
    """A claim's fields with their words, its sentence marked, its report, its incident and the program that coded it.

    `before` and `after` are the words of the passage around the sentence. Field words may stand outside of it; their
    offsets say where. `whereabouts` says how closely the place is told; None where nothing is to be said of it.
    `incident_id` is None while no incident holds the claim.
    """

    id: str
    digest: str
    heading: str
    report: ReportReference
    fields: tuple[FieldReading, ...]
    before: str
    sentence: tuple[Segment, ...]
    after: str
    whereabouts: Whereabouts | None
    incident_id: str | None
    program: str


def explain_claim(ledger: Ledger, conflict: Conflict, prefix: str) -> ClaimExplanation:
    """Raises `UnknownId` or `AmbiguousId`."""
    claim = ledger.claim(prefix)
    document = ledger.document(claim.document_id)
    incident = ledger.incident_of(claim.id)
    run = ledger.run_of_document(document.id)
    passage = next((p.span for p in document.passages if claim.sentence in p.span), claim.sentence)
    return ClaimExplanation(
        id=claim.id,
        digest=claim.digest,
        heading=told_heading(claim.act.value, [claim.stance.value]),
        report=report_reference(conflict, document),
        fields=field_readings(conflict, claim, document),
        before=document.text[passage.start : claim.sentence.start],
        sentence=segments(document.text, claim.sentence, (*trigger_marks([claim]), *field_marks(claim))),
        after=document.text[claim.sentence.end : passage.end],
        whereabouts=whereabouts(conflict, claim, document),
        incident_id=incident.incident.id if incident else None,
        program=program_text(run),
    )
