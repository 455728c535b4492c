from __future__ import annotations

from tests.views import builders
from trucewatch.ledger import Ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views.assessment_view import explain_assessment

ASSESSMENT = builders.strike_assessments(builders.strike_incident())[0]


def test_a_finding_goes_down_to_the_words(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce])
    assert (assessment.truce, assessment.term_clause, assessment.term_exact) == (truce.title, "js.annex", True)
    bound = assessment.findings[0]
    assert (bound.question, bound.answer) == ("Is the alleged actor bound by the truce?", "yes")
    words = [ground.readings[0].words[0].text for ground in bound.grounds]
    assert words == ["Russian warplanes", "government aircraft"]


def test_an_assessment_without_its_truce_still_stands(ledger: Ledger, conflict: Conflict) -> None:
    assessment = explain_assessment(ledger, conflict, ASSESSMENT.id)
    assert (assessment.truce, assessment.term_words) == ("syria-2016", None)
