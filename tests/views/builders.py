"""A small ledger written by hand: four reports, one strike that three of them tell of, and a hostile page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from trucewatch.ledger import Reading, open_ledger
from trucewatch.model import (
    Account,
    Answer,
    Area,
    Assessment,
    BoundParty,
    Claim,
    Count,
    Day,
    Document,
    Finding,
    Found,
    Ground,
    Incident,
    Instrument,
    Link,
    LinkPart,
    NotCovered,
    Passage,
    PassageKind,
    Period,
    Place,
    Run,
    Span,
    Stance,
    Term,
    Truce,
    TruceException,
    Unread,
)
from trucewatch.model.ids import sha256_hex, short_id
from trucewatch.packs import Conflict, Gazetteer, Outlets, Party, PartyRegistry, PlaceEntry
from trucewatch.packs.composition import Affixes

T = TypeVar("T")

NOON = datetime(2016, 5, 22, 12, tzinfo=UTC)
RUN = Run("run-1", "0.1.0", "packs-1", "parser-1", "read samples", NOON)

HOSTILE = "<script>alert('x')</script><img src=//evil.example/x onerror=alert(1)>"

PARTIES = {
    "sy.gov.forces": "Syrian government forces",
    "ru.forces": "Russian forces",
    "sy.rebels": "Rebel groups",
    "sohr": "Syrian Observatory for Human Rights",
    "civilians": "Civilians",
    "un": "United Nations",
    "unknown": "Not told",
}

PLACES = (
    PlaceEntry("sy.idlib", "Idlib", "governorate", None, "sy", None, None, None),
    PlaceEntry("sy.ariha", "Ariha", "town", "sy.idlib", "sy", 35.814, 36.61, 3.0),
    PlaceEntry("sy.atma", "Atma camp", "camp", "sy.idlib", "sy", 36.31, 36.69, 1.0),
)


def a_conflict(title: str = "Syria") -> Conflict:
    parties = [Party(key, name, "other", None, None) for key, name in PARTIES.items()]
    registry = PartyRegistry(parties, (), Outlets(()), Affixes(frozenset(), frozenset(), frozenset()), {})
    return Conflict(
        title.lower(), title, "sy", registry, Gazetteer((p, ()) for p in PLACES), Outlets(()), Path(title.lower())
    )


def a_truce() -> Truce:
    return Truce(
        id="syria-2016",
        title="Cessation of hostilities",
        version=2,
        effective_from=date(2016, 5, 17),
        kind="cessation_of_hostilities",
        conflict="syria",
        timezone="Asia/Damascus",
        instruments=(Instrument("js", "Joint statement", date(2016, 2, 22), "https://example.org/js?a=1&b=2"),),
        periods=(Period("main", datetime(2016, 2, 27, tzinfo=ZoneInfo("Asia/Damascus")), None, "text", "js.2"),),
        parties=(
            BoundParty("gov", "Government side", ("sy.gov.forces", "ru.forces"), "conditional", "Operations go on"),
            BoundParty("opp", "Groups that accepted", ("sy.rebels",), "accepted", None, "Names were not published"),
        ),
        excluded=(NotCovered("is", "named in the text", "js.2"),),
        not_bound=(NotCovered("groups", "no acceptance was given"),),
        areas=(Area("country", "country", ("sy",), "less what excluded groups hold"),),
        terms=(
            Term(
                "air", "js.annex", "cease attacks with any weapons, including aerial bombardments", True, "must_not",
                ("attack.air", "attack.shelling"), ("gov",), ("opp", "civilians"), "country", ("main",), ("self",),
            ),
            Term(
                "aid", "js.aid", "Aid is to be let through", False, "must",
                ("aid.deliver",), ("gov",), (), "country", ("main",),
            ),
        ),
        exceptions=(TruceException("self", "self_defence", "proportionate force", "js.annex"),),
        notes=("No map of excluded areas was published.",),
    )  # fmt: skip


def a_document(
    outlet: str, title: str, paragraphs: Sequence[tuple[PassageKind, str]], published: date | None
) -> Document:
    text = "\n\n".join(paragraph for _, paragraph in paragraphs)
    passages, at = [], 0
    for kind, paragraph in paragraphs:
        passages.append(Passage(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document(
        id=short_id("doc", outlet, text),
        outlet=outlet,
        title=title,
        text=text,
        passages=tuple(passages),
        published=published,
        published_rule="record field published" if published else "none",
        url=None,
        origin=f"{outlet}.jsonl:1",
        retrieved=NOON,
        language="en",
        text_sha256=sha256_hex(text),
        raw_sha256=sha256_hex("raw " + text),
        reader="json-text 1",
    )


def read(document: Document, value: T, words: str | None = None, rule: str = "rule") -> Found[T]:
    """A value read from the first stretch of the document with these words; assumed without words."""
    if words is None:
        return Found(value, rule)
    start = document.text.index(words)
    return Found(value, rule, (Span(start, start + len(words)),))


def a_claim(document: Document, act: str, trigger: str, **fields: Found[object]) -> Claim:
    """A claim on the first stretch with these trigger words; `fields` that are not given are not told."""
    start = document.text.index(trigger)
    span = Span(start, start + len(trigger))
    untold = {
        "actor": Found(("unknown",), "actor.none"),
        "target": Found((), "target.none"),
        "place": Found(None, "place.none"),
        "day": Found(None, "day.none"),
        "killed": Found(None, "killed.none"),
        "injured": Found(None, "injured.none"),
        "speakers": Found((), "speakers.none"),
        "stance": Found(Stance.ASSERTED, "stance.default"),
    }
    readings = {"act": Found(act, "act.noun", (span,)), **untold, **fields}
    claim_id = short_id("claim", document.id, act, span.start)
    digest = sha256_hex(repr(sorted(readings.items())))
    return Claim(claim_id, digest, document.id, _sentence(document, span), span, **readings)  # type: ignore[arg-type]


def _sentence(document: Document, span: Span) -> Span:
    """From the full stop or passage border before the span to the one after it."""
    passage = next(p.span for p in document.passages if span in p.span)
    stop = document.text.rfind(". ", passage.start, span.start)
    start = passage.start if stop < 0 else stop + 2
    end = document.text.find(". ", span.end, passage.end)
    return Span(start, passage.end if end < 0 else end + 1)


WIRE = a_document(
    "Orontes Wire",
    "Air strikes on Ariha leave eight dead, monitor says",
    (
        (PassageKind.HEADLINE, "Air strikes on Ariha leave eight dead, monitor says"),
        (
            PassageKind.LEAD,
            "At least eight civilians were killed on Friday when Russian warplanes carried out air strikes on a market "
            "in Ariha, the Syrian Observatory for Human Rights said.",
        ),
        (PassageKind.BODY, "Dozens were wounded. Residents fled towards Atma camp, the monitor added."),
        (PassageKind.CAPTION, "A street in Ariha in 2014, when the town was shelled. File photo"),
        (PassageKind.FURNITURE, "Share this story"),
    ),
    date(2016, 5, 21),
)
STATE = a_document(
    "State News",
    "Military source denies strike",
    (
        (
            PassageKind.LEAD,
            "A military source denied that government aircraft had carried out raids on Ariha on Friday.",
        ),
    ),
    date(2016, 5, 22),
)
UPDATE = a_document(
    "Orontes Wire",
    "Toll of strikes on Ariha rises to 11",
    ((PassageKind.LEAD, "The toll of Friday's air strikes on Ariha rose to 11, the Observatory said."),),
    date(2016, 5, 22),
)
HOSTILE_PAGE = a_document(
    f"Outlet {HOSTILE}",
    f"Talks {HOSTILE}",
    ((PassageKind.BODY, f"The United Nations held talks in Geneva {HOSTILE} on a \x1b[31mred\x1b[0m day."),),
    None,
)
FRIDAY = Day(date(2016, 5, 20), date(2016, 5, 20), "day")
ARIHA = Place("Ariha", "sy.ariha", "sy.idlib", "sy")


def strike_claims() -> tuple[Claim, Claim, Claim]:
    first = a_claim(
        WIRE, "attack.air", "air strikes",
        actor=read(WIRE, ("ru.forces",), "Russian warplanes", "actor.subject"),
        target=read(WIRE, ("civilians",), "eight civilians", "target.victims"),
        place=read(WIRE, ARIHA, "Ariha, the", "place.in"),
        day=read(WIRE, FRIDAY, "on Friday", "day.weekday"),
        killed=read(WIRE, Count(8, None), "At least eight", "killed.at-least"),
        injured=read(WIRE, Count(None, None, "dozens"), "Dozens", "injured.word"),
        speakers=read(WIRE, ("sohr",), "the Syrian Observatory for Human Rights said", "speakers.after"),
    )  # fmt: skip
    denial = a_claim(
        STATE, "attack.air", "raids",
        actor=read(STATE, ("sy.gov.forces",), "government aircraft", "actor.subject"),
        place=read(STATE, ARIHA, "Ariha", "place.on"),
        day=read(STATE, FRIDAY, "on Friday", "day.weekday"),
        speakers=read(STATE, ("sy.gov.forces",), "A military source", "speakers.before"),
        stance=read(STATE, Stance.DENIED, "denied", "stance.denied"),
    )  # fmt: skip
    update = a_claim(
        UPDATE, "attack.air", "air strikes",
        place=read(UPDATE, ARIHA, "Ariha", "place.on"),
        day=read(UPDATE, FRIDAY, "Friday's", "day.weekday"),
        killed=read(UPDATE, Count(11, 11), "11", "killed.rose"),
        speakers=read(UPDATE, ("sohr",), "the Observatory said", "speakers.after"),
    )  # fmt: skip
    return first, denial, update


STRIKE = strike_claims()
DAY_OF_SHIP = date(2016, 5, 21)
SHIP_REPORT = a_document(
    "Port Desk",
    "Ships",
    ((PassageKind.BODY, "Two ships were let in at Ariha by Russian forces on Friday."),),
    DAY_OF_SHIP,
)
SHIP = a_claim(
    SHIP_REPORT, "aid.deliver", "let in",
    actor=read(SHIP_REPORT, ("ru.forces",), "Russian forces", "actor.by"),
    place=read(SHIP_REPORT, ARIHA, "Ariha", "place.at"),
    day=read(SHIP_REPORT, FRIDAY, "on Friday", "day.weekday"),
)  # fmt: skip
FLIGHT = a_claim(
    WIRE, "displace", "fled",
    place=read(WIRE, Place("Atma camp", "sy.atma", "sy.idlib", "sy"), "Atma camp", "place.to"),
    speakers=read(WIRE, ("sohr",), "the monitor added", "speakers.free"),
)  # fmt: skip
TALKS = a_claim(
    HOSTILE_PAGE, "meet", "talks", actor=read(HOSTILE_PAGE, ("un",), "The United Nations", "actor.subject"),
    target=read(HOSTILE_PAGE, (f"other:{HOSTILE}",), HOSTILE, "target.object"),
    place=read(HOSTILE_PAGE, Place(f"Geneva {HOSTILE}"), f"Geneva {HOSTILE}", "place.in"),
)  # fmt: skip


def strike_incident() -> Incident:
    first, denial, update = STRIKE
    same_day = LinkPart("day", 1.0, 3.0, "both tell of 20 May 2016")
    return Incident(
        id=short_id("incident", first.id),
        claim_ids=tuple(claim.id for claim in STRIKE),
        links=(
            Link(first.id, update.id, 5.0, (same_day, LinkPart("place", 1.0, 2.0, "both tell of Ariha"))),
            Link(first.id, denial.id, 2.5, (same_day, LinkPart("actor", -0.5, 1.0, "different alleged actors"))),
        ),
        acts=("attack.air",),
        actors=("ru.forces", "sy.gov.forces"),
        targets=("civilians",),
        places=("Ariha",),
        place_id="sy.ariha",
        admin1="sy.idlib",
        country="sy",
        day=FRIDAY,
        killed=Count(8, 11),
        injured=Count(None, None, "dozens"),
        accounts=(
            Account(
                "sohr", ("Orontes Wire",), (first.id, update.id), ("asserted",), ("ru.forces",), ("civilians",),
                (Count(8, None), Count(11, 11)), (Count(None, None, "dozens"),),
            ),
            Account("sy.gov.forces", ("State News",), (denial.id,), ("denied",), ("sy.gov.forces",), (), (), ()),
        ),
        disputed=("actor", "occurrence"),
        outlets=("Orontes Wire", "State News"),
    )  # fmt: skip


def single_incident(claim: Claim, outlet: str, source: str) -> Incident:
    place = claim.place.value
    return Incident(
        id=short_id("incident", claim.id),
        claim_ids=(claim.id,),
        links=(),
        acts=(claim.act.value,),
        actors=claim.actor.value,
        targets=claim.target.value,
        places=(place.name,) if place else (),
        place_id=place.place_id if place else None,
        admin1=place.admin1 if place else None,
        country=place.country if place else None,
        day=claim.day.value,
        killed=None,
        injured=None,
        accounts=(
            Account(
                source, (outlet,), (claim.id,), (claim.stance.value,), claim.actor.value, claim.target.value, (), ()
            ),
        ),
        disputed=(),
        outlets=(outlet,),
    )


def strike_assessments(incident: Incident) -> tuple[Assessment, ...]:
    first, denial, _ = STRIKE
    findings = (
        Finding("party_bound", Answer.YES, "Every alleged actor named is bound.", _grounds("actor", first, denial)),
        Finding("target_bound", Answer.YES, "Civilians are named in the term.", _grounds("target", first), "js.annex"),
        Finding("not_excluded", Answer.UNKNOWN, "Nothing is told of an excluded party."),
        Finding("in_period", Answer.YES, "20 May 2016 lies in the period.", _grounds("day", first), "js.2"),
        Finding("in_area", Answer.DISPUTED, "Accounts differ.", _grounds("place", first, denial)),
        Finding("act_listed", Answer.YES, "The term lists it.", _grounds("act", first)),
    )
    label = "undetermined(not_excluded)"
    return (
        Assessment(short_id("assessment", incident.id, "air"), incident.id, "syria-2016", 2, "air", findings, label),
        Assessment(
            short_id("assessment", incident.id, "aid"), incident.id, "syria-2016", 2, "aid",
            (Finding("act_listed", Answer.NO, "The term lists other acts."),), "outside_scope(act_listed)",
        ),
    )  # fmt: skip


def _grounds(field: str, *claims: Claim) -> tuple[Ground, ...]:
    return tuple(Ground(claim.id, field) for claim in claims)


def write_ledger(path: Path) -> None:
    """All of the above in a ledger file."""
    strike = strike_incident()
    incidents = [
        strike,
        single_incident(FLIGHT, "Orontes Wire", "sohr"),
        single_incident(TALKS, HOSTILE_PAGE.outlet, f"outlet:{HOSTILE_PAGE.outlet}"),
    ]
    readings = [
        Reading(WIRE, (STRIKE[0], FLIGHT), "wire-1"),
        Reading(STATE, (STRIKE[1],), "state-1"),
        Reading(UPDATE, (STRIKE[2],), "wire-2"),
        Reading(HOSTILE_PAGE, (TALKS,), "hostile-1"),
    ]
    with open_ledger(path) as ledger:
        ledger.add_documents(readings, RUN)
        ledger.add_unread([Unread("broken.gz:1", "the file ends too early")], RUN)
        ledger.replace_incidents(incidents, strike_assessments(strike), RUN, as_of=ledger.claims_version())
