"""Reading the tables of places."""

from __future__ import annotations

from collections.abc import Container, Sequence
from pathlib import Path

from trucewatch.packs.gazetteer import NamedPlace, PlaceEntry
from trucewatch.packs.strict import Complaints, Row, read_csv

PLACE_KINDS = (
    "country", "governorate", "district", "city", "town", "village", "neighbourhood",
    "region", "base", "road", "river", "border", "camp", "site",
)  # fmt: skip

Places = Sequence[NamedPlace]

_COLUMNS = ("id", "name", "kind", "admin1", "country", "lat", "lon", "precision_km", "also_called")


def place_rows(path: Path, complaints: Complaints) -> list[Row]:
    """The lines of a `places.csv`."""
    return read_csv(path, complaints, required=_COLUMNS, optional=("pcode", "within"))


def read_places(path: Path, complaints: Complaints, *, known: Container[str] = ()) -> list[NamedPlace]:
    """`places.csv`: each entry with its other names. `lat` and `lon` are degrees, empty when not known.

    `admin1` holds the id of the governorate's own entry, `within` that of a nearer one around it: a district, a city.
    Both stand in this table or are `known` from others.
    """
    rows = place_rows(path, complaints)
    found: dict[str, NamedPlace] = {}
    for row in rows:
        entry = _entry(row)
        if entry.id in found:
            row.complain("id", f"{entry.id!r} stands here twice")
        found[entry.id] = (entry, row.several("also_called"))
    for row in rows:
        for column in ("admin1", "within"):
            if row.cell(column) and row.cell(column) not in found and row.cell(column) not in known:
                row.complain(column, f"{row.cell(column)!r} is no id in this table")
    return list(found.values())


def _entry(row: Row) -> PlaceEntry:
    lat, lon = row.optional_number("lat"), row.optional_number("lon")
    if (lat is None) != (lon is None):
        row.complain("lat", "`lat` and `lon` are given together or not at all")
    for column, value, limit in (("lat", lat, 90), ("lon", lon, 180)):
        if value is not None and abs(value) > limit:
            row.complain(column, f"is to be between -{limit} and {limit}, not {value}")
    return PlaceEntry(
        id=row.text("id"),
        name=row.text("name"),
        kind=row.choice("kind", PLACE_KINDS),
        admin1=row.cell("admin1") or None,
        country=row.text("country"),
        lat=lat,
        lon=lon,
        precision_km=row.optional_number("precision_km"),
        pcode=row.cell("pcode") or None,
        within=row.cell("within") or None,
    )
