"""Where events of the peers' records are lost, and what the tables would allow if the reading made no mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.claims.reading import Reading
from trucewatch.evaluation.peer_codes import Event, possible_codes
from trucewatch.evaluation.peer_sides import SideReader
from trucewatch.model import Claim

Triple = tuple[str, str, str]

REASONS = {
    "no act": "its code is none that an act of ours can mean (statements, codes that are no root of CAMEO)",
    "no side": "a side of it is the code of no noun phrase of the text by the tables",
    "sector": "written with other sectors",
    "turned": "written with source and target exchanged",
    "source": "written with another source",
    "target": "written with another target",
    "other code": "both countries written, with another code",
    "side unread": "a claim of its code, of other sides or none",
    "no claim": "a word of the text can mean it, and no claim of its code was made of any",
    "no word": "no word of the text can mean it by the patterns",
}
"""Why an event of the gold is not met; the first that holds is counted. The first two are the tables', or nobody's."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One record as the coder has it: its reading, claims, and their events."""

    reading: Reading
    claims: tuple[Claim, ...]
    events: Sequence[Event]


def reachable(gold: Iterable[Triple], coded: Coded, scheme: str) -> frozenset[Triple]:
    """The gold events that the tables can write when acts and sides are read without a mistake."""
    codes, sides = possible_codes(scheme), SideReader(coded.reading, scheme).all_sides()
    return frozenset(event for event in gold if event[2] in codes and event[0] in sides and event[1] in sides)


def bound(golds: Sequence[frozenset[Triple]], coded: Sequence[Coded], scheme: str) -> float:
    """F1 if all that the tables can write were written, and nothing else."""
    possible = sum(len(reachable(gold, one, scheme)) for gold, one in zip(golds, coded, strict=True))
    total = sum(map(len, golds))
    return 2 * possible / (possible + total) if total else 0.0


def losses(missed: Sequence[frozenset[Triple]], coded: Sequence[Coded], scheme: str) -> Counter[str]:
    """How many of the missed events are lost for each of the reasons."""
    return Counter(
        _reason(event, one, scheme) for events, one in zip(missed, coded, strict=True) for event in sorted(events)
    )


def _reason(gold: Triple, coded: Coded, scheme: str) -> str:
    source, target, code = gold
    if code not in possible_codes(scheme):
        return "no act"
    if not reachable([gold], coded, scheme):
        return "no side"
    same_code = [(event.source[:3], event.target[:3]) for event in coded.events if code in event.codes]
    if (source[:3], target[:3]) in same_code:
        return "sector"
    if (target[:3], source[:3]) in same_code:
        return "turned"
    if any(target[:3] == to for _, to in same_code):
        return "source"
    if any(source[:3] == from_ for from_, _ in same_code):
        return "target"
    if any((source[:3], target[:3]) == (event.source[:3], event.target[:3]) for event in coded.events):
        return "other code"
    if any(code in possible_codes(scheme, claim.act.value) for claim in coded.claims):
        return "side unread"
    proposed = {act for candidates in coded.reading.candidates for one in candidates for act in one.acts}
    return "no claim" if any(code in possible_codes(scheme, act) for act in proposed) else "no word"
