from __future__ import annotations

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import assessed, case, term, truce
from trucewatch.model import Answer, Claim, Ground, Stance
from trucewatch.truces.act_listed import act_listed


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        (Stance.ASSERTED, Answer.YES),
        (Stance.HEDGED, Answer.YES),
        (Stance.DENIED, Answer.UNKNOWN),
        (Stance.PLANNED, Answer.NO),
        (Stance.CONDITIONAL, Answer.NO),
    ],
)
def test_by_how_it_is_told(stance: Stance, expected: Answer) -> None:
    assert act_listed(case(claim(stance=stance, speakers=("sohr",)))).answer is expected


def test_a_plan_beside_the_act_changes_nothing() -> None:
    both = case(claim(document="a"), claim(document="b", stance=Stance.PLANNED))
    assert act_listed(both).answer is Answer.YES


def test_a_denial_by_another_disputes_that_it_happened_and_one_of_the_own_part_does_not() -> None:
    told = claim(document="a", actor=("ru.forces",))
    by_others = claim(document="b", actor=("ru.forces",), speakers=("us.gov",), stance=Stance.DENIED)
    own = claim(document="b", actor=("ru.forces",), speakers=("sy.gov",), stance=Stance.DENIED)
    disputed = act_listed(case(told, by_others))
    assert disputed.answer is Answer.DISPUTED
    assert Ground(by_others.id, "stance") in disputed.grounds
    assert act_listed(case(told, own)).answer is Answer.YES


def test_no_term_lists_it() -> None:
    (one,) = assessed(claim("meet"))
    assert (one.term_id, one.label) == ("none", "outside_scope(act_listed)")
    assert one.findings[0].reason == "No term lists meet."


def test_the_word_that_a_truce_was_broken_is_not_told_by_which_act() -> None:
    (one,) = assessed(claim("truce.breach", actor=("sy.gov",)))
    assert one.label == "undetermined(act_listed)"


DUTY = truce(term(mode="must", acts=("aid.deliver",), unmet_by=("aid.obstruct",), against=()))
GIVEN = claim("aid.deliver", document="a", actor=("sy.gov",), place="Idlib", day="2016-03-01")
BLOCKED = claim("aid.obstruct", document="b", actor=("sy.gov",), place="Idlib", day="2016-03-01")
NOT_GIVEN = claim("aid.deliver", document="b", actor=("sy.gov",), place="Idlib", day="2016-03-01", stance=Stance.DENIED)


@pytest.mark.parametrize(
    ("claims", "label"),
    [
        ((GIVEN,), "permitted_act"),
        ((BLOCKED,), "duty_unmet_reported"),
        ((NOT_GIVEN,), "duty_unmet_reported"),
        ((GIVEN, BLOCKED), "reported_breach_disputed"),
    ],
)
def test_a_duty_told_as_done_or_not(claims: tuple[Claim, ...], label: str) -> None:
    (one,) = assessed(*claims, under=DUTY)
    assert one.label == label


def test_a_duty_that_is_only_announced() -> None:
    (one,) = assessed(claim("aid.deliver", actor=("sy.gov",), stance=Stance.PLANNED), under=DUTY)
    assert one.label == "outside_scope(act_listed)"
    (other,) = assessed(claim("aid.obstruct", actor=("sy.gov",), stance=Stance.PLANNED), under=DUTY)
    assert (other.term_id, other.label) == ("none", "outside_scope(act_listed)")


def test_a_term_about_weapons_needs_one_of_them_told() -> None:
    held = truce(term(weapons=("howitzer",)))
    assert act_listed(case(claim(), under=held, words="Howitzers were seen.")).answer is Answer.YES
    found = act_listed(case(claim(), under=held, words="Soldiers were seen."))
    assert (found.answer, found.reason) == (
        Answer.UNKNOWN,
        "The term is about howitzer; no report of attack.air names one of these.",
    )
