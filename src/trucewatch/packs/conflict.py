"""Loading a conflict: the world's tables with the conflict's own over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from trucewatch.packs.composition import Affixes
from trucewatch.packs.gazetteer import Gazetteer
from trucewatch.packs.lexicon import NoParty
from trucewatch.packs.outlets import Outlet, Outlets
from trucewatch.packs.parties import Party, PartyRegistry
from trucewatch.packs.party_tables import (
    Names,
    read_aliases,
    read_nouns,
    read_outlets,
    read_parties,
    read_sides,
    read_states,
    with_parents,
)
from trucewatch.packs.places import Places, read_places
from trucewatch.packs.strict import Complaints, Node, PackError, read_yaml, refuse

T = TypeVar("T")

PACKS = Path(__file__).parent
WORLD_FILES = ("states.csv", "parties.csv", "aliases.csv", "outlets.csv", "places.csv", "nouns.yaml")
CONFLICT_FILES = ("conflict.yaml", "parties.csv", "aliases.csv", "places.csv", "outlets.csv")
IMPORTED = "imported"
"""Folder inside a pack for tables of places that `trucewatch gazetteer add` made."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict's parties, places and outlets. `country` is the ISO code, in lower case, of where it is fought."""

    name: str
    title: str
    country: str
    parties: PartyRegistry
    gazetteer: Gazetteer
    outlets: Outlets
    folder: Path


@dataclass(frozen=True, slots=True)
class World:
    """What is the same for all conflicts."""

    parties: tuple[Party, ...]
    names: Names
    affixes: Affixes
    outlets: tuple[Outlet, ...]
    forces: dict[str, str]  # government -> its forces
    places: Places


@dataclass(frozen=True, slots=True)
class Tables:
    """All that a conflict's pack and those beneath it say.

    `places` are looked at first, then `imported`, then `world_places`: a name that an earlier table has is not looked
    for in a later one, so that tables made by hand decide what the names of well known places mean.
    """

    name: str
    title: str
    country: str
    parties: tuple[Party, ...]
    names: Names
    outlets: tuple[Outlet, ...]
    affixes: Affixes
    forces: Mapping[str, str]
    places: Places
    imported: Places
    world_places: Places
    no_place: tuple[str, ...]

    def conflict(self, folder: Path) -> Conflict:
        outlets = Outlets(self.outlets)
        registry = PartyRegistry(self.parties, self.names, outlets, self.affixes, self.forces)
        gazetteer = Gazetteer.layered((self.places, self.imported, self.world_places), self.no_place)
        return Conflict(self.name, self.title, self.country, registry, gazetteer, outlets, folder)


def conflict_names() -> tuple[str, ...]:
    """The conflicts that ship with the program."""
    return tuple(sorted(path.parent.name for path in (PACKS / "conflicts").glob("*/conflict.yaml")))


def conflict_folder(name_or_path: str | Path) -> Path:
    """The folder of a conflict, by its name or as a path to a folder of one's own; `PackError` when there is none."""
    if str(name_or_path) in conflict_names():
        return PACKS / "conflicts" / str(name_or_path)
    folder = Path(name_or_path)
    if not (folder / "conflict.yaml").is_file():
        known = ", ".join(conflict_names())
        raise refuse(name_or_path, f"no such conflict; known conflicts: {known}")
    return folder


def load_conflict(name_or_path: str | Path) -> Conflict:
    """A conflict's pack, read once; `PackError` lists all that is wrong with it."""
    return _load(conflict_folder(name_or_path).resolve())


@cache
def _load(folder: Path) -> Conflict:
    return read_tables(folder).conflict(folder)


def read_tables(folder: Path) -> Tables:
    """The tables of a pack's folder; `PackError` lists all that is wrong with them, and nothing is used then."""
    complaints = Complaints()
    top = read_yaml(folder / "conflict.yaml", complaints)
    keys = top.pairs()
    if "extends" in keys:
        return _extension(folder, top, complaints)
    _refuse_missing(folder, CONFLICT_FILES)
    keys = top.mapping(
        required=("name", "title", "country", "sides"), optional=("no_party", "no_place", "world_places")
    )
    world = load_world()
    base = Tables(
        name=keys["name"].text(),
        title=keys["title"].text(),
        country=keys["country"].text(),
        parties=world.parties,
        names=world.names,
        outlets=world.outlets,
        affixes=world.affixes,
        forces=world.forces,
        places=[],
        imported=[],
        world_places=world.places if "world_places" in keys and keys["world_places"].flag() else [],
        no_place=(),
    )
    tables = _over(base, folder, keys, complaints, layer=1)
    complaints.raise_if_any()
    return tables


