from __future__ import annotations

import numpy as np
import pytest

from trucewatch.evaluation.fitting import average_precision, cosine, logistic, scores, tf_idf


def test_average_precision_of_a_perfect_a_worst_and_a_tied_order() -> None:
    assert average_precision([3.0, 2.0, 1.0], [True, True, False]) == 1.0
    assert average_precision([3.0, 2.0, 1.0], [False, False, True]) == pytest.approx(1 / 3)
    assert average_precision([1.0, 1.0, 1.0, 1.0], [True, False, False, True]) == pytest.approx(0.5)


def test_the_fit_tells_two_kinds_apart() -> None:
    rows = np.array([[0.0], [0.1], [0.9], [1.0]])
    weights = logistic(rows, np.array([0.0, 0.0, 1.0, 1.0]))
    found = scores(weights, rows)
    assert found[:2].max() < 0 < found[2:].min()


def test_rare_words_count_more() -> None:
    first, second, third = tf_idf([["raid", "town"], ["raid", "bridge"], ["bridge", "town", "town"]])
    assert cosine(first, first) == pytest.approx(1.0)
    assert 0 < cosine(first, second) < cosine(second, second)
    assert cosine(tf_idf([["a"], ["b"]])[0], third) == 0.0
