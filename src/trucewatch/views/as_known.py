"""What a ledger held at a past moment: its reports by then, grouped and assessed anew, to get old figures back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from trucewatch.incidents import Telling, group_claims
from trucewatch.ledger import Ledger
from trucewatch.model import Assessment, Claim, Document, Incident, Truce
from trucewatch.packs import Conflict
from trucewatch.truces import assess_incidents


@dataclass(frozen=True, slots=True)
class Known:
    """Reports read by `as_of` and what follows from them alone. `assessments` by incident, then by truce."""

    as_of: datetime | None
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    incidents: tuple[Incident, ...]
    assessments: Mapping[str, Mapping[str, tuple[Assessment, ...]]]


def as_known(ledger: Ledger, conflict: Conflict, truces: Sequence[Truce], as_of: datetime | None = None) -> Known:
    """The ledger as of a moment; None is the begin of the last run that wrote to it.

    Reports are never taken out or changed, so that the same moment gives the same with the same program and packs,
    whatever was read since.
    """
    runs = ledger.runs()
    last = runs[-1].started if runs else None
    moment = last if as_of is None else as_of
    everything = moment is None or last is None or moment >= last
    documents = {
        document.id: document
        for document in ledger.documents()
        if everything or (moment and ledger.run_of_document(document.id).started <= moment)
    }
    tellings = [
        Telling(claim, one.outlet, one.published, one.title, one.id, claim.sentence.of(one.text))
        for reading in ledger.readings()
        if (one := reading.document).id in documents
        for claim in reading.claims
    ]
    incidents = group_claims(tellings, conflict)
    claims = {telling.claim.id: telling.claim for telling in tellings}
    sentences = {telling.claim.id: telling.text for telling in tellings}
    assessments: dict[str, dict[str, tuple[Assessment, ...]]] = {}
    for made in assess_incidents(incidents, claims, sentences, truces, conflict):
        of_incident = assessments.setdefault(made.incident_id, {})
        of_incident[made.truce_id] = (*of_incident.get(made.truce_id, ()), made)
    return Known(moment, documents, claims, incidents, assessments)
