"""Fit the weights of the link features on pairs of tellings that people judged.

    python training/incidents/fit_links.py ARTICLES [--workspace FOLDER] [--half N] [--write]

ARTICLES are those of FA-KES; they are read afresh, or what FOLDER has read of them is taken. The pairs are claims of
the hand-checked sample (`trucewatch.evaluation.fakes_sample`) that grouping would compare: of one incident, or of two.
Logistic regression with weights that may not be negative (agreement never speaks against), plus a small pull towards 0;
the line is the intercept. Printed first is what weights fitted on one half of the incidents give on the other half.
What is written is fitted on all, or on one half alone, for measuring how well it groups the other.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import trucewatch
from trucewatch.evaluation.fakes_sample import (
    Mention,
    arguments,
    documents_by_line,
    half_of,
    mention_claims,
    reading,
    sample,
)
from trucewatch.grouping import LedgerStore
from trucewatch.incidents.candidates import block_keys, sought_keys
from trucewatch.incidents.features import FEATURES, contradictory, impossible
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.packs import Conflict
from trucewatch.workspace import Workspace

Rows = NDArray[np.float64]
BY_HAND = {"same report": (2.5, 0.0)}
FITTED = [feature for feature in FEATURES if feature.name not in BY_HAND]
PULL = 1e-2
STEPS = 3000
RATE = 0.3
LINE = 6.0
"""The scale is set so that this is the line, as the weight set by hand expects."""
WEIGHTS_FILE = Path(trucewatch.__file__).parent / "incidents" / "link_weights.json"


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--write", action="store_true", help="write link_weights.json")
    parser.add_argument("--half", type=int, choices=(0, 1), help="fit on this half of the incidents alone")
    options = parser.parse_args()
    with reading(options.articles, options.workspace) as workspace:
        rows, labels, halves = judged_pairs(workspace, options.articles)
    print(f"{len(labels)} pairs, {labels.mean():.1%} of them of one incident")
    for half in (0, 1):
        fitted = fit(rows[halves == 1 - half], labels[halves == 1 - half])
        print(f"fitted on one half, on the other: {report(fitted, rows[halves == half], labels[halves == half])}")
    taken = halves >= -1 if options.half is None else halves == options.half
    fitted = fit(rows[taken], labels[taken])
    table = as_table(fitted)
    print(json.dumps(table, indent=1))
    if options.write:
        WEIGHTS_FILE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def judged_pairs(workspace: Workspace, articles: Path) -> tuple[Rows, Rows, Rows]:
    """Feature values, labels, and the half of the sample that each pair belongs to (-1: across both)."""
    conflict = workspace.load_conflict()
    with workspace.open_ledger(read_only=True) as ledger:
        by_line = documents_by_line(articles, ledger.documents())
        mentions = [one for one in sample() if one.line in by_line]
        ids = [claim.id for one in mentions for claim in ledger.claims_of(by_line[one.line].id)]
        tellings = LedgerStore(ledger, conflict).tellings(sorted(set(ids)))
    claims = mention_claims(mentions, by_line, tellings.values())
    traits = {id: traits_of(telling) for id, telling in tellings.items()}
    return rows_of(mentions, claims, traits, conflict)


def rows_of(
    mentions: Sequence[Mention], claims: Sequence[frozenset[str]], traits: dict[str, Traits], conflict: Conflict
) -> tuple[Rows, Rows, Rows]:
    rows, labels, halves = [], [], []
    ids = {id for own in claims for id in own}
    held = {id: block_keys(traits[id]) for id in ids}
    sought = {id: sought_keys(traits[id]) for id in ids}
    for (one, first), (other, second) in combinations(zip(mentions, claims, strict=True), 2):
        half = half_of(one.incident) if half_of(one.incident) == half_of(other.incident) else -1
        for a in sorted(first - second):
            for b in sorted(second - first):
                pair = sorted((traits[a], traits[b]), key=lambda each: each.telling.order)
                meet = held[a] & sought[b] or held[b] & sought[a]
                if meet and comparable(*pair, conflict):
                    rows.append(values(*pair, conflict))
                    labels.append(float(one.incident == other.incident))
                    halves.append(half)
    return np.array(rows), np.array(labels), np.array(halves)


def comparable(first: Traits, second: Traits, conflict: Conflict) -> bool:
    """Whether the weights decide on the pair: two reports that do not contradict each other."""
    if first.document_id == second.document_id:
        return False
    return not impossible(first, second, conflict) and not contradictory(first, second, conflict)


def values(first: Traits, second: Traits, conflict: Conflict) -> list[float]:
    """Each feature twice: what it says for one event, and what it says against."""
    judged = [feature.judge(first, second, conflict)[0] for feature in FITTED]
    return [max(value, 0.0) for value in judged] + [min(value, 0.0) for value in judged]


def fit(rows: Rows, labels: Rows) -> Rows:
    """Weights, none negative, and the intercept as the last number; both kinds of pairs count alike in all."""
    share = np.where(labels > 0, 0.5 / max(labels.sum(), 1), 0.5 / max((1 - labels).sum(), 1))
    weights, intercept = np.full(rows.shape[1], 0.5), 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(rows @ weights + intercept)))
        error = share * (chance - labels)
        weights = np.maximum(0.0, weights - RATE * 10 * (rows.T @ error + PULL * weights))
        intercept -= RATE * 10 * float(error.sum())
    return np.append(weights, intercept)


def report(fitted: Rows, rows: Rows, labels: Rows) -> str:
    found = rows @ fitted[:-1] + fitted[-1] >= 0
    right = float((found * labels).sum())
    return (
        f"precision {right / max(found.sum(), 1):.3f}, recall {right / max(labels.sum(), 1):.3f} of {int(labels.sum())}"
    )


def as_table(fitted: Rows) -> dict[str, object]:
    names = [feature.name for feature in FITTED]
    scale = LINE / -fitted[-1]
    scaled = [round(float(weight * scale), 3) for weight in fitted]
    both = zip(names, scaled, scaled[len(names) :], strict=False)
    return {"line": LINE, "weights": {name: [up, down] for name, up, down in both} | BY_HAND}


if __name__ == "__main__":
    main()
