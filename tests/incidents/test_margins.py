"""Margins of pairs: worked out once, and of pairs that contradict each other only where somebody asks."""

from __future__ import annotations

import pytest

from tests.incidents.builders import claim, exactly, telling, world
from trucewatch.incidents import margins as module
from trucewatch.incidents.candidates import Pair, ordered
from trucewatch.incidents.features import score
from trucewatch.incidents.margins import CONTRADICTION, RULED, Margins
from trucewatch.incidents.rulings import Rulings
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.incidents.weights import LINK

HERE = traits_of(telling(claim(document="a", place="Azaz", day="2016-05-20", killed=exactly(8))))
SAME = traits_of(telling(claim(document="b", place="Azaz", day="2016-05-20", killed=exactly(8))))
ELSEWHERE = traits_of(telling(claim(document="c", place="Binnish", day="2016-05-20", killed=exactly(8))))
PLANNED_TALKS = traits_of(telling(claim("meet", document="d", day="2016-05-20")))


def pair(one: Traits, other: Traits) -> Pair:
    return ordered(one.telling.claim.id, other.telling.claim.id)


def margins(rulings: Rulings | None = None) -> Margins:
    told = (HERE, SAME, ELSEWHERE, PLANNED_TALKS)
    return Margins({one.telling.claim.id: one for one in told}, world(), rulings or Rulings())


def test_a_margin_is_how_far_the_score_lies_above_the_line() -> None:
    expected = score(HERE, SAME, world()) - LINK
    assert expected > 0
    found = margins()
    assert found.link(pair(HERE, SAME)) == found.ruled(pair(HERE, SAME)) == found.read(pair(HERE, SAME)) == expected


def test_a_contradiction_takes_from_the_margin_and_the_bound_is_never_below_it() -> None:
    found, apart = margins(), pair(HERE, ELSEWHERE)
    assert found.ruled_at_most(apart) == -CONTRADICTION
    read = found.read(apart)
    assert read == min(score(HERE, ELSEWHERE, world()) - LINK, 0.0) - CONTRADICTION
    assert read <= -CONTRADICTION
    assert found.ruled_at_most(apart) == found.ruled(apart) == read


def test_what_links_two_is_told_without_adding_up_what_contradicts(monkeypatch: pytest.MonkeyPatch) -> None:
    added: list[tuple[Traits, Traits]] = []

    def counted(first: Traits, second: Traits, *_: object) -> float:
        added.append((first, second))
        return 0.0

    monkeypatch.setattr(module, "score", counted)
    found = margins()
    assert found.link(pair(HERE, ELSEWHERE)) == -CONTRADICTION
    assert not added
    for _ in range(2):
        found.read(pair(HERE, ELSEWHERE))
    assert len(added) == 1


def test_two_that_can_be_no_one_event_have_none() -> None:
    found, never = margins(), pair(HERE, PLANNED_TALKS)
    assert found.ruled_at_most(never) is found.link(never) is found.ruled(never) is None


def test_a_ruling_goes_before_what_is_said() -> None:
    one, other = pair(HERE, SAME), pair(HERE, ELSEWHERE)
    found = margins(Rulings((frozenset(other),), frozenset({one})))
    assert found.ruled(other) == found.ruled_at_most(other) == found.link(other) == RULED
    assert found.ruled(one) is found.ruled_at_most(one) is None
    assert (found.link(one) or 0) > 0
