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


class Webs:
    """The webs at each line, each walked once: all who stand in a web have it in common."""

    def __init__(self, neighbours: Neighbours) -> None:
        self._neighbours = neighbours
        self._known: dict[tuple[str, int], frozenset[str] | None] = {}

    def of(self, claim: str, step: int) -> frozenset[str] | None:
        """All that is linked with the claim at or above so many steps; None when that is more than `LARGEST_WEB`."""
        if (claim, step) not in self._known:
            walked = self._walked(claim, step)
            web = None if self._too_large(walked, step) else frozenset(walked)
            self._known.update(dict.fromkeys(((one, step) for one in walked), web))
        return self._known[claim, step]

    def _walked(self, seed: str, step: int) -> set[str]:
        """The web of the seed, or as much of it as shows that it is too large."""
        line = step * STEP
        web, frontier = {seed}, [seed]
        while frontier and not self._too_large(web, step):
            links = self._neighbours(frontier)
            frontier = sorted({other for near in links.values() for other, margin in near if margin >= line} - web)
            web.update(frontier)
        return web

    def _too_large(self, web: set[str], step: int) -> bool:
        """Whether it has too many claims, or one that is known to stand in a web that has."""
        return len(web) > LARGEST_WEB or any(self._known.get((one, step), web) is None for one in web)


def pieces(seeds: Iterable[str], neighbours: Neighbours) -> list[frozenset[str]]:
    """The pieces that hold the seeds, each once, in the order of the seeds."""
    webs = Webs(neighbours)
    found: list[frozenset[str]] = []
    placed: set[str] = set()
    for seed in seeds:
        if seed not in placed:
            piece = _piece(seed, webs)
            placed |= piece
            found.append(piece)
    return found


def _piece(seed: str, webs: Webs) -> frozenset[str]:
    step = 0
    while (web := webs.of(seed, step)) is None:
        step += 1
    return web


def touched(changed: Links, neighbours: Neighbours) -> set[str]:
    """The claims whose pieces may differ once the changed claims come or go.

    `changed` holds the links of claims that come or go to claims that stay; `neighbours` knows only those that stay.
    At each line the webs that a change reaches are those at the other ends of its links; a web that is too large
    without the change is too large with it, so its claims are placed at a higher line all the same.
    """
    webs = Webs(neighbours)
    found: set[str] = set()
    for near in changed.values():
        for other, margin in near:
            found |= _reached(other, margin, webs)
    return found


def _reached(claim: str, margin: float, webs: Webs) -> frozenset[str]:
    """The largest of the claim's webs, up to the line of the link, that is not too large."""
    for step in range(int(margin / STEP) + 1):
        web = webs.of(claim, step)
        if web is not None:
            return web
    return frozenset()
