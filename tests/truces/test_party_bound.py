from __future__ import annotations

from dataclasses import replace

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import case, moment, term, truce
from trucewatch.model import Answer, BoundParty, Ground, Span, Stance
from trucewatch.truces.party_bound import party_bound
from trucewatch.truces.words import ALSO_NAMED

RUSSIA = ("ru.forces",)
REBELS = ("sy.rebels",)


@pytest.mark.parametrize(
    ("actor", "expected", "reason"),
    [
        (("sy.gov.forces",), Answer.YES, "binds as the government side"),
        (RUSSIA, Answer.YES, "names Russian forces"),
        (("sy.rebels.jaish-al-islam",), Answer.UNKNOWN, "names were withheld"),
        (("is",), Answer.NO, "excluded: named in the text"),
        (("sy.rebels.zenki",), Answer.NO, "excluded: named in the text"),
        (("coalition",), Answer.NO, "not bound: no acceptance is known"),
        (("other:Some Brigade",), Answer.UNKNOWN, "do not say how Some Brigade stands"),
        (("unknown",), Answer.UNKNOWN, "No report names who did it."),
        (("coalition", "ru.forces"), Answer.YES, "names Russian forces"),
    ],
)
def test_by_the_party_named(actor: tuple[str, ...], expected: Answer, reason: str) -> None:
    found = party_bound(case(claim(actor=actor)))
    assert found.answer is expected
    assert reason in found.reason
    assert {ground.field for ground in found.grounds} <= {"actor", "speakers"}
    assert found.clause == "text.1"


def test_a_party_bound_by_the_truce_but_not_by_this_term() -> None:
    only_groups = truce(term(by=("groups",)))
    found = party_bound(case(claim(actor=RUSSIA), under=only_groups))
    assert (found.answer, found.reason) == (Answer.NO, "This term does not bind Russian forces.")


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [("sohr", Answer.YES), ("ru.gov", Answer.YES), ("sy.opposition", Answer.UNKNOWN), ("is", Answer.UNKNOWN)],
)
def test_another_side_of_the_conflict_does_not_settle_it(speaker: str, expected: Answer) -> None:
    assert party_bound(case(claim(actor=RUSSIA, speakers=(speaker,)))).answer is expected


def test_a_party_s_own_medium_is_that_party_s_word() -> None:
    assert party_bound(case(claim(document="etilaf", actor=RUSSIA))).answer is Answer.UNKNOWN
    assert party_bound(case(claim(document="reuters", actor=RUSSIA))).answer is Answer.YES


def test_a_hedge_does_not_settle_it_and_a_plain_telling_beside_it_does() -> None:
    hedged = claim(document="a", actor=RUSSIA, stance=Stance.HEDGED)
    assert party_bound(case(hedged)).answer is Answer.UNKNOWN
    assert party_bound(case(hedged, claim(document="b", actor=RUSSIA))).answer is Answer.YES


def test_accounts_that_name_different_sides_are_disputed_and_each_is_named() -> None:
    found = party_bound(case(claim(document="a", actor=RUSSIA), claim(document="b", actor=("is",))))
    assert found.answer is Answer.DISPUTED
    told = "Russian forces, bound (by a); Islamic State, excluded by the text (by b)."
    assert found.reason == f"Accounts differ on who did it, and the term does not bind all who are named: {told}"


def test_rivals_that_an_answer_passes_over_are_named_with_what_they_are() -> None:
    found = party_bound(case(claim(document="a", actor=RUSSIA), claim(document="b", actor=("sy.rebels",))))
    assert found.answer is Answer.YES
    decides, also, passed_over = found.reason.partition(ALSO_NAMED)
    assert "a names Russian forces" in decides
    assert also
    assert passed_over.startswith("Rebel groups, not determined whether bound (by b)")


def test_only_who_is_surely_left_out_would_make_it_disputed() -> None:
    russia = claim(document="a", actor=RUSSIA)
    left_out = "No source names, in all that it tells, only parties that this term surely leaves out"
    unnamed = "Whether it leaves out a party that the terms do not name is open."
    beside_unnamed = party_bound(case(russia, claim(document="b", actor=("un",)))).reason
    assert left_out in beside_unnamed
    assert beside_unnamed.endswith(unnamed)
    beside_open = party_bound(case(russia, claim(document="b", actor=REBELS))).reason
    assert left_out in beside_open
    assert unnamed not in beside_open


def test_a_side_that_speaks_of_itself_is_not_said_to_name_itself() -> None:
    found = party_bound(case(claim(actor=("ru.forces",), speakers=("ru.gov",))))
    assert found.answer is Answer.YES
    assert "as an act of its own side, Russian forces" in found.reason


def test_who_denies_it_is_not_said_to_tell_it() -> None:
    """Where nothing but denials is read, the test is of whom the act is denied of."""
    found = party_bound(case(claim(actor=("ru.forces",), speakers=("ru.gov",), stance=Stance.DENIED)))
    assert found.answer is Answer.YES
    assert found.reason.startswith("Government of Russia denies it, told of Russian forces, ")


def test_a_party_from_another_sentence_is_not_said_to_be_named_by_the_speaker() -> None:
    """The attacker's words stand before the sentence that the speaker is given."""
    one = claim(document="a", actor=RUSSIA, speakers=("sohr",))
    elsewhere = replace(one, actor=replace(one.actor, spans=(Span(one.sentence.end + 1, one.sentence.end + 5),)))
    found = party_bound(case(elsewhere, claim(document="b", actor=("is",))))
    assert "(by another sentence of a report with words of Syrian Observatory for Human Rights)" in found.reason


