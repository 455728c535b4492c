"""What sort of party one is, what two are to each other, and whom a sentence tells of as hurt."""

from __future__ import annotations

from trucewatch.claims.mentions import Mention
from trucewatch.claims.once import once
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties
from trucewatch.packs.parties import PartyRegistry

_DYING = frozenset({"die", "perish"})
_KINDS_OF_PEOPLE = frozenset({"unknown", "civilians", "fighters", "media", "activists", "officials"})


def sort_of(reading: Reading, ids: Parties, nobody: str = "none") -> str:
    """The kind of the first party, never which: what is learned of one side holds for all. `nobody` names no party."""
    if not ids:
        return nobody
    if ids[0] in _KINDS_OF_PEOPLE:
        return ids[0]
    registry = reading.conflict.parties
    return registry.party(ids[0]).kind if registry.known(ids[0]) else "unlisted"


def standing(registry: PartyRegistry, actor: Parties, other: Parties) -> str:
    """`same`, `allied` (one side), `opposed`, or `unsided` where the pack gives one of them no side."""
    if not actor or not other:
        return "nobody"
    if set(actor) & set(other):
        return "same"
    sides = [{side for party in parties if (side := side_of(registry, party))} for parties in (actor, other)]
    if not sides[0] or not sides[1]:
        return "unsided"
    return "allied" if sides[0] & sides[1] else "opposed"


def side_of(registry: PartyRegistry, party: str) -> str | None:
    """The side that the pack gives a party, or the nearest body above it."""
    while party:
        if registry.known(party) and (side := registry.party(party).side):
            return side
        party = party.rpartition(".")[0]
    return None


@once
def is_hurt(reading: Reading, mention: Mention) -> bool:
    """Whether the words tell of a mention as killed or injured: "five fighters died", "killing two children", "the
    death of a commander". Who is hurt in an attack is not who made it."""
    tree = reading.trees[mention.sentence]
    harms = reading.pack.counts
    at = mention.head
    for _ in range(3):  # "at least 18 of the fighters", "a number of militants"
        above = tree.head(at)
        if above < 0:
            return False
        lemma = tree.lemmas[above]
        relation = tree.deprel(at)
        kills = any(lemma in harms[f"{harm}.verbs"] for harm in ("killed", "injured"))
        if kills and (relation in ("nsubj:pass", "obj") or (relation == "nsubj" and lemma in _DYING)):
            return True
        if kills and relation == "nsubj" and _without_object(reading, mention.sentence, above):
            return True
        of = relation.startswith("nmod") and tree.preposition(at) == "of"
        if of and any(lemma in harms[f"{harm}.nouns"] for harm in ("killed", "injured")):
            return True
        if not (of or relation in ("conj", "nummod", "appos")):
            return False
        at = above
    return False


def _without_object(reading: Reading, number: int, verb: int) -> bool:
    """A participle that stands as a headline's passive: "Five fighters killed in Hama"."""
    tree = reading.trees[number]
    return tree.tokens[verb].xpos == "VBN" and not tree.children(verb, "obj") and not tree.children(verb, "aux")
