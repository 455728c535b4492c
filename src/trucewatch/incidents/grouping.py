"""Claims into incidents: candidate pairs are scored and joined by average linkage, never across a contradiction.

The result depends on the set of tellings and rulings alone, not on their order or on how many came at once: what a
claim is grouped with is decided in its piece of the web of links, and ties are broken by the order of publication.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from trucewatch.incidents.regroup import Regrouping, regroup
from trucewatch.incidents.rulings import NO_RULINGS, Rulings
from trucewatch.incidents.telling import Telling
from trucewatch.incidents.web import Links
from trucewatch.model import Incident

if TYPE_CHECKING:
    from trucewatch.packs import Conflict


def group_claims(
    tellings: Sequence[Telling], conflict: Conflict, rulings: Rulings = NO_RULINGS
) -> tuple[Incident, ...]:
    """All claims in incidents, one claim in exactly one; incidents in the order of their first telling."""
    store = MemoryStore(tellings)
    return regroup(store, conflict, sorted(store.told), rulings=rulings).incidents


class MemoryStore:
    """A `regroup.Store` without a ledger; `told` are its tellings by claim."""

    def __init__(self, tellings: Iterable[Telling] = ()) -> None:
        self.told = {telling.claim.id: telling for telling in tellings}
        self._holding: dict[int, set[str]] = {}
        self._links: dict[str, dict[str, float]] = {}

    def tellings(self, claims: Collection[str]) -> Mapping[str, Telling]:
        return {id: self.told[id] for id in claims}

    def holding(self, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        return {key: sorted(self._holding.get(key, ())) for key in keys}

    def links(self, claims: Collection[str]) -> Links:
        return {id: sorted(self._links.get(id, {}).items()) for id in claims}

    def apply(self, change: Regrouping) -> None:
        """Take over the keys and links of a regrouping."""
        for id in change.gone:
            for members in self._holding.values():
                members.discard(id)
            for other in self._links.pop(id, {}):
                self._links.get(other, {}).pop(id, None)
        for id, keys in change.keys.items():
            for key in keys:
                self._holding.setdefault(key, set()).add(id)
        for (first, second), margin in change.links.items():
            self._links.setdefault(first, {})[second] = margin
            self._links.setdefault(second, {})[first] = margin
