"""An incident against each term of a truce, question by question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from trucewatch.model import AccountLabel, Answer, Assessment, Claim, Day, Finding, Incident, Term, Truce
from trucewatch.model.ids import tail_of
from trucewatch.truces.act_listed import act_listed
from trucewatch.truces.case import BREACH, Case, Told, ToldIncident, case_of, frame_of, told_claims
from trucewatch.truces.exception_claimed import exception_claimed
from trucewatch.truces.in_area import in_area
from trucewatch.truces.in_period import in_period
from trucewatch.truces.label import label_of, overall_label
from trucewatch.truces.not_excluded import not_excluded
from trucewatch.truces.party_bound import party_bound
from trucewatch.truces.resting import Resting
from trucewatch.truces.target_bound import target_bound

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

_Known = Mapping[tuple[str, str], Assessment]
_NOTHING: _Known = {}

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
        self._resting = Resting(truce, self._frame.standings, self._frame.clock)
        self._ever = self._frame.clock.ever(truce.periods)
        self._tails = {id: tail_of(truce.id, truce.version, id) for id in (NO_TERM, *(term.id for term in truce.terms))}
        self._about: dict[frozenset[str], tuple[Term, ...]] = {}
        self._outside_times: dict[Day, bool] = {}

    def assess(
        self,
        incident: Incident,
        claims: Mapping[str, Claim],
        sentences: Mapping[str, str] | None = None,
        known: Iterable[Assessment] = (),
    ) -> tuple[Assessment, ...]:
        """One assessment for each term that an act told of is about, in the order of the terms.

        One against no term where there is none, and where every day told lies outside all periods of the truce or
        every place told outside all its areas.
        `claims` holds at least the incident's claims by id, `sentences` the words they stand in, from which alone a
        claimed exception can be read. What a source itself calls a breach answers no test: see `said_to_be_broken`.
        `known` are earlier assessments of the incident, by these or other terms, while its claims were the same: where
        one rests on the same, it stands, and nothing is worked out anew.
        """
        return self.assess_told(told_claims(incident, claims, sentences), known)

    def assess_told(self, told: ToldIncident, known: Iterable[Assessment] = ()) -> tuple[Assessment, ...]:
        """`assess` with the incident's claims as `told_claims` gives them: made once, they serve for every truce."""
        standing = {(one.term_id, one.rests_on): one for one in known} if known else _NOTHING
        about = self._terms_about(told.acts)
        if about and self._never_then(told):
            return (self._against_none(told, told.never_then, standing),)
        if about and self._nowhere_there(told):
            return (self._against_none(told, told.nowhere_there, standing),)
        cases = [case for term in about if (case := case_of(self._frame, term, told.told)).told]
        if not cases:
            return (self._against_none(told, told.nothing_listed, standing),)
        return tuple(self._against(told, case, standing) for case in cases)

    def account_findings(self, told: ToldIncident, term_id: str) -> Mapping[str, tuple[Finding, ...]]:
        """By source what its account alone answers to each test of a term; none where it tells no act as done.

        What it does not tell is answered as all accounts together do. KeyError for an unknown term.
        """
        case = case_of(self._frame, {term.id: term for term in self.truce.terms}[term_id], told.told)
        shared = tuple(test(case) for test, _ in TESTS)
        by_source = {source: case.of_source(source) for source in case.sources}
        return {source: _findings_alone(one, shared) for source, one in by_source.items() if one.done or one.undone}

    def _terms_about(self, acts: frozenset[str]) -> tuple[Term, ...]:
        about = self._about.get(acts)
        if about is None:
            about = tuple(term for term in self.truce.terms if acts & {*term.acts, *term.unmet_by})
            self._about[acts] = about
        return about

    def _never_then(self, told: ToldIncident) -> bool:
        """Whether some day is told and every day told lies before the truce's first or after its last moment."""
        return bool(told.days) and all(map(self._is_outside_times, told.days))

    def _is_outside_times(self, day: Day) -> bool:
        outside = self._outside_times.get(day)
        if outside is None:
            outside = self._ever is not None and self._frame.clock.misses(self._ever, day)
            self._outside_times[day] = outside
        return outside

    def _nowhere_there(self, told: ToldIncident) -> bool:
        """Whether some place is told and every place told lies outside all areas in which terms hold."""
        return bool(told.places) and all(map(self._frame.areas.outside_all, told.places))

    def _against_none(self, told: ToldIncident, finding: Finding, standing: _Known) -> Assessment:
        rests_on = self._resting.of_reach(told)
        same = standing.get((NO_TERM, rests_on)) if standing else None
        if same is not None:
            return self._as_own(told, same)
        label = _label_of_one(finding.test, finding.answer)
        return self._assessment(told, NO_TERM, (finding,), label, (), rests_on)

    def _against(self, told: ToldIncident, case: Case, standing: _Known) -> Assessment:
        rests_on = self._resting.of_term(case.term, told)
        same = standing.get((case.term.id, rests_on)) if standing else None
        if same is not None:
            return self._as_own(told, same)
        findings = tuple(test(case) for test, _ in TESTS)
        label = label_of(findings, case.term.mode, unmet=bool(case.undone))
        sources = case.sources
        if len(sources) == 1 and (case.done or case.undone):
            accounts: tuple[AccountLabel, ...] = (AccountLabel(sources[0], label),)
        else:
            accounts = tuple(AccountLabel(one, _account_label(case, one, findings)) for one in sources)
        return self._assessment(told, case.term.id, findings, label, accounts, rests_on)

    def _assessment(
        self, told: ToldIncident, term_id: str, findings: tuple[Finding, ...], label: str,
        accounts: tuple[AccountLabel, ...], rests_on: str,
    ) -> Assessment:  # fmt: skip
        ident, truce = told.assessment_ids.of(self._tails[term_id]), self.truce
        return Assessment(
            ident, told.incident_id, truce.id, truce.version, term_id, findings, label, accounts, rests_on
        )

    def _as_own(self, told: ToldIncident, one: Assessment) -> Assessment:
        """The very same where it is of this version of this truce; else as one under this one."""
        if (one.truce_id, one.truce_version) == (self.truce.id, self.truce.version):
            return one
        ident = told.assessment_ids.of(self._tails[one.term_id])
        return replace(one, id=ident, truce_id=self.truce.id, truce_version=self.truce.version)


@cache
def _label_of_one(test: str, answer: Answer) -> str:
    """The label where one test settles the matter."""
    return label_of((Finding(test, answer, ""),))


def _account_label(case: Case, source: str, shared: Sequence[Finding]) -> str:
    """The label by one source's account; a field that it does not tell is answered as all accounts together do."""
    alone = case.of_source(source)
    if not alone.done and not alone.undone:
        return "denied" if alone.denied else "planned"
    return label_of(_findings_alone(alone, shared), case.term.mode, unmet=bool(alone.undone))


def _findings_alone(alone: Case, shared: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(
        test(alone) if any(holds(one) for one in alone.told) else finding
        for (test, holds), finding in zip(TESTS, shared, strict=True)
    )


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
