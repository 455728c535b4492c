"""Whom the rest of a report names, as the actor or target of an act that one of its sentences tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.mentions import PRONOUN, Mention
from trucewatch.claims.once import once
from trucewatch.claims.participant_census import Census, census_features, census_of
from trucewatch.claims.participant_relations import is_hurt, sort_of
from trucewatch.claims.participant_values import (
    VIOLENT,
    by_force,
    could_act,
    meant,
    party_option,
    sides_told,
    value_for,
    voice_of,
)
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties
from trucewatch.packs.acts import family


@dataclass(frozen=True, slots=True)
class _Act:
    """A draft with what the features of all its options share: its voice and how it stands to a pronoun beside it."""

    draft: Draft
    voice: str
    pronoun: str
    census: Census


def told_elsewhere(reading: Reading, draft: Draft, slot: str) -> Iterator[Option[Parties]]:
    """Whoever the rest of the report names, the nearest mention of each, the sentences before first: for pronouns,
    "the group", passives whose agent stands elsewhere."""
    seen = {value_for(reading, draft, m.ids, slot) for m in reading.parties[draft.sentence] if m.ids}
    pronoun = [m for m in reading.parties[draft.sentence] if m.kind == PRONOUN]
    path = reading.trees[draft.sentence].path(draft.token, pronoun[0].head) if pronoun else "no-pronoun"
    act = _Act(draft, voice_of(reading, draft), path, census_of(reading, draft.family in VIOLENT))
    force = by_force(draft, slot)
    before = range(draft.sentence - 1, -1, -1)
    for number in (*before, *range(draft.sentence + 1, len(reading.trees))):
        for ids, group in _told_in(reading, number, force):
            if ids not in seen:
                seen.add(ids)
                how = "told-elsewhere" if len(group) == 1 else "together-elsewhere"
                yield party_option(ids, group, slot, how, _features(reading, act, group, ids))


@once
def _told_in(reading: Reading, number: int, force: bool) -> list[tuple[Parties, list[Mention]]]:
    """Whom a sentence names for the drafts of others: each party, then each side of several."""
    found = []
    for group in (*([m] for m in could_act(reading, number) if m.ids), *sides_told(reading, number)):
        ids = tuple(dict.fromkeys(p for m in group for p in meant(reading, m.ids, force)))
        if len(ids) == len(group):
            found.append((ids, group))
    return found


@once
def _families_at(reading: Reading, number: int) -> list[tuple[int, frozenset[str]]]:
    """The candidates of a sentence: their tokens and the families of the acts that they can tell of."""
    return [(c.token, frozenset(map(family, c.acts))) for c in reading.candidates[number]]


def _features(reading: Reading, act: _Act, group: Sequence[Mention], ids: Parties) -> list[str]:
    draft = act.draft
    number = group[0].sentence
    earlier = reading.trees[number]
    way = "before" if number < draft.sentence else "after"
    back = f"{way}={bucket(abs(draft.sentence - number))}"
    sort = sort_of(reading, ids)
    relation = earlier.deprel(group[0].head)
    tellings = [token for token, families in _families_at(reading, number) if draft.family in families]
    paths = [earlier.path(token, group[0].head) for token in tellings]
    return [
        back,
        f"{way}+sort={sort}",
        f"{back}+family={sort}/{draft.family}",
        f"{way}+act={sort}/{draft.act}",
        f"{way}+relation={relation}/{draft.family}",
        f"{way}+pronoun={act.pronoun}/{relation}",
        f"{way}+kind={group[0].kind}",
        f"{back}+voice={act.voice}",
        f"{way}+same-family={bool(tellings)}/{sort}",
        f"{way}+members={len(group)}/{draft.family}",
        f"{way}+hurt={is_hurt(reading, group[0])}/{draft.family}",
        *(f"{way}+same-family-path={path}/{draft.family}" for path in dict.fromkeys(paths)),
        *(f"{way}-{f}" for f in census_features(reading, draft, ids, [group[0]], act.census)),
    ]
