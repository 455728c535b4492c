"""The label that follows from the findings. There is no score and nothing else to weigh."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.model import Answer, Finding

TESTS = ("party_bound", "target_bound", "not_excluded", "in_period", "in_area", "act_listed")
"""The order in which tests are shown."""

_OUTSIDE_FIRST = ("act_listed", "in_period", "in_area", "not_excluded", "party_bound", "target_bound")
"""Which `no` is named when there are several: the one that settles the matter most simply."""

_LABELS = ("reported_breach", "reported_breach_disputed", "undetermined", "permitted_act", "outside_scope")


def label_of(findings: Iterable[Finding], mode: str = "must_not") -> str:
    """The label of one incident under one term.

    A `no` puts the act outside the term, whatever else is open; then any unknown leaves it undetermined; then any
    dispute shows. Under a term that lets or asks for the act (`may`, `must`), what is borne out is a permitted act.
    """
    answers = {finding.test: finding.answer for finding in findings}
    for test in _OUTSIDE_FIRST:
        if answers.get(test) is Answer.NO:
            return f"outside_scope({test})"
    unknown = [test for test in TESTS if answers.get(test) is Answer.UNKNOWN]
    if unknown:
        return f"undetermined({', '.join(unknown)})"
    if mode in {"may", "must"}:
        return "permitted_act"
    return "reported_breach_disputed" if Answer.DISPUTED in answers.values() else "reported_breach"


def overall_label(labels: Iterable[str]) -> str:
    """Of several labels the one to show first: the nearest to a reported breach, then the one with least left open."""
    return min(labels, key=_interest)


def _interest(label: str) -> tuple[int, int, int, str]:
    name, _, rest = label.partition("(")
    tests = rest.rstrip(")").split(", ") if rest else []
    settled_late = -_OUTSIDE_FIRST.index(tests[0]) if name == "outside_scope" else 0
    return _LABELS.index(name), len(tests), settled_late, label
