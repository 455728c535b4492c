"""Small nouns for ledger tests, written for them alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from trucewatch.ledger import Reading
from trucewatch.model import (
    Account,
    Answer,
    Assessment,
    Claim,
    Count,
    Day,
    Decision,
    Document,
    Finding,
    Found,
    Ground,
    Incident,
    Link,
    LinkPart,
    Passage,
    PassageKind,
    Place,
    Run,
    Span,
    Stance,
)
from trucewatch.model.ids import sha256_hex, short_id

NOON = datetime(2016, 5, 20, 12, tzinfo=UTC)
RUN = Run("run-1", "0.1.0", "packs", "parser 1", "read wire", NOON)
LATER_RUN = Run("run-2", "0.1.0", "packs", "parser 1", "read wire", datetime(2016, 5, 21, 12, tzinfo=UTC))


def a_document(text: str = "Shells hit Darayya.", outlet: str = "wire", published: date | None = None) -> Document:
    return Document(
        id=short_id("doc", outlet, None, text),
        outlet=outlet,
        title="Shells",
        text=text,
        passages=(Passage(PassageKind.LEAD, Span(0, len(text))),),
        published=published,
        published_rule="record field published" if published else "none",
        url=None,
        origin="wire.jsonl:1",
        retrieved=NOON,
        language="en",
        text_sha256=sha256_hex(text),
        raw_sha256=sha256_hex("raw" + text),
        reader="text 1",
    )


def a_claim(
    document: Document,
    act: str = "attack.shelling",
    *,
    start: int = 0,
    day: date | None = None,
    killed: int | None = None,
) -> Claim:
    trigger = Span(start, start + 6)
    return Claim(
        id=short_id("claim", document.id, act, start),
        digest=short_id("reading", act, start, day, killed),
        document_id=document.id,
        sentence=Span(0, len(document.text)),
        trigger=trigger,
        act=Found(act, "act.shells", (trigger,)),
        actor=Found(("unknown",), "actor.none"),
        target=Found(("civilians",), "target.place"),
        place=Found(Place("Darayya", "sy.darayya", "Rif Dimashq", "SY"), "place.in", (Span(11, 18),)),
        day=Found(Day(day, day, "day") if day else None, "day.dateline"),
        killed=Found(Count(killed, None) if killed else None, "killed.none"),
        injured=Found(None, "injured.none"),
        speakers=Found((), "speaker.outlet"),
        stance=Found(Stance.ASSERTED, "stance.plain"),
    )


def a_reading(text: str, outlet: str = "wire", published: date | None = None, **claim: date | int | None) -> Reading:
    document = a_document(text, outlet, published)
    told = a_claim(document, day=claim.get("day"), killed=claim.get("killed"))  # type: ignore[arg-type]
    return Reading(document, (told,), "source:" + outlet + text)


def an_incident(*claims: Claim) -> Incident:
    first = claims[0]
    part = LinkPart("same place", 1.0, 2.0, "both say Darayya")
    return Incident(
        id=short_id("incident", first.id),
        claim_ids=tuple(claim.id for claim in claims),
        links=tuple(Link(first.id, other.id, 2.0, (part,)) for other in claims[1:]),
        acts=tuple(dict.fromkeys(claim.act.value for claim in claims)),
        actors=("unknown",),
        targets=("civilians",),
        places=("Darayya",),
        place_id="sy.darayya",
        admin1="Rif Dimashq",
        country="SY",
        day=first.day.value,
        killed=first.killed.value,
        injured=None,
        accounts=(
            Account(
                "outlet:wire",
                ("wire",),
                (first.id,),
                ("asserted",),
                ("unknown",),
                ("civilians",),
                (Count(2, None),),
                (),
            ),
        ),
        disputed=("killed",),
        outlets=("wire",),
    )


def an_assessment(incident: Incident, term: str = "no-attacks", label: str = "undetermined(party_bound)") -> Assessment:
    ground = Ground(incident.claim_ids[0], "actor")
    return Assessment(
        id=short_id("assessment", incident.id, term),
        incident_id=incident.id,
        truce_id="syria-2016",
        truce_version=1,
        term_id=term,
        findings=(Finding("party_bound", Answer.UNKNOWN, "nobody is named", (ground,), "para 1"),),
        label=label,
    )


def a_decision(subject: str, previous_hash: str = "", reason: str = "same village") -> Decision:
    return Decision(
        id=short_id("decision", subject, reason),
        subject_id=subject,
        digest="reading-1",
        ruling="confirmed",
        reason=reason,
        by="monitor",
        at=NOON,
        previous_hash=previous_hash,
    )


def claims_of(readings: Sequence[Reading]) -> list[Claim]:
    return [claim for reading in readings for claim in reading.claims]
