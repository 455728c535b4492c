"""Strict reading of YAML: unknown keys, missing keys and wrong values become complaints with file, line and key.

    complaints = Complaints()
    root = read_yaml(path, complaints)
    keys = root.mapping(required=("id", "terms"), optional=("notes",))
    ident = keys["id"].text()
    terms = [read_term(node) for node in keys["terms"].items()]
    complaints.raise_if_any()

A node that is asked for the wrong thing complains and gives an empty value, so that one pass finds every mistake;
nothing read so may be used before `raise_if_any`. CSV: see `packs/tables.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from trucewatch.packs.complaints import Complaint, Complaints, PackError, refuse
from trucewatch.packs.tables import Row, read_csv

__all__ = ["Complaint", "Complaints", "Node", "PackError", "Row", "read_csv", "read_yaml", "refuse"]

_KINDS = {yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.ScalarNode: "a single value"}
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a YAML file with where it stands. `key` is the way to it from the top: `terms[2].acts`."""

    file: Path
    key: str
    complaints: Complaints
    yaml_node: yaml.Node | None  # None for a key that is missing, about which was complained already

    @property
    def line(self) -> int:
        """Line number, counted from 1; 0 for a missing key."""
        return self.yaml_node.start_mark.line + 1 if self.yaml_node is not None else 0

    def complain(self, message: str) -> None:
        """Add a complaint about this value."""
        self.complaints.add(self.file, self.line, self.key, message)

    def mapping(self, *, required: Iterable[str] = (), optional: Iterable[str] = ()) -> dict[str, Node]:
        """The values of the known keys. Required keys are always there; an absent optional key is not in the dict."""
        wanted = tuple(required)
        known = (*wanted, *optional)
        found = self.pairs()
        for key, node in found.items():
            if key not in known:
                node.complain(f"unknown key; known here: {', '.join(known)}")
        for key in wanted:
            if key not in found:
                if self.yaml_node is not None:
                    self.complaints.add(self.file, self.line, self._below(key), "is missing")
                found[key] = Node(self.file, self._below(key), self.complaints, None)
        return {key: node for key, node in found.items() if key in known}

    def pairs(self) -> dict[str, Node]:
        """All keys of a mapping whose keys are free (ids, words) with their values."""
        if not self._is(yaml.MappingNode):
            return {}
        assert isinstance(self.yaml_node, yaml.MappingNode)
        found: dict[str, Node] = {}
        for key_node, value_node in self.yaml_node.value:
            key = str(key_node.value)
            node = Node(self.file, self._below(key), self.complaints, value_node)
            if key in found:
                node.complain("stands here twice")
            found[key] = node
        return found

    def items(self) -> list[Node]:
        """The members of a list."""
        if not self._is(yaml.SequenceNode):
            return []
        assert isinstance(self.yaml_node, yaml.SequenceNode)
        members = enumerate(self.yaml_node.value)
        return [Node(self.file, f"{self.key}[{at}]", self.complaints, member) for at, member in members]

    def text(self) -> str:
        """A string that is not empty. `no`, `2016` and dates must stand in quotes to be one."""
        found = self._scalar("str", "text (put it in quotes)")
        if found is not None and not found.strip():
            self.complain("is empty")
        return found or ""

    def texts(self) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(node.text() for node in self.items())

    def choice(self, allowed: Iterable[str]) -> str:
        """One of the allowed strings."""
        value, known = self.text(), tuple(allowed)
        if value and value not in known:
            self.complain(f"{value!r} is none of: {', '.join(known)}")
        return value

    def choices(self, allowed: Iterable[str]) -> tuple[str, ...]:
        """A list of allowed strings."""
        known = tuple(allowed)
        return tuple(node.choice(known) for node in self.items())

    def integer(self) -> int:
        found = self._scalar("int", "a whole number")
        try:
            return int(found) if found is not None else 0
        except ValueError:
            self.complain(f"is to be a whole number, not {found!r}")
            return 0

    def number(self) -> float:
        found = self._scalar("float int", "a number")
        try:
            return float(found) if found is not None else 0.0
        except ValueError:
            self.complain(f"is to be a number, not {found!r}")
            return 0.0

    def flag(self) -> bool:
        """`true` or `false`."""
        found = self._scalar("bool", "true or false")
        if found is not None and found.lower() not in ("true", "false"):
            self.complain(f"is to be true or false, not {found!r}")
        return found is not None and found.lower() == "true"

    def day(self) -> date:
        """A date as `2016-02-27`."""
        found = self._scalar("timestamp str", "a date such as 2016-02-27")
        try:
            return date.fromisoformat(found) if found is not None else date.min
        except ValueError:
            self.complain(f"is to be a date such as 2016-02-27, not {found!r}")
            return date.min

    def moment(self) -> datetime:
        """A time of day on a date, as `2016-02-27T00:00` or with an offset; naive when it has none."""
        found = self._scalar("timestamp str", "a time such as 2016-02-27T00:00")
        try:
            return datetime.fromisoformat(found) if found is not None else datetime.min
        except ValueError:
            self.complain(f"is to be a time such as 2016-02-27T00:00, not {found!r}")
            return datetime.min

    def is_mapping(self) -> bool:
        """Whether the value is a mapping, for keys that take more than one kind of value."""
        return isinstance(self.yaml_node, yaml.MappingNode)

    def is_null(self) -> bool:
        """Whether the value is written as null."""
        return self.yaml_node is not None and self.yaml_node.tag == "tag:yaml.org,2002:null"

    def _below(self, key: str) -> str:
        return f"{self.key}.{key}" if self.key else key

    def _is(self, kind: type[yaml.Node]) -> bool:
        if self.yaml_node is None:
            return False
        if not isinstance(self.yaml_node, kind):
            self.complain(f"is to be {_KINDS[kind]}, not {_KINDS[type(self.yaml_node)]}")
            return False
        return True

    def _scalar(self, tags: str, wanted: str) -> str | None:
        if not self._is(yaml.ScalarNode):
            return None
        assert isinstance(self.yaml_node, yaml.ScalarNode)
        if self.yaml_node.tag.rpartition(":")[2] not in tags.split():
            self.complain(f"is to be {wanted}, not {self.yaml_node.value!r}")
            return None
        return str(self.yaml_node.value)


def read_yaml(path: Path, complaints: Complaints) -> Node:
    """The top of a YAML file. A file that cannot be read or is no YAML raises `PackError` at once."""
    try:
        top = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        raise refuse(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    except yaml.YAMLError as error:
        raise _no_yaml(path, error) from error
    if top is None:
        raise refuse(path, "is empty")
    return Node(path, "", complaints, top)


def _no_yaml(path: Path, error: yaml.YAMLError) -> PackError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "is no YAML"
    return PackError((Complaint(str(path), mark.line + 1 if mark else 0, "", f"no valid YAML: {problem}"),))
