"""Nothing that we say in our own voice states that an act took place or judges who is told of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import trucewatch
from trucewatch.model import PEOPLES_LABELS
from trucewatch.views.labels import table

PACKAGE = Path(trucewatch.__file__).parent

BANNED = re.compile(
    r"\b(violat\w*|attacked|killed by|injured by|bombed|shelled|massacre\w*|atrocit\w*|regime|terroris\w*|militant\w*"
    r"|perpetrat\w*|guilty|culprit\w*|war crimes?|committed|confirmed|verified|proven|aggress\w*|martyr\w*|liberated"
    r"|(?:was|were) (?:killed|injured|hit|struck)|in breach of|breached)\b",
    re.IGNORECASE,
)
MATTERS = frozenset({"how many were killed", "how many were injured"})
"""Open questions, named as what is unknown or disputed."""


def own_words(path: Path) -> Iterator[str]:
    """What a template or a source file says itself: no docstrings, no comments, no template code."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from _literals(ast.parse(text))
    else:
        yield re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", " ", text, flags=re.DOTALL)


def _literals(tree: ast.Module) -> Iterator[str]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and _first(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def _first(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr)


SOURCES = sorted(
    path for room in ("views", "web") for path in (PACKAGE / room).rglob("*") if path.suffix in {".py", ".html", ".css"}
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_pages_and_views_speak_as_sourced(path: Path) -> None:
    found = [match.group() for words in own_words(path) for match in BANNED.finditer(words)]
    assert found == []


@pytest.mark.parametrize(
    "name", ["acts", "act_families", "findings", "tests", "answers", "stances", "fields", "passages", "bound_status"]
)
def test_labels_speak_as_sourced(name: str) -> None:
    words = [word for word in _leaves(table(name)) if word not in MATTERS]
    assert words
    assert [word for word in words if BANNED.search(word)] == []


def test_what_people_found_always_names_who_found_it() -> None:
    words = table("people")
    assert set(words) == set(PEOPLES_LABELS)
    for sentence in words.values():
        assert sentence.startswith("{finder} ")


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    else:
        yield str(value)


def test_the_heading_of_every_act_says_that_it_is_told_of() -> None:
    for act, entry in table("acts").items():
        assert re.search(r"\b(reported|alleged|said)\b", entry["heading"]), act


def test_the_list_catches_what_it_is_for() -> None:
    for words in ("The army violated the truce", "Rebels attacked", "six killed by jets", "two were killed"):
        assert BANNED.search(words)
