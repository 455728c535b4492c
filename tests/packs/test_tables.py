from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs.complaints import Complaints, PackError
from trucewatch.packs.tables import Row, read_csv


def _rows(tmp_path: Path, text: str) -> tuple[list[Row], Complaints]:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    complaints = Complaints()
    return read_csv(path, complaints, required=("id", "lat"), optional=("from", "also")), complaints


def _messages(complaints: Complaints) -> list[tuple[int, str, str]]:
    with pytest.raises(PackError) as raised:
        complaints.raise_if_any()
    return [(found.line, found.key, found.message) for found in raised.value.complaints]


def test_cells_are_read_by_column(tmp_path: Path) -> None:
    rows, complaints = _rows(tmp_path, "id,lat,from,also\na, 1.5 ,2016-02-27,x; y ;\nb,,,\n")
    assert [row.text("id") for row in rows] == ["a", "b"]
    assert [row.optional_number("lat") for row in rows] == [1.5, None]
    assert [row.optional_day("from") is None for row in rows] == [False, True]
    assert [row.several("also") for row in rows] == [("x", "y"), ()]
    complaints.raise_if_any()


def test_unknown_missing_and_repeated_columns_are_complaints(tmp_path: Path) -> None:
    _, complaints = _rows(tmp_path, "id,id,colour\na,a,red\n")
    assert _messages(complaints) == [
        (1, "colour", "unknown column; known here: id, lat, from, also"),
        (1, "id", "stands here twice"),
        (1, "lat", "column is missing"),
    ]


def test_wrong_cells_are_said_with_their_line(tmp_path: Path) -> None:
    rows, complaints = _rows(tmp_path, 'id,lat,from\n"a\nb",north,soon\n,1\n')
    for row in rows:
        row.text("id")
        row.optional_number("lat")
        row.optional_day("from")
        row.choice("id", ("a", "b"))
    assert _messages(complaints) == [
        (3, "from", "is to be a date such as 2016-02-27, not 'soon'"),
        (3, "id", "'a\\nb' is none of: a, b"),
        (3, "lat", "is to be a number, not 'north'"),
        (4, "", "has 2 cells where the header has 3: put a comma for each empty cell"),
        (4, "id", "is empty"),
        (4, "id", "is empty"),
    ]


def test_a_table_without_lines_fails_as_a_whole(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is empty"):
        _rows(tmp_path, "")
