"""What the coder asks of a sentence's tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.builders import Row, sentence
from trucewatch.claims.tree import MAX_PATH, Tree
from trucewatch.model import Span

SHELLED: list[Row] = [
    ("Rebels", "rebel", "NOUN", "NNS", 1, "nsubj"),
    ("shelled", "shell", "VERB", "VBD", -1, "root"),
    ("positions", "position", "NOUN", "NNS", 1, "obj"),
    ("of", "of", "ADP", "IN", 5, "case"),
    ("the", "the", "DET", "DT", 5, "det"),
    ("army", "army", "NOUN", "NN", 2, "nmod"),
    ("and", "and", "CCONJ", "CC", 7, "cc"),
    ("fled", "flee", "VERB", "VBD", 1, "conj"),
]


@pytest.fixture(scope="module")
def tree() -> Tree:
    return Tree(sentence(SHELLED))


def test_children_and_subtrees(tree: Tree) -> None:
    assert tree.root == 1
    assert tree.children(1) == [0, 2, 7]
    assert tree.children(1, "nsubj", "conj") == [0, 7]
    assert tree.subtree(2) == [2, 3, 4, 5]
    assert list(tree.ancestors(4)) == [5, 2, 1]


def test_a_relation_stands_for_its_subtypes() -> None:
    rows: list[Row] = [("Shot", "shoot", "VERB", "VBN", -1, "root"), ("he", "he", "PRON", "PRP", 0, "nsubj:pass")]
    tree = Tree(sentence(rows))
    assert tree.children(0, "nsubj") == tree.children(0, "nsubj:pass") == [1]
    assert tree.children(0, "nsubj:outer") == []


@pytest.mark.parametrize(
    ("source", "target", "path"),
    [
        (1, 1, "="),
        (1, 0, ">nsubj"),
        (0, 1, "^nsubj"),
        (1, 5, ">obj>nmod(of)"),
        (5, 0, "^nmod^obj>nsubj"),
        (7, 0, "^conj>nsubj"),
    ],
)
def test_paths(tree: Tree, source: int, target: int, path: str) -> None:
    assert tree.path(source, target) == path


@pytest.mark.parametrize(
    ("source", "target", "role"),
    [(1, 0, "/nsubj"), (7, 0, "/nsubj"), (1, 5, "/deep-obj"), (2, 1, "over/obj"), (7, 5, "/deep-obj")],
)
def test_roles_see_through_coordination(tree: Tree, source: int, target: int, role: str) -> None:
    assert tree.role(source, target) == role


def test_the_head_of_a_stretch_and_its_words(tree: Tree) -> None:
    assert tree.tokens_in(Span(15, 40)) == range(2, 7)
    assert tree.tokens_in(Span(6, 7)) == range(0)
    assert tree.head_of(range(2, 6)) == 2
    assert tree.preposition(5) == "of"
    assert tree.preposition(0) == ""


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: -1, **{order[at]: order[draw(st.integers(0, at - 1))] for at in range(1, size)}}
    return Tree(
        sentence([("w", "w", "NOUN", "NN", heads[at], "root" if heads[at] < 0 else "dep") for at in range(size)])
    )


@given(trees(), st.data())
def test_any_tree(tree: Tree, data: st.DataObject) -> None:
    source, target = (data.draw(st.integers(0, len(tree) - 1)) for _ in range(2))
    path, back = tree.path(source, target), tree.path(target, source)
    assert (path == "=") == (source == target)
    assert (path == "far") == (back == "far")
    assert path == "far" or path.count("^") + path.count(">") <= MAX_PATH
    assert path == "far" or (path.count("^"), path.count(">")) == (back.count(">"), back.count("^"))
    assert tree.subtree(tree.root) == list(range(len(tree)))
    assert (target in tree.subtree(source)) == (target == source or source in tree.ancestors(target))
    assert tree.role(source, target)
