"""The morning brief: incidents by the day they were first reported, newest first, each as its sources tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.incidents.rulings import Rulings
from trucewatch.ledger import IncidentEntry, IncidentQuery, Ledger
from trucewatch.model import Assessment, Claim, Document, Stance, Truce
from trucewatch.packs import Conflict
from trucewatch.views.coverage import Coverage, coverage
from trucewatch.views.incident_words import (
    Source,
    actors_text,
    incident_day,
    incident_heading,
    incident_place,
    open_matters,
    side_names,
    sources,
)
from trucewatch.views.labels import (
    UNTOLD_PARTIES,
    ActFamily,
    FindingLabel,
    act_families,
    act_name,
    field_matter,
    finding_label,
    in_field_order,
    outlet_name,
    parties_text,
    party_names,
    region_name,
)
from trucewatch.views.people_view import PeopleView, people_on
from trucewatch.views.together_view import grouping_text, rulings_now, uncertain_joins
from trucewatch.views.wording import count_text

TALK = "talks"
BACKGROUND_DAYS = 31
"""An act told of as this many days older than its first report counts as background."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the reader narrowed the brief to. `acts` is a family of `act_families`, "all", or "" for all but talk.

    `text` is looked for in places, parties and outlets; `finding` is a label without its brackets.
    """

    acts: str = ""
    text: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class TruceFinding:
    """What the terms of one truce make of an incident as told."""

    truce_id: str
    truce: str
    label: FindingLabel


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One incident. Every value is as told; None, or an empty list, where nothing was told.

    `actor` is whom the act is told of; `side_names` is what actor and target are called for it.
    `people` are rulings on its assessments. `said_by` and `denied_by` are sources;
    `unknown` and `disputed` are open matters such as "who did it". `together` says why its tellings are held to be one
    incident, "" where one stands alone; `uncertain_joins` how many of their joins are uncertain.
    """

    incident_id: str
    heading: str
    other_acts: tuple[str, ...]
    said_by: tuple[Source, ...]
    denied_by: tuple[Source, ...]
    actor: str | None
    side_names: tuple[str, str]
    target: str | None
    place: str
    when: str
    background: bool
    killed: str | None
    injured: str | None
    findings: tuple[TruceFinding, ...]
    people: tuple[PeopleView, ...]
    unknown: tuple[str, ...]
    disputed: tuple[str, ...]
    outlets: tuple[str, ...]
    reports: int
    first_reported: date | None
    together: str = ""
    uncertain_joins: int = 0


@dataclass(frozen=True, slots=True)
class BriefView:
    """One page of the brief. `total` incidents fit; rows `first` to `last` of them are here, `remaining` follow.

    `left_out` counts incidents of mere statements and talks that the default brief leaves out.
    """

    conflict: str
    coverage: Coverage
    narrowing: Narrowing
    families: tuple[ActFamily, ...]
    rows: tuple[BriefRow, ...]
    total: int
    page: int
    pages: int
    first: int
    last: int
    left_out: int

    @property
    def remaining(self) -> int:
        return self.total - self.last


