"""Which candidates tell of an act, and of which."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Set

from trucewatch.claims.act_features import act_features, context_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.heads import Weights
from trucewatch.claims.listening import Listener
from trucewatch.claims.reading import Reading
from trucewatch.claims.triggers import Candidate
from trucewatch.packs.acts import family

NO_ACT = "none"
_PARTS_OF_ATTACK = frozenset({"kill", "destroy", "abuse", "force", "detain"})

_PROPOSED = 2.0
"""What it speaks for an act that a pattern proposes it: "tortured" is abuse, unless much says it was an air strike."""
_OFTEN_CODED = frozenset({"attack", "kill", "territory"})
_SELDOM_CODED = 2 / 3
"""Acts that the coded reports seldom hold are never thought likely; this much of the threshold is asked of them."""
_LEAST_REPEATED = 5
"""Words of a sentence from which saying it again is no telling of its own; shorter ones can be."""


def find_acts(reading: Reading, weights: Weights, listener: Listener | None = None) -> list[Draft]:
    """Drafts in text order. A candidate counts when the odds that it tells of some act reach the learned threshold."""
    drafts: list[Draft] = []
    repeats = _repeats(reading)
    scores_of = _act_scores(reading, repeats, weights)
    for number in range(len(reading.trees)):
        if number in repeats:
            if listener:
                listener.repeated(number)
            continue
        found: list[Draft] = []
        for candidate in reading.candidates[number]:
            scores = next(scores_of)
            act = _likeliest_proposed(scores, candidate)
            threshold = _threshold(act, weights)
            if listener:
                listener.judged(candidate, scores, act, threshold)
            if chance_of_act(scores) >= threshold:
                pattern = next((r for r in candidate.rules if r.startswith(f"{act}/")), candidate.rules[0])
                found.append(Draft(candidate, act, f"act.learned({pattern})"))
        drafts += _one_telling_each(found, listener)
    return drafts


def _act_scores(reading: Reading, repeats: Set[int], weights: Weights) -> Iterator[Mapping[str, float]]:
    """The scores of all candidates but those of repeated sentences, in text order."""
    context = context_of(reading)
    asked = [c for number, group in enumerate(reading.candidates) if number not in repeats for c in group]
    features = [act_features(reading, context, candidate) for candidate in asked]
    vectors = reading.vectors([((candidate.sentence, candidate.token),) for candidate in asked])
    return iter(weights.classifiers["act"].scores(features, vectors))


def _repeats(reading: Reading) -> set[int]:
    """Sentences that stand in the report before, word for word: scraped copy often has a lead twice."""
    seen: set[tuple[str, ...]] = set()
    found = set()
    for number, tree in enumerate(reading.trees):
        words = tuple(token.text.lower() for token in tree.tokens if any(map(str.isalnum, token.text)))
        if len(words) >= _LEAST_REPEATED and words in seen:
            found.add(number)
        seen.add(words)
    return found


def chance_of_act(scores: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that the candidate tells of any act at all."""
    top = max(scores.values())
    odds = {name: math.exp(score - top) for name, score in scores.items()}
    return 1 - odds[NO_ACT] / sum(odds.values())


def _likeliest_proposed(scores: Mapping[str, float], candidate: Candidate) -> str:
    """The act with the highest score in the families that patterns propose for the word, the proposed acts favoured.

    Killing and destruction can turn out to be part of an attack whose means is told elsewhere.
    """
    families = {family(act) for act in candidate.acts}
    if families & _PARTS_OF_ATTACK:
        families.add("attack")
    allowed = [act for act in scores if act != NO_ACT and family(act) in families]
    if not allowed:
        return candidate.acts[0]
    return max(allowed, key=lambda act: scores[act] + (_PROPOSED if act in candidate.acts else 0.0))


def _threshold(act: str, weights: Weights) -> float:
    return weights.act_threshold * (1.0 if family(act) in _OFTEN_CODED else _SELDOM_CODED)


def _one_telling_each(drafts: list[Draft], listener: Listener | None) -> list[Draft]:
    """Leave out a word that only completes another ("launched an offensive"): one telling, one claim."""
    kept: list[Draft] = []
    for draft in drafts:
        inside = [d for d in kept if d.family == draft.family and d.candidate.first <= draft.token <= d.candidate.last]
        if not inside:
            kept.append(draft)
        elif listener:
            listener.completes(draft, inside[0])
    return kept
