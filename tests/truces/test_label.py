from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model import Answer, Finding
from trucewatch.model.assessment import PEOPLES_LABELS
from trucewatch.truces.label import EXCEPTION, LABELS, TESTS, label_of, overall_label


def findings(**answers: Answer) -> list[Finding]:
    """The answers given; of the others yes, and that nobody claims an exception."""
    told = dict.fromkeys(TESTS, Answer.YES) | {EXCEPTION: Answer.NO} | answers
    return [Finding(test, answer, "") for test, answer in told.items()]


YES, NO, UNKNOWN, DISPUTED = Answer.YES, Answer.NO, Answer.UNKNOWN, Answer.DISPUTED


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        ({}, "reported_breach"),
        ({"in_area": DISPUTED}, "reported_breach_disputed"),
        ({"in_area": UNKNOWN}, "undetermined(in_area)"),
        ({"in_area": UNKNOWN, "party_bound": DISPUTED}, "undetermined(in_area)"),
        ({"in_area": UNKNOWN, "party_bound": UNKNOWN}, "undetermined(party_bound, in_area)"),
        ({"in_area": UNKNOWN, "not_excluded": NO}, "outside_scope(not_excluded)"),
        ({"party_bound": NO, "in_period": NO}, "outside_scope(in_period)"),
        ({"act_listed": NO, "in_period": NO}, "outside_scope(act_listed)"),
        ({EXCEPTION: YES}, "exception_claimed"),
        ({EXCEPTION: YES, "party_bound": DISPUTED}, "exception_claimed"),
        ({EXCEPTION: YES, "party_bound": UNKNOWN}, "undetermined(party_bound)"),
        ({EXCEPTION: YES, "in_area": NO}, "outside_scope(in_area)"),
    ],
)
def test_labels(answers: dict[str, Answer], label: str) -> None:
    assert label_of(findings(**answers)) == label


@pytest.mark.parametrize("mode", ["may", "must"])
def test_what_a_term_lets_or_asks_for_is_a_permitted_act(mode: str) -> None:
    assert label_of(findings(), mode) == "permitted_act"
    assert label_of(findings(target_bound=DISPUTED), mode) == "permitted_act"
    assert label_of(findings(party_bound=UNKNOWN), mode) == "undetermined(party_bound)"


@pytest.mark.parametrize(
    ("mode", "unmet", "answers", "label"),
    [
        ("must", True, {}, "duty_unmet_reported"),
        ("must", True, {"act_listed": DISPUTED}, "reported_breach_disputed"),
        ("must", True, {"party_bound": UNKNOWN}, "undetermined(party_bound)"),
        ("must_prevent", False, {}, "duty_unmet_reported"),
        ("must_prevent", False, {"party_bound": DISPUTED}, "reported_breach_disputed"),
        ("must_prevent", False, {"in_period": NO}, "outside_scope(in_period)"),
    ],
)
def test_duties_told_as_not_met(mode: str, unmet: bool, answers: dict[str, Answer], label: str) -> None:
    assert label_of(findings(**answers), mode, unmet=unmet) == label


ANSWERS = st.fixed_dictionaries({test: st.sampled_from(Answer) for test in TESTS})
MODES = st.sampled_from(("must_not", "must", "must_prevent", "may"))


@given(ANSWERS, MODES, st.booleans())
def test_a_breach_or_an_unmet_duty_is_never_reported_over_a_no_or_an_unknown(
    answers: dict[str, Answer], mode: str, unmet: bool
) -> None:
    label = label_of(findings(**answers), mode, unmet=unmet)
    claimed = answers.pop(EXCEPTION)
    if label.startswith(("reported_breach", "duty_unmet", "exception_claimed", "permitted_act")):
        assert not {NO, UNKNOWN} & set(answers.values())
    if label == "exception_claimed":
        assert claimed is YES


@given(ANSWERS, MODES, st.booleans())
def test_only_people_say_that_something_is_settled(answers: dict[str, Answer], mode: str, unmet: bool) -> None:
    name = label_of(findings(**answers), mode, unmet=unmet).partition("(")[0]
    assert name in LABELS
    assert name not in PEOPLES_LABELS


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (["outside_scope(party_bound)", "reported_breach"], "reported_breach"),
        (["undetermined(in_area)", "reported_breach_disputed"], "reported_breach_disputed"),
        (["undetermined(in_area, in_period)", "undetermined(party_bound)"], "undetermined(party_bound)"),
        (["outside_scope(party_bound)", "undetermined(in_area)", "permitted_act"], "undetermined(in_area)"),
        (["outside_scope(in_period)", "outside_scope(target_bound)"], "outside_scope(target_bound)"),
    ],
)
def test_the_label_shown_for_all_terms(labels: list[str], shown: str) -> None:
    assert overall_label(labels) == overall_label(reversed(labels)) == shown


def test_no_label_no_answer() -> None:
    with pytest.raises(ValueError, match="empty"):
        overall_label([])
