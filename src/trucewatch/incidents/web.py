"""Pieces of the web of links, found from any claim of them by looking at its neighbourhood alone.

Claims linked with each other, directly or through others, form a web. A web of more than `LARGEST_WEB` claims is cut
at a line half a point higher, and so on. So a claim's piece is its web at the lowest line at which that is small
enough; which is found without seeing the rest of a large web, and is the same wherever in the piece one begins.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

LARGEST_WEB = 250
STEP = 0.5

Links = Mapping[str, Sequence[tuple[str, float]]]
Neighbours = Callable[[Collection[str]], Links]
"""The linked claims of each claim, with the margins."""


def pieces(seeds: Iterable[str], neighbours: Neighbours) -> list[frozenset[str]]:
    """The pieces that hold the seeds, each once, in the order of the seeds."""
    found: list[frozenset[str]] = []
    placed: set[str] = set()
    for seed in seeds:
        if seed not in placed:
            piece = _piece(seed, neighbours)
            placed |= piece
            found.append(piece)
    return found


def _piece(seed: str, neighbours: Neighbours) -> frozenset[str]:
    step = 0
    while (web := web_of(seed, neighbours, step * STEP)) is None:
        step += 1
    return web


def web_of(seed: str, neighbours: Neighbours, line: float) -> frozenset[str] | None:
    """All that is linked with the seed at or above the line; None when that is more than `LARGEST_WEB`."""
    web, frontier = {seed}, [seed]
    while frontier:
        links = neighbours(frontier)
        frontier = sorted({other for near in links.values() for other, margin in near if margin >= line} - web)
        web.update(frontier)
        if len(web) > LARGEST_WEB:
            return None
    return frozenset(web)


def touched(changed: Links, neighbours: Neighbours) -> set[str]:
    """The claims whose pieces may differ once the changed claims come or go.

    `changed` holds the links of claims that come or go to claims that stay; `neighbours` knows only those that stay.
    At each line the webs that a change reaches are those at the other ends of its links; a web that is too large
    without the change is too large with it, so its claims are placed at a higher line all the same.
    """
    found: set[str] = set()
    for near in changed.values():
        for other, margin in near:
            found |= _reached(other, margin, neighbours)
    return found


def _reached(claim: str, margin: float, neighbours: Neighbours) -> frozenset[str]:
    """The largest of the claim's webs, up to the line of the link, that is not too large."""
    for step in range(int(margin / STEP) + 1):
        web = web_of(claim, neighbours, step * STEP)
        if web is not None:
            return web
    return frozenset()
