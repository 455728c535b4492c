from __future__ import annotations

from datetime import date

import pytest

from tests.incidents.builders import claim, on, telling
from trucewatch.incidents.traits import content_words, folded, traits_of
from trucewatch.model import Stance


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Al-Bāb", "bab"), ("al Bab", "bab"), ("Homs city", "homs"), ("the City", "the city"), ("Ma'arrat", "maarrat")],
)
def test_names_without_case_accents_and_articles(name: str, plain: str) -> None:
    assert folded(name) == plain


def test_words_that_every_report_has_are_left_out() -> None:
    assert content_words("Syrian warplanes said to have killed 20 at the market") == {"warplanes", "market"}


def test_the_window_is_the_day_told_or_the_days_before_publication() -> None:
    assert traits_of(telling(claim(day=on("2016-05-20", "2016-05-22")))).window == (
        date(2016, 5, 20),
        date(2016, 5, 22),
    )
    undated = traits_of(telling(claim(), published="2016-05-29"))
    assert (undated.day, undated.window) == (None, (date(2016, 5, 26), date(2016, 5, 29)))
    assert traits_of(telling(claim(), published=None)).window is None


def test_nobody_named_is_empty_and_plans_are_not_done() -> None:
    plan = traits_of(telling(claim(actor=("unknown",), target=("civilians",), stance=Stance.PLANNED)))
    assert (plan.actors, plan.targets, plan.done) == (frozenset(), frozenset({"civilians"}), False)
    assert traits_of(telling(claim(stance=Stance.DENIED))).done
