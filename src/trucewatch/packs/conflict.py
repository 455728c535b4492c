"""Loading a conflict: the world's tables with the conflict's own over them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
from trucewatch.packs.places import read_places
from trucewatch.packs.strict import Complaints, read_yaml, refuse

PACKS = Path(__file__).parent
WORLD_FILES = ("states.csv", "parties.csv", "aliases.csv", "outlets.csv", "nouns.yaml")
CONFLICT_FILES = ("conflict.yaml", "parties.csv", "aliases.csv", "places.csv", "outlets.csv")


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
    complaints = Complaints()
    world = load_world()
    top = read_yaml(folder / "conflict.yaml", complaints).mapping(
        required=("name", "title", "country", "sides"), optional=("no_party", "no_place")
    )
    own = read_parties(folder / "parties.csv", complaints)
    parties = with_parents((world.parties, own))
    outlets = (*world.outlets, *read_outlets(folder / "outlets.csv", complaints))
    names = _conflict_names(folder, complaints, frozenset(party.id for party in parties), outlets)
    names += read_sides(top["sides"], frozenset(party.id for party in parties), layer=1)
    names += [(words, NoParty()) for words in (top["no_party"].texts() if "no_party" in top else ())]
    places = read_places(folder / "places.csv", complaints)
    no_place = top["no_place"].texts() if "no_place" in top else ()
    conflict_name, title, country = (top[key].text() for key in ("name", "title", "country"))
    complaints.raise_if_any()
    named = Outlets(outlets)
    registry = PartyRegistry(parties, [*world.names, *names], named, world.affixes, world.forces)
    return Conflict(conflict_name, title, country, registry, Gazetteer(places, no_place), named, folder)


def _conflict_names(folder: Path, complaints: Complaints, known: frozenset[str], outlets: tuple[Outlet, ...]) -> Names:
    leanings = frozenset(outlet.leaning for outlet in outlets)
    return read_aliases(folder / "aliases.csv", complaints, known, leanings, layer=1)


@cache
def load_world() -> World:
    """The tables of states, world bodies, nouns and outlets."""
    folder, complaints = PACKS / "world", Complaints()
    states = read_states(folder / "states.csv", complaints)
    parties = [party for state in states for party in state.parties()] + read_parties(
        folder / "parties.csv", complaints
    )
    outlets = read_outlets(folder / "outlets.csv", complaints)
    nouns, affixes = read_nouns(folder / "nouns.yaml", complaints)
    known = frozenset(party.id for party in parties)
    leanings = frozenset(outlet.leaning for outlet in outlets)
    names: Names = [meaning for state in states for meaning in state.meanings()]
    names += read_aliases(folder / "aliases.csv", complaints, known, leanings, layer=0) + nouns
    complaints.raise_if_any()
    forces = {state.ids["gov"]: state.ids["forces"] for state in states}
    return World(tuple(parties), names, affixes, tuple(outlets), forces)
