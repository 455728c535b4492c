"""Which mentions of a sentence can act or suffer, alone or as one side, and the party that each means for an act."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.mentions import Mention
from trucewatch.claims.once import once
from trucewatch.claims.participant_groups import together
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties

UNKNOWN: Parties = ("unknown",)
CIVILIANS: Parties = ("civilians",)

VIOLENT = frozenset({"attack", "kill", "territory", "force", "destroy", "abuse"})
"""Families whose actor is a state's forces where the words name the state (codebook, settled case 7)."""

SKIPPED_KINDS = frozenset({"holder"})
_WHERE = frozenset({"in", "near", "around", "outside", "inside", "across", "throughout", "into", "at", "within"})


def value_for(reading: Reading, draft: Draft, ids: Parties, slot: str) -> Parties:
    """The one party that a mention means for an act: of several candidates the armed one where the act is armed, and
    a state that does or suffers violence as its forces."""
    return meant(reading, ids, by_force(draft, slot))


def by_force(draft: Draft, slot: str) -> bool:
    """Whether a state that does or suffers the act does so by its forces."""
    return draft.family in VIOLENT and (slot == "actor" or draft.family in ("attack", "territory", "kill"))


@once
def meant(reading: Reading, ids: Parties, force: bool) -> Parties:
    """What `value_for` gives for an act by force or for any other."""
    if not ids:
        return ()
    registry = reading.conflict.parties
    armed = [party for party in ids if registry.known(party) and registry.party(party).kind == "armed force"]
    party = armed[0] if force and armed else ids[0]
    return (registry.forces_of(party) if force else party,)


def names_a_place(reading: Reading, mention: Mention) -> bool:
    """Whether a state or a capital is told of as a place ("in London"), not as its government ("London said")."""
    if mention.kind not in ("state", "capital"):
        return False
    return reading.trees[mention.sentence].preposition(mention.head) in _WHERE


@once
def could_act(reading: Reading, number: int) -> list[Mention]:
    """The mentions of a sentence but those that only say where."""
    return [m for m in reading.parties[number] if m.kind not in SKIPPED_KINDS and not names_a_place(reading, m)]


@once
def sides_told(reading: Reading, number: int) -> list[list[Mention]]:
    """The mentions of a sentence that its words tell of as one side."""
    return together(reading, number, could_act(reading, number))


def voice_of(reading: Reading, draft: Draft) -> str:
    """`active`, `passive`, `reduced` ("the town shelled on Friday"), or `noun` for what is no verb."""
    tree = reading.trees[draft.sentence]
    if tree.tokens[draft.token].upos not in ("VERB", "AUX"):
        return "noun"
    children = {tree.deprel(c) for c in tree.below[draft.token]}
    if "aux:pass" in children or "nsubj:pass" in children:
        return "passive"
    return "reduced" if tree.deprel(draft.token) == "acl" and tree.tokens[draft.token].xpos == "VBN" else "active"


def party_option(ids: Parties, group: Sequence[Mention], slot: str, how: str, features: list[str]) -> Option[Parties]:
    """The reading that a group of mentions stands for some parties; `how` they were found names its rule."""
    words = tuple((m.sentence, m.head) for m in group)
    return Option(ids, tuple(m.span for m in group), f"{slot}.{how}", tuple(dict.fromkeys(features)), words)
