"""Who stands where in an incident: independent sources, agreements by field, changed stories, tolls as they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.ledger import Ledger
from trucewatch.model import Claim, Count, Document, Incident, Position
from trucewatch.packs import Conflict
from trucewatch.views.labels import OUTLET_PREFIX, field_name, outlet_name, parties_text, party_name
from trucewatch.views.wording import NOT_TOLD, count_text, counted, date_text, each_once


@dataclass(frozen=True, slots=True)
class OriginView:
    """An independent source: a speaker, or one text with its copies; `outlets` carry it."""

    source: str
    itself: bool
    outlets: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """What some sources tell of a field so that it holds together. `disputed` when others tell otherwise."""

    field: str
    value: str
    sources: tuple[str, ...]
    claim_ids: tuple[str, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A source that told a field otherwise before, with the days of both tellings."""

    source: str
    field: str
    before: str
    before_day: str
    after: str
    after_day: str
    claim_ids: tuple[str, str]


@dataclass(frozen=True, slots=True)
class TollPoint:
    """A toll as one source told it on one day; never averaged with another."""

    field: str
    toll: str
    source: str
    outlet: str
    published: date | None
    claim_id: str

    @property
    def published_text(self) -> str:
        return date_text(self.published) if self.published else "no day of publication"


@dataclass(frozen=True, slots=True)
class SourcesView:
    """What the grade of an incident rests on; the grade itself is a person's to give."""

    origins: tuple[OriginView, ...]
    positions: tuple[PositionView, ...]
    changed: tuple[ChangeView, ...]
    tolls: tuple[TollPoint, ...]
    admitted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    attributions: int

    @property
    def summary(self) -> str:
        """ "2 independent sources; nobody says to have done it; denied by the army; 2 competing attributions"."""
        admitted = f"said of themselves by {_listed(self.admitted_by)}" if self.admitted_by else "nobody admits it"
        denied = f"denied by {_listed(self.denied_by)}" if self.denied_by else "nobody denies it"
        parts = [counted(len(self.origins), "independent source"), admitted, denied]
        if self.attributions > 1:
            parts.append(f"{self.attributions} competing attributions")
        return "; ".join(parts)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names)


def sources_view(ledger: Ledger, conflict: Conflict, incident: Incident) -> SourcesView:
    """The sources of an incident, from its claims and their reports."""
    claims = ledger.claims_by_id(incident.claim_ids)
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    return SourcesView(
        origins=tuple(
            OriginView(
                source=party_name(conflict, origin.source),
                itself=origin.source.startswith(OUTLET_PREFIX),
                outlets=each_once(outlet_name(conflict, outlet) for outlet in origin.outlets),
                claim_ids=origin.claim_ids,
            )
            for origin in incident.origins
        ),
        positions=tuple(_position(conflict, incident.positions, one) for one in incident.positions),
        changed=tuple(_changes(conflict, incident, claims, documents)),
        tolls=tuple(_tolls(conflict, incident, claims, documents)),
        admitted_by=tuple(party_name(conflict, party) for party in incident.admitted_by),
        denied_by=tuple(party_name(conflict, party) for party in incident.denied_by),
        attributions=sum(position.field == "actor" for position in incident.positions),
    )


def _position(conflict: Conflict, among: Sequence[Position], one: Position) -> PositionView:
    return PositionView(
        field=field_name(one.field),
        value=_value(conflict, one),
        sources=each_once(_source(conflict, source) for source in one.sources),
        claim_ids=one.claim_ids,
        disputed=sum(other.field == one.field for other in among) > 1,
    )


def _value(conflict: Conflict, position: Position) -> str:
    if position.field == "occurrence":
        return "said not to have happened" if position.denied else "told of as done"
    return parties_text(conflict, position.parties) if position.field == "actor" else count_text(position.count)


def _source(conflict: Conflict, source: str) -> str:
    name = party_name(conflict, source)
    return f"{name} itself" if source.startswith(OUTLET_PREFIX) else name


def _changes(
    conflict: Conflict, incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> list[ChangeView]:
    found = []
    for change in incident.changed:
        before, after = claims[change.before], claims[change.after]
        told, told_later = (_told(conflict, claim, change.field) for claim in (before, after))
        days = [documents[claim.document_id].published for claim in (before, after)]
        day, later = (date_text(day) if day else "no day of publication" for day in days)
        source, ids = _source(conflict, change.source), (before.id, after.id)
        found.append(ChangeView(source, field_name(change.field), told, day, told_later, later, ids))
    return found


def _told(conflict: Conflict, claim: Claim, field: str) -> str:
    if field == "occurrence":
        return "denied" if claim.stance.value.value == "denied" else "told of as done"
    if field == "actor":
        return parties_text(conflict, claim.actor.value)
    count: Count | None = getattr(claim, field).value
    return count_text(count) if count else NOT_TOLD


def _tolls(
    conflict: Conflict, incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> list[TollPoint]:
    """In the order of publication; what a source repeats is told once."""
    source_of = {id: account.source for account in incident.accounts for id in account.claim_ids}
    points, last = [], dict[tuple[str, str], str]()
    for id, claim in claims.items():
        document = documents[claim.document_id]
        for field in ("killed", "injured"):
            count: Count | None = getattr(claim, field).value
            source = _source(conflict, source_of.get(id, f"{OUTLET_PREFIX}{document.outlet}"))
            told = count_text(count)
            if count is None or last.get((field, source)) == told:
                continue
            last[field, source] = told
            outlet = outlet_name(conflict, document.outlet)
            points.append(TollPoint(field_name(field), told, source, outlet, document.published, id))
    return points
