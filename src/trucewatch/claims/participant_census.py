"""How often a report names each party."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.claims.draft import Draft, bucket
from trucewatch.claims.mentions import Mention
from trucewatch.claims.once import once
from trucewatch.claims.participant_values import CIVILIANS, SKIPPED_KINDS, meant, value_for
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties


@dataclass(frozen=True, slots=True)
class Census:
    """How often a report names each party, as the actor of some kind of act, and whom its first sentence names."""

    counts: Counter[Parties]
    in_title: frozenset[Parties]
    often: tuple[int, ...]
    """How often each but civilians is named, the least first."""

    def rank(self, ids: Parties) -> int:
        """How many are named more often."""
        return len(self.often) - bisect_right(self.often, self.counts[ids])


@once
def census_of(reading: Reading, violent: bool) -> Census:
    """The census for violent acts, whose actors are a state's forces, or for others."""
    named = Counter(ids for group in reading.parties for m in group if (ids := m.ids) and m.kind not in SKIPPED_KINDS)
    counts: Counter[Parties] = Counter()
    for ids, number in named.items():
        counts[meant(reading, ids, violent)] += number
    title = reading.parties[0] if reading.parties else ()
    often = sorted(number for ids, number in counts.items() if ids != CIVILIANS)
    return Census(counts, frozenset(meant(reading, m.ids, violent) for m in title if m.ids), tuple(often))


def census_features(
    reading: Reading, draft: Draft, ids: Parties, group: Sequence[Mention], census: Census
) -> Iterator[str]:
    """Features of a party by the mentions in `group` and by the whole report."""
    same = [m for m in group if m.ids and value_for(reading, draft, m.ids, "actor") == ids]
    yield f"mentions={bucket(len(same))}"
    yield f"rank={bucket(census.rank(ids))}"
    if ids in census.in_title:
        yield "in-title"
