"""What the sources of an incident agree on, field by field, and who changed its story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from trucewatch.incidents.accounts import NOT_DONE, once
from trucewatch.incidents.features import overlapping
from trucewatch.incidents.telling import Telling
from trucewatch.model import ChangedStory, Count, Parties, Position, Stance

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

TOLLS = ("killed", "injured")
_NOBODY = frozenset({"unknown"})
Agree = Callable[[Telling, Telling], bool]


def positions_of(tellings: Sequence[Telling], conflict: Conflict) -> tuple[Position, ...]:
    """Who stands where on whether it happened, who did it and the tolls; fields that nobody tells are left out.

    A telling joins the first position that it agrees with all of; so eight and at least eight stand together, and eight
    and eleven apart, each with its sources. What a position says, every one of its sources says.
    """
    done = [telling for telling in tellings if telling.claim.stance.value not in NOT_DONE]
    found = list(_occurrence(done, [one for one in tellings if one.claim.stance.value is Stance.DENIED]))
    named = [telling for telling in done if _named(telling)]
    for group in _together(named, partial(_same_side, conflict)):
        found.append(_position("actor", group, parties=_common(group)))
    for field in TOLLS:
        told = [telling for telling in done if toll_of(telling, field)]
        for group in _together(told, partial(_tolls_hold, field)):
            found.append(_position(field, group, count=_borne_out(toll_of(telling, field) for telling in group)))
    return tuple(found)


def _occurrence(done: Sequence[Telling], denied: Sequence[Telling]) -> Iterator[Position]:
    if done:
        yield _position("occurrence", done)
    if denied:
        yield _position("occurrence", denied, denied=True)


def _position(
    field: str,
    told: Sequence[Telling],
    *,
    parties: Parties = (),
    count: Count | None = None,
    denied: bool = False,
) -> Position:
    sources = once(telling.source for telling in told)
    return Position(field, parties, count, denied, sources, tuple(telling.claim.id for telling in told))


def _together(tellings: Sequence[Telling], agree: Agree) -> list[list[Telling]]:
    groups: list[list[Telling]] = []
    for telling in tellings:
        home = next((group for group in groups if all(agree(telling, other) for other in group)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return groups


def _same_side(conflict: Conflict, one: Telling, other: Telling) -> bool:
    return overlapping(_named(one), _named(other), conflict)


def _named(telling: Telling) -> Parties:
    return tuple(party for party in telling.claim.actor.value if party not in _NOBODY)


def toll_of(telling: Telling, field: str) -> Count | None:
    """The toll that a telling gives in numbers."""
    toll: Count | None = getattr(telling.claim, field).value
    return None if toll is None or (toll.min is None and toll.max is None) else toll


def _same_toll(field: str, one: Telling, other: Telling) -> bool:
    return toll_of(one, field) == toll_of(other, field)


def _tolls_hold(field: str, first: Telling, second: Telling) -> bool:
    """Whether both tell of one number: "8" and "at least 8" do, "at least 8" and "at least 60" do not."""
    one, other = toll_of(first, field), toll_of(second, field)
    if one is None or other is None:
        return False
    return (one.min is not None and one.min == other.min) or (one.max is not None and one.max == other.max)


def _common(group: Sequence[Telling]) -> Parties:
    """What all of them name; where they name it at different levels, all names, for they are of one side."""
    all_of_them = once(party for telling in group for party in _named(telling))
    return tuple(party for party in all_of_them if all(party in _named(one) for one in group)) or all_of_them


def _borne_out(tolls: Iterable[Count | None]) -> Count:
    """The closest that every one of them says: of "8" and "at least 8" it is at least 8."""
    told = [toll for toll in tolls if toll is not None]
    lows, highs = [toll.min for toll in told], [toll.max for toll in told]
    return Count(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def changed_stories(tellings: Sequence[Telling], conflict: Conflict) -> tuple[ChangedStory, ...]:
    """Each time that a source tells on a later day what its last telling of the field cannot hold with.

    Tolls count as told otherwise whenever the numbers differ: 8, 11, 9 are two changes.
    """
    changes: list[ChangedStory] = []
    for source in once(telling.source for telling in tellings):
        own = [telling for telling in tellings if telling.source == source]
        changes.extend(_changes(source, "occurrence", own, lambda one, other: _denies(one) == _denies(other)))
        named = [telling for telling in own if _named(telling)]
        changes.extend(_changes(source, "actor", named, partial(_same_side, conflict)))
        for field in TOLLS:
            told = [telling for telling in own if toll_of(telling, field)]
            changes.extend(_changes(source, field, told, partial(_same_toll, field)))
    return tuple(changes)


def _changes(source: str, field: str, told: Sequence[Telling], same: Agree) -> Iterator[ChangedStory]:
    for before, after in pairwise(told):
        if before.document_id != after.document_id and _later(before, after) and not same(before, after):
            yield ChangedStory(source, field, before.claim.id, after.claim.id)


def _later(before: Telling, after: Telling) -> bool:
    return before.published is not None and after.published is not None and before.published < after.published


def _denies(telling: Telling) -> bool:
    return telling.claim.stance.value is Stance.DENIED


def admitted_by(tellings: Sequence[Telling], conflict: Conflict) -> Parties:
    """Speakers that tell, outright, of an act of their own: what an Airwars grade calls an admission."""
    return once(
        telling.source
        for telling in tellings
        if telling.claim.stance.value is Stance.ASSERTED
        and telling.claim.speakers.value
        and _named(telling)
        and overlapping((telling.source,), _named(telling), conflict)
    )


def denied_by(tellings: Sequence[Telling]) -> Parties:
    """Sources that deny it."""
    return once(telling.source for telling in tellings if _denies(telling))
