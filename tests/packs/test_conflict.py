from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from trucewatch.packs import PackError, conflict_names, load_conflict
from trucewatch.packs.check import check_pack


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
    with pytest.raises(PackError, match=r"atlantis: no such conflict; known conflicts: .*syria.*, yemen"):
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


def test_all_missing_tables_are_named_at_once(folder: Path) -> None:
    (folder / "outlets.csv").unlink()
    (folder / "aliases.csv").unlink()
    assert [line.partition(":")[0] for line in _lines(folder)] == ["aliases.csv", "outlets.csv"]


def test_a_day_that_cannot_be_meant_is_a_complaint(folder: Path) -> None:
    line = _append(folder / "aliases.csv", "Somebody,ye.gov,office,1015-03-26,,")
    expected = f"aliases.csv:{line}: from: 1015-03-26 cannot be meant: years run from 1850 to 2100"
    assert _lines(folder) == [expected]


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """A pack that adds to Syria's."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "conflict.yaml").write_text("extends: syria\n", encoding="utf-8")
    return tmp_path / "more"


def test_an_extension_adds_to_the_pack_that_it_names(extension: Path) -> None:
    (extension / "parties.csv").write_text("id,name,kind,from\nsy.rebels.mine,Mine,armed force,2016-01-01\n")
    (extension / "aliases.csv").write_text("alias,party,kind\nThe Mine Front,sy.rebels.mine,name\n")
    (extension / "places.csv").write_text(
        "id,name,kind,admin1,country,lat,lon,precision_km,also_called\n"
        "sy.idlib.mineville,Mineville,village,sy.idlib,sy,35.9,36.6,2,\n"
    )
    mine = load_conflict(extension)
    assert (mine.name, mine.country) == ("syria", "sy")
    assert mine.parties.party("sy.rebels.mine").parent == "sy.rebels"
    text = "The Mine Front took Mineville from the YPG."
    assert [m.ids for m in mine.parties.find(text)] == [("sy.rebels.mine",), ("sy.sdf.ypg",)]
    assert [m.entry_ids for m in mine.gazetteer.find(text)] == [("sy.idlib.mineville",)]
    assert mine.gazetteer.contains("sy.idlib", "sy.idlib.mineville")
    assert not load_conflict("syria").parties.known("sy.rebels.mine")


def test_a_name_without_days_has_those_of_its_party(extension: Path) -> None:
    (extension / "parties.csv").write_text("id,name,kind,from\nsy.rebels.mine,Mine,armed force,2016-01-01\n")
    (extension / "aliases.csv").write_text("alias,party,kind\nThe Mine Front,sy.rebels.mine,name\n")
    parties = load_conflict(extension).parties
    assert parties.find("The Mine Front", day=date(2015, 12, 31)) == []
    assert len(parties.find("The Mine Front", day=date(2016, 1, 1))) == 1


def test_an_extension_of_itself_is_refused(extension: Path) -> None:
    (extension / "conflict.yaml").write_text("extends: ../more\n", encoding="utf-8")
    assert _lines(extension) == ["conflict.yaml:1: extends: a pack cannot extend itself"]


def test_imported_places_give_way_to_those_written_by_hand(extension: Path) -> None:
    (extension / "imported").mkdir()
    (extension / "imported" / "gn.csv").write_text(
        "id,name,kind,admin1,country,lat,lon,precision_km,also_called\n"
        "gn.1,Idlib,city,,sy,35.93,36.63,5,\n"
        "gn.2,Farville,village,,sy,35.5,38.0,2,\n"
    )
    gazetteer = load_conflict(extension).gazetteer
    assert [place.id for place in gazetteer.lookup("Idlib")] == ["sy.idlib"]
    assert [place.id for place in gazetteer.lookup("Farville")] == ["gn.2"]
    assert gazetteer.entry("gn.1").name == "Idlib"


@pytest.mark.parametrize("name", conflict_names())
def test_nothing_is_wrong_in_a_shipped_conflict(name: str) -> None:
    """Every alias and place name is found as what it stands for, and every worked sentence is read as written."""
    assert [str(complaint) for complaint in check_pack(name)] == []
