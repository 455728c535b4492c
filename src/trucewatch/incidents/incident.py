"""One incident from the tellings that were put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from trucewatch.incidents.accounts import NOT_DONE, accounts_of, disputed_fields, once
from trucewatch.incidents.features import parts, score
from trucewatch.incidents.origins import independent_sources
from trucewatch.incidents.positions import admitted_by, changed_stories, denied_by, positions_of
from trucewatch.incidents.traits import Traits
from trucewatch.model import Count, Day, Incident, Link, Parties, Place
from trucewatch.model.ids import short_id

if TYPE_CHECKING:
    from trucewatch.packs import Conflict


def build_incident(members: Sequence[Traits], conflict: Conflict) -> Incident:
    """The incident of `members`, which stand in the order of publication. Its id is that of the earliest claim."""
    tellings = [member.telling for member in members]
    claims = [telling.claim for telling in tellings]
    place = most_told(claim.place.value for claim in claims)
    done = [claim for claim in claims if claim.stance.value not in NOT_DONE]
    return Incident(
        id=short_id("incident", claims[0].id),
        claim_ids=tuple(claim.id for claim in claims),
        links=_links(members, conflict),
        acts=_by_count(claim.act.value for claim in claims),
        actors=_named(party for claim in claims for party in claim.actor.value),
        targets=_named(party for claim in claims for party in claim.target.value),
        places=_by_count(claim.place.value.name for claim in claims if claim.place.value),
        place_id=place.place_id if place else None,
        admin1=place.admin1 if place else None,
        country=place.country if place else None,
        day=_day(claim.day.value for claim in claims),
        killed=_range(claim.killed.value for claim in done),
        injured=_range(claim.injured.value for claim in done),
        accounts=accounts_of(tellings),
        disputed=disputed_fields(tellings, conflict),
        outlets=once(telling.outlet for telling in tellings),
        origins=independent_sources(tellings),
        positions=positions_of(tellings, conflict),
        changed=changed_stories(tellings, conflict),
        admitted_by=admitted_by(tellings, conflict),
        denied_by=denied_by(tellings),
    )


def _links(members: Sequence[Traits], conflict: Conflict) -> tuple[Link, ...]:
    """For each claim but the first, its strongest link to an earlier one: why it was put here."""
    links = []
    for at, member in enumerate(members[1:], start=1):
        best, position = max((score(members[before], member, conflict), -before) for before in range(at))
        earlier = members[-position]
        first, second = earlier.telling.claim.id, member.telling.claim.id
        links.append(Link(first, second, best, parts(earlier, member, conflict)))
    return tuple(links)


def _by_count(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, most told first; of equals the one told first."""
    return tuple(value for value, _ in Counter(values).most_common())


def _named(parties: Iterable[str]) -> Parties:
    """Parties, most told first. "unknown" stands only where nobody is named by anyone."""
    told = _by_count(parties)
    return tuple(party for party in told if party != "unknown") or told


def most_told(places: Iterable[Place | None]) -> Place | None:
    """The place that most claims give; a resolved one goes before names that the gazetteer does not hold."""
    counted = Counter(place for place in places if place is not None)
    if not counted:
        return None
    return max(counted, key=lambda place: (place.place_id is not None, place.admin1 is not None, counted[place]))


def _day(days: Iterable[Day | None]) -> Day | None:
    """The range that most claims bear out, by giving it or a wider one; of equals the narrowest, then the earliest."""
    told = [day for day in days if day is not None]
    if not told:
        return None
    return min(told, key=lambda day: (-_bearing_out(day, told), day.end - day.start, day.start))


def _bearing_out(day: Day, told: Sequence[Day]) -> int:
    return sum(other.start <= day.start and day.end <= other.end for other in told)


def _range(tolls: Iterable[Count | None]) -> Count | None:
    """Lowest minimum to highest maximum told. Words stand if no number does.

    A bound stays open where an open count goes beyond it: "23" and "at least 60" give 23 or more.
    """
    told = [toll for toll in tolls if toll is not None]
    if not told:
        return None
    lows = [toll.min for toll in told if toll.min is not None]
    highs = [toll.max for toll in told if toll.max is not None]
    if not lows and not highs:
        return Count(None, None, next((toll.word for toll in told if toll.word), None))
    low, high = min(lows, default=None), max(highs, default=None)
    if low is None or high is None:
        return Count(low, high)
    return Count(low if low <= min(highs) else None, high if high >= max(lows) else None)
