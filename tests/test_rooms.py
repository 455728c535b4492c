"""House rules that import-linter cannot see, for they are about names inside a module or about calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import trucewatch

SOURCE = Path(trucewatch.__file__).parent
PURE = ("model", "packs", "documents", "language", "claims", "incidents", "truces")
CLOCKS = frozenset(
    ("now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime", "getmtime")
)
FETCHERS = frozenset(("urllib.request", "http.client", "ftplib", "smtplib"))
SQL = ("SELECT ", "INSERT ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA ")
LONGEST_FILE = 400


def modules(*rooms: str) -> list[Path]:
    found = [path for room in rooms for path in sorted((SOURCE / room).rglob("*.py"))]
    assert found
    return found


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node.lineno


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", modules(*PURE), ids=name)
def test_pure_rooms_read_no_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [(call, line) for call, line in calls(tree) if call in CLOCKS] == []
    assert "time" not in imports(tree)


def test_only_intake_may_fetch() -> None:
    fetching = {
        name(path)
        for path in SOURCE.rglob("*.py")
        if FETCHERS & set(imports(ast.parse(path.read_text(encoding="utf-8")))) and "intake" not in path.parts
    }
    assert fetching == set()


def test_only_the_ledger_holds_sql() -> None:
    holding = {
        (name(path), node.lineno)
        for path in SOURCE.rglob("*.py")
        if "ledger" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.lstrip().startswith(SQL)
    }
    assert holding == set()


def test_nothing_stored_rests_on_pythons_hash() -> None:
    """`hash()` of a text differs from run to run."""
    using = {
        (name(path), node.lineno)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "hash"
    }
    assert using == set()


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=name)
def test_files_stay_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST_FILE
