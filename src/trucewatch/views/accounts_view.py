"""What would follow if one source alone were read, and which tests then come out otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.ledger import Ledger
from trucewatch.model import Assessment, Finding, Truce
from trucewatch.packs import Conflict
from trucewatch.truces import Assessor
from trucewatch.truces.case import told_claims
from trucewatch.views.grounds import NumberedReport
from trucewatch.views.labels import (
    OUTLET_PREFIX,
    account_label,
    answer_name,
    party_name,
    reason_text,
    test_question,
)


@dataclass(frozen=True, slots=True)
class AccountAnswer:
    """A test that one source's account alone answers otherwise than all accounts together do."""

    question: str
    answer: str
    reason: str
    together: str


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What would follow if only this source's account were read.

    `answers` are the tests that come out otherwise by it alone, `numbers` the reports that carry it. Both are empty
    where they were not worked out; so are `answers` where the account tells no act as done.
    """

    source: str
    label: str
    answers: tuple[AccountAnswer, ...] = ()
    numbers: tuple[int, ...] = ()


def account_name(conflict: Conflict, source: str) -> str:
    """ "the Observatory", "Reuters itself"."""
    name = party_name(conflict, source)
    return f"{name} itself" if source.startswith(OUTLET_PREFIX) else name


def account_lines(
    ledger: Ledger, conflict: Conflict, truce: Truce, assessment: Assessment, reports: Sequence[NumberedReport]
) -> tuple[AccountLine, ...]:
    """The accounts of an assessment with what sets each apart. `truce` is the version that it was made under."""
    incident = ledger.incident(assessment.incident_id).incident
    stored = ledger.claims_in_reports(incident.claim_ids)
    claims = {id: one.claim for id, one in stored.items()}
    told = told_claims(incident, claims, {id: one.words for id, one in stored.items()})
    alone = Assessor(truce, conflict).account_findings(told, assessment.term_id)
    number = {one.report.document_id: one.number for one in reports}
    tellings = {one.source: [claims[id].document_id for id in one.claim_ids] for one in incident.accounts}
    return tuple(
        AccountLine(
            source=account_name(conflict, one.source),
            label=account_label(one.label),
            answers=_otherwise(conflict, alone.get(one.source, ()), assessment),
            numbers=tuple(sorted({number[id] for id in tellings.get(one.source, ()) if id in number})),
        )
        for one in assessment.accounts
    )


def _otherwise(conflict: Conflict, alone: Sequence[Finding], assessment: Assessment) -> tuple[AccountAnswer, ...]:
    together = {finding.test: finding.answer for finding in assessment.findings}
    return tuple(
        AccountAnswer(
            test_question(one.test),
            answer_name(one.answer),
            reason_text(conflict, one.reason),
            answer_name(together[one.test]),
        )
        for one in alone
        if together.get(one.test, one.answer) is not one.answer
    )
