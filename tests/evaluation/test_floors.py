"""Pinned figures: what the coder reaches on each gold set may rise, and may not fall unseen."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from trucewatch.evaluation import score_gold

TESTS = Path(__file__).parents[1]
FLOORS: dict[str, dict[str, Any]] = tomllib.loads((TESTS / "floors.toml").read_text(encoding="utf-8"))
OUR_OWN = [name for name in FLOORS if name.startswith("samples-")]


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name in FLOORS if name not in OUR_OWN])
def test_a_gold_set_is_what_it_was_and_its_figures_stand(gold: Path, name: str) -> None:
    _hold(gold, name)


@pytest.mark.parametrize("name", OUR_OWN)
def test_our_own_set_is_what_it_was_and_its_figures_stand(name: str) -> None:
    _hold(TESTS / "gold", name)


def _hold(folder: Path, name: str) -> None:
    pinned = FLOORS[name]
    report = score_gold(folder / f"{name}.docs.jsonl", folder / f"{name}.claims.jsonl", pinned["conflict"])
    assert report.corpus_sha256 == pinned["corpus_sha256"], "another corpus: measure again and pin both"
    figures = {
        "found_f1": report.figures["found"]["f1"],
        "right_f1": report.figures["right"]["f1"],
        "right_claims": report.right,
    }
    fallen = {key: figures[key] for key, floor in pinned["at_least"].items() if figures[key] < floor}
    assert fallen == {}, f"below {pinned['at_least']}"