def brief(
    ledger: Ledger,
    conflict: Conflict,
    since: date | None = None,
    until: date | None = None,
    *,
    truces: Sequence[Truce] = (),
    narrowing: Narrowing | None = None,
    page: int = 1,
    limit: int = 50,
) -> BriefView:
    """The brief over incidents first reported from `since` to `until`, both inclusive.

    Raises ValueError for a page that cannot be.
    """
    if page < 1 or limit < 1:
        raise ValueError("pages are counted from 1 and hold at least one incident")
    narrowing = narrowing or Narrowing()
    entries = ledger.incidents(IncidentQuery(reported_since=since, reported_until=until))
    fitting = [entry for entry in entries if _fits_text(entry, narrowing.text, conflict)]
    fitting = _with_finding(ledger, fitting, narrowing.finding)
    shown = sorted((entry for entry in fitting if _fits_acts(entry, narrowing.acts)), key=_order)
    first = (page - 1) * limit
    here = shown[first : first + limit]
    return BriefView(
        conflict=conflict.title,
        coverage=coverage(ledger, since, until),
        narrowing=narrowing,
        families=act_families(),
        rows=_rows(ledger, conflict, here, truces),
        total=len(shown),
        page=page,
        pages=max(1, -(-len(shown) // limit)),
        first=first + 1 if here else 0,
        last=first + len(here) if here else len(shown),
        left_out=len(fitting) - len(shown) if narrowing.acts == "" else 0,
    )


def _order(entry: IncidentEntry) -> tuple[int, bool, int, int]:
    """Newest first report first; within a day what is dated before what is not or is background, most told first."""
    first, incident = entry.first_published, entry.incident
    loose = incident.day is None or is_background(entry)
    return -first.toordinal() if first else 0, loose, -len(incident.outlets), -len(incident.accounts)


def _fits_acts(entry: IncidentEntry, acts: str) -> bool:
    if acts == "all":
        return True
    families = [family.id for family in act_families() if any(family.holds(act) for act in entry.incident.acts)]
    return acts in families if acts else families != [TALK]


def _fits_text(entry: IncidentEntry, text: str, conflict: Conflict) -> bool:
    if not text.strip():
        return True
    incident = entry.incident
    parties = party_names(conflict, (*incident.actors, *incident.targets, *(a.source for a in incident.accounts)))
    regions = (region_name(conflict, incident.admin1) or "", incident.country or "")
    searched = " ".join((*incident.places, *regions, *parties, *incident.outlets)).casefold()
    return all(word in searched for word in text.casefold().split())


def _with_finding(ledger: Ledger, entries: list[IncidentEntry], finding: str) -> list[IncidentEntry]:
    if not finding:
        return entries
    assessed = ledger.assessments_by_incident([entry.incident.id for entry in entries])
    return [entry for entry in entries if finding in _label_kinds(assessed.get(entry.incident.id, ()))]


def _label_kinds(assessments: Sequence[Assessment]) -> set[str]:
    return {finding.label.label.partition("(")[0] for finding in truce_findings(assessments, ())}


def truce_findings(assessments: Sequence[Assessment], truces: Sequence[Truce]) -> tuple[TruceFinding, ...]:
    """One finding for each truce that the assessments are against, in the order of the truces' ids.

    Truces that did not run then, or not there, are left out where another did; of several, the first stands for all.
    """
    from trucewatch.truces import overall

    titles = {truce.id: truce.title for truce in truces}
    by_truce: dict[str, list[Assessment]] = {}
    for assessment in assessments:
        by_truce.setdefault(assessment.truce_id, []).append(assessment)
    found = tuple(
        TruceFinding(truce_id, titles.get(truce_id, truce_id), finding_label(overall(of_truce)))
        for truce_id, of_truce in sorted(by_truce.items())
    )
    elsewhere = ("outside_scope(in_period)", "outside_scope(in_area)")
    return tuple(finding for finding in found if finding.label.label not in elsewhere) or found[:1]


def _rows(
    ledger: Ledger, conflict: Conflict, entries: Sequence[IncidentEntry], truces: Sequence[Truce]
) -> tuple[BriefRow, ...]:
    claims = ledger.claims_by_id([claim_id for entry in entries for claim_id in entry.incident.claim_ids])
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    ids = [entry.incident.id for entry in entries]
    assessed, people, rulings = ledger.assessments_by_incident(ids), people_on(ledger, ids), rulings_now(ledger)
    return tuple(
        _row(
            conflict,
            entry,
            claims,
            documents,
            truce_findings(assessed.get(entry.incident.id, ()), truces),
            people.get(entry.incident.id, ()),
            rulings,
        )
        for entry in entries
    )


def _row(
    conflict: Conflict,
    entry: IncidentEntry,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    findings: tuple[TruceFinding, ...],
    people: tuple[PeopleView, ...],
    rulings: Rulings,
) -> BriefRow:
    incident = entry.incident
    told_by = sources(conflict, incident)
    reports = {claims[claim_id].document_id for claim_id in incident.claim_ids if claim_id in claims}
    return BriefRow(
        incident_id=incident.id,
        heading=incident_heading(incident),
        other_acts=tuple(act_name(act) for act in incident.acts[1:]),
        said_by=tuple(source for source in told_by if source.stances != (Stance.DENIED,)),
        denied_by=tuple(source for source in told_by if Stance.DENIED in source.stances),
        actor=None if incident.actors in UNTOLD_PARTIES else actors_text(conflict, incident),
        side_names=side_names(incident),
        target=None if incident.targets in UNTOLD_PARTIES else parties_text(conflict, incident.targets),
        place=incident_place(conflict, incident),
        when=incident_day(incident),
        background=is_background(entry),
        killed=count_text(incident.killed) if incident.killed else None,
        injured=count_text(incident.injured) if incident.injured else None,
        findings=findings,
        people=people,
        unknown=open_matters(incident),
        disputed=tuple(field_matter(field) for field in in_field_order(incident.disputed)),
        outlets=tuple(sorted({outlet_name(conflict, documents[document_id].outlet) for document_id in reports})),
        reports=len(reports),
        first_reported=entry.first_published,
        together=grouping_text(incident, rulings),
        uncertain_joins=uncertain_joins(incident, rulings),
    )


def is_background(entry: IncidentEntry) -> bool:
    """Whether the act is told of as long past when it was first reported here."""
    day = entry.incident.day
    if day is None or entry.first_published is None:
        return False
    return (entry.first_published - day.end).days > BACKGROUND_DAYS
