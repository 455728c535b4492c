"""Which candidates tell of an act, and of which."""

from __future__ import annotations

import math
from collections.abc import Mapping

from trucewatch.claims.act_features import act_features, context_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.heads import Weights
from trucewatch.claims.reading import Reading
from trucewatch.claims.triggers import Candidate
from trucewatch.packs.acts import family

NO_ACT = "none"
_PARTS_OF_ATTACK = frozenset({"kill", "destroy", "abuse", "force", "detain"})


def find_acts(reading: Reading, weights: Weights) -> list[Draft]:
    """Drafts in text order. A candidate counts when the odds that it tells of some act reach the learned threshold."""
    context = context_of(reading)
    classifier = weights.classifiers["act"]
    drafts: list[Draft] = []
    for number in range(len(reading.trees)):
        found: list[Draft] = []
        for candidate in reading.candidates[number]:
            vector = reading.vectors([(number, candidate.token)])
            scores = classifier.scores(act_features(reading, context, candidate), vector)
            if chance_of_act(scores) >= weights.act_threshold:
                act = _likeliest_proposed(scores, candidate)
                pattern = next((r for r in candidate.rules if r.startswith(f"{act}/")), candidate.rules[0])
                found.append(Draft(candidate, act, f"act.learned({pattern})"))
        drafts += _one_telling_each(found)
    return drafts


def chance_of_act(scores: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that the candidate tells of any act at all."""
    top = max(scores.values())
    odds = {name: math.exp(score - top) for name, score in scores.items()}
    return 1 - odds[NO_ACT] / sum(odds.values())


def _likeliest_proposed(scores: Mapping[str, float], candidate: Candidate) -> str:
    """The act with the highest score in the families that patterns propose for the word.

    Killing and destruction can turn out to be part of an attack whose means is told elsewhere.
    """
    families = {family(act) for act in candidate.acts}
    if families & _PARTS_OF_ATTACK:
        families.add("attack")
    allowed = [act for act in scores if act != NO_ACT and family(act) in families]
    return max(allowed, key=lambda act: scores[act]) if allowed else candidate.acts[0]


def _one_telling_each(drafts: list[Draft]) -> list[Draft]:
    """Leave out a word that only completes another ("launched an offensive"): one telling, one claim."""
    kept: list[Draft] = []
    for draft in drafts:
        inside = [d for d in kept if d.family == draft.family and d.candidate.first <= draft.token <= d.candidate.last]
        if not inside:
            kept.append(draft)
    return kept
