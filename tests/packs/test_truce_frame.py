from __future__ import annotations

from pathlib import Path

from trucewatch.model import Oversight, Policy
from trucewatch.packs.strict import Complaints, Node, read_yaml
from trucewatch.packs.truce_frame import read_oversight, read_policy


def node(tmp_path: Path, text: str) -> tuple[Node, Complaints]:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    complaints = Complaints()
    return read_yaml(tmp_path / "a.yaml", complaints), complaints


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    policy, complaints = node(tmp_path, "coarsest_day: week\nonset_grace_hours: 6\n")
    assert read_policy(policy) == Policy(coarsest_day="week", onset_grace_hours=6)
    oversight, _ = node(tmp_path, "monitors: [a, b]\ndetermines: nobody\n")
    assert read_oversight(oversight) == Oversight(monitors=("a", "b"), determines="nobody")
    assert len(complaints) == 0


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    policy, complaints = node(tmp_path, "excluded_nearby: maybe\n")
    read_policy(policy)
    assert len(complaints) == 1
