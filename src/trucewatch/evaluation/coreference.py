"""CoNLL F1 and its three parts, for clusters of mentions that are the same in gold and in what is measured.

MUC: Vilain et al. 1995; B3: Bagga and Baldwin 1998; CEAF-e: Luo 2005. Clusters are sets of mention ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Clusters = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Coreference:
    """F1 of each measure, from 0 to 1; `conll` is their mean."""

    muc: float
    b_cubed: float
    ceaf_e: float

    @property
    def conll(self) -> float:
        return (self.muc + self.b_cubed + self.ceaf_e) / 3


def coreference(gold: Clusters, found: Clusters) -> Coreference:
    """The measures; both must hold the same mentions, singletons included."""
    return Coreference(
        _f1(_muc(found, gold), _muc(gold, found)),
        _f1(_b_cubed(found, gold), _b_cubed(gold, found)),
        _ceaf_e(gold, found),
    )


def _f1(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _homes(clusters: Clusters) -> dict[str, int]:
    return {mention: at for at, cluster in enumerate(clusters) for mention in cluster}


def _muc(of: Clusters, against: Clusters) -> float:
    home = _homes(against)
    kept = sum(len(cluster) - len({home[mention] for mention in cluster}) for cluster in of)
    links = sum(len(cluster) - 1 for cluster in of)
    return kept / links if links else 0.0


def _b_cubed(of: Clusters, against: Clusters) -> float:
    home = _homes(against)
    total = sum(len(cluster & against[home[mention]]) / len(cluster) for cluster in of for mention in cluster)
    return total / sum(map(len, of))


def _ceaf_e(gold: Clusters, found: Clusters) -> float:
    """By the best one-to-one match of clusters, each pair worth twice its shared mentions over all of both (phi 4)."""
    home = _homes(found)
    likeness: dict[int, dict[int, float]] = {}
    for at, cluster in enumerate(gold):
        for other in {home[mention] for mention in cluster}:
            shared = len(cluster & found[other])
            likeness.setdefault(at, {})[other] = 2 * shared / (len(cluster) + len(found[other]))
    best = sum(_best_match([likeness[row] for row in part]) for part in _parts(likeness))
    return _f1(best / len(found), best / len(gold))


def _parts(likeness: dict[int, dict[int, float]]) -> list[list[int]]:
    """Rows that share no column, directly or through others, are matched apart."""
    parts: list[tuple[list[int], set[int]]] = []
    for row, near in likeness.items():
        columns, rows, rest = set(near), [row], []
        for other_rows, other_columns in parts:
            if columns & other_columns:
                rows, columns = rows + other_rows, columns | other_columns
            else:
                rest.append((other_rows, other_columns))
        parts = [*rest, (rows, columns)]
    return [sorted(rows) for rows, _ in parts]


def _best_match(rows: Sequence[dict[int, float]]) -> float:
    """The largest sum of a one-to-one match of rows with columns (the Hungarian method, by potentials)."""
    columns = sorted({column for row in rows for column in row})
    size = max(len(rows), len(columns))
    cost = [[-row.get(column, 0.0) for column in columns] + [0.0] * (size - len(columns)) for row in rows]
    cost += [[0.0] * size for _ in range(size - len(rows))]
    matched = [0] * (size + 1)  # row of each column, from 1; 0 is none
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    for row in range(1, size + 1):
        _place_row(row, cost, matched, row_price, column_price)
    return -sum(cost[matched[column] - 1][column - 1] for column in range(1, size + 1))


def _place_row(
    row: int, cost: list[list[float]], matched: list[int], row_price: list[float], column_price: list[float]
) -> None:
    size = len(cost)
    least, came, seen = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    matched[0], column = row, 0
    while matched[column]:
        seen[column] = True
        current, step, following = matched[column], float("inf"), 0
        for other in range(1, size + 1):
            if seen[other]:
                continue
            reduced = cost[current - 1][other - 1] - row_price[current] - column_price[other]
            if reduced < least[other]:
                least[other], came[other] = reduced, column
            if least[other] < step:
                step, following = least[other], other
        for other in range(size + 1):
            if seen[other]:
                row_price[matched[other]] += step
                column_price[other] -= step
            else:
                least[other] -= step
        column = following
    while column:
        matched[column] = matched[came[column]]
        column = came[column]
