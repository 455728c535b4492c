"""Templates use only what the dataclass of their page holds."""

from __future__ import annotations

import dataclasses
import types
import typing
from types import ModuleType
from typing import Any

import pytest
from jinja2 import StrictUndefined, nodes

from trucewatch.web.pages import (
    about,
    assessment,
    brief,
    claim,
    duties,
    errors,
    incident,
    parties,
    report,
    series,
    talks,
    tally,
    towns,
    truce,
)
from trucewatch.web.rendering import environment
from trucewatch.web.site import Site

PAGES = (about, assessment, brief, claim, duties, errors, incident, parties, report, series, talks, tally, towns, truce)


def members(kind: type) -> set[str]:
    properties = {name for name, value in vars(kind).items() if isinstance(value, property)}
    return {field.name for field in dataclasses.fields(kind)} | properties


def dataclass_in(hint: Any) -> type | None:
    """The dataclass that a hint names: `X`, `X | None`, `tuple[X, ...]`."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return hint
    if isinstance(hint, types.GenericAlias | types.UnionType) or typing.get_origin(hint):
        return next((kind for kind in map(dataclass_in, typing.get_args(hint)) if kind), None)
    return None


def kind_of(node: nodes.Node, names: dict[str, type | None]) -> type | None:
    """The dataclass that an expression gives; None when it is no dataclass, AssertionError for a field it has not."""
    match node:
        case nodes.Name():
            return names.get(node.name)
        case nodes.Getattr():
            owner = kind_of(node.node, names)
            if owner is None:
                return None
            assert node.attr in members(owner), f"{owner.__name__} has no {node.attr}"
            return dataclass_in(typing.get_type_hints(owner).get(node.attr))
    return None


def check(node: nodes.Node, names: dict[str, type | None]) -> int:
    """Every attribute read below the node; how many there were."""
    checked = 0
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        names = {**names, node.target.name: kind_of(node.iter, names)}
    if isinstance(node, nodes.Getattr):
        kind_of(node, names)
        checked += 1
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Assign) and isinstance(child.target, nodes.Name):
            names[child.target.name] = kind_of(child.node, names)
        checked += check(child, names)
    return checked


@pytest.mark.parametrize("module", PAGES, ids=lambda module: module.TEMPLATE)
def test_a_template_uses_only_what_its_dataclass_holds(module: ModuleType) -> None:
    source = environment().loader.get_source(environment(), module.TEMPLATE)[0]  # type: ignore[union-attr]
    names: dict[str, type | None] = {"page": module.CONTEXT, "site": Site}
    assert check(environment().parse(source), names) > 0


def test_the_base_template_uses_only_the_site() -> None:
    source = environment().loader.get_source(environment(), "base.html")[0]  # type: ignore[union-attr]
    assert check(environment().parse(source), {"site": Site}) > 0


def test_the_check_finds_a_field_that_is_not_there() -> None:
    wrong = environment().parse("{% for row in page.view.rows %}{{ row.colour }}{% endfor %}")
    with pytest.raises(AssertionError, match="BriefRow has no colour"):
        check(wrong, {"page": brief.CONTEXT})


def test_every_page_has_its_template_and_a_documented_context() -> None:
    templates = set(environment().list_templates(extensions=["html"]))
    assert templates == {page.TEMPLATE for page in PAGES} | {"base.html", "parts.html", "grounds.html", "together.html"}
    assert all(page.CONTEXT.__doc__ for page in PAGES)


def test_the_environment_escapes_and_knows_no_undefined_value() -> None:
    assert environment().autoescape is True
    assert environment().undefined is StrictUndefined
