"""The table of what speaks for and against two tellings being of one event.

Each feature gives a value from -1 (against) to 1 (for) and its reason in words; weight times value adds up to the
link's score. Weights are fitted on pairs that people judged (`training/incidents`) and stand in `link_weights.json`;
that of one report, of which no such pairs exist, is set by hand.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucewatch.incidents import where_and_when
from trucewatch.incidents.acts import compatibility
from trucewatch.incidents.traits import Traits
from trucewatch.incidents.weights import WEIGHTS
from trucewatch.incidents.where_and_when import Judged
from trucewatch.model import Count, LinkPart, Parties

if TYPE_CHECKING:
    from trucewatch.packs import Conflict

_SILENT: Judged = (0.0, "not told by both")
FAR = -0.7
_UNARMED = frozenset({"aid body", "monitor", "media", "international body"})
_COPIED = 0.3
_MANY = 10
_NEAR_IN_REPORT = 600  # characters: about three sentences


@dataclass(frozen=True, slots=True)
class Feature:
    """One line of the table."""

    name: str
    speaks_for: float
    speaks_against: float
    judge: Callable[[Traits, Traits, Conflict], Judged]

    def weight(self, value: float) -> float:
        """What a value counts: agreement and disagreement have each its own weight."""
        return self.speaks_for if value > 0 else self.speaks_against


def act(first: Traits, second: Traits, _: Conflict) -> Judged:
    value = compatibility(first.act, second.act)
    if first.act == second.act:
        return 1.0, f"both tell of {first.act}"
    return (-1.0 if value is None else value), f"{first.act} and {second.act}"


def actor(first: Traits, second: Traits, conflict: Conflict) -> Judged:
    """Different attackers count little across reports, where accounts differ; one report tells of two attacks."""
    apart = -1.0 if first.document_id == second.document_id else -0.3
    return _parties(first.actors, second.actors, conflict, "actor", apart=apart)


def target(first: Traits, second: Traits, conflict: Conflict) -> Judged:
    """Other victims speak against one event, unless both are unarmed: aid workers are civilians in the next report."""
    if first.targets and second.targets and _unarmed(first.targets | second.targets, conflict):
        return (1.0 if first.targets & second.targets else 0.3), "unarmed people in both"
    return _parties(first.targets, second.targets, conflict, "target", apart=-1.0)


def _unarmed(parties: frozenset[str], conflict: Conflict) -> bool:
    known = conflict.parties
    return all(known.known(party) and known.party(party).kind in _UNARMED for party in parties - {"civilians"})


def _parties(one: frozenset[str], other: frozenset[str], conflict: Conflict, role: str, *, apart: float) -> Judged:
    if not one or not other:
        return _SILENT
    if one & other:
        return 1.0, f"same {role}: {', '.join(sorted(one & other))}"
    if overlapping(tuple(one), tuple(other), conflict):
        return 0.7, f"one {role} is part of the other"
    return apart, f"different {role}s: {', '.join(sorted(one))} and {', '.join(sorted(other))}"


def overlapping(one: Parties, other: Parties, conflict: Conflict) -> bool:
    """Whether some party of the one is, contains or belongs to some party of the other, or both are of one state."""
    return any(_akin(a, b, conflict) for a in one for b in other)


def _akin(a: str, b: str, conflict: Conflict) -> bool:
    parties = conflict.parties
    return parties.is_within(a, b) or parties.is_within(b, a) or parties.government_of(a) == parties.government_of(b)


def toll(first: Traits, second: Traits, _: Conflict) -> Judged:
    """Equal tolls speak for one event the more the larger they are; a report that tells two tolls tells two events."""
    one, other = first.killed, second.killed
    if one is None or other is None or one.word or other.word:
        return _SILENT
    if one == other or (one.min is not None and one.min == other.min):
        return _rare(one.min or one.max or 0), "same number killed"
    if _compatible(one, other):
        return (0.5 if _close(one, other) else 0.2), "numbers killed that can both hold"
    if first.document_id == second.document_id and first.telling.source == second.telling.source:
        return -1.0, "one source tells different numbers killed in one report"
    return _how_far(one, other)


def _rare(number: int) -> float:
    """How much it says that two reports tell the same number: many events kill one, few kill 43."""
    return next(value for limit, value in ((1, 0.3), (4, 0.6), (9, 0.8), (math.inf, 1.0)) if number <= limit)


def _close(one: Count, other: Count) -> bool:
    """Whether both tell of many, and nearly as many, as updates of one toll do."""
    small, large = sorted(count.min or count.max or 0 for count in (one, other))
    return small >= _MANY and large <= 1.25 * small


def _compatible(one: Count, other: Count) -> bool:
    low = max(one.min or 0, other.min or 0)
    highs = [count.max for count in (one, other) if count.max is not None]
    return not highs or low <= min(highs)


def _how_far(one: Count, other: Count) -> Judged:
    small, large = sorted(count.min or count.max or 0 for count in (one, other))
    if large <= 2 * small:
        return -0.1, "numbers killed that differ, as revised tolls do"
    return FAR, "numbers killed that are far from each other"


def place(first: Traits, second: Traits, conflict: Conflict) -> Judged:
    return where_and_when.place(first, second, conflict)


def day(first: Traits, second: Traits, _: Conflict) -> Judged:
    return where_and_when.day(first, second)


def words(first: Traits, second: Traits, _: Conflict) -> Judged:
    """Of two reports also the sentence of the one beside the headline of the other, which may tell it more fully."""
    alike = _shared(first.words, second.words, "sentences")
    if first.document_id == second.document_id:
        return alike
    across = ((first.words, second.title_words), (second.words, first.title_words))
    return max([alike, *(_shared(one, other, "sentence and headline") for one, other in across if one and other)])


def title(first: Traits, second: Traits, _: Conflict) -> Judged:
    if first.document_id == second.document_id:
        return _SILENT
    return _shared(first.title_words, second.title_words, "headlines")


def _shared(one: frozenset[str], other: frozenset[str], what: str) -> Judged:
    if not one or not other:
        return _SILENT
    share = len(one & other) / (min(len(one), len(other)) + 2)
    return min(1.0, 2 * share) - 0.2, f"the {what} share {len(one & other)} words"


def same_report(first: Traits, second: Traits, _: Conflict) -> Judged:
    """A report comes back to what it told just before, in the same words for the act."""
    if first.document_id != second.document_id:
        return _SILENT
    apart = abs(first.telling.claim.trigger.start - second.telling.claim.trigger.start)
    near, same = apart < _NEAR_IN_REPORT, first.act == second.act
    if near and same:
        return 1.0, "told close together in one report"
    return (0.4, "told in one report") if near or same else (0.0, "two acts far apart in one report")


def names(first: Traits, second: Traits, _: Conflict) -> Judged:
    """A street, a commander, a number of planes: what only reports of one event have in common."""
    shared = first.names & second.names
    return (min(1.0, len(shared) / 3), f"both name {', '.join(sorted(shared))}") if shared else (0.0, "")


def origin(first: Traits, second: Traits, _: Conflict) -> Judged:
    """The same words: a copy, or both from one agency."""
    if first.document_id == second.document_id or not first.runs or not second.runs:
        return _SILENT
    share = len(first.runs & second.runs) / min(len(first.runs), len(second.runs))
    return (share, f"{share:.0%} of the shorter sentence stands in the other") if share >= _COPIED else (0.0, "")


def published(first: Traits, second: Traits, _: Conflict) -> Judged:
    """Reports of one event come within days; those that tell the same days of it may come later."""
    one, other = first.telling.published, second.telling.published
    if first.document_id == second.document_id or one is None or other is None:
        return _SILENT
    days = abs((one - other).days)
    least = 0.0 if where_and_when.days_meet(first, second) else -1.0
    return max(least, 1.0 - days / 2), f"published {days} days apart" if days else "published on the same day"


FEATURES = tuple(
    Feature(name, *WEIGHTS[name], judge)
    for name, judge in {
        "act": act,
        "place": place,
        "day": day,
        "actor": actor,
        "target": target,
        "toll": toll,
        "words": words,
        "title": title,
        "names": names,
        "origin": origin,
        "published": published,
        "same report": same_report,
    }.items()
)


def score(first: Traits, second: Traits, conflict: Conflict) -> float:
    total = 0.0
    for feature in FEATURES:
        value = feature.judge(first, second, conflict)[0]
        total += value * feature.weight(value)
    return round(total, 6)


def parts(first: Traits, second: Traits, conflict: Conflict) -> tuple[LinkPart, ...]:
    """The parts that add up to `score`; those with nothing to say are left out."""
    judged = ((feature, *feature.judge(first, second, conflict)) for feature in FEATURES)
    return tuple(
        LinkPart(feature.name, round(value, 6), feature.weight(value), reason)
        for feature, value, reason in judged
        if value and feature.weight(value)
    )


def impossible(first: Traits, second: Traits, conflict: Conflict) -> bool:
    """Whether two tellings can never be of one event, however they are linked through others."""
    if first.speech != second.speech or first.done != second.done or compatibility(first.act, second.act) is None:
        return True
    if first.speech:
        return contradictory(first, second, conflict) or not _same_dealing(first, second, conflict)
    return False


def contradictory(first: Traits, second: Traits, conflict: Conflict) -> bool:
    """Whether what two tellings say cannot both be so of one event: other days, other places, other victims and tolls.

    Two such tellings are never linked. They can stand in one incident only where most of what ties their groups
    speaks for it, as when one of ten reports has the town wrong.
    """
    if where_and_when.apart_in_time(first, second) or where_and_when.apart_in_place(first, second, conflict):
        return True
    return not first.speech and _told_apart(first, second, conflict)


def _told_apart(first: Traits, second: Traits, conflict: Conflict) -> bool:
    """Two strikes on one town and day: other victims and far other tolls, or one source that tells two attackers."""
    if target(first, second, conflict)[0] < 0 and toll(first, second, conflict)[0] <= FAR:
        return True
    if first.document_id != second.document_id or first.telling.source != second.telling.source:
        return False
    one, other = _sides(first), _sides(second)
    return bool(one and other) and not overlapping(one, other, conflict)


def _sides(one: Traits) -> Parties:
    """Who did it; in fighting between two sides, both."""
    return tuple(one.actors | one.targets) if one.act == "attack.clash" else tuple(one.actors)


def _same_dealing(first: Traits, second: Traits, conflict: Conflict) -> bool:
    """Speech acts are one only between the same parties; one who is not named hinders neither in a report nor a day."""
    near = first.document_id == second.document_id or where_and_when.one_day(first, second)
    sides = ((first.actors, second.actors), (first.targets, second.targets))
    return all(
        overlapping(tuple(one), tuple(other), conflict) if one and other else near or one == other
        for one, other in sides
    )
