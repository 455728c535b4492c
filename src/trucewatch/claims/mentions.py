"""Who and where a sentence names: parties by the packs, groups of people by the language, places by the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.claims.office_holders import with_office_holders
from trucewatch.claims.own_names import UNLISTED, with_own_names, with_owners
from trucewatch.claims.states_as_places import names_place
from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.gazetteer import PlaceMention
from trucewatch.packs.language_pack import LanguagePack
from trucewatch.packs.parties import PartyRegistry

PEOPLE = "people"  # "residents", "a child": people who bear no arms
PUBLIC_PLACE = "public-place"  # "a market": where people are who bear no arms
BEARING_ARMS = "bearing-arms"  # "gunmen": fighters whose side the words do not tell
PRONOUN = "pronoun"
OFFICE = "office"  # a person whom the pack knows to speak for a body

_PRONOUN_LEMMAS = frozenset({"it", "they", "he", "she", "we", "them", "him", "its", "their", "his", "our", "I", "my"})
_TITLES_AT_MOST = 4
"""Words between a role and a name: "spokesman, Navy Captain Jeff"."""
_NOT_A_BODY = frozenset({"PERSON", "PLACE", "EVENT"})
_GROUPS = frozenset({PEOPLE, PUBLIC_PLACE, BEARING_ARMS})
"""Mentions by one common noun, which may be part of a place's name: "Press Street"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody: the token that governs them, the party ids they may mean, how they were read."""

    sentence: int
    span: Span
    first: int
    last: int  # inclusive
    head: int
    ids: tuple[str, ...]
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Locality:
    """A place name in a sentence; `entry_ids` are the gazetteer's entries that bear it, none for an unknown name."""

    sentence: int
    span: Span
    head: int
    entry_ids: tuple[str, ...]
    rule: str


def party_mentions(
    number: int,
    tree: Tree,
    found: list[tuple[Span, tuple[str, ...], str]],
    pack: LanguagePack,
    places: Sequence[Span] = (),
    registry: PartyRegistry | None = None,
) -> list[Mention]:
    """All mentions of one sentence, in text order; `found` are the packs' own (span, ids, kind).

    `places` are the gazetteer's names: what the parser takes for an organisation there is none. `registry`
    tells of the parties that are found.
    """
    parties = with_own_names(tree, with_owners(tree, found, places, pack), pack)
    parties = [item for item in parties if not names_place(tree, item, parties, places, pack)]
    parties = with_office_holders(tree, parties, pack, registry)
    mentions = [m for m in (_of_party(number, tree, *item) for item in parties) if m is not None]
    taken = {at for mention in mentions for at in range(mention.first, mention.last + 1)}
    named = {at for place in places for at in tree.tokens_in(place)}
    mentions += _unlisted(number, tree, taken | named)
    taken |= {at for mention in mentions for at in range(mention.first, mention.last + 1)}
    of_states = {tree.head(m.head) for m in mentions if m.kind in ("state", "capital") and m.ids}
    for at in range(len(tree)):
        if at in of_states and tree.lemmas[at] in pack.cues["role_words"]:
            continue  # "the leaders of Peru and Chile" bear no arms
        if at not in taken and (mention := _group(number, tree, at, pack)) is not None:
            mentions.append(mention)
    ordered = sorted(mentions, key=lambda mention: mention.span)
    pairs = zip([None, *ordered], ordered, strict=False)
    return [_as_introduced(tree, before, mention, pack) for before, mention in pairs]


def _as_introduced(tree: Tree, before: Mention | None, mention: Mention, pack: LanguagePack) -> Mention:
    """A holder of an office as the words before the name introduce him here: "army spokesman Colonel X" speaks for the
    army, whatever else the pack knows him as."""
    if before is None or mention.kind != OFFICE or not before.ids or set(before.ids) & set(mention.ids):
        return mention
    between = tree.tokens[before.last + 1 : mention.first]
    titles = all(token.upos in ("PROPN", "PUNCT") for token in between)
    if tree.lemmas[before.last] not in pack.cues["role_words"] or len(between) > _TITLES_AT_MOST or not titles:
        return mention
    return replace(mention, ids=before.ids)


