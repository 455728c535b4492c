"""Pinned figures: what the coder reaches on each gold set may rise, and may not fall unseen."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from trucewatch.evaluation import score_gold

FLOORS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "floors.toml").read_text(encoding="utf-8")
)


@pytest.mark.shared
@pytest.mark.parametrize("name", FLOORS)
def test_a_gold_set_is_what_it_was_and_its_figures_stand(gold: Path, name: str) -> None:
    pinned = FLOORS[name]
    report = score_gold(gold / f"{name}.docs.jsonl", gold / f"{name}.claims.jsonl", pinned["conflict"])
    assert report.corpus_sha256 == pinned["corpus_sha256"], "another corpus: measure again and pin both"
    figures = {
        "found_f1": report.figures["found"]["f1"],
        "right_f1": report.figures["right"]["f1"],
        "right_claims": report.right,
    }
    fallen = {key: figures[key] for key, floor in pinned["at_least"].items() if figures[key] < floor}
    assert fallen == {}, f"below {pinned['at_least']}"
