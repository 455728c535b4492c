"""A pack's compiled form: its tables as plain values, with the automata that find their names, in one file.

It lies in the user's cache, named by the hash of all that it was made from (tables, this room's code, libraries), so
that it is never older than they are. Where there is none, or it cannot be read or written, the pack is read from its
tables. `TRUCEWATCH_CACHE` names another folder for it; empty, nothing is compiled.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import daachorse

from trucewatch.packs.composition import Affixes
from trucewatch.packs.conflict import PACKS, Conflict, extended_folders
from trucewatch.packs.digest import data_files
from trucewatch.packs.gazetteer import Gazetteer, PlaceEntry
from trucewatch.packs.lexicon import Alias, Meaning, NoParty, Noun, Side
from trucewatch.packs.outlets import Outlet, Outlets
from trucewatch.packs.parties import Party, PartyRegistry

FOLDER = "TRUCEWATCH_CACHE"
_KINDS: tuple[type[Meaning], ...] = (Alias, Side, Noun, NoParty)


def load_compiled(folder: Path) -> Conflict | None:
    """The pack of a folder from its compiled form; None where there is none for its tables as they are now."""
    path = compiled_path(folder)
    try:
        return _conflict(marshal.loads(path.read_bytes()), folder) if path else None
    except (OSError, ValueError, EOFError, TypeError, KeyError):
        return None


def store_compiled(conflict: Conflict) -> bool:
    """Write the compiled form of a pack that loaded; whether it could be written."""
    path = compiled_path(conflict.folder)
    if path is None:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(marshal.dumps(_plain(conflict)))
        part.replace(path)
    except OSError:
        return False
    return True


def compiled_path(folder: Path) -> Path | None:
    """Where the compiled form of a pack's folder lies or would lie; None where nothing is to be compiled."""
    chosen = os.environ.get(FOLDER)
    if chosen == "":
        return None
    cache = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    root = Path(chosen) if chosen else Path(cache).expanduser() / "trucewatch" / "packs"
    return root / f"{_made_from(folder)}.pack"


def _made_from(folder: Path) -> str:
    library = Path(daachorse.__file__).stat()
    hashed = hashlib.sha256(f"{sys.version} {library.st_mtime_ns} {library.st_size} {folder}".encode())
    for path in (*sorted(PACKS.glob("*.py")), *_tables(folder)):
        hashed.update(path.name.encode() + b"\n" + path.read_bytes())
    return hashed.hexdigest()


def _tables(folder: Path) -> Iterator[Path]:
    for place in (PACKS / "world", *extended_folders(folder)):
        yield from data_files(place)


def _plain(conflict: Conflict) -> tuple[Any, ...]:
    """The conflict as values that `marshal` writes; dates as ordinals."""
    registry, (entries, places, index) = conflict.parties, conflict.gazetteer.parts()
    return (
        (conflict.name, conflict.title, conflict.country),
        [_values(party) for party in registry],
        [(name, _KINDS.index(type(meaning)), _values(meaning)) for name, meaning in registry.names],
        registry.index(),
        tuple(tuple(words) for words in _values(registry.affixes)),
        dict(registry.forces),
        [_values(outlet) for outlet in conflict.outlets],
        [_values(entry) for entry in entries],
        places,
        index,
    )


def _values(value: Any) -> tuple[Any, ...]:
    fields = value.__slots__
    return tuple(_value(getattr(value, field)) for field in fields)


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, str | tuple | None | bool | int | float):
        return value
    return dict(value) if hasattr(value, "keys") else list(value)


def _conflict(plain: tuple[Any, ...], folder: Path) -> Conflict:
    titles, parties, names, index, affixes, forces, outlets, entries, places, places_index = plain
    known = Outlets(Outlet(*values) for values in outlets)
    registry = PartyRegistry(
        (_party(values) for values in parties),
        [(name, _meaning(_KINDS[kind], values)) for name, kind, values in names],
        known,
        Affixes(*(frozenset(words) for words in affixes)),
        forces,
        index,
    )
    gazetteer = Gazetteer.restored(_entries(entries), places, places_index)
    name, title, country = titles
    return Conflict(name, title, country, registry, gazetteer, known, folder)


def _entries(rows: Iterable[tuple[Any, ...]]) -> Iterator[PlaceEntry]:
    return (PlaceEntry(*row) for row in rows)


def _party(values: tuple[Any, ...]) -> Party:
    party_id, name, kind, parent, side, since, until, member_of, allies = values
    return Party(party_id, name, kind, parent, side, _day(since), _day(until), member_of, allies)


def _meaning(kind: type[Meaning], values: tuple[Any, ...]) -> Meaning:
    if kind is Alias:
        ids, alias_kind, since, until, leanings, layer = values
        return Alias(ids, alias_kind, _day(since), _day(until), leanings, layer)
    return kind(*values)


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
