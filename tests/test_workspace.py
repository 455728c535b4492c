"""Workspaces and their config."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from trucewatch.packs import PackError, conflict_names, load_truce, truce_names
from trucewatch.packs.conflict import conflict_folder
from trucewatch.workspace import (
    CONFIG_NAME,
    ReadDefaults,
    Workspace,
    WorkspaceError,
    create_workspace,
    find_workspace,
    load_workspace,
)


def configured(folder: Path, text: str) -> Path:
    (folder / CONFIG_NAME).write_text(text)
    return folder


def test_what_is_made_can_be_loaded(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "a" / "b", "syria", ["syria-2016"])
    assert made == Workspace(tmp_path / "a" / "b", "syria", ("syria-2016",))
    assert load_workspace(made.folder) == made
    assert made.load_conflict().name == "syria"
    assert {truce.id for truce in made.load_truces()} == {"syria-2016"}
    with made.open_ledger(read_only=True) as ledger:
        assert ledger.counts().documents == 0


@pytest.mark.parametrize("conflict", conflict_names())
def test_without_truces_all_of_the_conflict_are_taken(tmp_path: Path, conflict: str) -> None:
    """Some conflicts ship without a truce."""
    truces = create_workspace(tmp_path / "ws", conflict).load_truces()
    shipped = {name for name in truce_names() if load_truce(name).conflict == conflict}
    assert {truce.id for truce in truces} == shipped
    assert shipped or conflict not in ("syria", "yemen")


def test_every_setting_that_the_config_offers_is_known(tmp_path: Path) -> None:
    create_workspace(tmp_path, "syria")
    text = (tmp_path / CONFIG_NAME).read_text()
    uncommented = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    (tmp_path / CONFIG_NAME).write_text("\n".join(uncommented))
    offered = tomllib.loads((tmp_path / CONFIG_NAME).read_text())["read"]
    assert load_workspace(tmp_path).read == ReadDefaults(**offered)
    assert set(offered) == set(ReadDefaults.__slots__)


def test_packs_of_ones_own_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "packs" / "own"
    shutil.copytree(conflict_folder("syria"), own)
    monkeypatch.chdir(tmp_path)
    made = create_workspace(tmp_path / "ws", "packs/own", [])
    monkeypatch.chdir("/")
    assert made.load_conflict().folder == own
    assert load_workspace(tmp_path / "ws").truces == ()


def test_paths_in_a_config_are_from_its_folder(tmp_path: Path) -> None:
    loaded = load_workspace(configured(tmp_path, 'conflict = "own"\ntruces = ["terms/a.yaml", "syria-2016"]\n'))
    assert loaded.conflict == str(tmp_path / "own")
    assert loaded.truces == (str(tmp_path / "terms" / "a.yaml"), "syria-2016")


def test_a_truce_of_another_conflict_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="yemen-2022 is of the conflict yemen, not of syria"):
        create_workspace(tmp_path / "ws", "syria", ["yemen-2022"])
    assert not (tmp_path / "ws").exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError, match="cannot be made"):
        create_workspace(tmp_path / "file" / "ws", "syria")


def test_a_workspace_is_found_from_below(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "ws", "syria", [])
    below = made.folder / "notes" / "may"
    below.mkdir(parents=True)
    assert find_workspace(below).folder == made.folder
    with pytest.raises(WorkspaceError, match="no workspace here or above"):
        find_workspace(tmp_path)
    with pytest.raises(WorkspaceError, match="is no workspace"):
        load_workspace(below)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('conflict = "syria"\ntruce = ["syria-2016"]\n', ":2: truce: unknown key; known here: conflict, truces, read"),
        ('conflict = "syria"\n\n[reed]\njobs = 2\n', ":3: reed: unknown key"),
        ('conflict = "syria"\n[read]\n# jobs\njob = 2\n', ":4: read.job: unknown key; known here: outlet, text_field"),
        ("truces = []\n", ": conflict: is missing"),
        ("conflict = 3\n", ":1: conflict: must be text in quotes"),
        ('conflict = "syria"\ntruces = "syria-2016"\n', ":2: truces: must be a list"),
        ('conflict = "syria"\ntruces = [1]\n', ":2: truces: must be a list of names or paths in quotes"),
        ('conflict = "syria"\nread = 1\n', ":2: read: must be a table"),
        ('conflict = "syria"\n[read]\njobs = "2"\n', ":3: read.jobs: must be a whole number"),
        ('conflict = "syria"\n[read]\njobs = true\n', ":3: read.jobs: must be a whole number"),
        ('conflict = "syria"\n[read]\njobs = 0\n', ":3: read.jobs: must be at least 1"),
        ('conflict = "syria"\n[read]\noutlet = 1\n', ":3: read.outlet: must be text in quotes"),
        ('conflict = "syria\n', "at line 1, column"),
    ],
)
def test_what_is_wrong_in_a_config_is_told_with_file_line_and_key(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        load_workspace(configured(tmp_path, text))
    assert str(caught.value).startswith(str(tmp_path / CONFIG_NAME))
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_config_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / CONFIG_NAME).write_bytes(b"\xff\xfe")
    with pytest.raises(WorkspaceError, match="is not UTF-8 text"):
        load_workspace(tmp_path)


def test_an_unknown_conflict_in_a_config_is_told_when_it_is_loaded(tmp_path: Path) -> None:
    loaded = load_workspace(configured(tmp_path, 'conflict = "atlantis"\n'))
    with pytest.raises(PackError, match="no such conflict"):
        loaded.load_conflict()
