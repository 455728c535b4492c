"""Reasons are worded when they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.views.builders import RUN
from tests.views.finer_places import MARK, finer_conflict, finer_truce, write_finer_ledger
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import Answer, Assessment
from trucewatch.views.assessment_view import explain_assessment
from trucewatch.views.incident_view import explain_incident
from trucewatch.views.reasons import in_words_of_now

CONFLICT, TRUCE = finer_conflict(), finer_truce()
OLD = f"As worded once: it lies at {MARK.title()}Quarter."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    write_finer_ledger(tmp_path / "ledger.sqlite")
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        yield ledger


def strike(ledger: Ledger) -> Assessment:
    """The assessment of the strike on the quarter, which the program made."""
    return next(
        one
        for entry in ledger.incidents()
        if entry.incident.acts == ("attack.air",) and entry.incident.place_id == f"sy.{MARK}quarter"
        for one in ledger.assessments_of(entry.incident.id)
        if one.term_id == "air"
    )


def worded_once(one: Assessment, reason: str = OLD) -> Assessment:
    return replace(one, findings=tuple(replace(finding, reason=reason) for finding in one.findings))


def test_an_old_wording_is_not_shown_where_the_tests_answer_the_same(ledger: Ledger) -> None:
    made = strike(ledger)
    assert in_words_of_now(ledger, CONFLICT, [worded_once(made)], [TRUCE]) == (made,)


def test_a_stored_reason_stands_where_the_terms_are_others_but_names_nothing_finer(ledger: Ledger) -> None:
    old = worded_once(replace(strike(ledger), rests_on="other terms"), f"It lies at {MARK.title()}quarter, says X.")
    (shown,) = in_words_of_now(ledger, CONFLICT, [old], [TRUCE])
    place = {finding.test: finding.reason for finding in shown.findings}
    assert place["in_area"] == "It lies at Ariha, says X."
    assert [one.answer for one in shown.findings] == [one.answer for one in old.findings]


def test_it_stands_too_where_the_truce_is_not_at_hand_or_the_answer_is_another(ledger: Ledger) -> None:
    made = strike(ledger)
    (shown,) = in_words_of_now(ledger, CONFLICT, [worded_once(made, "As worded once.")], [])
    assert {finding.reason for finding in shown.findings} == {"As worded once."}
    other = Answer.NO if made.findings[0].answer is not Answer.NO else Answer.YES
    changed = worded_once(made, "As worded once.")
    changed = replace(changed, findings=(replace(changed.findings[0], answer=other), *changed.findings[1:]))
    (shown,) = in_words_of_now(ledger, CONFLICT, [changed], [TRUCE])
    assert shown.findings[0].reason == "As worded once."
    assert shown.findings[1:] == made.findings[1:]


def test_pages_of_an_old_ledger_show_the_words_of_now(ledger: Ledger) -> None:
    made = strike(ledger)
    ledger.replace_assessments([made.id], [worded_once(made)], RUN)
    assert ledger.assessment(made.id).findings[0].reason == OLD
    page = explain_assessment(ledger, CONFLICT, made.id, truces=[TRUCE])
    incident = explain_incident(ledger, CONFLICT, made.incident_id, truces=[TRUCE])
    reasons = {one.reason for one in page.findings} | {
        finding.reason for one in incident.assessments for finding in one.findings
    }
    assert not any("As worded once" in reason for reason in reasons)
    assert any("Ariha" in reason for reason in reasons)
