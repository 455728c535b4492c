from __future__ import annotations

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import case, term, truce
from trucewatch.model import Answer
from trucewatch.truces.target_bound import target_bound


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
        "Accounts differ on whom it was done to: Civilians, Islamic State.",
    )


def test_in_fighting_either_side_may_be_the_target() -> None:
    assert target_bound(case(claim("attack.clash", actor=("sy.gov.forces",), target=("is",)))).answer is Answer.YES
