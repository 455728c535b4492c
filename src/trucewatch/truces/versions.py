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
) -> list[Assessment]:
    """Every incident against every truce, by the versions that were in force on the day told.

    `claims` and `sentences`, the words they stand in, hold at least those of the incidents, by claim id.
    """
    assessors = [Assessor(truce, conflict) for truce in truces]
    return [
        assessment
        for incident in incidents
        for told in (told_claims(incident, claims, sentences),)
        for assessor in in_force(assessors, incident)
        for assessment in assessor.assess_told(incident, told)
    ]


def in_force(assessors: Iterable[Assessor], incident: Incident) -> tuple[Assessor, ...]:
    """Of each truce the versions whose days the incident's time touches; where no day is told, the last one.

    Before the first version's day the first one stands for all.
    """
    by_truce: dict[str, list[Assessor]] = {}
    for one in assessors:
        by_truce.setdefault(one.truce.id, []).append(one)
    chosen: list[Assessor] = []
    for versions in by_truce.values():
        chosen += versions if len(versions) == 1 else _touched(versions, incident)
    return tuple(chosen)


def _touched(versions: list[Assessor], incident: Incident) -> list[Assessor]:
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
