"""Checks of a pack's places."""

from __future__ import annotations

from itertools import combinations

from trucewatch.packs.complaints import Complaints
from trucewatch.packs.conflict import IMPORTED, Conflict
from trucewatch.packs.folding import fold_name
from trucewatch.packs.gazetteer import PlaceEntry
from trucewatch.packs.places import place_rows
from trucewatch.packs.tables import Row

_REACH = 3.0
"""How many times its own radius from a governorate's middle a place in it may lie: governorates are no circles."""
_LEEWAY_KM = 25.0
_NEAR_KM = 2.0


def _rows(conflict: Conflict) -> list[Row]:
    folder = conflict.folder
    paths = [folder / "places.csv", *sorted((folder / IMPORTED).glob("*.csv"))]
    return [row for path in paths if path.is_file() for row in place_rows(path, Complaints())]


def _by_hand(conflict: Conflict) -> list[Row]:
    return [row for row in _rows(conflict) if row.file.parent.name != IMPORTED]


def place_cycles(conflict: Conflict, complaints: Complaints) -> None:
    """Places that lie in themselves, by way of `within` and `admin1`."""
    above = {row.cell("id"): (row.cell("within"), row.cell("admin1")) for row in _rows(conflict)}
    for row in _rows(conflict):
        for column, outer in (("within", row.cell("within")), ("admin1", row.cell("admin1"))):
            if outer and row.cell("id") in _all_above(outer, above):
                row.complain_to(complaints, column, f"{row.cell('id')!r} lies in itself, by way of {outer!r}")


def _all_above(place: str, above: dict[str, tuple[str, str]]) -> set[str]:
    seen, ahead = {place}, [place]
    while ahead:
        new = [outer for outer in above.get(ahead.pop(), ()) if outer and outer not in seen]
        seen.update(new)
        ahead += new
    return seen


def stray_places(conflict: Conflict, complaints: Complaints) -> None:
    """A place far outside what it is said to lie in: coordinates that are swapped, of a namesake, or mistyped."""
    gazetteer = conflict.gazetteer
    for row in _rows(conflict):
        place = row.cell("id")
        country = gazetteer.entry(row.cell("country")) if gazetteer.known(row.cell("country")) else None
        outer = row.cell("within") or row.cell("admin1")
        around = gazetteer.entry(outer) if outer and gazetteer.known(outer) else country
        if around is None or around.precision_km is None or around.id == place:
            continue
        away, limit = gazetteer.distance_km(place, around.id), _REACH * around.precision_km + _LEEWAY_KM
        if away is not None and away > limit:
            message = f"lies {away:.0f} km from {around.id!r}, which reaches {around.precision_km:.0f} km"
            row.complain_to(complaints, "lat", f"{message}: are `lat` and `lon` right?")


def twin_places(conflict: Conflict, complaints: Complaints) -> None:
    """Two entries of one kind, one name and one spot: every mention of it would be of two places."""
    named: dict[str, list[tuple[Row, PlaceEntry]]] = {}
    for row in _by_hand(conflict):
        entry = conflict.gazetteer.entry(row.cell("id"))
        for name in dict.fromkeys((entry.name, *row.several("also_called"))):
            named.setdefault(name, []).append((row, entry))
    told: set[tuple[int, str]] = set()
    for name, bearers in named.items():
        for (_, first), (row, second) in combinations(bearers, 2):
            away = conflict.gazetteer.distance_km(first.id, second.id)
            twins = first.kind == second.kind and away is not None and away <= _NEAR_KM
            if twins and first.id != second.id and (row.line, first.id) not in told:
                told.add((row.line, first.id))
                row.complain_to(complaints, "id", f"{name!r} is {first.id!r} already, of the same kind and spot")


def dead_place_names(conflict: Conflict, complaints: Complaints) -> None:
    """A name under which its place is not found when it stands alone: hidden by `no_place` or by a table above."""
    for row in _by_hand(conflict):
        for column in ("name", "also_called"):
            for name in row.several(column) if column == "also_called" else (row.cell("name"),):
                found = conflict.gazetteer.find(name)
                whole = [mention for mention in found if fold_name(mention.text) == fold_name(name)]
                if not whole or row.cell("id") not in whole[0].entry_ids:
                    message = f"{name!r} is never found as {row.cell('id')!r}"
                    row.complain_to(complaints, column, message)
