"""Bodies told apart that act as one: both sides of a truce ("the truce took effect"), and two that fight together
though no sentence joins them ("regime raids ... Russian jets joined in")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.mentions import Mention
from trucewatch.claims.participant_relations import side_of, standing
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties

DEALINGS = frozenset({"truce", "agree", "meet", "release", "displace", "cooperate"})
"""Families of acts that two sides do together."""
_SIDES_AT_MOST = 3
_BODIES_AT_MOST = 4
_BOTH = frozenset({"both", "side", "sides", "party", "parties", "warring", "rival", "two", "they", "each"})


@dataclass(frozen=True, slots=True)
class _Side:
    """A side's body that the report names most often, how often the side is named, and its nearest mention."""

    party: str
    count: int
    nearest: Mention


def both_sides(reading: Reading, draft: Draft, slot: str) -> Iterator[Option[Parties]]:
    """Pairs of the sides that the report names most, each as the body of it that is named most often."""
    if draft.family not in DEALINGS:
        return
    told = sorted(_sides_of(reading, draft).values(), key=lambda side: (-side.count, side.party))[:_SIDES_AT_MOST]
    here = {m.ids for m in reading.parties[draft.sentence]}
    tree = reading.trees[draft.sentence]
    words = sorted(_BOTH & {token.text.lower() for token in tree.tokens})
    for rank, (first, second) in enumerate(combinations(told, 2)):
        named = sum(side.nearest.ids in here for side in (first, second))
        yield Option(
            (first.party, second.party),
            (first.nearest.span, second.nearest.span),
            f"{slot}.both-sides",
            (
                f"sides-rank={rank}",
                f"sides+act={draft.act}",
                f"sides-here={named}/{draft.family}",
                f"sides-named={bucket(min(first.count, second.count))}/{draft.family}",
                f"sides-subject={_has_subject(reading, draft)}/{draft.act}",
                *(f"sides-word={word}" for word in words),
            ),
            tuple((m.sentence, m.head) for m in (first.nearest, second.nearest)),
        )


def fighting_together(
    reading: Reading, draft: Draft, slot: str, bodies: Mapping[Parties, Mention], counts: Mapping[Parties, int]
) -> Iterator[Option[Parties]]:
    """Pairs of the armed bodies that the report names most; `bodies` gives a mention of each, `counts` how many."""
    registry = reading.conflict.parties
    armed = [
        ids for ids in bodies
        if len(ids) == 1 and registry.known(ids[0]) and registry.party(ids[0]).kind == "armed force"
    ]  # fmt: skip
    most = sorted(armed, key=lambda ids: (-counts[ids], ids))[:_BODIES_AT_MOST]
    here = {m.sentence == draft.sentence for m in bodies.values()}
    for rank, (first, second) in enumerate(combinations(most, 2)):
        mentions = (bodies[first], bodies[second])
        named = sum(m.sentence == draft.sentence for m in mentions)
        relation = standing(registry, first, second)
        yield Option(
            (*first, *second),
            tuple(m.span for m in mentions),
            f"{slot}.fighting-together",
            (
                f"pair-rank={rank}/{relation}",
                f"pair-here={named}/{relation}",
                f"pair+family={draft.family}/{relation}",
                f"pair+act={draft.act}",
                f"pair-named={bucket(min(counts[first], counts[second]))}",
                f"pair-anyone-here={True in here}/{named}",
            ),
            tuple((m.sentence, m.head) for m in mentions),
        )


def _sides_of(reading: Reading, draft: Draft) -> Mapping[str, _Side]:
    registry = reading.conflict.parties
    counts: dict[str, Counter[str]] = {}
    nearest: dict[str, Mention] = {}
    for mention in (m for group in reading.parties for m in group if m.ids and m.kind != "holder"):
        party = registry.government_of(mention.ids[0]) if registry.known(mention.ids[0]) else mention.ids[0]
        side = side_of(registry, party)
        if side is None:
            continue
        counts.setdefault(side, Counter())[party] += 1
        known = nearest.get(side)
        if known is None or _distance(draft, mention) < _distance(draft, known):
            nearest[side] = mention
    return {
        side: _Side(min(own, key=lambda party: (-own[party], party)), own.total(), nearest[side])
        for side, own in counts.items()
    }


def _distance(draft: Draft, mention: Mention) -> tuple[int, int]:
    """What comes before is nearer than what comes after."""
    return (abs(mention.sentence - draft.sentence), mention.sentence > draft.sentence)


def _has_subject(reading: Reading, draft: Draft) -> bool:
    tree = reading.trees[draft.sentence]
    return any(tree.deprel(child).startswith("nsubj") for child in tree.below[draft.token])
