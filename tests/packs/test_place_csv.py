from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs import PackError
from trucewatch.packs.complaints import Complaints
from trucewatch.packs.place_csv import read_place_csv


def test_a_dataset_of_ocha_is_known_by_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "syr_pplp.csv"
    path.write_text(
        "admin1Name_en,admin2Name_en,NAME_EN,PCode,Latitude,Longitude,POP\nIdleb,Ariha,Kafr X,C4321,35.8,36.6,1200\n",
        encoding="utf-8",
    )
    (place,) = read_place_csv(path, Complaints(), country="sy", columns={})
    assert (place.name, place.id, place.pcode, place.lat, place.size) == (
        "Kafr X", "syr_pplp.C4321", "C4321", 35.8, 1200,
    )  # fmt: skip
    assert (place.area, place.district, place.country, place.kind) == ("Idleb", "Idleb.Ariha", "sy", "village")


def test_columns_may_be_said_and_delimiters_differ(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("ort;breite;laenge;art\nKafr X;35.8;36.6;town\n", encoding="utf-8")
    columns = {"name": "ort", "lat": "breite", "lon": "laenge", "kind": "art"}
    (place,) = read_place_csv(path, Complaints(), country="sy", columns=columns)
    assert (place.name, place.lon, place.kind) == ("Kafr X", 36.6, "town")


def test_wrong_lines_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,lat,lon\nKafr X,north,1\n,1,1\nكفر,1,1\nKafr Y,1,1\n", encoding="utf-8")
    complaints = Complaints()
    assert [place.name for place in read_place_csv(path, complaints, country="sy", columns={})] == ["Kafr Y"]
    assert [(complaint.line, complaint.key) for complaint in complaints.found] == [(2, ""), (3, "name"), (4, "name")]


@pytest.mark.parametrize(
    ("columns", "message"),
    [({}, "which column holds the name"), ({"name": "nome"}, "has no column 'nome'"), ({"colour": "a"}, "'colour'")],
)
def test_a_table_whose_columns_are_not_known_is_refused(tmp_path: Path, columns: dict[str, str], message: str) -> None:
    (tmp_path / "list.csv").write_text("a,b\nKafr X,1\n", encoding="utf-8")
    with pytest.raises(PackError, match=message):
        list(read_place_csv(tmp_path / "list.csv", Complaints(), country="sy", columns=columns))
