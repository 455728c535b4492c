"""What people ruled on which claims tell of one event, as grouping takes account of it.

A ruling is a `Decision` whose words name the claims: "one event: a b c", "not one event: a b | c d" or "withdrawn". It
is bound to the digests of all claims that it names: it stands while their readings stand, and goes back to the queue
when one of them is read otherwise or is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations, product

from trucewatch.incidents.candidates import Pair, ordered
from trucewatch.model import Decision
from trucewatch.model.ids import sha256_hex, short_id

ONE, APART, WITHDRAWN = "one event", "not one event", "withdrawn"


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of claims that people ruled to be one event, and not to be."""

    together: tuple[frozenset[str], ...] = ()
    apart: frozenset[Pair] = frozenset()
    _unit: dict[str, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._unit.update({claim: at for at, unit in enumerate(self.together) for claim in unit})

    def is_one(self, pair: Pair) -> bool:
        first, second = (self._unit.get(claim) for claim in pair)
        return first is not None and first == second

    def units(self, members: Iterable[str]) -> list[list[str]]:
        """The members, those ruled to be one event together."""
        units: dict[object, list[str]] = {}
        for member in members:
            units.setdefault(self._unit.get(member, member), []).append(member)
        return list(units.values())


NO_RULINGS = Rulings()


@dataclass(frozen=True, slots=True)
class Standing:
    """Decisions on which claims are one event: those in force, and those to be looked at again, in order."""

    in_force: tuple[Decision, ...]
    lapsed: tuple[Decision, ...]


def ruling_on(
    kind: str, sides: Sequence[Sequence[str]], digests: Mapping[str, str], *, subject: str, reason: str, by: str,
    at: datetime, previous_hash: str,
) -> Decision:  # fmt: skip
    """The decision that `sides` of claims are, or are not, one event; one side for `ONE`, two for `APART`."""
    words = f"{kind}: {' | '.join(' '.join(side) for side in sides)}"
    digest = _digest([claim for side in sides for claim in side], digests)
    return _decision(subject, digest, words, reason, by, at, previous_hash)


def withdrawal(of: Decision, *, reason: str, by: str, at: datetime, previous_hash: str) -> Decision:
    """The decision that an earlier one counts no more; both stay on record."""
    return _decision(of.id, of.digest, WITHDRAWN, reason, by, at, previous_hash)


def _decision(
    subject: str, digest: str, words: str, reason: str, by: str, at: datetime, previous_hash: str
) -> Decision:
    id = short_id("decision", subject, digest, words, reason, by, at.isoformat(), previous_hash)
    return Decision(id, subject, digest, words, reason, by, at, previous_hash)


def sides_of(decision: Decision) -> tuple[tuple[str, ...], ...]:
    """The claims that a ruling names, by side; () for decisions of other kinds."""
    kind, _, named = decision.ruling.partition(": ")
    return tuple(tuple(side.split()) for side in named.split("|")) if kind in (ONE, APART) else ()


def claims_of(decisions: Iterable[Decision]) -> frozenset[str]:
    """Every claim that the rulings name."""
    return frozenset(claim for decision in decisions for side in sides_of(decision) for claim in side)


def standing(decisions: Sequence[Decision], digests: Mapping[str, str]) -> Standing:
    """Which rulings are in force, given the digests of the claims as they are read now."""
    withdrawn = {decision.subject_id for decision in decisions if decision.ruling == WITHDRAWN}
    rulings = [decision for decision in decisions if sides_of(decision) and decision.id not in withdrawn]
    holds = [_holds(decision, digests) for decision in rulings]
    return Standing(
        tuple(one for one, held in zip(rulings, holds, strict=True) if held),
        tuple(one for one, held in zip(rulings, holds, strict=True) if not held),
    )


def _holds(decision: Decision, digests: Mapping[str, str]) -> bool:
    claims = [claim for side in sides_of(decision) for claim in side]
    return all(claim in digests for claim in claims) and _digest(claims, digests) == decision.digest


def _digest(claims: Iterable[str], digests: Mapping[str, str]) -> str:
    return sha256_hex(" ".join(f"{claim}={digests[claim]}" for claim in sorted(set(claims))))


def rulings_of(decisions: Sequence[Decision]) -> Rulings:
    """What rulings in force come to; of two on one pair the later one counts."""
    ruled: dict[Pair, tuple[int, bool]] = {}
    for position, decision in enumerate(decisions):
        sides = sides_of(decision)
        one = len(sides) == 1
        pairs = (
            combinations(sides[0], 2) if one else (pair for a, b in combinations(sides, 2) for pair in product(a, b))
        )
        for first, second in pairs:
            ruled[ordered(first, second)] = (position, one)
    apart = frozenset(pair for pair, (_, one) in ruled.items() if not one)
    latest_first = sorted((pair for pair in ruled if ruled[pair][1]), key=lambda pair: (-ruled[pair][0], pair))
    return Rulings(_units(latest_first, apart), apart)


def _units(pairs: Iterable[Pair], apart: frozenset[Pair]) -> tuple[frozenset[str], ...]:
    """Claims joined pair by pair, unless that would put two together that are ruled apart."""
    unit_of: dict[str, frozenset[str]] = {}
    for first, second in pairs:
        one, other = (unit_of.get(claim, frozenset({claim})) for claim in (first, second))
        if one != other and not any(ordered(a, b) in apart for a in one for b in other):
            unit_of.update(dict.fromkeys(one | other, one | other))
    return tuple(sorted(set(unit_of.values()), key=sorted))
