"""The claims of a ledger into incidents: what is new is placed among its neighbours, and what changes is assessed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.incidents import Telling, regroup
from trucewatch.incidents.origins import origins_of, relayed
from trucewatch.incidents.regroup import Regrouping
from trucewatch.incidents.rulings import Rulings, claims_of, rulings_of, standing
from trucewatch.incidents.web import Links
from trucewatch.incidents.weights import WEIGHTS_DIGEST
from trucewatch.ledger import ClaimInReport, Ledger, Placing
from trucewatch.model import Assessment, Decision, Incident, Run, Truce
from trucewatch.packs import Conflict
from trucewatch.reassessing import Reassessed, changed_truces, reassess
from trucewatch.truces import assess_incidents

PORTION = 4000
"""Claims placed at once: enough to look up much together, few enough for any memory."""


@dataclass(frozen=True, slots=True)
class Packs:
    """What reports are read with: a conflict, the truces to hold incidents against, and the hash of their files.

    `reading` is the hash without the truces' files: what reports are read and grouped by.
    """

    conflict: Conflict
    truces: tuple[Truce, ...]
    digest: str
    reading: str = ""


class LedgerStore:
    """A ledger as `incidents.regroup` looks things up in it."""

    def __init__(self, ledger: Ledger, conflict: Conflict) -> None:
        self._ledger = ledger
        self._outlets = conflict.outlets

    def tellings(self, claims: Collection[str]) -> Mapping[str, Telling]:
        return {id: self._telling(one) for id, one in self._ledger.claims_in_reports(claims).items()}

    def _telling(self, one: ClaimInReport) -> Telling:
        origins = origins_of(one.opening, one.ending, one.copies, one.outlet, self._outlets)
        return Telling(
            claim=one.claim,
            outlet=one.outlet,
            published=one.published,
            title=one.title,
            document_id=one.claim.document_id,
            text=one.words,
            origins=origins | relayed(one.claim, one.words, self._outlets),
        )

    def holding(self, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        return self._ledger.holding(keys)

    def links(self, claims: Collection[str]) -> Links:
        return self._ledger.links(claims)


def group(ledger: Ledger, packs: Packs, run: Run) -> Reassessed | None:
    """Place what is not placed yet and assess the incidents that this changes; None where there was nothing to do.

    All is placed anew when the packs that reports are read with, the program or the weights of links are others than
    before; where only terms of truces are, assessments that these can touch are made again and the rest is kept. Killed
    at any moment, the next call does the rest: the incidents are those of the claims placed so far.
    """
    last = ledger.grouping_run()
    same_program = last is None or _same_program(last, ledger, run)
    changed = changed_truces(last.terms, run.terms) if last and same_program else ()
    decisions = ledger.decisions()
    if not ledger.grouping_stale() and same_program and not changed and ledger.ruled() == len(decisions):
        return None
    again_all = Reassessed(0, 0, everything=not same_program)
    done = reassess(ledger, packs.conflict, packs.truces, changed, run) if changed else again_all
    if not same_program:
        ledger.unplace_all()
    as_of = ledger.claims_version()
    rulings = _in_force(ledger, decisions)
    ruled = claims_of(decisions[ledger.ruled() :]) | _withdrawn(decisions, ledger.ruled())
    again = sorted(ledger.digests(sorted(ruled)))
    retold = ledger.retold()
    keep = last is not None and same_program
    while portion := sorted({*ledger.unplaced(PORTION), *again}):
        _place(ledger, packs, run, portion, gone=again, rulings=rulings, keep=keep)
        again = []
    if retold:
        _place(ledger, packs, run, (), retold=retold, rulings=rulings, keep=keep)
    ledger.finish_grouping(run, as_of=as_of, ruled=len(decisions), weights=WEIGHTS_DIGEST)
    return replace(done, made=ledger.counts().assessments) if done.everything else done


def _same_program(last: Run, ledger: Ledger, run: Run) -> bool:
    """Whether what is placed was placed by what this run would place it by."""
    grouped_by = (last.reading_digest, last.version, ledger.grouping_weights())
    return grouped_by == (run.reading_digest, run.version, WEIGHTS_DIGEST)


def remove_report(ledger: Ledger, packs: Packs, document_id: str, reason: str, run: Run) -> None:
    """Take a report out for good; its incidents are made again without it, or leave a tombstone where none is left."""
    group(ledger, packs, run)
    gone = [claim.id for claim in ledger.claims_of(document_id)]
    _place(ledger, packs, run, (), gone=gone, rulings=_in_force(ledger, ledger.decisions()), keep=True)
    ledger.remove_document(document_id, reason, run)


def _place(
    ledger: Ledger,
    packs: Packs,
    run: Run,
    come: Sequence[str],
    *,
    gone: Sequence[str] = (),
    retold: Sequence[str] = (),
    rulings: Rulings,
    keep: bool,
) -> None:
    """Regroup and store what changes. With `keep`, incidents that come out as they are stored stay with their
    assessments; so it wants these to be made by the same program and terms."""
    change = regroup(
        LedgerStore(ledger, packs.conflict), packs.conflict, come, gone=gone, retold=retold, rulings=rulings
    )
    incidents = _changed(ledger, change) if keep else change.incidents
    assessments = _assessed(ledger, incidents, packs)
    ledger.place(Placing(change.gone, change.keys, change.links, incidents, assessments), run)


def _changed(ledger: Ledger, change: Regrouping) -> tuple[Incident, ...]:
    """The incidents that are not stored as they are; and those of claims that go, as these take theirs with them."""
    stored = ledger.incidents_holding([id for incident in change.incidents for id in incident.claim_ids])
    gone = set(change.gone)
    return tuple(
        incident
        for incident in change.incidents
        if stored.get(incident.id) != incident or not gone.isdisjoint(incident.claim_ids)
    )


def _assessed(ledger: Ledger, incidents: Sequence[Incident], packs: Packs) -> list[Assessment]:
    wanted = sorted({claim_id for incident in incidents for claim_id in incident.claim_ids})
    told = ledger.claims_in_reports(wanted)
    claims = {claim_id: one.claim for claim_id, one in told.items()}
    sentences = {claim_id: one.words for claim_id, one in told.items()}
    return assess_incidents(incidents, claims, sentences, packs.truces, packs.conflict)


def _in_force(ledger: Ledger, decisions: Sequence[Decision]) -> Rulings:
    digests = ledger.digests(sorted(claims_of(decisions)))
    return rulings_of(standing(decisions, digests).in_force)


def _withdrawn(decisions: Sequence[Decision], known: int) -> frozenset[str]:
    """The claims of rulings that were withdrawn after the first `known` decisions."""
    by_id = {decision.id: decision for decision in decisions}
    taken_back = (by_id[decision.subject_id] for decision in decisions[known:] if decision.subject_id in by_id)
    return claims_of(taken_back)
