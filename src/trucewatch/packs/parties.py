"""The parties of a conflict and of the world around it, and how reports name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.packs.composition import Affixes, PartyMention, compose
from trucewatch.packs.folding import fold
from trucewatch.packs.lexicon import Alias, Meaning, Side
from trucewatch.packs.name_index import Hit, NameIndex
from trucewatch.packs.outlets import Outlets

OTHER = "other:"
OUTLET = "outlet:"


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its id, the name it is shown under, its kind, the party it belongs to, and its side in the conflict.

    `since` and `until` are its first and last day, inclusive; None is open. `member_of` are the alliances that it
    belongs to without being a part of them, `allies` those it says it fights beside: ids, told for the reader alone.
    """

    id: str
    name: str
    kind: str
    parent: str | None
    side: str | None
    since: date | None = None
    until: date | None = None
    member_of: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()


class PartyRegistry:
    """All parties that a conflict's pack and the world's tables know, and the finding of their mentions."""

    def __init__(
        self,
        parties: Iterable[Party],
        names: Iterable[tuple[str, Meaning]],
        outlets: Outlets,
        affixes: Affixes,
        forces: Mapping[str, str],
    ) -> None:
        self._parties = {party.id: party for party in parties}
        self._names = tuple(names)
        self._index: NameIndex[Meaning] = NameIndex(self._names)
        self._outlets = outlets
        self._affixes = affixes
        self._forces = dict(forces)
        self._governments = {forces: government for government, forces in forces.items()}

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties.values())

    def party(self, party_id: str) -> Party:
        """The party with this id; KeyError when the packs have none."""
        return self._parties[party_id]

    def known(self, party_id: str) -> bool:
        return party_id in self._parties

    def label(self, party_id: str) -> str:
        """The name to show: `other:X` and outlets that the pack does not list show X; an unknown id shows as it is."""
        if party_id in self._parties:
            return self._parties[party_id].name
        if party_id.startswith(OUTLET):
            return self._outlets.name(party_id.removeprefix(OUTLET))
        return party_id.removeprefix(OTHER)

    def aliases(self, party_id: str, *, day: date | None = None) -> list[tuple[str, Alias]]:
        """The phrases that name a party, in the tables' order; with `day`, those that meant it then."""
        return [
            (name, meaning)
            for name, meaning in self._names
            if isinstance(meaning, Alias) and party_id in meaning.ids and meaning.holds_on(day)
        ]

    def can_be_found(self, party_id: str) -> bool:
        """Whether some phrase of the tables may mean the party, alone or with a noun after it."""
        for _, meaning in self._names:
            if isinstance(meaning, Alias) and party_id in meaning.ids:
                return True
            if isinstance(meaning, Side) and (party_id == meaning.alone or party_id in meaning.ids.values()):
                return True
        return False

    def name_on(self, party_id: str, day: date) -> str:
        """The name that a party bore on a day: its newest dated name of then, else the one it is shown under."""
        dated = [
            (meaning.since, name)
            for name, meaning in self.aliases(party_id, day=day)
            if meaning.kind == "name" and meaning.since is not None and len(meaning.ids) == 1
        ]
        newest = max((since for since, _ in dated), default=None)
        return next((name for since, name in dated if since == newest), self.label(party_id))

    def members(self, party_id: str) -> tuple[str, ...]:
        """The parties that the tables call members of this one."""
        return tuple(party.id for party in self if party_id in party.member_of)

    def is_within(self, party_id: str, ancestor: str) -> bool:
        """Whether a party is `ancestor` or belongs to it, at whatever depth."""
        at: str | None = party_id
        while at is not None and at != ancestor:
            at = self._parties[at].parent if at in self._parties else None
        return at == ancestor

    def forces_of(self, party_id: str) -> str:
        """The armed forces of a government; any other party is its own."""
        return self._forces.get(party_id, party_id)

    def government_of(self, party_id: str) -> str:
        """The government of a state's armed forces; any other party is its own."""
        return self._governments.get(party_id, party_id)

    def find(self, text: str, *, day: date | None = None, outlet: str | None = None) -> list[PartyMention]:
        """The mentions of parties in a text, in its order and without overlaps.

        `day` leaves out names and offices that were not so called then; `outlet` decides what its own wordings mean.
        """
        return [mention for mention in self._read(text, day, outlet) if mention.kind != "holder"]

    def find_holders(self, text: str, *, day: date | None = None, outlet: str | None = None) -> list[PartyMention]:
        """The parties that a place is said to be held by: "rebel-held", "IS-controlled"."""
        return [mention for mention in self._read(text, day, outlet) if mention.kind == "holder"]

    def _read(self, text: str, day: date | None, outlet: str | None) -> list[PartyMention]:
        folded = fold(text)
        leaning = self._outlets.leaning(outlet)
        return compose(folded, [hit for hit in self._index.hits(folded) if _holds(hit, day, leaning)], self._affixes)


def _holds(hit: Hit[Meaning], day: date | None, leaning: str | None) -> bool:
    return not isinstance(hit.meaning, Alias) or hit.meaning.holds(day, leaning)
