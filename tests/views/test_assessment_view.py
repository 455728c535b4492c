from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.views import builders
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import AccountLabel, Truce
from trucewatch.packs import Conflict
from trucewatch.views.assessment_view import explain_assessment

ASSESSMENT = builders.strike_assessments(builders.strike_incident())[0]


def test_a_finding_goes_down_to_the_words(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    assert (assessment.truce, assessment.term_clause, assessment.term_exact) == (truce.title, "js.annex", True)
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


def test_every_ground_shows_the_words_of_whoever_says_it(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    grounds = [ground for finding in assessment.findings for ground in finding.grounds]
    said = [reading for ground in grounds for reading in ground.readings if reading.field == "speakers"]
    assert grounds
    assert len(said) == sum(ground.telling.speakers != f"{ground.outlet} itself" for ground in grounds)
    assert all(reading.words for reading in said)
