"""Who deals with whom, where the grammar says it: "Moscow proposed ... to Washington", "clashes between A and B".

Speech acts and talks are few in the coded reports, and their grammar is plain: the subject acts, the object or the
noun after "with", "to", "on", "from" is dealt with. Fighting has two sides in the order told. So a rule decides where
it can, and learning where it cannot.
"""

from __future__ import annotations

from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.mentions import PEOPLE, PRONOUN, PUBLIC_PLACE, Mention
from trucewatch.claims.participant_options import antecedent
from trucewatch.claims.participant_values import value_for
from trucewatch.claims.reading import Reading
from trucewatch.claims.tree import Tree
from trucewatch.model import Parties

DEALINGS = frozenset(
    {"agree", "propose", "demand", "refuse", "accuse", "threaten", "meet", "cooperate", "support", "sanction"}
)
_WITH = frozenset({"with", "to", "on", "upon", "from", "against", "of", "for"})
_WITH_NOUN = frozenset({"with", "to", "for"})
_SHARING = ("xcomp", "conj", "advcl")
_NO_PARTNERS = frozenset({PEOPLE, PUBLIC_PLACE, "object", "adjective"})


def told_by_grammar(reading: Reading, draft: Draft, slot: str) -> Option[Parties] | None:
    """The actor or target of a dealing where the sentence's grammar names one, else None."""
    tree = reading.trees[draft.sentence]
    if draft.act == "attack.clash":
        tokens = _side(tree, draft.token, slot)
    elif draft.family not in DEALINGS:
        return None
    elif tree.tokens[draft.token].upos in ("VERB", "AUX"):
        tokens = _verb_actor(tree, draft.token) if slot == "actor" else _verb_target(tree, draft.token)
    else:
        tokens = _noun_actor(tree, draft.token) if slot == "actor" else _noun_target(tree, draft.token)
    found = [_mention_at(reading, draft.sentence, token, slot) for token in tokens]
    mentions = [mention for mention in found if mention is not None]
    ids = tuple(dict.fromkeys(party for m in mentions for party in value_for(reading, draft, m.ids, slot)))
    if not ids:
        return None
    words = tuple((m.sentence, m.head) for m in mentions)
    return Option(ids, tuple(m.span for m in mentions), f"{slot}.grammar", (), words)


def _side(tree: Tree, at: int, slot: str) -> list[int]:
    """The sides of fighting: "A and B clashed", "A clashed with B", "clashes between A and B"; both or nothing."""
    if tree.tokens[at].upos in ("VERB", "AUX"):
        first = tree.children(at, "nsubj")[:1]
        partners = [c for c in tree.children(at, "obl", "obj") if tree.preposition(c) in ("with", "against", "")]
    else:
        first = [c for c in tree.children(at, "nmod") if tree.preposition(c) == "between"][:1]
        partners = []
    second = [other for token in first for other in _conjuncts(tree, token)] or _with_conjuncts(tree, partners)
    if not first or not second:
        return []
    return first if slot == "actor" else second


def _verb_actor(tree: Tree, at: int) -> list[int]:
    if agents := tree.children(at, "obl:agent"):
        return _with_conjuncts(tree, agents[:1])
    if _is_passive(tree, at):
        return []
    subjects = tree.children(at, "nsubj")
    while not subjects and tree.deprel(at) in _SHARING:
        at = tree.head(at)
        subjects = [] if _is_passive(tree, at) else tree.children(at, "nsubj")
    return _with_conjuncts(tree, subjects[:1])


def _verb_target(tree: Tree, at: int) -> list[int]:
    if _is_passive(tree, at):
        return _with_conjuncts(tree, [c for c in tree.below[at] if tree.deprel(c) == "nsubj:pass"][:1])
    objects = tree.children(at, "iobj") or tree.children(at, "obj")
    partners = [c for c in tree.children(at, "obl") if tree.preposition(c) in _WITH]
    inside = [c for o in objects for c in tree.children(o, "nmod") if tree.preposition(c) in _WITH_NOUN]
    return _with_conjuncts(tree, [*objects, *partners, *inside])


def _noun_actor(tree: Tree, at: int) -> list[int]:
    between = [c for c in tree.children(at, "nmod") if tree.preposition(c) == "between"]
    by = [c for c in tree.children(at, "nmod", "acl") if tree.preposition(c) == "by"]
    if between:
        return between[:1]
    return _with_conjuncts(tree, by[:1] or tree.children(at, "nmod:poss")[:1])


def _noun_target(tree: Tree, at: int) -> list[int]:
    for noun in tree.children(at, "nmod"):
        if tree.preposition(noun) == "between":
            return _conjuncts(tree, noun)
    return _with_conjuncts(tree, [c for c in tree.children(at, "nmod") if tree.preposition(c) in _WITH_NOUN])


def _is_passive(tree: Tree, at: int) -> bool:
    relations = {tree.deprel(c) for c in tree.below[at]}
    return bool(relations & {"aux:pass", "nsubj:pass"})


def _conjuncts(tree: Tree, at: int) -> list[int]:
    return tree.children(at, "conj")


def _with_conjuncts(tree: Tree, tokens: list[int]) -> list[int]:
    return [one for token in tokens for one in (token, *_conjuncts(tree, token))]


def _mention_at(reading: Reading, number: int, token: int, slot: str) -> Mention | None:
    """The party that a noun names; for an actor a pronoun's antecedent; nothing for people and places."""
    for mention in reading.parties[number]:
        if (mention.head == token or mention.first <= token <= mention.last) and mention.kind not in _NO_PARTNERS:
            if mention.kind != PRONOUN:
                return mention
            subject = slot == "actor" or reading.trees[number].deprel(token) == "nsubj:pass"
            return antecedent(reading, mention) if subject else None
    return None
