"""From arc scores to a tree: the best head of each word, and Chu-Liu-Edmonds where those make no tree."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]

_NEVER = -1e9
_ROOTS_TRIED = 4


def best_heads(scores: Scores) -> Heads:
    """Heads ``[n]`` of the best tree with one root; 0 is the root, word ``i`` has number ``i + 1``.

    ``scores`` is ``[n, n + 1]``: row a dependent, column a head.  The single root is exact among the likeliest
    four candidates.
    """
    count = scores.shape[0]
    exact = scores.astype(np.float64)
    exact[np.arange(count), np.arange(1, count + 1)] = _NEVER
    heads: Heads = exact.argmax(axis=1)
    if _is_tree(heads):
        return heads
    exact -= np.logaddexp.reduce(exact, axis=1, keepdims=True)
    order = np.argsort(exact[:, 1:].max(axis=1) - exact[:, 0], kind="stable")[:_ROOTS_TRIED]
    trees = [_tree_below(exact, int(root)) for root in order]
    totals = [float(exact[np.arange(count), tree].sum()) for tree in trees]
    return trees[int(np.argmax(totals))]


def _is_tree(heads: Heads) -> bool:
    if np.count_nonzero(heads == 0) != 1:
        return False
    reached = np.concatenate(([0], heads))
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return not reached.any()


def _tree_below(scores: NDArray[np.float64], root: int) -> Heads:
    """Best tree in which only ``root`` hangs on the root."""
    size = scores.shape[0] + 1
    square = np.full((size, size), _NEVER)
    square[1:] = scores
    square[1:, 0] = _NEVER
    square[root + 1] = _NEVER
    square[root + 1, 0] = 0.0
    return _chu_liu_edmonds(square)[1:]


def _chu_liu_edmonds(scores: NDArray[np.float64]) -> Heads:
    """Heads of the maximum spanning arborescence from node 0; ``scores[dependent, head]``."""
    contractions = []
    while True:
        np.fill_diagonal(scores, -np.inf)
        heads: Heads = scores.argmax(axis=1)
        heads[0] = 0
        cycle = _cycle(heads)
        if cycle is None:
            break
        scores, record = _contract(scores, heads, cycle)
        contractions.append(record)
    for outside, cycle, inner_heads, entered, left in reversed(contractions):
        heads = _expand(heads, outside, cycle, inner_heads, entered, left)
    return heads


_Record = tuple[Heads, Heads, Heads, Heads, Heads]


def _contract(scores: NDArray[np.float64], heads: Heads, cycle: Heads) -> tuple[NDArray[np.float64], _Record]:
    """Replaces the cycle by one node, the last; records how to undo it."""
    outside = np.setdiff1d(np.arange(scores.shape[0]), cycle)
    size = len(outside) + 1
    smaller = np.full((size, size), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    out_of = scores[np.ix_(outside, cycle)]
    left = cycle[out_of.argmax(axis=1)]
    smaller[:-1, -1] = out_of.max(axis=1)
    own = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, outside)] - own[:, None]
    entered = cycle[into.argmax(axis=0)]
    smaller[-1, :-1] = into.max(axis=0)
    return smaller, (outside, cycle, heads[cycle], entered, left)


def _expand(heads: Heads, outside: Heads, cycle: Heads, inner_heads: Heads, entered: Heads, left: Heads) -> Heads:
    whole = np.zeros(len(outside) + len(cycle), dtype=np.int64)
    folded = len(outside)
    for place, node in enumerate(outside):
        whole[node] = left[place] if heads[place] == folded else outside[heads[place]]
    whole[cycle] = inner_heads
    whole[entered[heads[folded]]] = outside[heads[folded]]
    return whole


def _cycle(heads: Heads) -> Heads | None:
    """Nodes of one cycle, or None; node 0 points at itself."""
    colour = [0] * len(heads)
    colour[0] = -1
    for start in range(1, len(heads)):
        node = start
        while colour[node] == 0:
            colour[node] = start
            node = int(heads[node])
        if colour[node] == start:
            members = [node]
            after = int(heads[node])
            while after != node:
                members.append(after)
                after = int(heads[after])
            return np.array(sorted(members))
        node = start
        while colour[node] == start:
            colour[node] = -1
            node = int(heads[node])
    return None
