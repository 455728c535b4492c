"""Loading truces' terms from YAML files: names and paths, versions, parents.

A truce's first version stands in `<name>.yaml`, each later one in a file of its own, `<name>.v2.yaml`, which states
only what it changes (`over: 1`) and leaves the earlier file as it is. A local truce may name its `parent` and leave
out what it takes over from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from trucewatch.model import Truce
from trucewatch.packs.conflict import Conflict, conflict_names, load_conflict
from trucewatch.packs.strict import Complaints, Node, read_yaml, refuse
from trucewatch.packs.truce_examples import Example, read_examples
from trucewatch.packs.truce_reader import INHERITED, TruceReader

TRUCES = Path(__file__).parent / "truces"
_VERSION = re.compile(r"(?P<name>.+)\.v(?P<number>\d+)")

_HEAD = ("id", "version", "effective_from")
_WHAT = ("title", "kind", "conflict", "timezone")
_LISTS = ("instruments", "periods", "parties", "excluded", "not_bound", "areas", "terms", "exceptions")
_OPTIONAL = ("lost_protection", "notes", "would", "days_in", "form", "parent", "over", "drops", "oversight", "policy")


@dataclass(frozen=True, slots=True)
class TruceFile:
    """What a truce file holds: the terms, and the examples that its writer worked out by hand (`would:`)."""

    truce: Truce
    examples: tuple[Example, ...]
    path: Path


def truce_names() -> tuple[str, ...]:
    """The truces that ship with the program, each with all its versions under one name."""
    return tuple(sorted(path.stem for path in TRUCES.glob("*.yaml") if not _VERSION.fullmatch(path.stem)))


def truce_path(name_or_path: str | Path) -> Path:
    """The file of a truce, by its name or as a path to a file of one's own; `PackError` when there is none."""
    shipped = TRUCES / f"{name_or_path}.yaml"
    if re.fullmatch(r"[\w.-]+", str(name_or_path)) and shipped.is_file():
        return shipped
    path = Path(name_or_path)
    if not path.is_file():
        raise refuse(name_or_path, f"no such truce; known truces: {', '.join(truce_names())}")
    return path


def version_paths(name_or_path: str | Path) -> tuple[Path, ...]:
    """The files of all versions, the first one first. A file of one later version stands for itself alone."""
    first = truce_path(name_or_path).resolve()
    if _VERSION.fullmatch(first.stem):
        return (first,)
    later = [
        (match, path) for path in first.parent.glob(f"{first.stem}.v*.yaml") if (match := _VERSION.match(path.stem))
    ]
    numbered = sorted((int(match["number"]), path) for match, path in later if match["name"] == first.stem)
    return (first, *(path for _, path in numbered))


def load_truce(name_or_path: str | Path) -> Truce:
    """The terms of one file; `PackError` lists all that is wrong with it, by file, line and key."""
    return load_truce_file(name_or_path).truce


def load_versions(name_or_path: str | Path) -> tuple[Truce, ...]:
    """Every version of a truce in the order of their days, each with the day on which the next takes its place."""
    truces = [load_truce_file(path).truce for path in version_paths(name_or_path)]
    followed = zip(truces, [*truces[1:], None], strict=True)
    return tuple(replace(one, effective_until=after.effective_from if after else None) for one, after in followed)


def load_truce_file(name_or_path: str | Path) -> TruceFile:
    """The terms with their worked examples, read once for each state of the file and of those it rests on."""
    path = truce_path(name_or_path).resolve()
    return _load(path, tuple(one.stat().st_mtime_ns for one in _rests_on(path)))


def _rests_on(path: Path) -> list[Path]:
    """The file itself and the earlier versions and parents that it may take terms from."""
    match = _VERSION.fullmatch(path.stem)
    first = path.with_name(f"{match['name']}.yaml") if match else path
    found = {path, *(one for one in (first, *first.parent.glob(f"{first.stem}.v*.yaml")) if one.is_file())}
    parent = _named(path, "parent")
    if parent and (beside := _beside(path, parent)).is_file() and beside not in found:
        found.update(_rests_on(beside))
    return sorted(found)


def _named(path: Path, key: str) -> str:
    """The value of a key at the left margin, found without reading the file as YAML."""
    found = re.search(rf"^{key}: *(\S+)", path.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    return found[1] if found else ""


def conflict_of(name_or_path: str | Path) -> str:
    """The conflict that a truce's first file names; "" when it names none."""
    return _named(truce_path(name_or_path), "conflict")


def _beside(path: Path, name: str) -> Path:
    """A truce that a file names: in its own folder, else among those that ship."""
    own = path.parent / f"{name}.yaml"
    return own if own.is_file() else TRUCES / f"{name}.yaml"


@cache
def _load(path: Path, _modified: tuple[int, ...]) -> TruceFile:
    complaints = Complaints()
    top = read_yaml(path, complaints)
    given = top.pairs() if top.is_mapping() else {}
    base = _earlier_version(given["over"], path) if "over" in given else None
    parent = _parent(given["parent"], path) if "parent" in given else None
    required, optional = _keys(base, parent)
    keys = top.mapping(required=required, optional=optional)
    conflict = load_conflict(base.conflict) if base else _conflict(keys["conflict"], complaints)
    truce = TruceReader(keys, conflict, base, parent).truce()
    examples = read_examples(keys["would"], conflict, truce) if "would" in keys else ()
    complaints.raise_if_any()
    return TruceFile(truce, examples, path)


def _keys(base: Truce | None, parent: Truce | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if base is not None:
        return (*_HEAD, "over"), (*_WHAT, *_LISTS, *_OPTIONAL)
    taken_over = INHERITED if parent is not None else ()
    return (*_HEAD, *_WHAT, *(key for key in _LISTS if key not in taken_over)), (*_OPTIONAL, *taken_over)


def _earlier_version(node: Node, path: Path) -> Truce:
    number, match = node.integer(), _VERSION.fullmatch(path.stem)
    name = match["name"] if match else path.stem
    earlier = path.with_name(f"{name}.yaml" if number == 1 else f"{name}.v{number}.yaml")
    if earlier == path or not earlier.is_file():
        raise refuse(path, f"line {node.line}: over: there is no file {earlier.name} beside it")
    return load_truce_file(earlier).truce


def _parent(node: Node, path: Path) -> Truce:
    """The first version of the truce that this one stands under."""
    file = _beside(path, node.text())
    if file == path or not file.is_file():
        raise refuse(path, f"line {node.line}: parent: there is no truce {node.text()!r}")
    return load_truce_file(file).truce


def _conflict(node: Node, complaints: Complaints) -> Conflict:
    name = node.choice(conflict_names())
    if name not in conflict_names():
        complaints.raise_if_any()
        raise refuse(node.file, "names no conflict")
    return load_conflict(name)


def load_all(names_or_paths: Iterable[str | Path]) -> tuple[Truce, ...]:
    """Every version of several truces, in the order given."""
    return tuple(truce for name in names_or_paths for truce in load_versions(name))
