"""Logistic regression and average precision, for the measures of linking."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]


def logistic(rows: Rows, labels: Rows, *, pull: float = 1e-3, steps: int = 300) -> Rows:
    """Weights with the intercept as the last; both kinds of rows count alike. Newton's method."""
    wide = np.hstack([rows, np.ones((len(rows), 1))])
    share = np.where(labels > 0, 0.5 / max(labels.sum(), 1), 0.5 / max((1 - labels).sum(), 1))
    weights = np.zeros(wide.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(wide @ weights, -30, 30)))
        slope = wide.T @ (share * (chance - labels)) + pull * weights
        curve = (wide * (share * chance * (1 - chance))[:, None]).T @ wide + (pull + 1e-9) * np.eye(len(weights))
        change = np.linalg.solve(curve, slope)
        weights = weights - change
        if float(np.abs(change).max()) < 1e-6:
            break
    return weights


def scores(weights: Rows, rows: Rows) -> Rows:
    """Log odds of each row."""
    found: Rows = rows @ weights[:-1] + weights[-1]
    return found


def average_precision(score: Sequence[float], labels: Sequence[bool]) -> float:
    """The mean of the precision at each pair that is one, pairs by falling score; equal scores count as one step."""
    order = np.argsort(-np.asarray(score, dtype=float), kind="stable")
    value, right = np.asarray(score, dtype=float)[order], np.asarray(labels, dtype=float)[order]
    hits = np.cumsum(right)
    last = np.append(np.nonzero(np.diff(value))[0], len(value) - 1)
    recall, precision = hits[last] / max(right.sum(), 1), hits[last] / (last + 1)
    return float(np.sum(np.diff(np.concatenate([[0.0], recall])) * precision))


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Of two sparse vectors of length one."""
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())


def tf_idf(texts: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """Vectors of length one; rare words weigh more."""
    held: dict[str, int] = {}
    for text in texts:
        for word in set(text):
            held[word] = held.get(word, 0) + 1
    rarity = {word: float(np.log((1 + len(texts)) / (1 + number))) + 1 for word, number in held.items()}
    vectors = []
    for text in texts:
        counts: dict[str, float] = {}
        for word in text:
            counts[word] = counts.get(word, 0.0) + rarity[word]
        length = float(np.sqrt(sum(weight**2 for weight in counts.values()))) or 1.0
        vectors.append({word: weight / length for word, weight in counts.items()})
    return vectors
