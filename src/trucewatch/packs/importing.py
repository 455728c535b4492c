"""Fitting the places of a foreign table into a pack, and saying what became of each."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import BadZipFile

from trucewatch.packs.complaints import Complaint, Complaints, PackError, refuse
from trucewatch.packs.conflict import IMPORTED, PACKS, Conflict, conflict_names, read_tables
from trucewatch.packs.folding import fold_name, spelling_key
from trucewatch.packs.gazetteer import Gazetteer, PlaceEntry, haversine_km
from trucewatch.packs.geonames import is_dump, read_alternate_names, read_dump
from trucewatch.packs.place_csv import read_place_csv
from trucewatch.packs.raw_place import RawPlace

_REACH_KM = {
    "country": 400.0, "governorate": 60.0, "district": 20.0, "region": 40.0, "city": 8.0, "town": 4.0, "village": 2.0,
    "neighbourhood": 1.5, "base": 3.0, "site": 2.0, "camp": 2.0, "border": 3.0, "road": 10.0, "river": 50.0,
}  # fmt: skip
"""How far from its point a place of a kind may reach, where the foreign table does not say."""
_SAME_KM = 12.0
_AREAS = ("governorate", "district", "region", "country", "river", "road")
_HEADER = ("id", "name", "kind", "admin1", "within", "country", "lat", "lon", "precision_km", "also_called", "pcode")
_MOST_NAMES = 25


_Row = tuple[RawPlace, PlaceEntry]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a table's places. `left_out` counts them by reason; `wrong` are lines that cannot be read."""

    table: str
    read: int
    added: int
    names: int
    kinds: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
    shared_names: int
    wrong: tuple[Complaint, ...]


@dataclass(slots=True)
class _Fitting:
    """A pack's own tables, and what was decided so far."""

    conflict: Conflict
    own: Gazetteer
    governorates: dict[str, str]  # code of the foreign table -> id of the pack's entry or of the imported one
    districts: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def import_places(
    pack: Path,
    source: Path,
    *,
    alternate_names: Path | None = None,
    columns: Mapping[str, str] | None = None,
    countries: Sequence[str] = (),
) -> ImportReport:
    """Add a GeoNames dump or a CSV to a pack of one's own; the table goes to `imported/` in its folder.

    Adding the same file again replaces what it added. `PackError` where the pack is a shipped one or has something
    wrong, or the file cannot be read; nothing is written then.
    """
    if str(pack) in conflict_names() or PACKS in pack.resolve().parents:
        raise refuse(pack, "ships with the program; add to a pack of your own: trucewatch pack new DIR --extends NAME")
    target = pack / IMPORTED / f"{source.stem.lower()}.csv"
    conflict, own = _without_table(pack, target)
    complaints = Complaints()
    places = list(_read(source, complaints, conflict.country, columns or {}))
    if alternate_names is not None:
        places = _with_names(places, alternate_names, complaints)
    fitting = _Fitting(conflict, own, {})
    rows = list(_fitted(places, fitting, frozenset(code.lower() for code in countries)))
    _write(target, rows)
    return _report(target, len(places), rows, fitting.left_out, complaints)


def _without_table(pack: Path, target: Path) -> tuple[Conflict, Gazetteer]:
    """The pack, and its places by hand and of other imports, as they are without the table that is to be made."""
    tables = read_tables(pack, leave_out=target)
    return tables.conflict(pack), Gazetteer.layered((tables.places, tables.imported))


