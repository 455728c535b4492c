from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs.complaints import Complaints, PackError
from trucewatch.packs.places import PLACE_KINDS, read_places

HEADER = "id,name,kind,admin1,country,lat,lon,precision_km,also_called,pcode\n"


def _complaints(tmp_path: Path, lines: str) -> list[str]:
    path = tmp_path / "places.csv"
    path.write_text(HEADER + lines, encoding="utf-8")
    complaints = Complaints()
    read_places(path, complaints)
    with pytest.raises(PackError) as raised:
        complaints.raise_if_any()
    return [f"{found.line} {found.key}: {found.message}" for found in raised.value.complaints]


def test_a_place_without_a_known_position_has_none(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(f"{HEADER}x,X,village,,sy,,,,Xa;Xb,\n", encoding="utf-8")
    complaints = Complaints()
    ((entry, also_called),) = read_places(path, complaints)
    complaints.raise_if_any()
    assert (entry.lat, entry.lon, entry.precision_km, entry.admin1) == (None, None, None, None)
    assert also_called == ("Xa", "Xb")


def test_wrong_places_are_said_with_their_line(tmp_path: Path) -> None:
    assert _complaints(
        tmp_path,
        "x,X,castle,,sy,1,2,3,,\ny,Y,town,z,sy,95,,3,,\nx,X,town,,sy,1,2,3,,\n",
    ) == [
        f"2 kind: 'castle' is none of: {', '.join(PLACE_KINDS)}",
        "3 admin1: 'z' is no id in this table",
        "3 lat: `lat` and `lon` are given together or not at all",
        "3 lat: is to be between -90 and 90, not 95.0",
        "4 id: 'x' stands here twice",
    ]
