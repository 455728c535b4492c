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
    """The best one-to-one match of clusters by phi-4, taken component by component of overlapping clusters."""
    home = _homes(found)
    likeness: dict[tuple[int, int], float] = {}
    for at, cluster in enumerate(gold):
        for other in {home[mention] for mention in cluster}:
            shared = len(cluster & found[other])
            likeness[at, other] = 2 * shared / (len(cluster) + len(found[other]))
    best = _assignment(likeness)
    return _f1(best / len(found), best / len(gold))


def _assignment(likeness: dict[tuple[int, int], float]) -> float:
    """The largest sum of a one-to-one match: by augmenting paths of greatest gain (Bellman-Ford), exact."""
    of_row: dict[int, dict[int, float]] = {}
    for (row, column), value in likeness.items():
        of_row.setdefault(row, {})[column] = value
    row_of: dict[int, int] = {}
    for row in of_row:
        _augment(row, of_row, row_of)
    return sum(of_row[row][column] for column, row in row_of.items())


def _augment(start: int, of_row: dict[int, dict[int, float]], row_of: dict[int, int]) -> None:
    gain: dict[int, float] = {}  # column -> best change of the sum on a path that ends there
    came: dict[int, int] = {}  # column -> row before it
    rows = {start: 0.0}
    changed = [start]
    while changed:
        row = changed.pop(0)
        for column, value in of_row[row].items():
            total = rows[row] + value
            if row_of.get(column) != row and total > gain.get(column, -1e9) + 1e-12:
                gain[column], came[column] = total, row
                taken = row_of.get(column)
                if taken is not None and taken != start:
                    rows[taken] = total - of_row[taken][column]
                    changed.append(taken)
    ends = {column: total for column, total in gain.items() if column not in row_of}
    drops = {column: total - of_row[row_of[column]][column] for column, total in gain.items() if column in row_of}
    best = max([*ends.items(), *drops.items()], key=lambda each: each[1], default=None)
    if best is None or best[1] <= 0:
        return
    column: int = best[0]
    while True:
        row = came[column]
        previous = next((own for own, holder in row_of.items() if holder == row), None)
        row_of[column] = row
        if row == start or previous is None:
            return
        column = previous
