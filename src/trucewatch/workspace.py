"""A workspace: one folder with a small config, `trucewatch.toml`, and one ledger, `ledger.sqlite`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict, conflict_names, conflict_of_truce, load_conflict, load_truces, truce_names

CONFIG_NAME = "trucewatch.toml"
LEDGER_NAME = "ledger.sqlite"

CONFIG = """\
# A trucewatch workspace. Its reports, claims and incidents are in {ledger} beside this file.

# The conflict whose parties and places reports are read with: {conflicts},
# or the path of a folder of your own, from this file.
conflict = {conflict}

# The truces that incidents are held against: {truces},
# or paths of YAML files of your own, from this file.
truces = {chosen}

# How `trucewatch read` reads, where no option says otherwise. Remove the # to set one.
[read]
# outlet = "Name"            # the outlet of every report, whatever its source says
# text_field = "text"        # names of JSON fields
# title_field = "title"
# outlet_field = "outlet"
# published_field = "published"
# url_field = "url"
# jobs = 2                   # processes that code reports; one for each core when not set
"""


class WorkspaceError(Exception):
    """A workspace that is not there or cannot be used; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class ReadDefaults:
    """What `trucewatch read` uses where no option says otherwise; None leaves it to the program."""

    outlet: str | None = None
    text_field: str | None = None
    title_field: str | None = None
    outlet_field: str | None = None
    published_field: str | None = None
    url_field: str | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder and what its config says. `conflict` and `truces` are names that ship with the program, or paths."""

    folder: Path
    conflict: str
    truces: tuple[str, ...]
    read: ReadDefaults = field(default_factory=ReadDefaults)

    @property
    def ledger_path(self) -> Path:
        return self.folder / LEDGER_NAME

    def open_ledger(self, *, read_only: bool = False) -> Ledger:
        """The workspace's ledger, made where there is none unless `read_only`. Raises LedgerError."""
        return open_ledger(self.ledger_path, read_only=read_only)

    def load_conflict(self) -> Conflict:
        """The pack of the workspace's conflict. Raises PackError."""
        return load_conflict(self.conflict)

    def load_truces(self) -> tuple[Truce, ...]:
        """The truces' terms, every version of each. Raises PackError."""
        return load_truces(self.truces)


def create_workspace(folder: Path, conflict: str, truces: Sequence[str] | None = None) -> Workspace:
    """Make a folder, its config and an empty ledger; without `truces`, all of the conflict that ship are taken.

    Raises WorkspaceError when there is a workspace already or a truce is of another conflict, PackError when the
    conflict or a truce cannot be loaded; nothing is made then.
    """
    config = folder / CONFIG_NAME
    if config.exists():
        raise WorkspaceError(f"{folder}: is a workspace already")
    name = load_conflict(conflict).name
    chosen = _shipped_truces(name) if truces is None else tuple(truces)
    for truce in load_truces(chosen):
        if truce.conflict != name:
            raise WorkspaceError(f"the truce {truce.id} is of the conflict {truce.conflict}, not of {name}")
    text = CONFIG.format(
        ledger=LEDGER_NAME,
        conflicts=", ".join(conflict_names()),
        truces=", ".join(truce_names()),
        conflict=_quoted(_as_written(conflict, conflict_names())),
        chosen=f"[{', '.join(_quoted(_as_written(truce, truce_names())) for truce in chosen)}]",
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        open_ledger(folder / LEDGER_NAME).close()
        config.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"{folder}: cannot be made: {error.strerror}") from error
    return load_workspace(folder)


def find_workspace(start: Path) -> Workspace:
    """The workspace of this folder or the nearest one above it. Raises WorkspaceError."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / CONFIG_NAME).is_file():
            return load_workspace(folder)
    raise WorkspaceError(
        f"{start}: no workspace here or above; make one with `trucewatch init DIR`, or name one with --workspace"
    )


def load_workspace(folder: Path) -> Workspace:
    """The workspace in this very folder. Raises WorkspaceError naming file, line and key of what is wrong."""
    path = folder / CONFIG_NAME
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise WorkspaceError(f"{folder}: is no workspace (it holds no {CONFIG_NAME})") from None
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"{path}: {error}") from None
    except UnicodeDecodeError:
        raise WorkspaceError(f"{path}: is not UTF-8 text") from None
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be read: {error.strerror}") from None
    return _Config(path, text).workspace(data)


class _Config:
    """Checks a config's values, with the lines they stand in for the complaints."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def workspace(self, data: Mapping[str, Any]) -> Workspace:
        self._refuse_unknown(data, ("conflict", "truces", "read"), "")
        conflict = self._value(data, "conflict", str)
        if conflict is None:
            raise WorkspaceError(f"{self._path}: conflict: is missing")
        read = self._value(data, "read", dict) or {}
        kinds = {name.name: int if name.name == "jobs" else str for name in fields(ReadDefaults)}
        self._refuse_unknown(read, tuple(kinds), "read")
        values = {name: self._value(read, name, kind, "read") for name, kind in kinds.items()}
        if values["jobs"] is not None and values["jobs"] < 1:
            raise self._complaint("jobs", "read", "must be at least 1")
        return Workspace(
            folder=self._path.parent,
            conflict=self._resolved(conflict, conflict_names()),
            truces=tuple(self._resolved(truce, truce_names()) for truce in self._truces(data)),
            read=ReadDefaults(**values),
        )

    def _truces(self, data: Mapping[str, Any]) -> list[str]:
        truces = self._value(data, "truces", list) or []
        if not all(isinstance(truce, str) for truce in truces):
            raise self._complaint("truces", "", "must be a list of names or paths in quotes")
        return truces

    def _refuse_unknown(self, data: Mapping[str, Any], known: tuple[str, ...], table: str) -> None:
        for key in data:
            if key not in known:
                raise self._complaint(key, table, f"unknown key; known here: {', '.join(known)}")

    def _value(self, data: Mapping[str, Any], key: str, kind: type, table: str = "") -> Any:
        value = data.get(key)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            wanted = {str: "text in quotes", int: "a whole number", list: "a list", dict: "a table"}[kind]
            raise self._complaint(key, table, f"must be {wanted}")
        return value

    def _resolved(self, name: str, shipped: tuple[str, ...]) -> str:
        """A name that ships with the program as it is, a path from the config's folder."""
        return name if name in shipped else str(self._path.parent / name)

    def _complaint(self, key: str, table: str, message: str) -> WorkspaceError:
        where = f"{self._path}:{self._line_of(key, table)}"
        return WorkspaceError(f"{where}: {table + '.' if table else ''}{key}: {message}")

    def _line_of(self, key: str, table: str) -> int:
        """The line in which a key of a table stands, counted from 1; tomllib does not tell it."""
        current = ""
        for number, line in enumerate(self._lines, start=1):
            if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
                current = header[1]
                if not table and current.split(".")[0].strip("\"' ") == key:
                    return number
            elif current == table and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[.=]""", line):
                return number
        return 1


def _shipped_truces(conflict: str) -> tuple[str, ...]:
    return tuple(name for name in truce_names() if conflict_of_truce(name) == conflict)


def _as_written(name: str, shipped: tuple[str, ...]) -> str:
    """How the config names a pack: paths are made absolute, for the config's folder is not where the user stood."""
    return name if name in shipped else str(Path(name).absolute())


def _quoted(text: str) -> str:
    """TOML's basic strings are written like JSON's."""
    return json.dumps(text, ensure_ascii=False)
