from __future__ import annotations

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import case, moment, term, truce
from trucewatch.model import Answer, BoundParty, NotCovered
from trucewatch.truces.target_bound import target_bound
from trucewatch.truces.words import ALSO_NAMED


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (("civilians",), Answer.YES),
        (("sy.gov.forces",), Answer.YES),
        (("sy.rebels",), Answer.UNKNOWN),
        (("coalition",), Answer.NO),
        (("is",), Answer.NO),
        (("icrc",), Answer.UNKNOWN),
        (("unknown",), Answer.UNKNOWN),
        ((), Answer.UNKNOWN),
        (("is", "civilians"), Answer.YES),
    ],
)
def test_by_the_target_named(target: tuple[str, ...], expected: Answer) -> None:
    assert target_bound(case(claim(target=target))).answer is expected


def test_a_term_for_whoever_and_a_term_that_leaves_civilians_out() -> None:
    assert target_bound(case(claim(), under=truce(term(against=())))).answer is Answer.YES
    parties_only = truce(term(against=("government",)))
    assert target_bound(case(claim(target=("civilians",)), under=parties_only)).answer is Answer.NO


def test_accounts_that_differ_on_the_victims() -> None:
    found = target_bound(case(claim(document="a", target=("civilians",)), claim(document="b", target=("is",))))
    assert (found.answer, found.reason) == (
        Answer.DISPUTED,
        "Accounts differ on whom it was done to: Civilians (protected by the term), "
        "Islamic State (not protected by the term).",
    )


def test_in_fighting_either_side_may_be_the_target() -> None:
    assert target_bound(case(claim("attack.clash", actor=("sy.gov.forces",), target=("is",)))).answer is Answer.YES


def test_a_condition_that_is_wider_than_the_text_disputes_whom_it_protects() -> None:
    own = BoundParty("government", "the army", ("sy.gov",), "conditional", "not against X", reserves=("sy.sdf",))
    other = BoundParty("sdf", "the SDF", ("sy.sdf",), "accepted")
    held = truce(term(against=("sdf",)), parties=(own, other))
    found = target_bound(case(claim(actor=("sy.gov.forces",), target=("sy.sdf.ypg",)), under=held))
    assert found.answer is Answer.DISPUTED
    assert found.reason == "the army accepted on the condition: not against X. The text does not leave YPG and PYD out."
    assert target_bound(case(claim(actor=("is",), target=("sy.sdf.ypg",)), under=held)).answer is Answer.YES


def test_who_was_put_out_of_the_protection_is_not_protected() -> None:
    held = truce(lost_protection=(NotCovered("sy.gov", "by the sponsors", start=moment("2016-03-01")),))
    found = target_bound(case(claim(target=("sy.gov.forces",), day="2016-03-02"), under=held))
    assert found.answer is Answer.NO
    assert "was put out of the protection of the truce: by the sponsors." in found.reason
    assert target_bound(case(claim(target=("sy.gov.forces",), day="2016-02-28"), under=held)).answer is Answer.YES


def test_of_fighting_the_answer_rests_on_both_sides_named() -> None:
    """Either may be the one attacked, and so the reason names both."""
    fight = claim("attack.clash", actor=("sy.gov.forces",), target=("sy.rebels",))
    found = target_bound(case(fight))
    assert {ground.field for ground in found.grounds} == {"actor", "target"}
    alone = target_bound(case(claim(target=("civilians",))))
    assert {ground.field for ground in alone.grounds} == {"target"}


def test_only_those_who_bear_the_answer_out_are_said_to_be_protected() -> None:
    """One source tells of both; the one that is not protected is named apart."""
    told = (claim(target=("civilians", "is"), speakers=("sohr",)),)
    found = target_bound(case(*told))
    assert found.answer is Answer.YES
    decides, also, passed_over = found.reason.partition(ALSO_NAMED)
    assert "named as target: Civilians" in decides
    assert "Islamic State" not in decides
    assert also
    assert passed_over == "Islamic State (not protected by the term)."


def test_the_parties_to_fighting_are_said_to_count_on_either_side() -> None:
    found = target_bound(case(claim(act="attack.clash", actor=("sy.gov.forces",), target=("civilians",))))
    assert "either may be the one attacked" in found.reason
