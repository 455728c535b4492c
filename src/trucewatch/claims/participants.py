"""Who acts and on whom: by grammar where it decides, else as learned from whoever the report names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from trucewatch.claims.choose import best, scored
from trucewatch.claims.dealings import told_by_grammar
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.heads import Chooser
from trucewatch.claims.listening import Told
from trucewatch.claims.participant_options import actor_options, target_options
from trucewatch.claims.participant_values import UNKNOWN
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties
from trucewatch.packs.parties import PartyRegistry

PartyOption = Option[Parties]
Chances = Mapping[Parties, float]

_DOUBT = 2.0
"""The scores are surer of themselves than they are right: they are divided by this."""
_AGREEMENT = 1.5
"""What it speaks for a target that the report's other tellings of the act have it too. This and `_DOUBT` were set on
the development reports; for actors it gave nothing."""
_FULL_WEIGHT = 2
"""Other tellings of the act from which agreement counts whole."""


def choose_actors(
    reading: Reading, drafts: Sequence[Draft], chooser: Chooser, told: Told | None = None
) -> list[PartyOption]:
    """One option a draft for who acts."""
    by_grammar = [_by_grammar(reading, draft, "actor", told) for draft in drafts]
    unruled = [draft for draft, option in zip(drafts, by_grammar, strict=True) if option is None]
    learned = iter(best(reading, unruled, [actor_options(reading, draft) for draft in unruled], chooser, told))
    return [option or next(learned) for option in by_grammar]


def _by_grammar(reading: Reading, draft: Draft, slot: str, told: Told | None) -> PartyOption | None:
    option = told_by_grammar(reading, draft, slot)
    if option and told:
        told(draft, [option], [], option)
    return option


def choose_targets(
    reading: Reading,
    drafts: Sequence[Draft],
    actors: Sequence[Parties],
    chooser: Chooser,
    told: Told | None = None,
) -> list[PartyOption]:
    """One option a draft for whom `actors` act on. Nobody is both: an actor who is named is no target.

    What the report's other tellings of the same act are done to speaks for the same here.
    """
    registry = reading.conflict.parties
    by_grammar = [_by_grammar(reading, draft, "target", told) for draft in drafts]
    options = [
        [ruled] if ruled else _apart_from(registry, actor, target_options(reading, draft, actor))
        for ruled, draft, actor in zip(by_grammar, drafts, actors, strict=True)
    ]
    scores = [[score / _DOUBT for score in row] for row in scored(reading, drafts, options, chooser)]
    chances = [_chances(group, row) for group, row in zip(options, scores, strict=True)]
    chosen = []
    for at, draft in enumerate(drafts):
        others = [chances[i] for i, other in enumerate(drafts) if i != at and other.act == draft.act]
        total = [score + _agreed(option.value, others) for option, score in zip(options[at], scores[at], strict=True)]
        choice = options[at][max(range(len(total)), key=total.__getitem__)]
        if told and not by_grammar[at]:
            told(draft, options[at], total, choice)
        chosen.append(choice)
    return chosen


def _apart_from(registry: PartyRegistry, actor: Parties, options: Sequence[PartyOption]) -> list[PartyOption]:
    """A state's government and its forces are one here: in 4 of 4,261 coded claims one acts on the other."""
    if actor == UNKNOWN:
        return list(options)
    own = {registry.government_of(party) for party in actor}
    return [option for option in options if own.isdisjoint(map(registry.government_of, option.value))]


def _chances(options: Sequence[PartyOption], scores: Sequence[float]) -> Chances:
    top = max(scores)
    found: dict[Parties, float] = defaultdict(float)
    for option, score in zip(options, scores, strict=True):
        found[option.value] += math.exp(score - top)
    whole = sum(found.values())
    return {value: odds / whole for value, odds in found.items()}


def _agreed(value: Parties, others: Sequence[Chances]) -> float:
    if not others:
        return 0.0
    share = sum(chances.get(value, 0.0) for chances in others) / len(others)
    return _AGREEMENT * share * min(1.0, len(others) / _FULL_WEIGHT)
