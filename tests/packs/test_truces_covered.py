"""Every truce that ships is worked through: in and out of each test, an exception, a dispute, what stays open."""

from __future__ import annotations

from functools import cache

import pytest

from trucewatch.model import Truce
from trucewatch.packs.truce_examples import Example
from trucewatch.packs.truce_loader import load_all, load_truce_file, truce_names, version_paths

LEAST = 8
HELD = ("reported_breach", "reported_breach_disputed", "duty_unmet_reported", "exception_claimed", "permitted_act")
"""Labels of what lies inside of all tests."""


@cache
def worked(name: str) -> tuple[Example, ...]:
    return tuple(example for path in version_paths(name) for example in load_truce_file(path).examples)


def labels(name: str) -> list[str]:
    return [example.label for example in worked(name)]


def truces(name: str) -> tuple[Truce, ...]:
    return load_all([name])


@pytest.mark.parametrize("name", truce_names())
def test_there_are_enough_of_them_inside_outside_disputed_and_open(name: str) -> None:
    found = labels(name)
    assert len(found) >= LEAST
    assert any(label in HELD for label in found)
    assert "reported_breach_disputed" in found
    assert any(label.startswith("undetermined(") for label in found)


@pytest.mark.parametrize("name", truce_names())
@pytest.mark.parametrize("tests", [("in_period",), ("in_area",), ("party_bound", "target_bound")], ids="/".join)
def test_one_lies_outside_of_period_area_and_party(name: str, tests: tuple[str, ...]) -> None:
    assert {f"outside_scope({test})" for test in tests} & set(labels(name))


@pytest.mark.parametrize("name", truce_names())
def test_one_is_outside_as_excluded_unless_the_terms_exclude_nobody(name: str) -> None:
    if any(truce.excluded for truce in truces(name)):
        assert "outside_scope(not_excluded)" in labels(name)
    else:
        assert all(truce.excluded == () for truce in truces(name))
        assert not any("not_excluded" in label for label in labels(name))


@pytest.mark.parametrize("name", truce_names())
def test_one_claims_an_exception_unless_no_term_knows_any(name: str) -> None:
    if any(term.exceptions for truce in truces(name) for term in truce.terms):
        assert "exception_claimed" in labels(name)
    else:
        assert all(truce.exceptions == () for truce in truces(name))
        assert "exception_claimed" not in labels(name)


def test_the_two_kinds_of_truces_both_ship() -> None:
    """So that neither branch above stands unused."""
    excluding = {name for name in truce_names() if any(one.excluded for one in truces(name))}
    excepting = {name for name in truce_names() if any(one.exceptions for one in truces(name))}
    assert 0 < len(excluding) < len(truce_names())
    assert 0 < len(excepting) < len(truce_names())


@pytest.mark.parametrize("name", truce_names())
def test_what_is_cited_by_number_is_of_a_text_that_the_file_names(name: str) -> None:
    for truce in truces(name):
        texts = {one.id for one in truce.instruments}
        assert {term.clause.partition(".")[0] for term in truce.terms} <= texts
        assert all(term.words and term.clause for term in truce.terms)