def _of_party(number: int, tree: Tree, span: Span, ids: tuple[str, ...], kind: str) -> Mention | None:
    indices = tree.tokens_in(span)
    if not indices or (kind in ("state", "capital") and _in_name_of_person(tree, indices)):
        return None
    return Mention(number, span, indices[0], indices[-1], tree.head_of(indices), ids, kind, f"party.{kind}")


def _in_name_of_person(tree: Tree, indices: Sequence[int]) -> bool:
    """Whether a country's name is only part of somebody's: "Jordan" before a surname."""
    return any(
        entity.label == "PERSON" and entity.first <= indices[0] and indices[-1] < entity.last
        and entity.last - entity.first > len(indices)
        for entity in tree.sentence.entities
    )  # fmt: skip


def _unlisted(number: int, tree: Tree, taken: set[int]) -> list[Mention]:
    """Organisations by the parser's reading that no pack knows: `other:<name as written>`."""
    mentions = []
    for entity in tree.sentence.entities:
        indices = range(entity.first, entity.last)
        named = any(tree.tokens[at].upos == "PROPN" for at in indices)  # "Warplanes" that open a sentence are no name
        if not named or entity.label in _NOT_A_BODY or taken.intersection(indices):
            continue
        span = Span(tree.tokens[entity.first].start, tree.tokens[entity.last - 1].end)
        name = " ".join(tree.tokens[at].text for at in indices)
        head = tree.head_of(indices)
        ids = (f"other:{name}",)
        mentions.append(Mention(number, span, entity.first, entity.last - 1, head, ids, UNLISTED, "party.unlisted"))
    return mentions


def _group(number: int, tree: Tree, at: int, pack: LanguagePack) -> Mention | None:
    lemma, upos = tree.lemmas[at], tree.tokens[at].upos
    if upos == "PRON" and lemma in _PRONOUN_LEMMAS:
        return Mention(number, tree.token_span(at), at, at, at, (), PRONOUN, "party.pronoun")
    if upos not in ("NOUN", "ADJ", "PROPN"):
        return None
    for group, party, kind in (
        ("victims.people", "civilians", PEOPLE),
        ("victims.fighters", "fighters", BEARING_ARMS),
        ("victims.places", "civilians", PUBLIC_PLACE),
    ):
        if lemma in pack.cues[group]:
            return Mention(number, tree.token_span(at), at, at, at, (party,), kind, f"party.{kind}")
    return None


def localities(number: int, tree: Tree, found: list[PlaceMention], parties: list[Mention]) -> list[Locality]:
    """Place names of one sentence, in text order: the gazetteer's, then names that only the parser takes for places."""
    known = []
    taken: set[int] = set()
    for mention in found:
        span = Span(mention.start, mention.end)
        if indices := tree.tokens_in(span):
            known.append(Locality(number, span, tree.head_of(indices), mention.entry_ids, "place.gazetteer"))
            taken.update(indices)
    taken |= {at for mention in parties if mention.kind not in _GROUPS for at in range(mention.first, mention.last + 1)}
    for entity in tree.sentence.entities:
        indices = range(entity.first, entity.last)
        if entity.label == "PLACE" and not taken.intersection(indices) and _is_name(tree, indices):
            span = Span(tree.tokens[entity.first].start, tree.tokens[entity.last - 1].end)
            known.append(Locality(number, span, tree.head_of(indices), (), "place.parser"))
    return sorted(known, key=lambda locality: locality.span)


def _is_name(tree: Tree, indices: range) -> bool:
    return any(tree.tokens[at].upos == "PROPN" and tree.tokens[at].text[:1].isupper() for at in indices)
