"""Incidents held against terms that need not be those of the ledger: what would follow, and what would change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.ledger import IncidentEntry, IncidentQuery, Ledger
from trucewatch.model import Assessment, Claim, Truce
from trucewatch.packs import Conflict
from trucewatch.truces import Assessor, by_truce, in_force, overall
from trucewatch.truces.case import told_claims
from trucewatch.truces.changes import changed_terms
from trucewatch.views.incident_words import incident_day, incident_heading, incident_place
from trucewatch.views.labels import FindingLabel, answer_name, finding_label, test_question


@dataclass(frozen=True, slots=True)
class Held:
    """The incidents of a ledger with all that is needed to hold them against terms."""

    entries: tuple[IncidentEntry, ...]
    claims: Mapping[str, Claim]
    sentences: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One incident and the label that shows for it under a truce, with the assessments behind it."""

    incident_id: str
    heading: str
    place: str
    when: str
    label: FindingLabel
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class LabelChange:
    """An incident whose label under a term changed; None where the incident was not held against the term."""

    incident_id: str
    heading: str
    place: str
    when: str
    term_id: str
    before: FindingLabel | None
    after: FindingLabel | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TruceDiff:
    """What differs between two states of a truce's terms, and which labels change with them.

    `held_again` counts the assessments that were made anew, as they could change; `kept` those that could not.
    """

    old: str
    new: str
    terms: tuple[tuple[str, str], ...]
    incidents: int
    held_again: int
    kept: int
    changes: tuple[LabelChange, ...]


def held(ledger: Ledger, acts: Collection[str] = ()) -> Held:
    """All incidents, or those of any of the acts, with their claims and the sentences that these stand in."""
    told = [ledger.incidents(IncidentQuery(act=act)) for act in sorted(acts)] if acts else [ledger.incidents()]
    entries = tuple({entry.incident.id: entry for some in told for entry in some}.values())
    claims = ledger.claims_by_id([claim_id for entry in entries for claim_id in entry.incident.claim_ids])
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    sentences = {id: claim.sentence.of(documents[claim.document_id].text) for id, claim in claims.items()}
    return Held(entries, claims, sentences)


def held_against(found: Held, conflict: Conflict, truces: Sequence[Truce]) -> tuple[HeldRow, ...]:
    """Every incident against the versions of one truce, in the ledger's order."""
    assessors = by_truce(Assessor(truce, conflict) for truce in truces)
    rows = []
    for entry in found.entries:
        chosen = in_force(assessors, entry.incident)
        made = tuple(a for one in chosen for a in one.assess(entry.incident, found.claims, found.sentences))
        label = finding_label(overall(made))
        heading, place, when = _words(conflict, entry)
        rows.append(HeldRow(entry.incident.id, heading, place, when, label, made))
    return tuple(rows)


def truce_diff(found: Held, conflict: Conflict, old: Truce, new: Truce) -> TruceDiff:
    """Every incident under both; what cannot change under the new terms is taken over from the old."""
    before, after = Assessor(old, conflict), Assessor(new, conflict)
    changes: list[LabelChange] = []
    again = kept = 0
    for entry in found.entries:
        told = told_claims(entry.incident, found.claims, found.sentences)
        was = {one.term_id: one for one in before.assess_told(told)}
        now = {one.term_id: one for one in after.assess_told(told, was.values())}
        same = sum(id in was and was[id].rests_on == one.rests_on for id, one in now.items())
        kept, again = kept + same, again + len(now) - same
        changes += _changes(conflict, entry, was, now)
    named = [f"{one.id}, version {one.version}" for one in (old, new)]
    return TruceDiff(named[0], named[1], changed_terms(old, new), len(found.entries), again, kept, tuple(changes))


def _changes(
    conflict: Conflict, entry: IncidentEntry, was: Mapping[str, Assessment], now: Mapping[str, Assessment]
) -> list[LabelChange]:
    changes = []
    for term_id in dict.fromkeys((*was, *now)):
        one, other = was.get(term_id), now.get(term_id)
        if (one and one.label) == (other and other.label):
            continue
        heading, place, when = _words(conflict, entry)
        labels = [finding_label(a.label) if a else None for a in (one, other)]
        why = _why(one, other)
        changes.append(LabelChange(entry.incident.id, heading, place, when, term_id, labels[0], labels[1], why))
    return changes


def _why(one: Assessment | None, other: Assessment | None) -> tuple[str, ...]:
    if one is None:
        return ("The incident is now held against this term.",)
    if other is None:
        return ("The incident is no longer held against this term.",)
    answers = {finding.test: finding.answer for finding in one.findings}
    return tuple(
        f"{test_question(finding.test)} {answer_name(answers[finding.test])}, now {answer_name(finding.answer)}: "
        f"{finding.reason}"
        for finding in other.findings
        if finding.test in answers and answers[finding.test] is not finding.answer
    )


def _words(conflict: Conflict, entry: IncidentEntry) -> tuple[str, str, str]:
    incident = entry.incident
    return incident_heading(incident), incident_place(conflict, incident), incident_day(incident)
