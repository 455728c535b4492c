"""An incident against each term of a truce, question by question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from trucewatch.model import AccountLabel, Answer, Assessment, Claim, Finding, Incident, Term, Truce
from trucewatch.model.ids import short_id
from trucewatch.truces.act_listed import act_listed, nothing_listed
from trucewatch.truces.case import BREACH, Case, Told, case_of, frame_of, grounds, told_claims
from trucewatch.truces.exception_claimed import exception_claimed
from trucewatch.truces.in_area import in_area
from trucewatch.truces.in_period import in_period
from trucewatch.truces.label import label_of, overall_label
from trucewatch.truces.not_excluded import not_excluded
from trucewatch.truces.party_bound import party_bound
from trucewatch.truces.target_bound import target_bound
from trucewatch.truces.times import touches

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

NO_TERM = "none"
"""The term id of the one assessment of an incident that no term is about."""

TESTS: tuple[tuple[Callable[[Case], Finding], Callable[[Told], object]], ...] = (
    (party_bound, lambda one: one.actors),
    (target_bound, lambda one: one.targets),
    (not_excluded, lambda one: one.actors or one.targets),
    (in_period, lambda one: one.claim.day.value),
    (in_area, lambda one: one.claim.place.value),
    (act_listed, lambda one: one),
    (exception_claimed, lambda one: one),
)
"""Each test with what a telling must hold to have a say in it."""


class Assessor:
    """A truce made ready once, to be held against many incidents of its conflict."""

    def __init__(self, truce: Truce, conflict: Conflict) -> None:
        self.truce = truce
        self._frame = frame_of(truce, conflict)
        self._ever = self._frame.clock.ever(truce.periods)
        self._terms: dict[str, tuple[Term, ...]] = {}
        self._areas = tuple(dict.fromkeys(term.area for term in truce.terms))

    def assess(
        self,
        incident: Incident,
        claims: Mapping[str, Claim],
        sentences: Mapping[str, str] | None = None,
        known: Mapping[str, Assessment] | None = None,
    ) -> tuple[Assessment, ...]:
        """One assessment for each term that an act told of is about, in the order of the terms.

        One against no term where there is none, and where every day told lies outside all periods of the truce or
        every place told outside all its areas.
        `claims` holds at least the incident's claims by id, `sentences` the words they stand in, from which alone a
        claimed exception can be read. `known` holds assessments by term that are to stand as they are, see
        `truces/changes.py`. What a source itself calls a breach answers no test: see `said_to_be_broken`.
        """
        return self.assess_told(incident, told_claims(incident, claims, sentences), known)

    def assess_told(
        self, incident: Incident, told: Sequence[Told], known: Mapping[str, Assessment] | None = None
    ) -> tuple[Assessment, ...]:
        """`assess` with the incident's claims as `told_claims` gives them: made once, they serve for every truce."""
        relevant = self._relevant(told)
        if relevant and self._never_then(told):
            days = grounds([one for one in told if one.claim.day.value], "day")
            reason = "Every time told lies outside all periods of the truce."
            return (self._against_none(incident, Finding("in_period", Answer.NO, reason, days)),)
        if relevant and self._nowhere_there(told):
            places = grounds([one for one in told if one.claim.place.value], "place")
            reason = "Every place told lies outside all areas of the truce."
            return (self._against_none(incident, Finding("in_area", Answer.NO, reason, places)),)
        cases = [case for term in relevant if (case := case_of(self._frame, term, told)).told]
        if not cases:
            return (self._against_none(incident, nothing_listed(told)),)
        standing = known or {}
        return tuple(
            self._as_own(standing[case.term.id]) if case.term.id in standing else self._against(incident, case)
            for case in cases
        )

    def _as_own(self, one: Assessment) -> Assessment:
        """An assessment made under another version of this truce, as one under this one."""
        ident = short_id("assessment", one.incident_id, self.truce.id, self.truce.version, one.term_id)
        return replace(one, id=ident, truce_id=self.truce.id, truce_version=self.truce.version)

    def _relevant(self, told: Sequence[Told]) -> list[Term]:
        acts = {one.claim.act.value for one in told}
        for act in acts:
            if act not in self._terms:
                self._terms[act] = tuple(t for t in self.truce.terms if act in t.acts or act in t.unmet_by)
        wanted = {term.id for act in acts for term in self._terms[act]}
        return [term for term in self.truce.terms if term.id in wanted] if wanted else []

    def _never_then(self, told: Sequence[Told]) -> bool:
        """Whether some day is told and every day told lies before the truce's first or after its last moment."""
        days = {one.claim.day.value for one in told} - {None}
        if not days or self._ever is None:
            return False
        ranges = [self._frame.clock.range_of(day) for day in days if day]
        return not any(touches(*self._ever, first, after) for first, after in ranges)

    def _nowhere_there(self, told: Sequence[Told]) -> bool:
        """Whether some place is told and every place told lies outside all areas in which terms hold."""
        areas = self._frame.areas
        places = [one.claim.place.value for one in told if one.claim.place.value is not None]
        return bool(places) and all(areas.answer(place, one) is Answer.NO for place in places for one in self._areas)

    def _against_none(self, incident: Incident, finding: Finding) -> Assessment:
        return self._assessment(incident, NO_TERM, (finding,), _label_of_one(finding.test, finding.answer), ())

    def _against(self, incident: Incident, case: Case) -> Assessment:
        findings = tuple(test(case) for test, _ in TESTS)
        label = label_of(findings, case.term.mode, unmet=bool(case.undone))
        sources = case.sources
        if len(sources) == 1 and (case.done or case.undone):
            accounts: tuple[AccountLabel, ...] = (AccountLabel(sources[0], label),)
        else:
            accounts = tuple(AccountLabel(one, _account_label(case, one, findings)) for one in sources)
        return self._assessment(incident, case.term.id, findings, label, accounts)

    def _assessment(
        self, incident: Incident, term_id: str, findings: tuple[Finding, ...], label: str,
        accounts: tuple[AccountLabel, ...],
    ) -> Assessment:  # fmt: skip
        truce = self.truce
        return Assessment(
            id=short_id("assessment", incident.id, truce.id, truce.version, term_id),
            incident_id=incident.id,
            truce_id=truce.id,
            truce_version=truce.version,
            term_id=term_id,
            findings=findings,
            label=label,
            accounts=accounts,
        )


