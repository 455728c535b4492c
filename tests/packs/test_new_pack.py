from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs import PackError, load_conflict
from trucewatch.packs.check import check_pack
from trucewatch.packs.new_pack import new_extension, new_pack


def test_a_new_pack_loads_and_knows_the_world(tmp_path: Path) -> None:
    new_pack(tmp_path / "mine", title="Mine: a test", country="PH")
    conflict = load_conflict(tmp_path / "mine")
    assert (conflict.name, conflict.title, conflict.country) == ("mine", "Mine: a test", "ph")
    assert conflict.gazetteer.known("ph.manila")


def test_a_new_extension_passes_the_check(tmp_path: Path) -> None:
    new_extension(tmp_path / "mine", "syria")
    assert check_pack(tmp_path / "mine") == ()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(PackError, match="is there already and not empty"):
        new_pack(tmp_path, title="Mine", country="ph")
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_code_of_no_country_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="'zz' is the code of no country"):
        new_pack(tmp_path / "mine", title="Mine", country="zz")
    assert not (tmp_path / "mine").exists()
