"""Trees from scores: always one root and no cycle, and the best such tree."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from trucewatch.language.trees import Heads, best_heads


def is_tree(heads: Heads) -> bool:
    if list(heads).count(0) != 1:
        return False
    return all(_reaches_root(heads, word) for word in range(1, len(heads) + 1))


def _reaches_root(heads: Heads, word: int) -> bool:
    for _ in heads:
        word = int(heads[word - 1])
        if word == 0:
            return True
    return False


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_best_of_all_trees(count: int) -> None:
    dice = np.random.default_rng(count)
    for _ in range(60):
        scores = dice.normal(size=(count, count + 1)).astype(np.float32) * 3
        chances = scores.astype(np.float64)
        chances[np.arange(count), np.arange(1, count + 1)] = -1e9
        chances -= np.logaddexp.reduce(chances, axis=1, keepdims=True)
        trees = [np.array(heads) for heads in product(range(count + 1), repeat=count)]
        best = max(chances[np.arange(count), tree].sum() for tree in trees if is_tree(tree))
        found = best_heads(scores)
        assert is_tree(found)
        assert chances[np.arange(count), found].sum() == pytest.approx(best)


def test_long_sentences_give_trees() -> None:
    dice = np.random.default_rng(7)
    for count in (30, 90, 250):
        assert is_tree(best_heads(dice.normal(size=(count, count + 1)).astype(np.float32)))


def test_no_preference_at_all_gives_a_tree() -> None:
    assert is_tree(best_heads(np.zeros((12, 13), np.float32)))
