"""Average linkage over a small web of tellings."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

Pair = tuple[int, int]
Margin = Callable[[Pair], float | None]


def average_linkage(units: Sequence[Sequence[int]], margin: Margin, at_most: Margin | None = None) -> list[list[int]]:
    """Join units while the mean margin of all pairs across them is not negative and none of the pairs is None.

    A group is named by its lowest member; of equal joins the one with the lowest names goes first, so that the
    outcome does not depend on the order of `units`. What stands in one unit stays together.

    `at_most` tells at less cost what the margin of a pair does not exceed, None where that is None. With it the margins
    between groups that are too far from each other by these bounds are not asked for; the outcome is the same.
    """
    groups = {min(unit): sorted(unit) for unit in sorted(units, key=min)}
    across = {
        (low, high): _across([(one, other) for one in groups[low] for other in groups[high]], margin, at_most)
        for low, high in combinations(groups, 2)
    }
    queue: list[tuple[float, int, int, int]] = []
    for (low, high), between in across.items():
        _offer(queue, between, groups, low, high, margin)
    while queue:
        negative_mean, low, high, size = heapq.heappop(queue)
        if not _current(groups, across, low, high, size, -negative_mean):
            continue
        groups[low] = sorted(groups[low] + groups.pop(high))
        del across[low, high]
        for other in groups:
            if other != low:
                _offer(queue, _merged(across, low, high, other), groups, low, other, margin)
    return list(groups.values())


@dataclass(slots=True)
class _Across:
    """What lies between two groups: the sum of the margins asked for, and of the bounds of the pairs still `open`."""

    total: float
    bound: float
    open: list[Pair]

    def settle(self, margin: Margin) -> None:
        """Ask for the margins of the open pairs, where the bounds do not show that the sum is negative."""
        if self.open and self.total + self.bound >= -_ROUNDING:
            self.total = round(self.total + sum(margin(pair) or 0.0 for pair in self.open), 6)
            self.bound, self.open = 0.0, []

    def add(self, other: _Across) -> None:
        self.total = round(self.total + other.total, 6)
        self.bound += other.bound
        self.open += other.open


_ROUNDING = 1e-6


def _across(pairs: Sequence[Pair], margin: Margin, at_most: Margin | None) -> _Across | None:
    """None where one of the pairs can never stand together."""
    total = 0.0
    for one, other in pairs:
        found = (at_most or margin)(_ordered(one, other))
        if found is None:
            return None
        total += found
    if at_most is None:
        return _Across(round(total, 6), 0.0, [])
    return _Across(0.0, total, [_ordered(one, other) for one, other in pairs])


def _current(
    groups: dict[int, list[int]], across: dict[Pair, _Across | None], low: int, high: int, size: int, mean: float
) -> bool:
    """Whether a queued join still speaks of the groups as they are now."""
    if low not in groups or high not in groups or size != len(groups[low]) * len(groups[high]):
        return False
    found = across[low, high]
    return found is not None and not found.open and found.total / size == mean


def _merged(across: dict[Pair, _Across | None], low: int, high: int, other: int) -> _Across | None:
    first = _ordered(low, other)
    one, two = across[first], across.pop(_ordered(high, other))
    if one is None or two is None:
        across[first] = None
    else:
        one.add(two)
    return across[first]


def _offer(
    queue: list[tuple[float, int, int, int]],
    across: _Across | None,
    groups: dict[int, list[int]],
    low: int,
    other: int,
    margin: Margin,
) -> None:
    if across is None:
        return
    across.settle(margin)
    if not across.open and across.total >= 0:
        size = len(groups[low]) * len(groups[other])
        heapq.heappush(queue, (-(across.total / size), *_ordered(low, other), size))


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
