"""Claims into incidents: candidate pairs are scored and joined by average linkage, never across a contradiction.

The result depends on the set of tellings alone, not on their order: tellings are sorted first, and ties are broken
by that order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from trucewatch.incidents.candidates import candidate_pairs
from trucewatch.incidents.features import contradictory, score
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.linkage import Pair, average_linkage
from trucewatch.incidents.telling import Telling
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.model import Incident

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

LINK = 6.0
"""Score from which two tellings are taken for one event; the same act, place and day alone give 8."""
STEP = 0.5
LARGEST_WEB = 250
"""Larger webs of links are cut at rising thresholds first, so that one crowded day cannot stall the run."""


def group_claims(tellings: Sequence[Telling], conflict: Conflict) -> tuple[Incident, ...]:
    """All claims in incidents, one claim in exactly one; incidents in the order of their first telling."""
    traits = [traits_of(telling) for telling in sorted(tellings, key=lambda telling: telling.order)]
    margins = _Margins(traits, conflict)
    edges = {pair: margin for pair in candidate_pairs(traits) if (margin := margins.of(pair)) is not None}
    linked = {pair: margin for pair, margin in edges.items() if margin >= 0}
    groups = [group for web in _webs(range(len(traits)), linked) for group in average_linkage(web, margins.of)]
    return tuple(build_incident([traits[index] for index in group], conflict) for group in sorted(groups))


class _Margins:
    """How far each pair's score lies above `LINK`; None for a contradiction. Worked out once each."""

    def __init__(self, traits: Sequence[Traits], conflict: Conflict) -> None:
        self._traits = traits
        self._conflict = conflict
        self._known: dict[Pair, float | None] = {}

    def of(self, pair: Pair) -> float | None:
        if pair not in self._known:
            first, second = (self._traits[index] for index in pair)
            against = contradictory(first, second, self._conflict)
            self._known[pair] = None if against else score(first, second, self._conflict) - LINK
        return self._known[pair]


def _webs(nodes: Iterable[int], linked: dict[Pair, float], least: float = 0.0) -> list[list[int]]:
    """Connected parts of the graph of links, none larger than `LARGEST_WEB`."""
    parent = {node: node for node in nodes}
    for first, second in linked:
        if first in parent and second in parent:
            low, high = sorted((_root(parent, first), _root(parent, second)))
            parent[high] = low
    members: dict[int, list[int]] = {}
    for node in parent:
        members.setdefault(_root(parent, node), []).append(node)
    webs: list[list[int]] = []
    for web in members.values():
        webs.extend([web] if len(web) <= LARGEST_WEB else _cut(web, linked, least + STEP))
    return webs


def _cut(web: list[int], linked: dict[Pair, float], least: float) -> list[list[int]]:
    inside = set(web)
    kept = {pair: margin for pair, margin in linked.items() if margin >= least and inside.issuperset(pair)}
    return _webs(web, kept, least)


def _root(parent: dict[int, int], node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node
