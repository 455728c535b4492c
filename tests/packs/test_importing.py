from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.test_geonames import line
from trucewatch.packs import PackError, load_conflict
from trucewatch.packs.check import check_pack
from trucewatch.packs.conflict import read_tables
from trucewatch.packs.importing import import_places
from trucewatch.packs.new_pack import new_extension


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack that adds to Syria's."""
    new_extension(tmp_path / "mine", "syria")
    return tmp_path / "mine"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "SY.txt"
    path.write_text(
        line(1, "Muhafazat Idlib", "A.ADM1", others="Idlib")
        + line(2, "Kafr Nusayba", others="Kafar Nusaybah,Kafr-Nusayba")
        + line(3, "Ariha", lat="35.81")
        + line(4, "Hezbollah")
        + line(5, "Twinville", people="10")
        + line(6, "Twinville", people="900", lat="35.1"),
        encoding="utf-8",
    )
    return path


def test_new_places_come_in_and_the_report_says_what_became_of_the_rest(pack: Path, dump: Path) -> None:
    report = import_places(pack, dump)
    assert (report.read, report.added, report.names, report.shared_names) == (6, 3, 4, 2)
    assert dict(report.left_out) == {"in the pack already": 2, "with a name that means a party": 1}
    gazetteer = read_tables(pack).conflict(pack).gazetteer
    assert [entry.id for entry in gazetteer.lookup("Kafar Nusaybah")] == ["gn.2"]
    assert gazetteer.contains("sy.idlib", "gn.2")
    assert [entry.id for entry in gazetteer.lookup("Ariha")] == ["sy.idlib.ariha"]
    assert [entry.id for entry in gazetteer.lookup("Twinville")] == ["gn.6", "gn.5"]
    assert check_pack(pack) == ()


def test_adding_again_replaces(pack: Path, dump: Path) -> None:
    first = import_places(pack, dump)
    assert import_places(pack, dump) == first


def test_alternate_names_and_a_choice_of_countries(pack: Path, dump: Path, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("1\t2\ten\tOther Spelling\n", encoding="utf-8")
    report = import_places(pack, dump, alternate_names=tmp_path / "names.txt")
    assert report.names == 5
    assert dict(import_places(pack, dump, countries=["tr"]).left_out) == {"in other countries": 6}


def test_a_shipped_pack_is_not_added_to(dump: Path) -> None:
    for shipped in (Path("syria"), load_conflict("syria").folder):
        with pytest.raises(PackError, match="ships with the program"):
            import_places(shipped, dump)


def test_a_file_that_cannot_be_read_changes_nothing(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"PK no zip")
    with pytest.raises(PackError, match="cannot be read"):
        import_places(pack, tmp_path / "no.zip")
    assert not (pack / "imported").exists()
