from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from trucewatch.packs.complaints import Complaints
from trucewatch.packs.geonames import is_dump, read_alternate_names, read_dump


def line(number: int, name: str, code: str = "P.PPL", *, others: str = "", people: str = "0", lat: str = "35.5") -> str:
    """A line of a dump; `code` is the feature's class and code."""
    feature_class, _, feature = code.partition(".")
    cells = [str(number), name, name, others, lat, "36.5", feature_class, feature, "SY", "", "12", "4", "", "", people]
    return "\t".join([*cells, "", "100", "Asia/Damascus", "2020-01-01"]) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "SY.txt"
    path.write_text(
        line(1, "Idlib", "A.ADM1")
        + line(2, "Kafr X", others="كفر,Kafar X")
        + line(3, "Big Town", people="60000")
        + line(4, "Small Town", people="6000")
        + line(5, "Old Place", "P.PPLH")
        + line(6, "A Well", "H.WLL")
        + "broken\n"
        + line(7, "Nowhere", lat="north"),
        encoding="utf-8",
    )
    return path


def test_settlements_and_areas_are_read_and_wrong_lines_named(dump: Path) -> None:
    complaints = Complaints()
    places = {place.name: place for place in read_dump(dump, complaints)}
    assert {name: place.kind for name, place in places.items()} == {
        "Idlib": "governorate",
        "Kafr X": "village",
        "Big Town": "city",
        "Small Town": "town",
    }
    assert places["Kafr X"].also_called == ("Kafar X",)
    assert (places["Kafr X"].id, places["Kafr X"].area, places["Kafr X"].country) == ("gn.2", "SY.12", "sy")
    assert [(complaint.line, complaint.key) for complaint in complaints.found] == [(7, ""), (8, "latitude")]


def test_a_zip_is_read_as_the_text_in_it(dump: Path) -> None:
    zipped = dump.with_suffix(".zip")
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("readme.txt", "columns")
        archive.write(dump, "SY.txt")
    assert list(read_dump(zipped, Complaints())) == list(read_dump(dump, Complaints()))


def test_a_dump_is_told_from_a_csv(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("name,lat\n", encoding="utf-8")
    assert is_dump(dump)
    assert not is_dump(tmp_path / "x.csv")


def test_alternate_names_in_english_or_no_language(tmp_path: Path) -> None:
    path = tmp_path / "alternateNamesV2.txt"
    path.write_text(
        "1\t2\ten\tKafar Iks\n2\t2\tlink\thttps://x\n3\t2\tar\tكفر\n4\t9\ten\tOther\nshort\n", encoding="utf-8"
    )
    complaints = Complaints()
    assert read_alternate_names(path, frozenset({"2"}), complaints) == {"2": ["Kafar Iks"]}
    assert [complaint.line for complaint in complaints.found] == [5]
