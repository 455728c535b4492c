"""The label that follows from the findings. There is no score and nothing else to weigh."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.model import Answer, Finding

TESTS = ("party_bound", "target_bound", "not_excluded", "in_period", "in_area", "act_listed", "exception_claimed")
"""The order in which tests are shown."""

EXCEPTION = "exception_claimed"

_OUTSIDE_FIRST = ("act_listed", "in_period", "in_area", "not_excluded", "party_bound", "target_bound")
"""Which `no` is named when there are several: the one that settles the matter most simply."""

LABELS = (
    "reported_breach",
    "duty_unmet_reported",
    "reported_breach_disputed",
    "exception_claimed",
    "undetermined",
    "permitted_act",
    "outside_scope",
)
"""Every label that the program gives, the one that is shown first of several first."""


def label_of(findings: Iterable[Finding], mode: str = "must_not", *, unmet: bool = False) -> str:
    """The label of one incident under one term.

    A `no` puts the act outside the term, whatever else is open; then any unknown leaves it undetermined; then an
    exception that a party claims shows, then any dispute. Under a term that lets or asks for the act (`may`, `must`),
    what is borne out is a permitted act; where a duty is told as not met (`unmet`), or what was to be prevented as
    done (`must_prevent`), the duty is reported as unmet.
    """
    answers = {finding.test: finding.answer for finding in findings}
    for test in _OUTSIDE_FIRST:
        if answers.get(test) is Answer.NO:
            return f"outside_scope({test})"
    unknown = [test for test in _TESTED if answers.get(test) is Answer.UNKNOWN]
    if unknown:
        return f"undetermined({', '.join(unknown)})"
    if mode == "may" or (mode == "must" and not unmet):
        return "permitted_act"
    if answers.get(EXCEPTION) is Answer.YES:
        return "exception_claimed"
    if Answer.DISPUTED in answers.values():
        return "reported_breach_disputed"
    return "duty_unmet_reported" if mode in {"must", "must_prevent"} else "reported_breach"


_TESTED = tuple(test for test in TESTS if test != EXCEPTION)


def overall_label(labels: Iterable[str]) -> str:
    """Of several labels the one to show first: the nearest to a reported breach, then the one with least left open."""
    return min(labels, key=_interest)


def _interest(label: str) -> tuple[int, int, int, str]:
    name, _, rest = label.partition("(")
    tests = rest.rstrip(")").split(", ") if rest else []
    settled_late = -_OUTSIDE_FIRST.index(tests[0]) if name == "outside_scope" else 0
    return LABELS.index(name), len(tests), settled_late, label
