from __future__ import annotations

from dataclasses import replace

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import case, term, truce
from trucewatch.model import Answer, Span, TruceException
from trucewatch.truces.exception_claimed import exception_claimed

RUSSIA = ("ru.forces",)
SELF_DEFENCE = TruceException("sd", "self_defence", "if proportionate", "text.2")
EXCLUDED = TruceException("ex", "against_excluded", "the target is excluded")
HELD = truce(term(exceptions=("sd", "ex")), exceptions=(SELF_DEFENCE, EXCLUDED))
FIRE = "The ministry said its aircraft returned fire in Idlib."


@pytest.mark.parametrize(
    ("speakers", "words", "answer"),
    [
        (("ru.gov",), FIRE, Answer.YES),
        (("sy.gov",), FIRE, Answer.YES),
        (("ru.gov",), "The ministry said its aircraft struck Idlib.", Answer.NO),
        (("sohr",), FIRE, Answer.NO),
        (("sy.opposition",), FIRE, Answer.NO),
    ],
)
def test_only_the_side_named_can_claim_it(speakers: tuple[str, ...], words: str, answer: Answer) -> None:
    found = exception_claimed(case(claim(actor=RUSSIA, speakers=speakers), under=HELD, words=words))
    assert found.answer is answer
    assert (found.clause == "text.2") is (answer is Answer.YES)


def test_that_the_target_was_excluded_is_such_a_claim() -> None:
    told = claim(document="a", actor=RUSSIA, target=("civilians",), speakers=("sohr",))
    own = claim(document="b", actor=RUSSIA, target=("is",), speakers=("ru.gov",))
    found = exception_claimed(case(told, own, under=HELD))
    assert found.answer is Answer.YES
    assert {ground.claim_id for ground in found.grounds} == {own.id}


def test_who_may_claim_it() -> None:
    others = truce(term(exceptions=("sd",)), exceptions=(TruceException("sd", "self_defence", "c", None, ("groups",)),))
    own = claim(actor=RUSSIA, speakers=("ru.gov",))
    assert exception_claimed(case(own, under=others, words=FIRE)).answer is Answer.NO


def test_a_term_without_exceptions() -> None:
    own = claim(actor=RUSSIA, speakers=("ru.gov",))
    assert exception_claimed(case(own, words=FIRE)).answer is Answer.NO


def test_a_target_from_another_sentence_is_not_what_the_side_claims() -> None:
    own = claim(actor=RUSSIA, target=("is",), speakers=("ru.gov",))
    elsewhere = replace(own, target=replace(own.target, spans=(Span(own.sentence.end + 1, own.sentence.end + 5),)))
    assert exception_claimed(case(own, under=HELD)).answer is Answer.YES
    assert exception_claimed(case(elsewhere, under=HELD)).answer is Answer.NO


def test_it_is_said_whose_medium_an_outlet_is_that_claims_one() -> None:
    found = exception_claimed(case(claim(document="SANA", actor=("sy.gov.forces",), target=("is",)), under=HELD))
    assert found.answer is Answer.YES
    assert "listed in the files as a medium of Government of Syria" in found.reason
    assert "names as target Islamic State" in found.reason
