"""Reading the tables of places."""

from __future__ import annotations

from pathlib import Path

from trucewatch.packs.gazetteer import PlaceEntry
from trucewatch.packs.strict import Complaints, Row, read_csv

PLACE_KINDS = (
    "country", "governorate", "district", "city", "town", "village", "neighbourhood",
    "region", "base", "road", "river", "border", "camp", "site",
)  # fmt: skip

_COLUMNS = ("id", "name", "kind", "admin1", "country", "lat", "lon", "precision_km", "also_called")


def read_places(path: Path, complaints: Complaints) -> list[tuple[PlaceEntry, tuple[str, ...]]]:
    """`places.csv`: each entry with its other names. `lat` and `lon` are degrees, empty when not known.

    `admin1` holds the id of the governorate's own entry.
    """
    rows = read_csv(path, complaints, required=_COLUMNS, optional=("pcode",))
    found: dict[str, tuple[PlaceEntry, tuple[str, ...]]] = {}
    for row in rows:
        entry = _entry(row)
        if entry.id in found:
            row.complain("id", f"{entry.id!r} stands here twice")
        found[entry.id] = (entry, row.several("also_called"))
    for row in rows:
        if row.cell("admin1") and row.cell("admin1") not in found:
            row.complain("admin1", f"{row.cell('admin1')!r} is no id in this table")
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
    )
