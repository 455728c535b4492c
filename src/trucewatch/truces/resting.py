"""What of a truce's terms an assessment rests on, as a digest: while that is the same, the assessment cannot change.

A change of one term, area, period, exception or party then touches only what names it: an incident of which nobody
tells a place rests on no area, and one that names no party of a side does not rest on how that side joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from trucewatch.model import Area, BoundParty, Term, Truce
from trucewatch.model.ids import sha256_hex
from trucewatch.truces.areas import UNDELINEATED
from trucewatch.truces.case import ToldIncident
from trucewatch.truces.standing import Standing, Standings
from trucewatch.truces.times import Clock

LENGTH = 16
"""Hex digits of a digest: only the assessments of one incident under one term are ever compared."""


class Resting:
    """The digests of one truce; each part is made once."""

    def __init__(self, truce: Truce, standings: Standings, clock: Clock) -> None:
        self._truce, self._standings, self._clock = truce, standings, clock
        self._terms: dict[tuple[str, bool, bool], str] = {}
        self._parties: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._reach: dict[tuple[frozenset[str], bool, bool], str] = {}

    def of_term(self, term: Term, told: ToldIncident) -> str:
        """What the assessment of an incident under a term rests on."""
        key = term.id, bool(told.days), bool(told.places)
        if key not in self._terms:
            self._terms[key] = _digest(term_parts(self._truce, term, self._clock, dated=key[1], placed=key[2]))
        return _digest((self._terms[key], *map(self._party, told.parties)))

    def of_reach(self, told: ToldIncident) -> str:
        """What it rests on that an incident is held against no term."""
        found = self._reach.get(told.aspects)
        if found is None:
            found = self._reach[told.aspects] = _digest(tuple(self._reaching(*told.aspects)))
        return found

    def _reaching(self, acts: frozenset[str], dated: bool, placed: bool) -> Iterator[object]:
        truce = self._truce
        about = [term for term in truce.terms if acts & {*term.acts, *term.unmet_by}]
        yield [
            (act, sorted(term.quantity.words if term.quantity else () for term in about if act in _acts(term)))
            for act in sorted(acts)
        ]
        if about and dated:
            yield self._times
        if about and placed:
            yield self._places

    @cached_property
    def _times(self) -> str:
        return _digest((self._clock.zone.key, self._clock.ever(self._truce.periods)))

    @cached_property
    def _places(self) -> str:
        areas = {repr(area) for term in self._truce.terms for area in areas_of(self._truce, term)}
        return _digest((sorted(areas), self._truce.policy.coarsest_place))

    def _party(self, party: str) -> str:
        if party not in self._parties:
            stretches = [(start, end, *self._of_standing(its)) for start, end, its in self._standings.stretches(party)]
            lost = [(one.party, one.why, one.start, one.end) for one in self._standings.losses(party)]
            self._parties[party] = _digest((stretches, lost))
        return self._parties[party]

    def _of_standing(self, standing: Standing) -> tuple[object, ...]:
        """The standing with no more of side and ground than the tests use."""
        side = self._side(standing.side) if standing.side else None
        ground = (standing.ground.party, standing.ground.why) if standing.ground else None
        return standing.kind.value, standing.why, standing.through, side, ground

    def _side(self, side: BoundParty) -> str:
        """Its members, changes and own end stand in the stretches of those who belong to it."""
        if side.id not in self._sides:
            self._sides[side.id] = _digest((side.id, side.name, side.conditions, side.reserves, side.confirmed))
        return self._sides[side.id]


def term_parts(truce: Truce, term: Term, clock: Clock, *, dated: bool, placed: bool) -> tuple[object, ...]:
    """The term and what else of the truce it brings in, parties aside; words and notes decide nothing."""
    core = replace(term, words="", exact=False, note=None, confirmed=True, deadline=None)
    exceptions = [replace(one, confirmed=True) for one in truce.exceptions if one.id in term.exceptions]
    sides = [side.name for side in truce.parties if term.mode == "must_prevent" and side.id in term.by]
    parts: list[object] = [core, exceptions, sides]
    if dated:
        checked = [(one.id, one.confirmed) for one in truce.periods if one.id in term.periods]
        parts.append((clock.zone.key, clock.readings(term.periods), checked, truce.policy.coarsest_day))
    if placed:
        carved = any(area.kind == UNDELINEATED for area in truce.areas) and truce.policy.excluded_nearby
        parts.append((areas_of(truce, term), carved, truce.policy.coarsest_place))
    return tuple(parts)


def areas_of(truce: Truce, term: Term) -> tuple[Area, ...]:
    """The term's area, those in its place by other texts, and all that are left out of one of them; without notes."""
    by_id = {area.id: area for area in truce.areas}
    drawn = [by_id[term.area], *(by_id[one] for one in by_id[term.area].alternatives)]
    everything = [*drawn, *(by_id[one] for area in drawn for one in area.less)]
    return tuple(dict.fromkeys(replace(area, note=None, clause=None, confirmed=True) for area in everything))


def _acts(term: Term) -> tuple[str, ...]:
    return (*term.acts, *term.unmet_by)


def _digest(parts: tuple[object, ...]) -> str:
    """Of the parts' Python forms, in which only tuples, lists, texts, numbers, moments and nouns of the model stand."""
    return sha256_hex(repr(parts))[:LENGTH]
