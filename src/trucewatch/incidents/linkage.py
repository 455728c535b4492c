"""Average linkage over a small web of tellings."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

Pair = tuple[int, int]


def average_linkage(units: Sequence[Sequence[int]], margin: Callable[[Pair], float | None]) -> list[list[int]]:
    """Join units while the mean margin of all pairs across them is not negative and none of the pairs is None.

    A group is named by its lowest member; of equal joins the one with the lowest names goes first, so that the
    outcome does not depend on the order of `units`. What stands in one unit stays together.
    """
    groups = {min(unit): sorted(unit) for unit in sorted(units, key=min)}
    sums = {(low, high): _sum(groups[low], groups[high], margin) for low in groups for high in groups if low < high}
    queue: list[tuple[float, int, int, int]] = []
    for (low, high), total in sums.items():
        _offer(queue, total, groups, low, high)
    while queue:
        negative_mean, low, high, size = heapq.heappop(queue)
        if not _current(groups, sums, low, high, size, -negative_mean):
            continue
        groups[low] = sorted(groups[low] + groups.pop(high))
        del sums[low, high]
        for other in groups:
            if other != low:
                total = _merged_sum(sums, low, high, other)
                _offer(queue, total, groups, low, other)
    return list(groups.values())


def _sum(one: Sequence[int], other: Sequence[int], margin: Callable[[Pair], float | None]) -> float | None:
    total = 0.0
    for first in one:
        for second in other:
            found = margin(_ordered(first, second))
            if found is None:
                return None
            total += found
    return round(total, 6)


def _current(
    groups: dict[int, list[int]], sums: dict[Pair, float | None], low: int, high: int, size: int, mean: float
) -> bool:
    """Whether a queued join still speaks of the groups as they are now."""
    if low not in groups or high not in groups or size != len(groups[low]) * len(groups[high]):
        return False
    total = sums[low, high]
    return total is not None and total / size == mean


def _merged_sum(sums: dict[Pair, float | None], low: int, high: int, other: int) -> float | None:
    first = _ordered(low, other)
    one, two = sums[first], sums.pop(_ordered(high, other))
    sums[first] = None if one is None or two is None else round(one + two, 6)
    return sums[first]


def _offer(
    queue: list[tuple[float, int, int, int]], total: float | None, groups: dict[int, list[int]], low: int, other: int
) -> None:
    if total is not None and total >= 0:
        size = len(groups[low]) * len(groups[other])
        heapq.heappush(queue, (-(total / size), *_ordered(low, other), size))


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
