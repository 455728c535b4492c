"""A small truce and incidents for tests of the six questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tests.incidents.builders import telling, world
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.traits import traits_of
from trucewatch.model import (
    Answer,
    Area,
    Assessment,
    BoundParty,
    Claim,
    Finding,
    Incident,
    NotCovered,
    Period,
    Term,
    Truce,
)
from trucewatch.truces import assess
from trucewatch.truces.case import Case, case_of, frame_of, told_claims

DAMASCUS = ZoneInfo("Asia/Damascus")


def term(ident: str = "attacks", **changes: object) -> Term:
    fields: dict[str, object] = {
        "clause": "text.1",
        "words": "Cease attacks.",
        "exact": False,
        "mode": "must_not",
        "acts": ("attack.air", "attack.shelling", "attack.clash"),
        "by": ("government", "groups"),
        "against": ("government", "groups", "civilians"),
        "area": "syria",
        "periods": ("main",),
    }
    return Term(id=ident, **(fields | changes))  # type: ignore[arg-type]


def period(ident: str, start: datetime, end: datetime | None) -> Period:
    return Period(ident, start.replace(tzinfo=DAMASCUS), end.replace(tzinfo=DAMASCUS) if end else None, "text")


def truce(*terms: Term, periods: tuple[Period, ...] = (), areas: tuple[Area, ...] = (), **changes: object) -> Truce:
    held = Truce(
        id="small",
        title="A small truce",
        version=1,
        effective_from=date(2016, 2, 27),
        kind="truce",
        conflict="syria",
        timezone="Asia/Damascus",
        instruments=(),
        periods=periods or (period("main", datetime(2016, 2, 27), datetime(2016, 6, 30, 18)),),
        parties=(
            BoundParty("government", "the government side", ("sy.gov", "ru.forces"), "accepted"),
            BoundParty("groups", "groups", ("sy.rebels",), "undetermined", conditions="names were withheld"),
        ),
        excluded=(NotCovered("is", "named in the text"), NotCovered("sy.rebels.zenki", "named in the text")),
        not_bound=(NotCovered("coalition", "no acceptance is known"),),
        areas=areas or (Area("syria", "country", ("sy",)), Area("held", "undelineated", ())),
        terms=terms or (term(),),
        exceptions=(),
    )
    return replace(held, **changes)  # type: ignore[arg-type]


def incident_of(*claims: Claim) -> Incident:
    return build_incident([traits_of(telling(one)) for one in claims], world())


def case(*claims: Claim, under: Truce | None = None, words: str = "") -> Case:
    """The claims as one incident, as the truce's first term sees them; outlets are called like the reports.

    `words` is the sentence of each of the claims.
    """
    held = under or truce()
    told = told_claims(
        incident_of(*claims), {one.id: one for one in claims}, dict.fromkeys([one.id for one in claims], words)
    )
    return case_of(frame_of(held, world()), held.terms[0], told.told)


def assessed(*claims: Claim, under: Truce | None = None) -> tuple[Assessment, ...]:
    return assess(incident_of(*claims), {one.id: one for one in claims}, under or truce(), world())


def moment(day: str, hour: int = 0) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), DAMASCUS)


def answer_and_grounds(finding: Finding) -> tuple[Answer, set[str]]:
    return finding.answer, {f"{ground.claim_id}.{ground.field}" for ground in finding.grounds}
