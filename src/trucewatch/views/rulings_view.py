"""What people decided on the claims of an incident."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from trucewatch.incidents.rulings import claims_of, sides_of, standing
from trucewatch.ledger import Ledger
from trucewatch.views.wording import counted, date_text


@dataclass(frozen=True, slots=True)
class RulingView:
    """A ruling in words; `stands` is False when a reading that it judged has changed since."""

    id: str
    words: str
    by: str
    reason: str
    day: str
    stands: bool


def rulings_on(ledger: Ledger, claims: Collection[str]) -> tuple[RulingView, ...]:
    """Rulings that name any of the claims and were not withdrawn; those to be looked at again last."""
    decisions = ledger.decisions()
    if not decisions:
        return ()
    found = standing(decisions, ledger.digests(sorted(claims_of(decisions))))
    wanted = frozenset(claims)
    told = [(one, True) for one in found.in_force] + [(one, False) for one in found.lapsed]
    return tuple(
        RulingView(one.id, _words(sides_of(one)), one.by, one.reason, date_text(one.at.date()), stands)
        for one, stands in told
        if claims_of([one]) & wanted
    )


def _words(sides: tuple[tuple[str, ...], ...]) -> str:
    if len(sides) == 1:
        return f"{counted(len(sides[0]), 'telling')} ruled to be of one event"
    return " and ".join(counted(len(side), "telling") for side in sides) + " ruled to be of two events"
