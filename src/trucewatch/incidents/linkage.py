"""Average linkage over a small web of tellings."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

Pair = tuple[int, int]


def average_linkage(web: Sequence[int], margin: Callable[[Pair], float | None]) -> list[list[int]]:
    """Join groups while the mean margin of all pairs across them is not negative and none of the pairs is None.

    A group is named by its lowest member; of equal joins the one with the lowest names goes first, so that the
    outcome does not depend on the order of `web`.
    """
    groups = {node: [node] for node in sorted(web)}
    sums = _pair_sums(sorted(web), margin)
    queue = [(-total, *pair, 1) for pair, total in sums.items() if total is not None and total >= 0]
    heapq.heapify(queue)
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


def _pair_sums(nodes: Sequence[int], margin: Callable[[Pair], float | None]) -> dict[Pair, float | None]:
    return {(first, second): margin((first, second)) for at, first in enumerate(nodes) for second in nodes[at + 1 :]}


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
