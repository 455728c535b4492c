from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.incidents import web as module
from trucewatch.incidents.web import LARGEST_WEB, Links, Webs, pieces, touched

Edges = dict[tuple[int, int], float]


def neighbours(edges: Edges, without: Collection[int] = ()):  # type: ignore[no-untyped-def]
    near: dict[str, list[tuple[str, float]]] = {}
    for (one, other), margin in edges.items():
        if one not in without and other not in without:
            near.setdefault(f"{one:03}", []).append((f"{other:03}", margin))
            near.setdefault(f"{other:03}", []).append((f"{one:03}", margin))
    return lambda claims: {claim: near.get(claim, []) for claim in claims}


def chain(length: int, margin: float, first: int = 0) -> Edges:
    return {(at, at + 1): margin for at in range(first, first + length - 1)}


def test_a_web_is_all_that_is_linked_at_or_above_the_line() -> None:
    webs = Webs(neighbours({(0, 1): 2.0, (1, 2): 0.4, (3, 4): 1.0}))
    assert webs.of("000", 0) == {"000", "001", "002"}
    assert webs.of("000", 1) == {"000", "001"}
    assert webs.of("009", 0) == {"009"}


def test_a_web_that_is_too_large_is_cut_at_a_higher_line() -> None:
    half = LARGEST_WEB // 2 + 1
    edges = chain(half, 3.0) | chain(half, 3.0, half) | {(half - 1, half): 0.2}
    assert Webs(neighbours(edges)).of("000", 0) is None
    assert sorted(map(len, pieces([f"{at:03}" for at in range(2 * half)], neighbours(edges)))) == [half, half]


@st.composite
def webs(draw: st.DrawFn) -> Edges:
    number = draw(st.integers(2, 24))
    pairs = [(one, other) for one in range(number) for other in range(one + 1, number)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=40, unique=True))
    return {pair: draw(st.sampled_from([0.0, 0.4, 0.7, 1.2, 2.6])) for pair in chosen}


@given(webs(), st.sets(st.integers(0, 23), max_size=4), st.integers(2, 6))
def test_only_the_touched_claims_change_their_piece(edges: Edges, changing: set[int], largest: int) -> None:
    """Claims come or go: whoever is not touched keeps the piece it had."""
    kept, module.LARGEST_WEB = module.LARGEST_WEB, largest
    try:
        names = [f"{at:03}" for at in range(24)]
        staying = neighbours(edges, changing)
        changed: Links = {
            f"{at:03}": [link for link in neighbours(edges)([f"{at:03}"])[f"{at:03}"] if int(link[0]) not in changing]
            for at in changing
        }
        moved = touched(changed, staying) | {f"{at:03}" for at in changing}
        without = {claim: piece for piece in pieces(names, staying) for claim in piece}
        with_all = {claim: piece for piece in pieces(names, neighbours(edges)) for claim in piece}
        for name in set(names) - moved:
            assert without[name] == with_all[name]
        for name in moved:
            assert with_all[name] <= moved
    finally:
        module.LARGEST_WEB = kept


@given(webs(), st.permutations(range(24)), st.integers(2, 6))
def test_a_web_does_not_depend_on_which_were_walked_before(edges: Edges, order: list[int], largest: int) -> None:
    kept, module.LARGEST_WEB = module.LARGEST_WEB, largest
    try:
        shared = Webs(neighbours(edges))
        for at in order:
            for step in range(4):
                assert shared.of(f"{at:03}", step) == Webs(neighbours(edges)).of(f"{at:03}", step)
    finally:
        module.LARGEST_WEB = kept
