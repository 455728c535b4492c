from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.intake.folders import files_of
from trucewatch.model.raw import Unread


def test_a_file_stands_for_itself_even_when_it_is_not_there(tmp_path: Path) -> None:
    assert list(files_of(tmp_path / "x.bin")) == [tmp_path / "x.bin"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(files_of(tmp_path)) == [tmp_path / "a.txt"]


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> list[Path]:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert list(files_of(tmp_path)) == [Unread(str(tmp_path), "permission to read it is denied")]
