"""The words of an assessment's findings, made when they are shown.

An assessment is stored with its answers and with what they rest on; its reasons follow from these, the terms and the
claims. So a page takes the words from the tests as they are now, wherever these answer the same on the same ground, and
an old ledger shows no old wording. Where the terms or the readings are others than those it was made with, the stored
reason stands, with finer places named as they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.ledger import Ledger
from trucewatch.model import Assessment, Claim, Finding, Truce
from trucewatch.packs import Conflict
from trucewatch.packs.public_places import public_places
from trucewatch.truces import Assessor
from trucewatch.truces.case import ToldIncident, told_claims


def in_words_of_now(
    ledger: Ledger, conflict: Conflict, assessments: Sequence[Assessment], truces: Sequence[Truce]
) -> tuple[Assessment, ...]:
    """The same assessments with the reasons of their findings as the tests give them now."""
    wanted = {(one.truce_id, one.truce_version) for one in assessments}
    assessors = {key: Assessor(one, conflict) for one in truces if (key := (one.id, one.version)) in wanted}
    told: dict[str, ToldIncident] = {}
    claims: dict[str, Claim] = {}
    for id in dict.fromkeys(one.incident_id for one in assessments):
        incident = ledger.incident(id).incident
        stored = ledger.claims_in_reports(incident.claim_ids)
        claims.update({claim_id: one.claim for claim_id, one in stored.items()})
        told[id] = told_claims(incident, claims, {claim_id: one.words for claim_id, one in stored.items()})
    now = {
        (key, id): {one.term_id: one for one in assessors[key].assess_told(told[id])}
        for key, id in dict.fromkeys(((one.truce_id, one.truce_version), one.incident_id) for one in assessments)
        if key in assessors
    }
    return tuple(
        _reworded(
            conflict, one, now.get(((one.truce_id, one.truce_version), one.incident_id), {}).get(one.term_id), claims
        )
        for one in assessments
    )


def _reworded(
    conflict: Conflict, stored: Assessment, now: Assessment | None, claims: Mapping[str, Claim]
) -> Assessment:
    same = now is not None and now.rests_on == stored.rests_on
    by_test = {one.test: one for one in now.findings} if now is not None and same else {}
    findings = []
    for one in stored.findings:
        other = by_test.get(one.test)
        if other is not None and (other.answer, other.grounds, other.clause) == (one.answer, one.grounds, one.clause):
            findings.append(other)
        else:
            told = (claims[ground.claim_id] for ground in one.grounds if ground.claim_id in claims)
            findings.append(replace(one, reason=without_finer_places(conflict, one, told)))
    return replace(stored, findings=tuple(findings))


def without_finer_places(conflict: Conflict, finding: Finding, claims: Iterable[Claim]) -> str:
    """A stored reason in which places of the claims that it rests on are named as they are shown."""
    shown = public_places(conflict.gazetteer)
    places = {place.name: shown.name(place) for one in claims if (place := one.place.value) is not None}
    finer = sorted((name for name, to in places.items() if name != to), key=len, reverse=True)
    if not finer:
        return finding.reason
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, finer))})(?!\w)")
    return named.sub(lambda found: places[found[0]], finding.reason)
