"""What the program must know of the world: conflicts, truces, acts and languages, as tables and YAML with a checker."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trucewatch.model import Truce
from trucewatch.packs.complaints import Complaint, PackError
from trucewatch.packs.composition import PartyMention
from trucewatch.packs.conflict import Conflict, conflict_names, load_conflict
from trucewatch.packs.digest import packs_digest
from trucewatch.packs.gazetteer import Gazetteer, PlaceEntry, PlaceMention
from trucewatch.packs.outlets import Outlet, Outlets
from trucewatch.packs.parties import Party, PartyRegistry

__all__ = [
    "Complaint",
    "Conflict",
    "Gazetteer",
    "Outlet",
    "Outlets",
    "PackError",
    "Party",
    "PartyMention",
    "PartyRegistry",
    "PlaceEntry",
    "PlaceMention",
    "conflict_names",
    "conflict_of_truce",
    "load_conflict",
    "load_truce",
    "load_truces",
    "packs_digest",
    "truce_names",
]


def load_truce(name_or_path: str | Path) -> Truce:
    """The terms of one file, for a truce with several versions the first; `PackError` lists all that is wrong."""
    from trucewatch.packs import truce_loader

    return truce_loader.load_truce(name_or_path)


def load_truces(names_or_paths: Iterable[str | Path]) -> tuple[Truce, ...]:
    """Several truces' terms, every version of each, in the order given."""
    from trucewatch.packs import truce_loader

    return truce_loader.load_all(names_or_paths)


def truce_names() -> tuple[str, ...]:
    """The truces that ship with the program."""
    from trucewatch.packs import truce_loader

    return tuple(truce_loader.truce_names())


def conflict_of_truce(name_or_path: str | Path) -> str:
    """The conflict that a truce file names, without reading the rest of it; "" when it names none."""
    from trucewatch.packs import truce_loader

    return truce_loader.conflict_of(name_or_path)
