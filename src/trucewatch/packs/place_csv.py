"""Reading places from any table in CSV, such as a common operational dataset of OCHA."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from trucewatch.packs.complaints import Complaints, refuse
from trucewatch.packs.places import PLACE_KINDS
from trucewatch.packs.raw_place import RawPlace, is_latin

FIELDS = ("name", "also_called", "kind", "lat", "lon", "country", "admin1", "admin2", "pcode", "population")
"""What a column may be said to hold, with `--column field=heading`."""

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": (
        r"name", r"name_en", r"featurename(_en)?", r"place", r"place_?name", r"location", r"settlement", r"locality",
        r"adm4_en", r"admin4name_en", r"adm3_en", r"admin3name_en", r"adm2_en", r"admin2name_en", r"adm1_en",
        r"admin1name_en", r"nameen", r"community",
    ),
    "also_called": (r"also_called", r"alt(ernate)?_?names?(_en)?", r"name_alt\d?", r"altname\w*", r"featurealtname\w*"),
    "kind": (r"kind", r"type", r"feature_?type"),
    "lat": (r"lat", r"latitude", r"y", r"lat_?dd", r"center_?lat"),
    "lon": (r"lon", r"long", r"longitude", r"x", r"lon_?dd", r"center_?lon"),
    "country": (r"country", r"iso2?", r"adm0_pcode", r"admin0pcode", r"country_?code"),
    "admin1": (
        r"admin_?1", r"adm1_en", r"admin1name(_en)?", r"governorate", r"province", r"state", r"oblast", r"region",
    ),
    "admin2": (r"admin_?2", r"adm2_en", r"admin2name(_en)?", r"district", r"county"),
    "pcode": (r"p_?code", r"adm4_pcode", r"adm3_pcode", r"adm2_pcode", r"adm1_pcode", r"admin\dpcode"),
    "population": (r"population", r"pop", r"tot_?pop\w*"),
}  # fmt: skip


def read_place_csv(
    path: Path, complaints: Complaints, *, country: str, columns: Mapping[str, str]
) -> Iterator[RawPlace]:
    """The places of a table. `columns` says which heading holds which of `FIELDS`; the rest is told by its heading."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        sample = stream.read(4096)
        stream.seek(0)
        reader = csv.DictReader(stream, delimiter=max(",;\t", key=sample.count))
        chosen = chosen_columns(path, reader.fieldnames or (), columns)
        for row in reader:
            place = _place(path, reader.line_num, row, chosen, country, complaints)
            if place is not None:
                yield place


def chosen_columns(path: Path, headings: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """The heading of each field that the table has; `PackError` where it has no name."""
    known = {heading.strip().lower(): heading for heading in headings if heading}
    for field, heading in columns.items():
        if field not in FIELDS:
            raise refuse(path, f"no column can hold {field!r}; there are: {', '.join(FIELDS)}")
        if heading.lower() not in known:
            raise refuse(path, f"has no column {heading!r}; it has: {', '.join(known.values())}")
    found = {field: known[heading.lower()] for field, heading in columns.items()}
    for field, patterns in _HEADINGS.items():
        for pattern in patterns:
            fitting = [heading for lowered, heading in known.items() if re.fullmatch(pattern, lowered)]
            if field not in found and fitting:
                found[field] = fitting[0]
    if "name" not in found:
        raise refuse(
            path, f"which column holds the name? Say --column name=HEADING; it has: {', '.join(known.values())}"
        )
    return found


def _place(
    path: Path,
    line: int,
    row: Mapping[str, str | None],
    chosen: Mapping[str, str],
    country: str,
    complaints: Complaints,
) -> RawPlace | None:
    cells = {field: (row.get(heading) or "").strip() for field, heading in chosen.items()}
    name = cells["name"]
    if not is_latin(name):
        complaints.add(path, line, chosen["name"], f"{name!r} is no name in Latin letters" if name else "is empty")
        return None
    try:
        lat, lon = (float(cells[axis]) if cells.get(axis) else None for axis in ("lat", "lon"))
        size = int(float(cells.get("population") or 0))
    except ValueError as error:
        complaints.add(path, line, "", f"a number cannot be read: {error}")
        return None
    area = cells.get("admin1", "")
    pcode = cells.get("pcode", "")
    code = cells.get("country", "")[:2].lower()
    return RawPlace(
        id=f"{path.stem.lower()}.{pcode or line}",
        name=name,
        also_called=tuple(part.strip() for part in cells.get("also_called", "").split(";") if is_latin(part)),
        kind=_kind(cells.get("kind", "").lower()),
        country=code if code.isalpha() and len(code) == 2 else country,
        lat=lat,
        lon=lon,
        size=size,
        area=area,
        district=f"{area}.{cells['admin2']}" if cells.get("admin2") else "",
        pcode=pcode,
    )


def _kind(written: str) -> str:
    return written if written in PLACE_KINDS else "village"