def _extension(folder: Path, top: Node, complaints: Complaints) -> Tables:
    """A folder that only adds to a pack: `extends: syria`, and whichever tables it has lines for."""
    keys = top.mapping(required=("extends",), optional=("title", "sides", "no_party", "no_place"))
    base = read_tables(_extended(folder, keys["extends"]))
    title = keys["title"].text() if "title" in keys else base.title
    tables = _over(replace(base, title=title), folder, keys, complaints, layer=2)
    complaints.raise_if_any()
    return tables


def _extended(folder: Path, node: Node) -> Path:
    """The folder of the pack that one extends: its name, or a path from the folder."""
    name = node.text()
    base = conflict_folder(name if name in conflict_names() else folder / name)
    if base.resolve() == folder.resolve():
        node.complain("a pack cannot extend itself")
        node.complaints.raise_if_any()
    return base


def extended_folders(folder: Path) -> tuple[Path, ...]:
    """A pack's folder and, where it extends another, that one's and so on."""
    extends = read_yaml(folder / "conflict.yaml", Complaints()).pairs().get("extends")
    return (folder,) if extends is None else (folder, *extended_folders(_extended(folder, extends)))


def _over(base: Tables, folder: Path, keys: Mapping[str, Node], complaints: Complaints, *, layer: int) -> Tables:
    """A pack's tables over those beneath it; a table that is not there adds nothing."""
    own = _read(folder / "parties.csv", complaints, read_parties)
    parties = tuple(with_parents((base.parties, own)))
    known = {party.id: party for party in parties}
    outlets = (*base.outlets, *_read(folder / "outlets.csv", complaints, read_outlets))
    names = list(base.names)
    if (folder / "aliases.csv").is_file():
        leanings = frozenset(outlet.leaning for outlet in outlets)
        names += read_aliases(folder / "aliases.csv", complaints, known, leanings, layer=layer)
    names += read_sides(keys["sides"], frozenset(known), layer=layer) if "sides" in keys else []
    names += [(words, NoParty()) for words in _texts(keys, "no_party")]
    return replace(
        base,
        parties=parties,
        names=names,
        outlets=outlets,
        places=_places((folder / "places.csv",), base.places, complaints),
        imported=_places(sorted((folder / IMPORTED).glob("*.csv")), base.imported, complaints, within=base.places),
        no_place=(*base.no_place, *_texts(keys, "no_place")),
    )


def _read(path: Path, complaints: Complaints, reader: Callable[[Path, Complaints], list[T]]) -> list[T]:
    return reader(path, complaints) if path.is_file() else []


def _texts(keys: Mapping[str, Node], key: str) -> tuple[str, ...]:
    return keys[key].texts() if key in keys else ()


def _places(paths: Iterable[Path], beneath: Places, complaints: Complaints, *, within: Places = ()) -> Places:
    """The places of tables over those beneath, by id."""
    found = {entry.id: (entry, names) for entry, names in beneath}
    for path in paths:
        if path.is_file():
            known = frozenset((*found, *(entry.id for entry, _ in within)))
            found.update((entry.id, (entry, names)) for entry, names in read_places(path, complaints, known=known))
    return list(found.values())


def _refuse_missing(folder: Path, files: Iterable[str]) -> None:
    """One complaint for each file that a pack must have and has not, before any is read."""
    missing = [refuse(folder / name, "cannot be read: No such file or directory") for name in files]
    found = [error for error, name in zip(missing, files, strict=True) if not (folder / name).is_file()]
    if found:
        raise PackError(tuple(complaint for error in found for complaint in error.complaints))


@cache
def load_world() -> World:
    """The tables of states, world bodies, nouns, outlets, countries and capitals."""
    folder, complaints = PACKS / "world", Complaints()
    states = read_states(folder / "states.csv", complaints)
    parties = [party for state in states for party in state.parties()] + read_parties(
        folder / "parties.csv", complaints
    )
    outlets = read_outlets(folder / "outlets.csv", complaints)
    nouns, affixes = read_nouns(folder / "nouns.yaml", complaints)
    known = {party.id: party for party in parties}
    leanings = frozenset(outlet.leaning for outlet in outlets)
    names: Names = [meaning for state in states for meaning in state.meanings()]
    names += read_aliases(folder / "aliases.csv", complaints, known, leanings, layer=0) + nouns
    places = read_places(folder / "places.csv", complaints)
    complaints.raise_if_any()
    forces = {state.ids["gov"]: state.ids["forces"] for state in states}
    return World(tuple(parties), names, affixes, tuple(outlets), forces, places)
