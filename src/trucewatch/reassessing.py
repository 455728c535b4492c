"""A ledger's assessments brought up to changed terms: what cannot have changed stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from trucewatch.ledger import Ledger
from trucewatch.model import Assessment, Incident, Run, TermsDigest, Truce
from trucewatch.model.ids import sha256_hex
from trucewatch.packs import Conflict
from trucewatch.truces import assess_incidents

PORTION = 1000
"""Incidents held against changed terms at once."""


@dataclass(frozen=True, slots=True)
class Reassessed:
    """Assessments made anew and kept, of the truces whose terms changed, by id; `everything` when all was made anew
    because the packs that reports are read with, or the program, are others than before."""

    made: int
    kept: int
    truces: tuple[str, ...] = ()
    everything: bool = False


def terms_digests(truces: Sequence[Truce]) -> tuple[TermsDigest, ...]:
    """What tells each version of the terms from every other state of it, words and notes included."""
    return tuple(TermsDigest(one.id, one.version, sha256_hex(repr(one))[:16]) for one in truces)


def changed_truces(old: Sequence[TermsDigest], new: Sequence[TermsDigest]) -> tuple[str, ...]:
    """Truces of which a version came, went or reads otherwise."""
    before, after = _by_truce(old), _by_truce(new)
    return tuple(id for id in sorted({*before, *after}) if before.get(id) != after.get(id))


def _by_truce(digests: Sequence[TermsDigest]) -> dict[str, list[TermsDigest]]:
    ordered = sorted(digests, key=lambda one: (one.truce_id, one.version))
    return {id: list(group) for id, group in groupby(ordered, key=lambda one: one.truce_id)}


def reassess(
    ledger: Ledger, conflict: Conflict, truces: Sequence[Truce], changed: Sequence[str], run: Run
) -> Reassessed:
    """Hold the incidents against the truces that changed. Killed at any moment, the next call does the rest."""
    wanted = [truce for truce in truces if truce.id in changed]
    made = kept = 0
    for incidents in _portions(ledger):
        stored = ledger.assessments_by_incident([one.id for one in incidents])
        known = {id: [one for one in told if one.truce_id in changed] for id, told in stored.items()}
        found = _held(ledger, incidents, wanted, conflict, known)
        before = {one.id: one for told in known.values() for one in told}
        new = [one for one in found if before.get(one.id) != one]
        gone = before.keys() - ({one.id for one in found} - {one.id for one in new})
        ledger.replace_assessments(sorted(gone), new, run)
        made, kept = made + len(new), kept + len(found) - len(new)
    return Reassessed(made, kept, tuple(changed))


def _portions(ledger: Ledger) -> Iterator[list[Incident]]:
    incidents = [entry.incident for entry in ledger.incidents()]
    return (incidents[at : at + PORTION] for at in range(0, len(incidents), PORTION))


def _held(
    ledger: Ledger,
    incidents: Sequence[Incident],
    truces: Sequence[Truce],
    conflict: Conflict,
    known: dict[str, list[Assessment]],
) -> list[Assessment]:
    told = ledger.claims_in_reports(sorted({claim for one in incidents for claim in one.claim_ids}))
    claims = {id: one.claim for id, one in told.items()}
    sentences = {id: one.words for id, one in told.items()}
    return assess_incidents(incidents, claims, sentences, truces, conflict, known)
