"""Who says what of an incident: one account a source, never an average, and where the accounts differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from trucewatch.incidents.features import overlapping
from trucewatch.incidents.telling import Telling
from trucewatch.model import Account, Count, Parties, Stance

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

NOT_DONE = frozenset({Stance.DENIED, Stance.PLANNED, Stance.CONDITIONAL})
"""Stances that do not tell an act as done."""


def accounts_of(tellings: Sequence[Telling]) -> tuple[Account, ...]:
    """One account for each innermost speaker or outlet, in the order of their first telling.

    `tellings` are in the order of publication, and so are a source's tolls: 8, 11, 9 stays 8, 11, 9.
    """
    by_source: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_source.setdefault(telling.source, []).append(telling)
    return tuple(_account(source, told) for source, told in by_source.items())


def _account(source: str, told: Sequence[Telling]) -> Account:
    claims = [telling.claim for telling in told]
    return Account(
        source=source,
        outlets=once(telling.outlet for telling in told),
        claim_ids=tuple(claim.id for claim in claims),
        stances=once(claim.stance.value.value for claim in claims),
        actor=once(party for claim in claims for party in claim.actor.value),
        target=once(party for claim in claims for party in claim.target.value),
        killed=_series(claim.killed.value for claim in claims),
        injured=_series(claim.injured.value for claim in claims),
    )


def _series(tolls: Iterable[Count | None]) -> tuple[Count, ...]:
    """Tolls in the order told, without saying the same twice in a row."""
    series: list[Count] = []
    for toll in tolls:
        if toll is not None and (not series or series[-1] != toll):
            series.append(toll)
    return tuple(series)


def once(values: Iterable[str]) -> Parties:
    """Each value once, in the order of first mention."""
    return tuple(dict.fromkeys(values))


def disputed_fields(tellings: Sequence[Telling], conflict: Conflict) -> tuple[str, ...]:
    """Which of actor, killed, injured and occurrence different sources tell so that they cannot all be right."""
    done = [telling for telling in tellings if telling.claim.stance.value not in NOT_DONE]
    disputed = []
    if _actors_differ(done, conflict):
        disputed.append("actor")
    for field in ("killed", "injured"):
        if _tolls_differ(done, field):
            disputed.append(field)
    if done and any(telling.claim.stance.value is Stance.DENIED for telling in tellings):
        disputed.append("occurrence")
    return tuple(disputed)


def _actors_differ(done: Sequence[Telling], conflict: Conflict) -> bool:
    """Whether two sources name attackers of whom none belongs to the other."""
    named: dict[str, set[str]] = {}
    for telling in done:
        named.setdefault(telling.source, set()).update(set(telling.claim.actor.value) - {"unknown"})
    told = [tuple(sorted(parties)) for parties in named.values() if parties]
    return any(not overlapping(one, other, conflict) for at, one in enumerate(told) for other in told[at + 1 :])


def _tolls_differ(done: Sequence[Telling], field: str) -> bool:
    """Whether the last numbers of two sources cannot both hold. A source that revises its own is no dispute."""
    last: dict[str, Count] = {}
    for telling in done:
        toll: Count | None = getattr(telling.claim, field).value
        if toll is not None and toll.word is None:
            last[telling.source] = toll
    lows = [toll.min for toll in last.values() if toll.min is not None]
    highs = [toll.max for toll in last.values() if toll.max is not None]
    return bool(lows and highs) and max(lows) > min(highs)
