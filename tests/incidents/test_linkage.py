from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.incidents.linkage import Pair, average_linkage


def join(margins: dict[Pair, float | None], nodes: list[int]) -> list[list[int]]:
    return average_linkage([[node] for node in nodes], lambda pair: margins[pair])


def test_one_contradiction_keeps_whole_groups_apart() -> None:
    margins: dict[Pair, float | None] = {(0, 1): 5.0, (1, 2): 4.0, (0, 2): None}
    assert join(margins, [0, 1, 2]) == [[0, 1], [2]]


def test_a_weak_pair_is_carried_by_strong_ones_and_a_strong_one_not_by_weak_ones() -> None:
    assert join({(0, 1): 5.0, (1, 2): 4.0, (0, 2): -1.0}, [2, 0, 1]) == [[0, 1, 2]]
    assert join({(0, 1): 5.0, (1, 2): 1.0, (0, 2): -3.0}, [0, 1, 2]) == [[0, 1], [2]]


def test_equal_joins_go_in_the_order_of_the_lowest_members() -> None:
    margins: dict[Pair, float | None] = {(0, 1): 2.0, (0, 2): 2.0, (1, 2): None}
    assert join(margins, [2, 1, 0]) == join(margins, [0, 1, 2]) == [[0, 1], [2]]


def test_what_stands_in_one_unit_stays_together_whatever_its_margins() -> None:
    margins: dict[Pair, float | None] = {(0, 1): None, (0, 2): 3.0, (1, 2): 1.0, (0, 3): None, (1, 3): 5.0, (2, 3): 1.0}
    assert average_linkage([[1, 0], [3], [2]], lambda pair: margins[pair]) == [[0, 1, 2], [3]]


@st.composite
def bounded(draw: st.DrawFn) -> tuple[list[list[int]], dict[Pair, float | None], dict[Pair, float]]:
    """Units of nodes, margins of all pairs, and by how much a cheap bound overstates each."""
    nodes = range(draw(st.integers(2, 9)))
    margins = {
        pair: draw(st.none() | st.sampled_from([-9.0, -3.5, -1.1, 0.0, 0.3, 2.0])) for pair in combinations(nodes, 2)
    }
    over = {pair: draw(st.sampled_from([0.0, 0.7, 4.0])) for pair in margins}
    cut = draw(st.integers(1, len(nodes)))
    return [list(nodes[:cut]), *([node] for node in nodes[cut:])], margins, over


@given(bounded())
def test_bounds_change_nothing(case: tuple[list[list[int]], dict[Pair, float | None], dict[Pair, float]]) -> None:
    units, margins, over = case

    def at_most(pair: Pair) -> float | None:
        margin = margins[pair]
        return None if margin is None else margin + over[pair]

    assert average_linkage(units, lambda pair: margins[pair], at_most) == average_linkage(
        units, lambda pair: margins[pair]
    )


def test_margins_are_not_asked_for_where_bounds_keep_groups_apart() -> None:
    margins: dict[Pair, float | None] = {(0, 1): 5.0, (0, 2): -9.0, (1, 2): -8.5}
    asked: list[Pair] = []

    def margin(pair: Pair) -> float | None:
        asked.append(pair)
        return margins[pair]

    bounds = {(0, 1): 5.0, (0, 2): -8.0, (1, 2): -8.0}
    assert average_linkage([[0], [1], [2]], margin, bounds.__getitem__) == [[0, 1], [2]]
    assert asked == [(0, 1)]
