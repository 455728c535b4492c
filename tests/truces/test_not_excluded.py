from __future__ import annotations

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import case
from trucewatch.model import Answer
from trucewatch.truces.not_excluded import not_excluded

RUSSIA = ("ru.forces",)


@pytest.mark.parametrize(
    ("actor", "target", "expected"),
    [
        (RUSSIA, ("civilians",), Answer.YES),
        (("unknown",), (), Answer.YES),
        (("is",), ("civilians",), Answer.NO),
        (RUSSIA, ("is",), Answer.NO),
        (RUSSIA, ("sy.rebels", "is"), Answer.DISPUTED),
        (("sy.rebels.zenki",), ("sy.gov",), Answer.NO),
        (RUSSIA, ("sy.rebels",), Answer.YES),
    ],
)
def test_by_who_is_named(actor: tuple[str, ...], target: tuple[str, ...], expected: Answer) -> None:
    assert not_excluded(case(claim(actor=actor, target=target))).answer is expected


def test_accounts_of_which_one_names_an_excluded_target() -> None:
    one, other = claim(document="a", actor=RUSSIA, target=("is",)), claim(document="b", target=("civilians",))
    found = not_excluded(case(one, other))
    assert found.answer is Answer.DISPUTED
    assert [(ground.claim_id, ground.field) for ground in found.grounds] == [(one.id, "target"), (other.id, "target")]
    assert "by the text: Islamic State; others named as target are not: Civilians." in found.reason


def test_one_source_that_names_an_excluded_target_in_one_telling_only() -> None:
    """Its other telling does not make the excluded one unsaid."""
    one, other = claim(document="a", target=("is",)), claim(document="a", act="attack.shelling", target=("civilians",))
    assert not_excluded(case(one, other)).answer is Answer.DISPUTED


def test_no_telling_without_an_excluded_party_alone_on_one_side() -> None:
    """Whichever side it is on, none of the tellings is of an act between others: nothing differs."""
    there, here = claim(document="a", actor=RUSSIA, target=("is",)), claim(document="b", actor=("is",), target=RUSSIA)
    found = not_excluded(case(there, here))
    assert found.answer is Answer.NO
    assert {ground.claim_id for ground in found.grounds} == {there.id, here.id}
    between = claim(document="c", actor=RUSSIA, target=("sy.rebels",))
    assert not_excluded(case(there, here, between)).answer is Answer.DISPUTED


def test_silence_on_the_target_is_no_contradiction() -> None:
    one, other = claim(document="a", actor=RUSSIA, target=("is",)), claim(document="b", actor=RUSSIA)
    assert not_excluded(case(one, other)).answer is Answer.NO


def test_the_reason_names_and_rests_on_those_in_the_role_that_it_speaks_of() -> None:
    """One telling has an excluded attacker, another an excluded target: what is said of attackers is theirs alone."""
    attacker = claim(document="a", actor=("is",), target=("sy.rebels",))
    target = claim(document="b", actor=("is",), target=("nusra",))
    found = not_excluded(case(attacker, target))
    assert "attacker" in found.reason
    assert "Nusra" not in found.reason
    assert {ground.field for ground in found.grounds} == {"actor"}
