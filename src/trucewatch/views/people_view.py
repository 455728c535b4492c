"""What people found of assessments, as a page says it: who found what, who entered it, and whether it still stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.ledger import Ledger
from trucewatch.model import Decision
from trucewatch.truces.people import PeoplesFinding, claims_judged, peoples_findings
from trucewatch.views.labels import table
from trucewatch.views.wording import date_text


@dataclass(frozen=True, slots=True)
class PeopleView:
    """A ruling in words, on the assessment that it is on now; `stands` is False when what it judged has changed."""

    id: str
    assessment_id: str | None
    words: str
    by: str
    reason: str
    day: str
    stands: bool


def found_by_people(ledger: Ledger, decisions: Sequence[Decision] | None = None) -> tuple[PeoplesFinding, ...]:
    """What people found of assessments; what no longer stands is to be looked at again. `decisions`: these alone."""
    made = ledger.decisions() if decisions is None else decisions
    claims = sorted(claims_judged(made))
    if not claims:
        return ()
    homes = {claim: entry.incident.id for claim in claims if (entry := ledger.incident_of(claim))}
    assessments = ledger.assessments_by_incident(sorted(set(homes.values())))
    return peoples_findings(made, homes, assessments, ledger.digests(claims))


def people_on(ledger: Ledger, incidents: Collection[str]) -> Mapping[str, tuple[PeopleView, ...]]:
    """The rulings on assessments of each of the incidents; an incident without any is no key."""
    views: dict[str, tuple[PeopleView, ...]] = {}
    for one in found_by_people(ledger):
        if one.assessment is not None and one.assessment.incident_id in incidents:
            id = one.assessment.incident_id
            views[id] = (*views.get(id, ()), people_view(one))
    return views


def people_view(one: PeoplesFinding) -> PeopleView:
    decision = one.decision
    words = str(table("people")[one.judgement.label]).format(finder=one.judgement.finder)
    assessment = one.assessment.id if one.assessment else None
    day = date_text(decision.at.date())
    return PeopleView(decision.id, assessment, words, decision.by, decision.reason, day, one.stands)


def people_text(one: PeopleView) -> str:
    """A ruling on one line: what was found, who entered it, when and why, and whether it is to be looked at again."""
    again = "" if one.stands else f" {table('people_again')}"
    return f"{one.words} (entered by {one.by}, {one.day}: {one.reason}).{again}"
