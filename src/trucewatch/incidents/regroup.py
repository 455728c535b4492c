"""Grouping a few claims anew: what came, what went, and the neighbourhood that this reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from trucewatch.incidents.candidates import Pair, block_keys, candidate_pairs, ordered, sought_keys
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.margins import Margins, grouped
from trucewatch.incidents.rulings import NO_RULINGS, Rulings
from trucewatch.incidents.telling import Telling
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.incidents.web import Links, pieces, touched
from trucewatch.model import Incident

if TYPE_CHECKING:
    from trucewatch.packs import Conflict


class Store(Protocol):
    """What regrouping must be able to look up. Claims that were never placed have no keys and no links."""

    def tellings(self, claims: Collection[str]) -> Mapping[str, Telling]:
        """The tellings of the claims."""

    def holding(self, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        """The placed claims that have each key."""

    def links(self, claims: Collection[str]) -> Links:
        """The links of each claim, as they were placed."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What a regrouping changes: claims that lose keys and links, those that get new ones, and the new incidents.

    The incidents replace all that any of their claims, or of `gone`, stood in.
    """

    gone: tuple[str, ...]
    keys: Mapping[str, frozenset[int]]
    links: Mapping[Pair, float]
    incidents: tuple[Incident, ...]


def regroup(
    store: Store,
    conflict: Conflict,
    come: Collection[str],
    *,
    gone: Collection[str] = (),
    retold: Collection[str] = (),
    rulings: Rulings = NO_RULINGS,
) -> Regrouping:
    """Place the claims that `come` and take out those that are `gone`; a claim read or ruled on anew is in both.

    `retold` claims stay where they are, but their incidents are made again. The incidents are those that grouping
    everything from scratch would make.
    """
    web = _Web(store, frozenset(gone) | frozenset(come))
    traits = _Traits(store)
    keys = {id: block_keys(one) for id, one in traits.of(come).items()}
    margins = Margins(traits, conflict, rulings)
    sought = {id: sought_keys(one) for id, one in traits.of(come).items()}
    links = _new_links(_pairs(keys, sought, store, web.changing, rulings), margins, traits)
    old = store.links(sorted(web.changing))
    reached = touched(web.to_staying(_merged(old, _both_ways(links))), web.staying)
    web.add(links)
    seeds = sorted(reached | set(come) | (set(retold) - web.changing))
    webs = pieces(seeds, web.after)
    traits.of({id for one in webs for id in one})
    incidents = tuple(build_incident(list(traits.of(group).values()), conflict) for group in grouped(webs, margins))
    return Regrouping(tuple(sorted(gone)), keys, links, incidents)


def _pairs(
    keys: Mapping[str, frozenset[int]],
    sought: Mapping[str, frozenset[int]],
    store: Store,
    changing: frozenset[str],
    rulings: Rulings,
) -> set[Pair]:
    wanted = sorted({key for own in sought.values() for key in own})
    known = {key: [id for id in ids if id not in changing] for key, ids in store.holding(wanted).items()}
    ruled = {ordered(*pair) for unit in rulings.together for pair in _chain(unit) if set(pair) & set(keys)}
    return candidate_pairs(keys, sought, known) | ruled


def _chain(unit: Iterable[str]) -> Iterable[Pair]:
    return pairwise(sorted(unit))


def _new_links(pairs: set[Pair], margins: Margins, traits: _Traits) -> dict[Pair, float]:
    traits.of({id for pair in pairs for id in pair})
    found = {pair: margins.link(pair) for pair in sorted(pairs)}
    return {pair: margin for pair, margin in found.items() if margin is not None and margin >= 0}


def _both_ways(links: Mapping[Pair, float]) -> dict[str, list[tuple[str, float]]]:
    near: dict[str, list[tuple[str, float]]] = {}
    for (first, second), margin in links.items():
        near.setdefault(first, []).append((second, margin))
        near.setdefault(second, []).append((first, margin))
    return near


def _merged(one: Links, other: Links) -> Links:
    return {id: (*one.get(id, ()), *other.get(id, ())) for id in {*one, *other}}


class _Traits(dict[str, Traits]):
    """The traits of tellings, worked out when they are first asked for."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def of(self, claims: Collection[str]) -> dict[str, Traits]:
        missing = sorted(id for id in claims if id not in self)
        if missing:
            self.update({id: traits_of(telling) for id, telling in self._store.tellings(missing).items()})
        return {id: self[id] for id in claims}


class _Web:
    """The links without the claims that change, and the links as they will be."""

    def __init__(self, store: Store, changing: frozenset[str]) -> None:
        self.changing = changing
        self._store = store
        self._stored: dict[str, Sequence[tuple[str, float]]] = {}
        self._new: Links = {}

    def staying(self, claims: Collection[str]) -> Links:
        missing = [id for id in claims if id not in self._stored]
        if missing:
            found = self.to_staying(self._store.links(missing))
            self._stored.update({id: found.get(id, ()) for id in missing})
        return {id: self._stored[id] for id in claims}

    def to_staying(self, links: Links) -> Links:
        """The same links without those to claims that change."""
        return {id: [link for link in near if link[0] not in self.changing] for id, near in links.items()}

    def add(self, links: Mapping[Pair, float]) -> None:
        self._new = _both_ways(links)

    def after(self, claims: Collection[str]) -> Links:
        stored = self.staying([id for id in claims if id not in self.changing])
        return {id: (*stored.get(id, ()), *self._new.get(id, ())) for id in claims}
