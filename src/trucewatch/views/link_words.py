"""What speaks for and against two tellings being of one event, in plain words.

They are made from what is stored of a link (which feature, and whether it speaks for or against) and from the two
tellings, each time they are shown: no wording and no place finer than a settlement is taken over from the ledger.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trucewatch.model import Claim, Day, Document, LinkPart, Parties, Place
from trucewatch.packs import Conflict
from trucewatch.packs.public_places import public_places
from trucewatch.views.labels import act_name, party_names, table
from trucewatch.views.wording import count_text, counted, day_name, listed

_NOBODY = frozenset({"unknown", "officials", "media"})
_NAMES_AT_MOST = 3
"""From how many names and numbers in common on the feature gives no more."""
_NAMED_TOO = 0.1
"""The value of two places of which one report names both."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings that were linked, with their reports."""

    conflict: Conflict
    first: Claim
    second: Claim
    first_report: Document
    second_report: Document

    @property
    def one_report(self) -> bool:
        return self.first_report.id == self.second_report.id


def part_words(pair: Pair, part: LinkPart) -> str:
    """One part of a link: "same day told: 20 May 2016", "numbers killed that can both hold: 8 and 5 or more"."""
    words = _WORDS.get(part.feature)
    return words(pair, part.value) if words else table("link_parts").get(part.feature, part.feature)


def _act(pair: Pair, value: float) -> str:
    first, second = act_name(pair.first.act.value), act_name(pair.second.act.value)
    if first == second:
        return f"both tell of the same act: {first}"
    fit = "which one event can be told as" if value > 0 else "which one event is seldom told as"
    return f"{first} and {second}, {fit}"


def _place(pair: Pair, value: float) -> str:
    first, second = pair.first.place.value, pair.second.place.value
    if first is None or second is None:
        told = first or second
        if value > 0:
            return f"one report, no {'second ' if told else ''}place told"
        return f"only one tells a place ({_shown(pair, told)})" if told else "neither tells a place"
    here, there = _shown(pair, first), _shown(pair, second)
    if here == there:
        if value > 0:
            return f"both name {here}"
        return f"different places, both shown as {here}"
    inner = _inside(pair.conflict, first, second)
    if inner is not None:
        return f"{here} lies in {there}" if inner is first else f"{there} lies in {here}"
    if value == _NAMED_TOO and not pair.one_report:
        return f"{here} and {there}: one of the reports names both"
    near = "places near each other" if value > 0 else "different places"
    return f"{near}: {here} and {there}{_apart(pair.conflict, first, second)}"


def _shown(pair: Pair, place: Place) -> str:
    return public_places(pair.conflict.gazetteer).name(place)


def _inside(conflict: Conflict, first: Place, second: Place) -> Place | None:
    """Which of two places lies in the other."""
    known = conflict.gazetteer
    if not (first.place_id and second.place_id and known.known(first.place_id) and known.known(second.place_id)):
        return None
    if known.contains(second.place_id, first.place_id):
        return first
    return second if known.contains(first.place_id, second.place_id) else None


def _apart(conflict: Conflict, first: Place, second: Place) -> str:
    """How far the places shown lie from each other; a country or a governorate is too wide for that to say anything."""
    shown = public_places(conflict.gazetteer)
    ends = [shown.entry(one.place_id) if one.place_id else None for one in (first, second)]
    if any(one is None or one.kind in ("country", "governorate") for one in ends):
        return ""
    here, there = (one.id for one in ends if one is not None)
    km = conflict.gazetteer.distance_km(here, there)
    return "" if km is None else f", about {km:.0f} km apart"


def _day(pair: Pair, value: float) -> str:
    first, second = pair.first.day.value, pair.second.day.value
    if first is None or second is None:
        told = first or second
        if value > 0 and pair.one_report:
            return f"one report, no {'second ' if told else ''}day told"
        untold = f"only one tells a day ({day_name(told)})" if told else "neither tells a day"
        return f"{untold}, and the days of publication fit" if value > 0 else untold
    if (first.start, first.end) == (second.start, second.end):
        return f"same {'day' if first.start == first.end else 'days'} told: {day_name(first)}"
    days = f"{day_name(first)} and {day_name(second)}"
    gap = _gap(first, second)
    if gap > 0:
        return f"days told that lie {counted(gap, 'day')} apart: {days}"
    return f"days told that {'meet' if value > 0 else 'meet, but fit badly'}: {days}"


def _gap(first: Day, second: Day) -> int:
    return max((second.start - first.end).days, (first.start - second.end).days)


def _published(pair: Pair, _: float) -> str:
    first, second = pair.first_report.published, pair.second_report.published
    if first is None or second is None:
        return "not both tell when they were published"
    days = abs((first - second).days)
    return f"published {counted(days, 'day')} apart" if days else "published on the same day"


def _sides(role: str, field: Callable[[Claim], Parties]) -> Callable[[Pair, float], str]:
    def words(pair: Pair, value: float) -> str:
        first, second = (
            tuple(one for one in field(claim) if one not in _NOBODY) for claim in (pair.first, pair.second)
        )
        shared = [one for one in first if one in second]
        if shared:
            return f"same {role}: {listed(party_names(pair.conflict, shared))}"
        one, other = (listed(party_names(pair.conflict, parties)) for parties in (first, second))
        both = f"{one} here, {other} there"
        return f"{role}s that can be the same: {both}" if value > 0 else f"different {role}s: {both}"

    return words


def _toll(pair: Pair, value: float) -> str:
    first, second = count_text(pair.first.killed.value), count_text(pair.second.killed.value)
    if first == second:
        return f"same number killed told: {first}"
    return f"numbers killed that {'can both hold' if value > 0 else 'differ'}: {first} and {second}"


def _sentences(_: Pair, value: float) -> str:
    return "sentences that have words in common" if value > 0 else "sentences with few words in common"


def _headlines(_: Pair, value: float) -> str:
    return "headlines that have words in common" if value > 0 else "headlines with few words in common"


def _names(_: Pair, value: float) -> str:
    """How many; not which, for private persons and streets can be among them."""
    number = round(value * _NAMES_AT_MOST)
    more = " or more" if number >= _NAMES_AT_MOST else ""
    noun = "name or number" if number == 1 else "names or numbers"
    return f"{number}{more} {noun} in common besides parties and place"


def _origin(_: Pair, value: float) -> str:
    return f"{value:.0%} of the shorter sentence stands in the other word for word"


def _same_report(_: Pair, value: float) -> str:
    return "told close together in one report, as the same act" if value >= 1 else "told in one report"


_WORDS: dict[str, Callable[[Pair, float], str]] = {
    "act": _act,
    "place": _place,
    "day": _day,
    "actor": _sides("alleged actor", lambda claim: claim.actor.value),
    "target": _sides("target", lambda claim: claim.target.value),
    "toll": _toll,
    "words": _sentences,
    "title": _headlines,
    "names": _names,
    "origin": _origin,
    "published": _published,
    "same report": _same_report,
}
