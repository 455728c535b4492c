from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.evaluation.coreference import _best_match, coreference


def clusters(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_the_same_clusters_score_one() -> None:
    score = coreference(clusters("abc", "de", "f"), clusters("f", "de", "abc"))
    assert (score.muc, score.b_cubed, score.ceaf_e, score.conll) == (1.0, 1.0, 1.0, 1.0)


def test_the_worked_example_of_bagga_and_baldwin() -> None:
    """Twelve mentions; the second response links the two larger clusters: precision 9/10 by links, 58 % by mentions."""
    gold = clusters("12345", "67", "89ABC")
    first = coreference(gold, clusters("12345", "6789ABC"))
    second = coreference(gold, clusters("1234589ABC", "67"))
    assert first.muc == pytest.approx(2 * 0.9 / 1.9)
    assert second.muc == pytest.approx(2 * 0.9 / 1.9)
    assert first.b_cubed == pytest.approx(2 * 0.7619 / 1.7619, abs=1e-4)
    assert second.b_cubed == pytest.approx(2 * 0.5833 / 1.5833, abs=1e-4)


def test_all_alone_and_all_together() -> None:
    alone = coreference(clusters("ab", "cd"), clusters("a", "b", "c", "d"))
    assert alone.muc == 0.0
    assert alone.b_cubed == pytest.approx(2 / 3)
    together = coreference(clusters("ab", "cd"), clusters("abcd"))
    assert together.ceaf_e == pytest.approx(2 * (2 / 3) * (1 / 3))


@given(
    st.lists(st.dictionaries(st.integers(0, 4), st.sampled_from([0.2, 0.5, 0.9]), min_size=1), min_size=1, max_size=5)
)
def test_the_best_match_is_the_best_of_all(rows: list[dict[int, float]]) -> None:
    columns = [*sorted({column for row in rows for column in row}), *(-at for at in range(1, len(rows) + 1))]
    every = itertools.permutations(columns, len(rows))
    best = max(sum(row.get(column, 0.0) for row, column in zip(rows, order, strict=True)) for order in every)
    assert _best_match(rows) == pytest.approx(best)
