"""Which version of each truce an incident is held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from trucewatch.model import Assessment, Claim, Incident, Truce
from trucewatch.truces.assess import Assessor
from trucewatch.truces.case import told_claims

if TYPE_CHECKING:
    from trucewatch.packs import Conflict


def assess_incidents(
    incidents: Iterable[Incident],
    claims: Mapping[str, Claim],
    sentences: Mapping[str, str],
    truces: Sequence[Truce],
    conflict: Conflict,
    known: Mapping[str, Sequence[Assessment]] | None = None,
) -> list[Assessment]:
    """Every incident against every truce, by the versions that were in force on the day told.

    `claims` and `sentences`, the words they stand in, hold at least those of the incidents, by claim id. `known` are
    earlier assessments of incidents whose claims are the same still, by incident id: what cannot have changed stands.
    """
    versions, earlier = by_truce([Assessor(truce, conflict) for truce in truces]), known or {}
    made: list[Assessment] = []
    for incident in incidents:
        told = told_claims(incident, claims, sentences)
        before = by_terms(earlier.get(incident.id, ()))
        for assessor in in_force(versions, incident):
            made += assessor.assess_told(told, before.get((assessor.truce.id, assessor.truce.version), ()))
    return made


def by_terms(assessments: Iterable[Assessment]) -> Mapping[tuple[str, int], list[Assessment]]:
    """Assessments by truce and version."""
    found: dict[tuple[str, int], list[Assessment]] = {}
    for one in assessments:
        found.setdefault((one.truce_id, one.truce_version), []).append(one)
    return found


def by_truce(assessors: Iterable[Assessor]) -> tuple[tuple[Assessor, ...], ...]:
    """The versions of each truce together, in the order given."""
    found: dict[str, list[Assessor]] = {}
    for one in assessors:
        found.setdefault(one.truce.id, []).append(one)
    return tuple(map(tuple, found.values()))


def in_force(versions: Iterable[Sequence[Assessor]], incident: Incident) -> tuple[Assessor, ...]:
    """Of each truce the versions whose days the incident's time touches; where no day is told, the last one.

    Before the first version's day the first one stands for all. `versions` as `by_truce` gives them.
    """
    chosen: list[Assessor] = []
    for each in versions:
        chosen += each if len(each) == 1 else _touched(each, incident)
    return tuple(chosen)


def _touched(versions: Sequence[Assessor], incident: Incident) -> Sequence[Assessor]:
    """`versions` in the order of their days."""
    if incident.day is None:
        return versions[-1:]
    start, end = incident.day.start, incident.day.end
    found = [
        one
        for one in versions
        if one.truce.effective_from <= end and (one.truce.effective_until is None or start < one.truce.effective_until)
    ]
    return found or versions[:1]
