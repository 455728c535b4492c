"""A few claims at a time, the grouping comes out as it would from scratch."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.incidents.builders import claim, exactly, telling, world
from tests.incidents.test_grouping import CIVILIANS, SAME_STRIKE_ELSEWHERE, STRIKE, reports
from trucewatch.incidents import Telling, group_claims
from trucewatch.incidents.grouping import MemoryStore
from trucewatch.incidents.regroup import regroup
from trucewatch.incidents.rulings import Rulings
from trucewatch.model import Incident


class Kept:
    """A store and its incidents, as a ledger would keep them."""

    def __init__(self, tellings: list[Telling]) -> None:
        self.store = MemoryStore(tellings)
        self.incidents: dict[str, Incident] = {}
        self.placed: set[str] = set()

    def change(self, come: list[str], gone: list[str] | None = None, rulings: Rulings | None = None) -> set[str]:
        """The ids of the incidents that were made or lost."""
        change = regroup(self.store, world(), come, gone=gone or [], rulings=rulings or Rulings())
        self.store.apply(change)
        moved = {id for one in change.incidents for id in one.claim_ids} | set(change.gone)
        lost = {id for id, one in self.incidents.items() if moved & set(one.claim_ids)}
        for id in lost:
            del self.incidents[id]
        self.incidents |= {one.id: one for one in change.incidents}
        return lost | {one.id for one in change.incidents}

    def all(self) -> set[Incident]:
        return set(self.incidents.values())


@settings(max_examples=60, deadline=None)
@given(reports(), st.integers(0, 10_000), st.integers(1, 4))
def test_in_any_order_and_any_portions_the_incidents_are_those_of_all_at_once(
    tellings: list[Telling], seed: int, portion: int
) -> None:
    shuffled = [one.claim.id for one in tellings]
    random.Random(seed).shuffle(shuffled)
    kept = Kept(tellings)
    for start in range(0, len(shuffled), portion):
        kept.change(shuffled[start : start + portion])
    assert kept.all() == set(group_claims(tellings, world()))


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(0, 10_000))
def test_what_goes_leaves_what_the_rest_alone_would_give(tellings: list[Telling], seed: int) -> None:
    kept = Kept(tellings)
    kept.change([one.claim.id for one in tellings])
    rest = [one for one in tellings if random.Random(f"{seed} {one.claim.id}").random() < 0.6]
    gone = sorted({one.claim.id for one in tellings} - {one.claim.id for one in rest})
    kept.change([], gone)
    assert kept.all() == set(group_claims(rest, world()))


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(0, 10_000))
def test_rulings_given_later_come_to_the_same_as_rulings_given_first(tellings: list[Telling], seed: int) -> None:
    ids = sorted(one.claim.id for one in tellings)
    pick = random.Random(seed)
    one, other, third = (pick.choice(ids) for _ in range(3))
    apart = frozenset({(min(one, third), max(one, third))} if one != third and third != other else ())
    rulings = Rulings((frozenset({one, other}),) if one != other else (), apart)
    ruled = sorted({one, other, third})
    kept = Kept(tellings)
    kept.change(ids)
    kept.change(ruled, ruled, rulings)
    assert kept.all() == set(group_claims(tellings, world(), rulings))


def test_a_report_from_elsewhere_leaves_the_other_incidents_untouched() -> None:
    elsewhere = telling(claim(document="c", target=CIVILIANS, place="Azaz", day="2016-05-12", killed=exactly(2)))
    kept = Kept([STRIKE, SAME_STRIKE_ELSEWHERE, elsewhere])
    kept.change([STRIKE.claim.id, SAME_STRIKE_ELSEWHERE.claim.id])
    (before,) = kept.all()
    assert before.id not in kept.change([elsewhere.claim.id])
    assert before in kept.all()
