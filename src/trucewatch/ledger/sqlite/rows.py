"""Nouns to rows and back: the JSON body, and the columns that are searched by."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TypeVar

from trucewatch.ledger.interface import IncidentEntry
from trucewatch.model import Assessment, Claim, Decision, Document, Incident, Run
from trucewatch.model.codec import from_json, to_json
from trucewatch.model.ids import sha256_hex

T = TypeVar("T")
Row = tuple[Any, ...]


def body_of(noun: Any) -> str:
    """The noun as JSON, the same text for the same noun on every machine.

    In ASCII, so that the halves of characters that file names can hold stand in it too.
    """
    return json.dumps(to_json(noun), ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def noun_of(kind: type[T], body: str) -> T:
    """The noun that `body_of` gave `body` for."""
    return from_json(kind, json.loads(body))


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def storable(text: str) -> str:
    """Text as SQLite takes it: half characters, which only file names hold, are written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def run_row(run: Run) -> Row:
    return (run.id, run.started.isoformat(), run.version, run.packs_digest, body_of(run))


def document_row(document: Document, run: Run) -> Row:
    return (
        document.id,
        run.id,
        document.outlet,
        iso(document.published),
        document.url,
        document.text_sha256,
        document.raw_sha256,
        body_of(document),
    )


def claim_row(claim: Claim) -> Row:
    place, day, killed = claim.place.value, claim.day.value, claim.killed.value
    return (
        claim.id,
        claim.document_id,
        claim.digest,
        claim.trigger.start,
        claim.trigger.end,
        claim.act.value,
        claim.stance.value.value,
        place.place_id if place else None,
        iso(day.start) if day else None,
        iso(day.end) if day else None,
        killed.min if killed else None,
        body_of(claim),
    )


def incident_row(incident: Incident, first: str | None, last: str | None) -> Row:
    """`first` and `last` are the ISO days of the first and last dated report."""
    day = incident.day
    return (
        incident.id,
        first,
        last,
        iso(day.start) if day else None,
        iso(day.end) if day else None,
        incident.place_id,
        incident.killed.min if incident.killed else None,
        body_of(incident),
    )


def assessment_row(assessment: Assessment) -> Row:
    return (
        assessment.id,
        assessment.incident_id,
        assessment.truce_id,
        assessment.term_id,
        assessment.label,
        body_of(assessment),
    )


def decision_row(decision: Decision) -> Row:
    body = body_of(decision)
    return (decision.id, decision.subject_id, sha256_hex(body), body)


def entry_of(row: Row) -> IncidentEntry:
    """An entry from the columns body, first_published, last_published."""
    body, first, last = row
    return IncidentEntry(noun_of(Incident, body), day_of(first), day_of(last))
