from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trucewatch.packs import load_conflict
from trucewatch.packs.check import check_pack
from trucewatch.packs.new_pack import new_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack just begun."""
    new_pack(tmp_path / "mine", title="Mine", country="ph")
    return tmp_path / "mine"


def add(path: Path, *lines: str) -> int:
    """Add lines to a file and give the number of the last."""
    text = path.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    return text.count("\n")


def said(folder: Path) -> list[str]:
    return [str(complaint).removeprefix(f"{folder.resolve()}/") for complaint in check_pack(folder)]


def test_a_pack_just_begun_has_nothing_wrong(folder: Path) -> None:
    assert said(folder) == []


def test_what_does_not_load_is_said_in_one_list(folder: Path) -> None:
    add(folder / "parties.csv", "ph.x,X,nothing,,,,,", "ph.y,,armed force,,,,,")
    assert len(said(folder)) == 2


def test_complaints_of_several_checks_come_together_in_order(folder: Path) -> None:
    add(folder / "parties.csv", "ph.silent,Silent,armed force,,,,,")
    add(folder / "aliases.csv", "rebels,ph.forces,common,,,")
    found = said(folder)
    assert [line.partition(":")[0] for line in found] == ["aliases.csv", "parties.csv", "sentences.yaml"]


def test_a_sentence_that_is_read_otherwise_is_said(folder: Path) -> None:
    add(
        folder / "sentences.yaml",
        "  - says: The rebels left.",
        "    parties: {rebels: ph.forces, monks: ph.gov}",
        "    places: {}",
    )
    assert said(folder) == [
        "sentences.yaml:7: sentences[1].parties: 'monks' is not found; it is to be ph.gov",
        "sentences.yaml:7: sentences[1].parties: 'rebels' is found as ph.rebels, not as ph.forces",
    ]


def test_an_unreadable_file_of_sentences_hides_no_other_complaint(folder: Path) -> None:
    (folder / "sentences.yaml").write_text("sentences: [", encoding="utf-8")
    add(folder / "parties.csv", "ph.silent,Silent,armed force,,,,,")
    assert [line.partition(":")[0] for line in said(folder)] == ["parties.csv", "sentences.yaml"]


def test_checking_changes_no_file(tmp_path: Path) -> None:
    copy = tmp_path / "mine"
    shutil.copytree(load_conflict("yemen").folder, copy)
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    check_pack(copy)
    assert {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()} == before
