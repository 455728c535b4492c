from __future__ import annotations

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
