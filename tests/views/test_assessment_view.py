from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.views import builders
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import AccountLabel, Truce
from trucewatch.packs import Conflict
from trucewatch.truces import assess
from trucewatch.views.assessment_view import explain_assessment

ASSESSMENT = builders.strike_assessments(builders.strike_incident())[0]


def test_a_finding_goes_down_to_the_words(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    assert (assessment.truce, assessment.term_clause, assessment.term_exact) == (
        truce.title,
        "annex of “Joint statement”",
        True,
    )
    assert assessment.term_source == "Joint statement, 22 February 2016"
    bound = assessment.findings[0]
    assert (bound.question, bound.answer) == ("Is the alleged actor bound by the truce?", "yes")
    words = [ground.readings[0].words[0].text for ground in bound.grounds]
    assert words == ["Russian warplanes", "government aircraft"]


def test_an_assessment_without_its_truce_still_stands(ledger: Ledger, conflict: Conflict) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id)
    assert (assessment.truce, assessment.term_words) == ("syria-2016", None)


def test_a_ground_names_report_speaker_and_sentence(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    told = assessment.findings[0].grounds[0].telling
    assert (told.report.outlet, told.report.published_text) == ("Orontes Wire", "21 May 2016")
    assert told.speakers == "Syrian Observatory for Human Rights"
    assert "".join(segment.text for segment in told.sentence).startswith("At least eight civilians")


def test_accounts_that_differ_are_told_one_by_one(conflict: Conflict, truce: Truce, tmp_path: Path) -> None:
    accounts = (AccountLabel("sohr", "reported_breach"), AccountLabel("sy.gov.forces", "denied"))
    incident = builders.strike_incident()
    told = replace(ASSESSMENT, accounts=accounts)
    builders.write_ledger(tmp_path / "a.sqlite")
    with open_ledger(tmp_path / "a.sqlite") as ledger:
        ledger.replace_incidents([incident], [told], builders.RUN, as_of=ledger.claims_version())
        shown = explain_assessment(ledger, conflict, told.id, truces=[truce])
    assert [(one.source, one.label) for one in shown.accounts] == [
        ("Syrian Observatory for Human Rights", "reported breach"),
        ("Syrian government forces", "told as not done"),
    ]
    assert shown.accounts_differ


def test_every_ground_shows_who_says_it_and_from_which_words(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    grounds = [ground for finding in assessment.findings for ground in finding.grounds]
    assert grounds
    for ground in grounds:
        assert ground.saying.speaker == ground.telling.speakers
        assert ground.saying.stretches
        assert all(reading.field != "speakers" for reading in ground.readings)


def test_reports_bear_one_number_each(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    assert [one.number for one in assessment.reports] == list(range(1, len(assessment.reports) + 1))
    by_id = {one.report.document_id: one.number for one in assessment.reports}
    grounds = [ground for finding in assessment.findings for ground in finding.grounds]
    assert {ground.document_id: ground.number for ground in grounds} == by_id


def test_an_account_alone_says_which_test_it_answers_otherwise(
    conflict: Conflict, truce: Truce, tmp_path: Path
) -> None:
    """The toll's update names no attacker and no target; the first telling, of the same source, does."""
    incident = builders.strike_incident()
    first, _, update = builders.STRIKE
    monitor, army = incident.accounts
    apart = replace(
        incident,
        accounts=(
            replace(monitor, claim_ids=(first.id,)),
            replace(monitor, source="ru.forces", claim_ids=(update.id,)),
            army,
        ),
    )
    (made, *_) = assess(apart, {claim.id: claim for claim in builders.STRIKE}, truce, conflict)
    builders.write_ledger(tmp_path / "a.sqlite")
    with open_ledger(tmp_path / "a.sqlite") as ledger:
        ledger.replace_incidents([apart], [made], builders.RUN, as_of=ledger.claims_version())
        shown = explain_assessment(ledger, conflict, made.id, truces=[truce])
    by_source = {one.source: one for one in shown.accounts}
    denying = by_source["Syrian government forces"]
    assert (denying.label, denying.answers) == ("told as not done", ())
    together = {finding.question: finding.answer for finding in shown.findings}
    answers = [answer for one in shown.accounts for answer in one.answers]
    assert answers
    assert all(answer.together == together[answer.question] != answer.answer for answer in answers)
    assert all(answer.reason for answer in answers)
    assert all(one.numbers for one in shown.accounts)


def test_tellings_folded_under_an_answer_are_all_counted(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    numbers = {one.number for one in assessment.tellings}
    for finding in assessment.findings:
        assert finding.limits
        folded = finding.grounds[finding.open_tellings :]
        assert finding.more_tellings == sum(1 + len(one.also) for one in folded)
        for one in finding.grounds:
            assert one.told_as
            assert {number for it in one.told_as for number in it.numbers} <= numbers
            assert {report.document_id for it in one.told_as for _, report in it.reports} == one.reports
