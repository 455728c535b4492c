from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trucewatch.packs import PackError, load_conflict, packs_digest


def test_the_digest_is_the_same_for_the_same_files_wherever_they_lie(tmp_path: Path) -> None:
    folder = load_conflict("yemen").folder
    copies = [tmp_path / "a", tmp_path / "b"]
    for copy in copies:
        shutil.copytree(folder, copy)
    first, second = (packs_digest(copy) for copy in copies)
    assert first == second == packs_digest("yemen")
    assert len(first) == 64


def test_one_changed_byte_changes_the_digest(tmp_path: Path) -> None:
    copy = tmp_path / "mine"
    shutil.copytree(load_conflict("yemen").folder, copy)
    before = packs_digest(copy)
    (copy / "aliases.csv").write_bytes((copy / "aliases.csv").read_bytes() + b"\n")
    assert packs_digest(copy) != before


def test_the_truces_count(tmp_path: Path) -> None:
    truce = tmp_path / "mine.yaml"
    truce.write_text("id: mine\n", encoding="utf-8")
    assert packs_digest("yemen", [truce]) != packs_digest("yemen")


def test_an_unknown_truce_is_an_error() -> None:
    with pytest.raises(PackError, match="no such truce"):
        packs_digest("yemen", ["atlantis-1200"])


def test_sentences_that_test_a_pack_do_not_count(tmp_path: Path) -> None:
    copy = tmp_path / "mine"
    shutil.copytree(load_conflict("sudan").folder, copy)
    (copy / "sentences.yaml").unlink()
    assert packs_digest(copy) == packs_digest("sudan")


def test_the_pack_that_one_extends_counts(tmp_path: Path) -> None:
    (tmp_path / "conflict.yaml").write_text("extends: yemen\n", encoding="utf-8")
    before = packs_digest(tmp_path)
    (tmp_path / "conflict.yaml").write_text("extends: syria\n", encoding="utf-8")
    assert len({before, packs_digest(tmp_path), packs_digest("syria"), packs_digest("yemen")}) == 4
