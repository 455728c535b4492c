from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trucewatch.packs import PackError, conflict_names, load_conflict


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a shipped conflict, to spoil."""
    copy = tmp_path / "mine"
    shutil.copytree(load_conflict("yemen").folder, copy)
    return copy


def _append(path: Path, line: str) -> int:
    """Add a line to a file and give its number."""
    text = path.read_text(encoding="utf-8") + line + "\n"
    path.write_text(text, encoding="utf-8")
    return text.count("\n")


def _lines(folder: Path) -> list[str]:
    with pytest.raises(PackError) as raised:
        load_conflict(folder)
    return [line.removeprefix(f"{folder.resolve()}/") for line in str(raised.value).splitlines()]


def test_the_shipped_conflicts_load() -> None:
    assert set(conflict_names()) >= {"syria", "yemen"}
    for name in conflict_names():
        assert load_conflict(name).name == name


def test_a_conflict_is_read_once() -> None:
    assert load_conflict("syria") is load_conflict("syria")


def test_an_unknown_conflict_is_answered_with_the_known_ones() -> None:
    with pytest.raises(PackError, match="atlantis: no such conflict; known conflicts: syria, yemen"):
        load_conflict("atlantis")


def test_a_folder_of_ones_own_loads_by_its_path(folder: Path) -> None:
    conflict = load_conflict(folder)
    assert conflict.title == "Yemen, from 2014"
    assert conflict.parties.known("ye.houthis")


def test_everything_wrong_in_a_folder_is_said_at_once(folder: Path) -> None:
    place = _append(folder / "places.csv", "x,X,castle,,ye,,,,,")
    alias = _append(folder / "aliases.csv", "Somebody,no.such,nickname,2020-01-02,2020-01-01,martian")
    party = _append(folder / "parties.csv", "ye.gov,Again,state,")
    _append(folder / "conflict.yaml", "colour: red")
    lines = _lines(folder)
    assert f"aliases.csv:{alias}: party: 'no.such' is no party of this pack or of the world" in lines
    assert f"aliases.csv:{alias}: outlets: 'martian' is no leaning in outlets.csv" in lines
    assert f"aliases.csv:{alias}: to: is before `from`" in lines
    assert any(line.startswith(f"aliases.csv:{alias}: kind: 'nickname' is none of:") for line in lines)
    assert any(line.startswith(f"places.csv:{place}: kind: 'castle' is none of:") for line in lines)
    assert f"parties.csv:{party}: id: 'ye.gov' stands here twice" in lines
    assert any("colour: unknown key" in line for line in lines)
    assert len(lines) == 7


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "outlets.csv").unlink()
    assert _lines(folder) == ["outlets.csv: cannot be read: No such file or directory"]


def test_a_side_that_names_no_party_is_a_complaint(folder: Path) -> None:
    path = folder / "conflict.yaml"
    path.write_text(
        "name: mine\ntitle: Mine\ncountry: ye\nsides:\n  - words: [a]\n    alone: nobody\n    navy: ye.forces\n",
        encoding="utf-8",
    )
    assert _lines(folder) == [
        "conflict.yaml:6: sides[0].alone: 'nobody' is no party of this pack or of the world",
        "conflict.yaml:7: sides[0].navy: unknown key; known here: words, alone, gov, forces, police, person",
    ]


@pytest.mark.parametrize("name", ["syria", "yemen"])
def test_every_alias_of_a_shipped_conflict_is_found_as_its_party(name: str) -> None:
    conflict = load_conflict(name)
    table = (conflict.folder / "aliases.csv").read_text(encoding="utf-8").splitlines()[1:]
    lost = []
    for line in table:
        alias, party, _, since, until, leanings = line.split(",")
        if since or until or leanings or party == "other:":
            continue
        mentions = conflict.parties.find(alias)
        if not (len(mentions) == 1 and set(party.split(";")) <= set(mentions[0].ids)):
            lost.append(alias)
    assert lost == []
