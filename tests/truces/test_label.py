from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model import Answer, Finding
from trucewatch.truces.label import TESTS, label_of, overall_label


def findings(**answers: Answer) -> list[Finding]:
    return [Finding(test, answers.get(test, Answer.YES), "") for test in TESTS]


NO, UNKNOWN, DISPUTED = Answer.NO, Answer.UNKNOWN, Answer.DISPUTED


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
    ],
)
def test_labels(answers: dict[str, Answer], label: str) -> None:
    assert label_of(findings(**answers)) == label


@pytest.mark.parametrize("mode", ["may", "must"])
def test_what_a_term_lets_or_asks_for_is_a_permitted_act(mode: str) -> None:
    assert label_of(findings(), mode) == "permitted_act"
    assert label_of(findings(target_bound=DISPUTED), mode) == "permitted_act"
    assert label_of(findings(party_bound=UNKNOWN), mode) == "undetermined(party_bound)"


@given(st.fixed_dictionaries({test: st.sampled_from(Answer) for test in TESTS}))
def test_a_breach_is_never_reported_over_a_no_or_an_unknown(answers: dict[str, Answer]) -> None:
    label = label_of(findings(**answers))
    assert label.startswith("reported_breach") is (not {NO, UNKNOWN} & set(answers.values()))


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
