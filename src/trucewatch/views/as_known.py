"""What a ledger held at a past moment: its reports and people's rulings by then, grouped and assessed anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from trucewatch.incidents import Telling, group_claims
from trucewatch.incidents.origins import origins_of, relayed
from trucewatch.incidents.rulings import rulings_of, standing
from trucewatch.ledger import ENDING, OPENING, IncidentQuery, Ledger
from trucewatch.model import Assessment, Claim, Decision, Document, Incident, Reprint, ReprintKind, Truce
from trucewatch.packs import Conflict
from trucewatch.truces import assess_incidents
from trucewatch.truces.people import PeoplesFinding, peoples_findings

Assessments = Mapping[str, Mapping[str, tuple[Assessment, ...]]]


@dataclass(frozen=True, slots=True)
class Known:
    """Reports read and rulings made by `as_of`, and what follows from them alone.

    `reports` are outlet and day of every report, `documents` at least those that tell of the incidents; `assessments`
    by incident, then by truce; `people` what people had found of them, by incident.
    """

    as_of: datetime | None
    reports: tuple[tuple[str, date | None], ...]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    incidents: tuple[Incident, ...]
    assessments: Assessments
    people: Mapping[str, tuple[PeoplesFinding, ...]] = field(default_factory=dict)


def as_known(ledger: Ledger, conflict: Conflict, truces: Sequence[Truce], as_of: datetime | None = None) -> Known:
    """The ledger as of a moment; None is the begin of the last run that wrote to it.

    Reports are never changed and rulings never taken off, so that the same moment gives the same with the same program
    and packs, whatever was read and ruled since. Only a report that a person took out is gone from the past too.
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
    tellings = _tellings(ledger, conflict, documents)
    claims = {telling.claim.id: telling.claim for telling in tellings}
    digests = {id: claim.digest for id, claim in claims.items()}
    decisions = [one for one in ledger.decisions() if moment is None or one.at <= moment]
    incidents = group_claims(tellings, conflict, rulings_of(standing(decisions, digests).in_force))
    sentences = {telling.claim.id: telling.text for telling in tellings}
    assessments = _by_incident(assess_incidents(incidents, claims, sentences, truces, conflict))
    people = _people(decisions, incidents, assessments, digests)
    reports = tuple((one.outlet, one.published) for one in documents.values())
    return Known(moment, reports, documents, claims, incidents, assessments, people)


def as_stored(ledger: Ledger, since: date, until: date) -> Known:
    """What the ledger holds now of incidents that happened or were first reported from `since` to `until`."""
    entries = (
        *ledger.incidents(IncidentQuery(happened_since=since, happened_until=until)),
        *ledger.incidents(IncidentQuery(reported_since=since, reported_until=until)),
    )
    incidents = tuple({entry.incident.id: entry.incident for entry in entries}.values())
    claims = ledger.claims_by_id([claim_id for one in incidents for claim_id in one.claim_ids])
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    stored = ledger.assessments_by_incident([one.id for one in incidents])
    assessments = _by_incident([one for made in stored.values() for one in made])
    digests = {id: claim.digest for id, claim in claims.items()}
    people, run = _people(ledger.decisions(), incidents, assessments, digests), ledger.grouping_run()
    moment = run.started if run else None
    return Known(moment, ledger.report_days(), documents, claims, incidents, assessments, people)


def _tellings(ledger: Ledger, conflict: Conflict, documents: Mapping[str, Document]) -> list[Telling]:
    """Every claim of the documents, with the marks of its source as far as these documents tell it."""
    copies = copies_among(ledger.reprints(), documents)
    outlets = conflict.outlets
    return [
        Telling(
            claim=claim,
            outlet=one.outlet,
            published=one.published,
            title=one.title,
            document_id=one.id,
            text=words,
            origins=marks | relayed(claim, words, outlets),
        )
        for reading in ledger.readings()
        if (one := reading.document).id in documents
        for marks in (origins_of(one.text[:OPENING], one.text[-ENDING:], copies[one.id], one.outlet, outlets),)
        for claim in reading.claims
        for words in (claim.sentence.of(one.text),)
    ]


def copies_among(reprints: Sequence[Reprint], documents: Collection[str]) -> dict[str, int]:
    """For each document a number that it shares with those known then that are one text with it."""
    group = {id: at for at, id in enumerate(sorted(documents))}
    members = {at: [id] for id, at in group.items()}
    for one in reprints:
        if one.kind is ReprintKind.PASSAGES or not {one.first, one.second} <= group.keys():
            continue
        low, high = sorted((group[one.first], group[one.second]))
        if low != high:
            moved = members.pop(high)
            group.update(dict.fromkeys(moved, low))
            members[low] += moved
    return group


def _by_incident(assessments: Sequence[Assessment]) -> Assessments:
    found: dict[str, dict[str, tuple[Assessment, ...]]] = {}
    for made in assessments:
        of_incident = found.setdefault(made.incident_id, {})
        of_incident[made.truce_id] = (*of_incident.get(made.truce_id, ()), made)
    return found


def _people(
    decisions: Sequence[Decision], incidents: Sequence[Incident], assessments: Assessments, digests: Mapping[str, str]
) -> dict[str, tuple[PeoplesFinding, ...]]:
    homes = {claim: incident.id for incident in incidents for claim in incident.claim_ids}
    flat = {id: [one for of_truce in made.values() for one in of_truce] for id, made in assessments.items()}
    found: dict[str, tuple[PeoplesFinding, ...]] = {}
    for one in peoples_findings(decisions, homes, flat, digests):
        if one.assessment is not None:
            id = one.assessment.incident_id
            found[id] = (*found.get(id, ()), one)
    return found