def _read(source: Path, complaints: Complaints, country: str, columns: Mapping[str, str]) -> Iterator[RawPlace]:
    try:
        if is_dump(source):
            yield from read_dump(source, complaints)
        else:
            yield from read_place_csv(source, complaints, country=country, columns=columns)
    except PackError:
        raise
    except (OSError, ValueError, KeyError, csv.Error, BadZipFile) as error:
        raise refuse(source, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _with_names(places: list[RawPlace], path: Path, complaints: Complaints) -> list[RawPlace]:
    numbers = frozenset(place.id.removeprefix("gn.") for place in places)
    more = read_alternate_names(path, numbers, complaints)
    return [
        replace(place, also_called=(*place.also_called, *more.get(place.id.removeprefix("gn."), ())))
        for place in places
    ]


def _fitted(
    places: list[RawPlace], fitting: _Fitting, countries: frozenset[str]
) -> Iterator[tuple[RawPlace, PlaceEntry]]:
    """The places that the pack has not, areas first, then the larger of namesakes first."""
    seen: set[str] = set()
    for place in sorted(places, key=_order):
        reason = _reason_against(place, fitting, countries, seen)
        seen.add(place.id)
        if reason:
            fitting.left_out[reason] += 1
            continue
        entry = _entry(place, fitting)
        if place.kind == "governorate" and place.area:
            fitting.governorates[place.area] = entry.id
        elif place.kind == "district" and place.district:
            fitting.districts.setdefault(place.district, entry.id)
        yield place, entry


def _order(place: RawPlace) -> tuple[int, int, str]:
    return {"governorate": 0, "district": 1}.get(place.kind, 2), -place.size, place.id


def _reason_against(place: RawPlace, fitting: _Fitting, countries: frozenset[str], seen: set[str]) -> str:
    if countries and place.country not in countries:
        return "in other countries"
    if place.id in seen:
        return "twice in the table"
    known = _in_pack(place, fitting.own)
    if known is not None:
        if place.kind == "governorate" and place.area:
            fitting.governorates[place.area] = known
        elif place.kind == "district" and place.district:
            fitting.districts.setdefault(place.district, known)
        return "in the pack already"
    if _means_a_party(place.name, fitting.conflict):
        return "with a name that means a party"
    return ""


def _in_pack(place: RawPlace, own: Gazetteer) -> str | None:
    """The pack's entry for the same place: one that a name of it fits, near by, area with area and point with point."""
    for name in (place.name, *place.also_called):
        for entry in own.lookup(name):
            if entry.country == place.country and _same(place, entry):
                return entry.id
    return None


def _same(place: RawPlace, entry: PlaceEntry) -> bool:
    """Near by, and no area where the pack has a point; a point in the middle of the pack's area is its chief town."""
    if place.kind == entry.kind == "governorate":
        return True
    if place.kind in _AREAS and entry.kind not in _AREAS:
        return False
    if place.lat is None or place.lon is None or entry.lat is None or entry.lon is None:
        return place.kind in _AREAS or entry.kind not in _AREAS
    reach = max(_SAME_KM, (entry.precision_km or 0.0) if place.kind in _AREAS or entry.kind not in _AREAS else 0.0)
    return haversine_km(place.lat, place.lon, entry.lat, entry.lon) <= reach


def _means_a_party(name: str, conflict: Conflict) -> bool:
    mentions = conflict.parties.find(name)
    return any(mention.end - mention.start == len(name) for mention in mentions if mention.kind != "capital")


def _entry(place: RawPlace, fitting: _Fitting) -> PlaceEntry:
    areas = place.kind in ("governorate", "country")
    admin1 = None if areas else fitting.governorates.get(place.area) or _by_name(place.area, fitting.own)
    district = None if areas or place.kind == "district" else fitting.districts.get(place.district)
    return PlaceEntry(
        id=place.id,
        name=place.name,
        kind=place.kind,
        admin1=admin1,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        precision_km=_REACH_KM[place.kind],
        pcode=place.pcode or None,
        within=district,
    )


def _by_name(area: str, own: Gazetteer) -> str | None:
    """The pack's governorate of a name, for tables that name it and do not give it a line."""
    fitting = [entry.id for entry in own.lookup(area) if entry.kind in ("governorate", "region")] if area else []
    return fitting[0] if len(fitting) == 1 else None


def _write(target: Path, rows: Iterable[tuple[RawPlace, PlaceEntry]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(_HEADER)
        for place, entry in rows:
            names = _names(place)
            position = ("", "") if entry.lat is None or entry.lon is None else (f"{entry.lat:.4f}", f"{entry.lon:.4f}")
            before = (entry.id, entry.name, entry.kind, entry.admin1 or "", entry.within or "", entry.country)
            writer.writerow((*before, *position, entry.precision_km, ";".join(names), entry.pcode or ""))


def _names(place: RawPlace) -> list[str]:
    """Its other names, each spelling once, without those that only differ in case, accents or hyphens."""
    found = {fold_name(place.name): ""}
    for name in place.also_called:
        found.setdefault(fold_name(name), name.replace(";", ","))
    return [name for name in found.values() if name][:_MOST_NAMES]


def _report(
    target: Path, read: int, rows: list[tuple[RawPlace, PlaceEntry]], left_out: Counter[str], complaints: Complaints
) -> ImportReport:
    bearers = Counter(spelling_key(place.name) for place, _ in rows)
    return ImportReport(
        table=str(target),
        read=read,
        added=len(rows),
        names=sum(1 + len(_names(place)) for place, _ in rows),
        kinds=tuple(Counter(entry.kind for _, entry in rows).most_common()),
        left_out=tuple(left_out.most_common()),
        shared_names=sum(number for number in bearers.values() if number > 1),
        wrong=complaints.found,
    )
