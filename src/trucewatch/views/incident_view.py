"""One incident: who says what of it side by side, why its claims stand together, and what the truces make of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.ledger import Ledger
from trucewatch.model import Account, Claim, Stance, Truce
from trucewatch.packs import Conflict
from trucewatch.truces.case import BREACH
from trucewatch.views.assessment_view import AssessmentExplanation, explain_assessments
from trucewatch.views.brief import TruceFinding, truce_findings
from trucewatch.views.copies_view import CopiesView, copies_of_all
from trucewatch.views.incident_words import (
    actors_text,
    incident_day,
    incident_heading,
    incident_place,
    open_matters,
    side_names,
)
from trucewatch.views.labels import (
    OUTLET_PREFIX,
    TONES,
    act_name,
    field_matter,
    in_field_order,
    outlet_name,
    parties_text,
    party_name,
    place_text,
    stance_name,
)
from trucewatch.views.rulings_view import RulingView, rulings_on
from trucewatch.views.sources_view import SourcesView, sources_view
from trucewatch.views.tellings import TellingView, telling_views
from trucewatch.views.together_view import LinkView, grouping_text, link_views, rulings_now
from trucewatch.views.whereabouts import Whereabouts, whereabouts_of_all
from trucewatch.views.wording import count_text, day_name, each_once


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one source says, in words. Tolls stand in the order of publication, so that a revision shows."""

    source: str
    itself: bool
    outlets: tuple[str, ...]
    claim_ids: tuple[str, ...]
    told_as: tuple[str, ...]
    denies: bool
    acts: tuple[str, ...]
    actor: str
    target: str
    places: tuple[str, ...]
    days: tuple[str, ...]
    killed: tuple[str, ...]
    injured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentExplanation:
    """An incident with its accounts, links, assessments and tellings; `together` and `links` say why these are one.

    `told_by` says who stands where, `copies` which reports are one text, `formerly` which ids led here, `rulings` what
    people decided of its claims, `whereabouts` how closely the tellings place it. `disputed` are fields of the accounts
    on which they differ; `disputed_matters` and `unknown` say it in words. `said_to_be_broken` are the tellings in
    which a source itself says that a truce was broken: no result of the tests.
    """

    id: str
    heading: str
    acts: tuple[str, ...]
    place: str
    whereabouts: tuple[Whereabouts, ...]
    when: str
    actor: str
    side_names: tuple[str, str]
    target: str
    killed: str
    injured: str
    first_reported: date | None
    last_reported: date | None
    outlets: tuple[str, ...]
    reports: int
    disputed: tuple[str, ...]
    disputed_matters: tuple[str, ...]
    unknown: tuple[str, ...]
    findings: tuple[TruceFinding, ...]
    accounts: tuple[AccountView, ...]
    together: str
    links: tuple[LinkView, ...]
    assessments: tuple[AssessmentExplanation, ...]
    tellings: tuple[TellingView, ...]
    said_to_be_broken: tuple[TellingView, ...]
    told_by: SourcesView
    copies: tuple[CopiesView, ...]
    formerly: tuple[str, ...]
    rulings: tuple[RulingView, ...]


def explain_incident(
    ledger: Ledger, conflict: Conflict, prefix: str, *, truces: Sequence[Truce] = ()
) -> IncidentExplanation:
    """Raises `UnknownId` or `AmbiguousId`."""
    entry = ledger.incident(prefix)
    incident = entry.incident
    tellings = telling_views(ledger, conflict, incident.claim_ids)
    claims = ledger.claims_by_id(incident.claim_ids)
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    assessments = ledger.assessments_of(incident.id)
    return IncidentExplanation(
        id=incident.id,
        heading=incident_heading(incident),
        acts=tuple(act_name(act) for act in incident.acts),
        place=incident_place(conflict, incident),
        whereabouts=whereabouts_of_all(conflict, claims.values(), documents),
        when=incident_day(incident),
        actor=actors_text(conflict, incident),
        side_names=side_names(incident),
        target=parties_text(conflict, incident.targets),
        killed=count_text(incident.killed),
        injured=count_text(incident.injured),
        first_reported=entry.first_published,
        last_reported=entry.last_published,
        outlets=tuple(sorted({telling.report.outlet for telling in tellings})),
        reports=len({telling.report.document_id for telling in tellings}),
        disputed=incident.disputed,
        disputed_matters=tuple(field_matter(field) for field in in_field_order(incident.disputed)),
        unknown=open_matters(incident),
        findings=truce_findings(assessments, truces),
        accounts=tuple(_account(conflict, account, claims) for account in incident.accounts),
        together=grouping_text(incident, rulings_now(ledger)),
        links=link_views(ledger, conflict, incident, tellings, claims, documents),
        assessments=_foremost_first(explain_assessments(ledger, conflict, assessments, truces)),
        tellings=tellings,
        said_to_be_broken=tuple(one for one in tellings if claims[one.claim_id].act.value == BREACH),
        told_by=sources_view(ledger, conflict, incident),
        copies=copies_of_all(ledger, conflict, (telling.report.document_id for telling in tellings)),
        formerly=ledger.formerly(incident.id),
        rulings=rulings_on(ledger, incident.claim_ids),
    )


def _foremost_first(assessments: Sequence[AssessmentExplanation]) -> tuple[AssessmentExplanation, ...]:
    """By truce; within one, the terms that the incident as told comes nearest to first."""
    return tuple(sorted(assessments, key=lambda a: (a.truce_id, TONES.index(a.label.tone), a.term_id)))


def _account(conflict: Conflict, account: Account, claims: Mapping[str, Claim]) -> AccountView:
    told = [claims[claim_id] for claim_id in account.claim_ids]
    return AccountView(
        source=party_name(conflict, account.source),
        itself=account.source.startswith(OUTLET_PREFIX),
        outlets=each_once(outlet_name(conflict, outlet) for outlet in account.outlets),
        claim_ids=account.claim_ids,
        told_as=tuple(stance_name(stance) for stance in account.stances),
        denies=Stance.DENIED in account.stances,
        acts=each_once(act_name(claim.act.value) for claim in told),
        actor=parties_text(conflict, account.actor),
        target=parties_text(conflict, account.target),
        places=each_once(place_text(conflict, claim.place.value) for claim in told if claim.place.value),
        days=each_once(day_name(claim.day.value) for claim in told if claim.day.value),
        killed=tuple(count_text(count) for count in account.killed),
        injured=tuple(count_text(count) for count in account.injured),
    )