def test_a_source_that_names_several_is_told_with_all_of_them() -> None:
    told = (
        claim(document="a", actor=("is",), speakers=("sohr",)),
        claim(document="b", actor=("ru.forces",), speakers=("sohr",)),
        claim(document="c", actor=("is",), speakers=("un",)),
    )
    found = party_bound(case(*told))
    assert found.answer is Answer.DISPUTED
    assert (
        "Islamic State, excluded by the text (by Syrian Observatory for Human Rights; United Nations)" in found.reason
    )


def test_two_bound_attackers_answer_the_question_alike() -> None:
    both = case(claim(document="a", actor=RUSSIA), claim(document="b", actor=("sy.gov.forces",)))
    assert party_bound(both).answer is Answer.YES


def test_one_who_names_nobody_disputes_nothing() -> None:
    assert party_bound(case(claim(document="a", actor=RUSSIA), claim(document="b"))).answer is Answer.YES


def test_a_side_that_denies_its_part_disputes_it() -> None:
    told = claim(document="a", actor=RUSSIA, speakers=("sohr",))
    denial = claim(document="b", actor=RUSSIA, speakers=("ru.gov",), stance=Stance.DENIED)
    found = party_bound(case(told, denial))
    assert found.answer is Answer.DISPUTED
    assert Ground(denial.id, "stance") in found.grounds


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ((("sy.gov.forces",), REBELS), Answer.UNKNOWN),
        ((("is",), ("coalition",)), Answer.NO),
        ((("other:Clan",), ("is",)), Answer.UNKNOWN),
    ],
)
def test_fighting_names_no_attacker(sides: tuple[tuple[str, ...], tuple[str, ...]], expected: Answer) -> None:
    actor, target = sides
    assert party_bound(case(claim("attack.clash", actor=actor, target=target))).answer is expected


def test_beside_an_attack_the_fighting_names_no_attacker() -> None:
    fighting = claim("attack.clash", document="a", actor=("is",), target=("sy.gov.forces",))
    attack = claim(document="b", actor=RUSSIA)
    assert party_bound(case(fighting, attack)).answer is Answer.YES


PREVENT = truce(term(mode="must_prevent", by=("government",), of=("lb.hezbollah",)))


@pytest.mark.parametrize(
    ("actor", "answer"),
    [
        (("lb.hezbollah",), Answer.YES),
        (("sy.gov.forces",), Answer.NO),
        (("other:Some Brigade",), Answer.UNKNOWN),
        (("unknown",), Answer.UNKNOWN),
    ],
)
def test_of_what_is_to_be_prevented_the_attacker_is_one_of_those_others(actor: tuple[str, ...], answer: Answer) -> None:
    assert party_bound(case(claim(actor=actor), under=PREVENT)).answer is answer


def test_fighting_with_one_whose_acts_are_to_be_prevented_names_no_attacker() -> None:
    fighting = claim("attack.clash", actor=("lb.hezbollah",), target=("is",))
    assert party_bound(case(fighting, under=PREVENT)).answer is Answer.UNKNOWN


def test_a_side_answers_for_those_whom_the_text_lays_at_its_door() -> None:
    side = BoundParty("government", "the government side", ("sy.gov",), "accepted", responsible_for=("lb.hezbollah",))
    found = party_bound(case(claim(actor=("lb.hezbollah",)), under=truce(parties=(side,))))
    assert found.answer is Answer.YES
    assert "for whose acts the text holds the government side responsible" in found.reason


def test_a_side_whose_acceptance_ended_is_no_longer_bound_and_the_reason_says_why() -> None:
    side = BoundParty(
        "government", "the government side", ("ru.forces",), "accepted", until=moment("2016-03-12"), afterwards="ended"
    )
    found = party_bound(case(claim(actor=RUSSIA, day="2016-03-20"), under=truce(parties=(side,))))
    assert (found.answer, found.reason) == (
        Answer.NO,
        "Russian forces is no longer bound: its own acceptance ran until 2016-03-12.",
    )


def test_a_source_that_names_the_attacker_itself_is_not_said_to_leave_that_to_the_report() -> None:
    """Both leave it open: what stands in the source's own sentence is told."""
    elsewhere = claim(document="a", actor=RUSSIA, speakers=("sy.opposition",), start=200)
    itself = claim(document="b", actor=RUSSIA, speakers=("sy.opposition",))
    found = party_bound(case(elsewhere, itself))
    assert found.answer is Answer.UNKNOWN
    assert found.reason.startswith("Only another side of the conflict (Political opposition) names Russian forces.")


def test_an_attacker_named_elsewhere_in_the_report_is_not_named_by_the_speaker() -> None:
    monitor = claim(actor=RUSSIA, speakers=("sohr",), start=200)  # its actor's words stand at the top of the report
    found = party_bound(case(monitor))
    assert (found.answer, found.reason) == (
        Answer.UNKNOWN,
        "In what is given to Syrian Observatory for Human Rights Russian forces was not read as the one who did "
        "it; another sentence of the report names Russian forces.",
    )
    assert party_bound(case(claim(actor=RUSSIA, start=200))).answer is Answer.YES
