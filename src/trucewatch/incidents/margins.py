"""How far pairs of tellings lie above the line, and the groups that follow from it within a piece of the web."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from trucewatch.incidents.candidates import Pair, ordered
from trucewatch.incidents.features import contradictory, impossible, score
from trucewatch.incidents.linkage import average_linkage
from trucewatch.incidents.rulings import NO_RULINGS, Rulings
from trucewatch.incidents.traits import Traits
from trucewatch.incidents.weights import LINK

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

CONTRADICTION = 8.0
"""What a contradiction takes from a pair's margin: as much as the same act, place and day give."""
RULED = 100.0
"""Margin of a pair that a person ruled to be one event: above all that features can add up to."""


class Margins:
    """How far each pair's score lies above `LINK`; None for pairs that can be no one event. Worked out once each.

    Most pairs of a large web contradict each other, which shows before all their features are added up; how far below
    the line they lie is then worked out only where it is asked for.
    """

    def __init__(self, traits: Mapping[str, Traits], conflict: Conflict, rulings: Rulings = NO_RULINGS) -> None:
        self._traits = traits
        self._conflict = conflict
        self._rulings = rulings
        self._known: dict[Pair, float | None] = {}
        self._contradictory: set[Pair] = set()

    def read(self, pair: Pair) -> float | None:
        """What the two tellings themselves say."""
        at_most = self._read_at_most(pair)
        if pair in self._contradictory and pair not in self._known:
            self._known[pair] = min(self._above(*self._in_order(pair)), 0.0) - CONTRADICTION
        return self._known.get(pair, at_most)

    def _read_at_most(self, pair: Pair) -> float | None:
        if pair not in self._known and pair not in self._contradictory:
            first, second = self._in_order(pair)
            if impossible(first, second, self._conflict):
                self._known[pair] = None
            elif contradictory(first, second, self._conflict):
                self._contradictory.add(pair)
            else:
                self._known[pair] = self._above(first, second)
        return self._known.get(pair, -CONTRADICTION)

    def _in_order(self, pair: Pair) -> tuple[Traits, Traits]:
        first, second = (self._traits[id] for id in pair)
        return (first, second) if first.telling.order <= second.telling.order else (second, first)

    def _above(self, first: Traits, second: Traits) -> float:
        return score(first, second, self._conflict) - LINK

    def link(self, pair: Pair) -> float | None:
        """What ties the two into one web, what they say or a person's ruling; below 0 or None where nothing does."""
        return RULED if self._rulings.is_one(pair) else self._read_at_most(pair)

    def ruled(self, pair: Pair) -> float | None:
        """What the two say or a person ruled; None where a person ruled that they are not one event."""
        if pair in self._rulings.apart:
            return None
        return RULED if self._rulings.is_one(pair) else self.read(pair)

    def ruled_at_most(self, pair: Pair) -> float | None:
        """No less than `ruled` gives, and None where it is."""
        return None if pair in self._rulings.apart else self.link(pair)

    def order(self, id: str) -> tuple[object, ...]:
        return self._traits[id].telling.order

    def units(self, members: Iterable[str]) -> list[list[str]]:
        """The members, those that a person ruled to be one event together."""
        return self._rulings.units(members)


def grouped(webs: Iterable[frozenset[str]], margins: Margins) -> list[list[str]]:
    """The groups of each web; members and groups stand in the order of publication."""
    groups = [group for web in webs for group in _groups_of(web, margins)]
    return sorted(groups, key=lambda group: margins.order(group[0]))


def _groups_of(web: frozenset[str], margins: Margins) -> list[list[str]]:
    ids = sorted(web, key=margins.order)
    at = {id: position for position, id in enumerate(ids)}
    units = [[at[id] for id in unit] for unit in margins.units(ids)]

    def named(pair: tuple[int, int]) -> Pair:
        return ordered(ids[pair[0]], ids[pair[1]])

    found = average_linkage(
        units, lambda pair: margins.ruled(named(pair)), lambda pair: margins.ruled_at_most(named(pair))
    )
    return [[ids[position] for position in group] for group in found]