@cache
def _label_of_one(test: str, answer: Answer) -> str:
    """The label where one test settles the matter."""
    return label_of((Finding(test, answer, ""),))


def _account_label(case: Case, source: str, shared: Sequence[Finding]) -> str:
    """The label by one source's account; a field that it does not tell is answered as all accounts together do."""
    alone = case.of_source(source)
    if not alone.done and not alone.undone:
        return "denied" if alone.denied else "planned"
    findings = [
        test(alone) if any(holds(one) for one in alone.told) else finding
        for (test, holds), finding in zip(TESTS, shared, strict=True)
    ]
    return label_of(findings, case.term.mode, unmet=bool(alone.undone))


def assess(
    incident: Incident,
    claims: Mapping[str, Claim],
    truce: Truce,
    conflict: Conflict,
    sentences: Mapping[str, str] | None = None,
) -> tuple[Assessment, ...]:
    """`Assessor.assess` for a single incident; for many, make the assessor once."""
    return Assessor(truce, conflict).assess(incident, claims, sentences)


def overall(assessments: Iterable[Assessment]) -> str:
    """The label to show for an incident as a whole; ValueError when there is no assessment."""
    return overall_label(assessment.label for assessment in assessments)


def said_to_be_broken(incident: Incident, claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims in which a source itself says that a truce was broken: shown beside the tests, never a result."""
    return tuple(claims[claim_id] for claim_id in incident.claim_ids if claims[claim_id].act.value == BREACH)
