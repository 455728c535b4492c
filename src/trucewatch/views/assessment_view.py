"""One incident held against one term of a truce: question, answer, reason, and the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.ledger import Ledger
from trucewatch.model import Assessment, Claim, Document, Finding, Term, Truce
from trucewatch.packs import Conflict
from trucewatch.views.accounts_view import AccountLine, account_lines, account_name
from trucewatch.views.grounds import (
    GroundView,
    NumberedReport,
    ground_views,
    numbered_reports,
    open_tellings,
    value_counts,
)
from trucewatch.views.labels import (
    FindingLabel,
    account_label,
    answer_name,
    finding_label,
    reason_text,
    test_question,
)
from trucewatch.views.people_view import PeopleView, people_on
from trucewatch.views.reasons import in_words_of_now
from trucewatch.views.telling_list import NumberedTelling, numbered_tellings, numbers_by_claim
from trucewatch.views.term_limits import clause_text, term_limits, truce_limits
from trucewatch.views.together_view import LinkView, together_of
from trucewatch.views.wording import date_text


@dataclass(frozen=True, slots=True)
class FindingView:
    """The answer to one test. `clause` is None where the reason needs no clause of the text.

    `counts` say how many tellings say what, `open_tellings` how many of `grounds` a page shows before it
    folds the rest, `more_tellings` how many are folded. `limits` is what the terms set for it.
    """

    test: str
    question: str
    answer: str
    reason: str
    clause: str | None
    grounds: tuple[GroundView, ...]
    counts: tuple[str, ...] = ()
    open_tellings: int = 0
    more_tellings: int = 0
    limits: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentExplanation:
    """`term_words` are those of the truce's text, quoted when `term_exact`; `term_source` names that text.

    Clause, words and source are None when no term lists the act, or when the truce is not at hand. `reports` are those
    that its answers rest on, under their numbers, `tellings` all tellings under theirs. `people` are rulings on it.
    `together` and `links` say why the tellings are held to be one incident; only where one assessment is explained.
    """

    id: str
    incident_id: str
    truce_id: str
    truce: str
    truce_version: int
    term_id: str
    term_clause: str | None
    term_words: str | None
    term_source: str | None
    term_exact: bool
    term_checked: bool
    label: FindingLabel
    accounts: tuple[AccountLine, ...]
    accounts_differ: bool
    findings: tuple[FindingView, ...]
    reports: tuple[NumberedReport, ...] = ()
    tellings: tuple[NumberedTelling, ...] = ()
    people: tuple[PeopleView, ...] = ()
    together: str = ""
    links: tuple[LinkView, ...] = ()


def explain_assessment(
    ledger: Ledger, conflict: Conflict, prefix: str, *, truces: Sequence[Truce] = ()
) -> AssessmentExplanation:
    """Raises `UnknownId` or `AmbiguousId`."""
    assessment = ledger.assessment(prefix)
    (explained,) = explain_assessments(ledger, conflict, [assessment], truces)
    together = together_of(ledger, conflict, assessment.incident_id)
    explained = replace(explained, together=together.summary, links=together.links)
    truce = next((t for t in truces if (t.id, t.version) == (assessment.truce_id, assessment.truce_version)), None)
    if truce is None or len(assessment.accounts) < 2 or _term(truce, assessment.term_id) is None:
        return explained
    accounts = account_lines(ledger, conflict, truce, assessment, explained.reports)
    return replace(explained, accounts=accounts)


def explain_assessments(
    ledger: Ledger, conflict: Conflict, assessments: Sequence[Assessment], truces: Sequence[Truce]
) -> tuple[AssessmentExplanation, ...]:
    """The explanations of several assessments, in their order; reasons in the words of now."""
    assessments = in_words_of_now(ledger, conflict, assessments, truces)
    grounds = [ground for a in assessments for finding in a.findings for ground in finding.grounds]
    claims = ledger.claims_by_id({ground.claim_id for ground in grounds})
    documents = ledger.documents_by_id({claim.document_id for claim in claims.values()})
    by_id = {(truce.id, truce.version): truce for truce in truces}
    people = people_on(ledger, {a.incident_id for a in assessments})
    return tuple(
        replace(
            _explanation(conflict, a, by_id.get((a.truce_id, a.truce_version)), claims, documents),
            people=tuple(one for one in people.get(a.incident_id, ()) if one.assessment_id == a.id),
        )
        for a in assessments
    )


def _explanation(
    conflict: Conflict,
    assessment: Assessment,
    truce: Truce | None,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
) -> AssessmentExplanation:
    term = _term(truce, assessment.term_id)
    resting_on = [ground.claim_id for finding in assessment.findings for ground in finding.grounds]
    reports = numbered_reports(conflict, resting_on, claims, documents)
    numbers = {one.report.document_id: one.number for one in reports}
    tellings = numbered_tellings(conflict, resting_on, claims, documents, numbers)
    told_as = numbers_by_claim(tellings)
    limits = _limits(truce, term, conflict)
    return AssessmentExplanation(
        id=assessment.id,
        incident_id=assessment.incident_id,
        truce_id=assessment.truce_id,
        truce=truce.title if truce else assessment.truce_id,
        truce_version=assessment.truce_version,
        term_id=assessment.term_id,
        term_clause=clause_text(truce, term.clause) if term else None,
        term_words=term.words if term else None,
        term_source=_source(truce, term) if truce and term else None,
        term_exact=term.exact if term else False,
        term_checked=term.confirmed if term else True,
        label=finding_label(assessment.label),
        accounts=tuple(
            AccountLine(account_name(conflict, one.source), account_label(one.label)) for one in assessment.accounts
        ),
        accounts_differ=assessment.accounts_differ,
        findings=tuple(
            replace(
                _finding(conflict, finding, claims, documents, numbers, told_as),
                clause=clause_text(truce, finding.clause),
                limits=limits.get(finding.test, ""),
            )
            for finding in assessment.findings
        ),
        reports=reports,
        tellings=tellings,
    )


def _limits(truce: Truce | None, term: Term | None, conflict: Conflict) -> dict[str, str]:
    if truce is None:
        return {}
    return term_limits(truce, term, conflict) if term else truce_limits(truce, conflict)


def _term(truce: Truce | None, term_id: str) -> Term | None:
    return next((term for term in truce.terms if term.id == term_id), None) if truce else None


def _source(truce: Truce, term: Term) -> str | None:
    cited = term.clause.partition(".")[0]
    return next((f"{one.title}, {date_text(one.date)}" for one in truce.instruments if one.id == cited), None)


def _finding(
    conflict: Conflict,
    finding: Finding,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    numbers: Mapping[str, int],
    told_as: Mapping[str, int],
) -> FindingView:
    grounds = ground_views(conflict, finding, claims, documents, numbers, told_as)
    shown = open_tellings(grounds)
    return FindingView(
        test=finding.test,
        question=test_question(finding.test),
        answer=answer_name(finding.answer),
        reason=reason_text(conflict, finding.reason),
        clause=finding.clause,
        grounds=grounds,
        counts=value_counts(grounds),
        open_tellings=shown,
        more_tellings=sum(1 + len(one.also) for one in grounds[shown:]),
    )
