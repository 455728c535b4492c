"""Reading places from GeoNames' dumps: a country's `XX.txt` (or its zip) and the table of alternate names.

The columns are those of GeoNames' readme.txt. Only what news calls a place is taken: settlements, administrative
areas down to the third level, regions, camps, bases, airports, crossings, dams, prisons, rivers.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from trucewatch.packs.complaints import Complaints
from trucewatch.packs.raw_place import RawPlace, is_latin

COLUMNS = 19
_KINDS = {
    "ADM1": "governorate", "ADM2": "district", "ADM3": "district", "RGN": "region", "RGNE": "region", "AREA": "region",
    "PPLX": "neighbourhood", "PPLC": "city", "PPLA": "city", "AIRB": "base", "MILB": "base", "INSM": "base",
    "AIRP": "site", "DAM": "site", "PRN": "site", "OILF": "site", "GASF": "site", "BDG": "site", "PORT": "site",
    "CMP": "camp", "CMPRF": "camp", "CMPLA": "camp", "RD": "road", "RDJCT": "road", "STM": "river", "ISL": "region",
    "PASS": "border", "CSTM": "border", "BDRY": "border",
}  # fmt: skip
_CITY, _TOWN = 50_000, 5_000
_GONE = ("PPLH", "PPLQ", "PPLW", "PPLCH", "ADM1H", "ADM2H", "ADM3H")
_LANGUAGES = ("", "en", "abbr")


def read_dump(path: Path, complaints: Complaints) -> Iterator[RawPlace]:
    """The places of a dump, one for each line of a kind that counts; a wrong line is complained about and left out."""
    with _opened(path) as stream:
        for number, line in enumerate(stream, start=1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != COLUMNS:
                complaints.add(path, number, "", f"has {len(cells)} columns, not the {COLUMNS} of a GeoNames dump")
                continue
            place = _place(path, number, cells, complaints)
            if place is not None:
                yield place


def is_dump(path: Path) -> bool:
    """Whether a file looks like a dump of GeoNames: a zip, or a text whose first line has its columns."""
    if path.suffix == ".zip":
        return True
    with path.open(encoding="utf-8", errors="replace") as stream:
        return stream.readline().count("\t") == COLUMNS - 1


def read_alternate_names(path: Path, wanted: frozenset[str], complaints: Complaints) -> dict[str, list[str]]:
    """Names by GeoNames id, of the ids wanted: those in English or of no named language, in Latin letters."""
    found: dict[str, list[str]] = {}
    with _opened(path) as stream:
        for number, line in enumerate(stream, start=1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 4:
                complaints.add(path, number, "", f"has {len(cells)} columns, too few for a table of alternate names")
            elif cells[1] in wanted and cells[2] in _LANGUAGES and is_latin(cells[3]):
                found.setdefault(cells[1], []).append(cells[3])
    return found


def _opened(path: Path) -> IO[str]:
    if path.suffix != ".zip":
        return path.open(encoding="utf-8")
    archive = zipfile.ZipFile(path)
    names = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
    return io.TextIOWrapper(archive.open(names[0] if names else ""), encoding="utf-8")


def _place(path: Path, number: int, cells: list[str], complaints: Complaints) -> RawPlace | None:
    kind = _kind(cells[6], cells[7], cells[14])
    if kind is None:
        return None
    try:
        lat, lon, population = float(cells[4]), float(cells[5]), int(cells[14] or 0)
    except ValueError:
        complaints.add(path, number, "latitude", f"{cells[4]!r}, {cells[5]!r} and {cells[14]!r} are to be numbers")
        return None
    return RawPlace(
        id=f"gn.{cells[0]}",
        name=cells[1],
        also_called=tuple(_latin(cells[3].split(","))),
        kind=kind,
        country=cells[8].lower(),
        lat=lat,
        lon=lon,
        size=population,
        area=f"{cells[8]}.{cells[10]}" if cells[10] else "",
        district=f"{cells[8]}.{cells[10]}.{cells[11]}" if cells[11] else "",
    )


def _kind(feature_class: str, code: str, population: str) -> str | None:
    if code in _GONE:
        return None
    if code in _KINDS:
        return _KINDS[code]
    if feature_class != "P":
        return None
    people = int(population) if population.isdigit() else 0
    return "city" if people >= _CITY else "town" if people >= _TOWN else "village"


def _latin(names: Iterable[str]) -> Iterator[str]:
    return (name.strip() for name in names if is_latin(name))
