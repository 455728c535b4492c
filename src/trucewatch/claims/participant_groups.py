"""Who is told of as one side, and who is hurt beside another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trucewatch.claims.mentions import BEARING_ARMS, PEOPLE, Mention
from trucewatch.claims.participant_relations import is_hurt
from trucewatch.claims.reading import Reading
from trucewatch.claims.tree import Tree
from trucewatch.model import Parties

_BACKING = frozenset({"back", "support", "help", "aid", "assist", "ally", "accompany"})
_JOINING = frozenset({"and", "or", "alongside", "with", "together", "include", "including", "along", "as"})
_WORDS_BETWEEN = 5
_NO_FORCE = frozenset({PEOPLE, "holder", "object", "public-place", "adjective"})


def together(reading: Reading, number: int, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions told as one side: "A and B", "A, backed by B", "A alongside B"; chains are taken whole."""
    tree = reading.trees[number]
    linked = [m for m in mentions if m.ids and not _described(tree, m, mentions)]
    groups: list[list[Mention]] = []
    for first, second in pairwise(linked):
        joined = _coordinated(tree, first, second) or _backed(tree, first, second)
        if groups and groups[-1][-1] is first and joined:
            groups[-1].append(second)
        elif joined:
            groups.append([first, second])
    parts = [list(pair) for group in groups for pair in pairwise(group)]
    parts += [group[:-1] for group in groups if len(group) > 3] + [group[1:] for group in groups if len(group) > 3]
    return groups + [part for part in parts if part not in groups]


def _described(tree: Tree, common: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a common word only says what a party's are: "members of the Nusra Front"."""
    if common.kind not in (PEOPLE, BEARING_ARMS):
        return False
    return any(tree.head(m.head) == common.head and tree.deprel(m.head).startswith("nmod") for m in mentions if m.ids)


def _coordinated(tree: Tree, first: Mention, second: Mention) -> bool:
    """All members of a coordination hang on its first."""
    if tree.path(first.head, second.head) in (">conj", "^conj", ">appos"):
        return True
    return _conjunction_of(tree, first.head) == _conjunction_of(tree, second.head)


def _conjunction_of(tree: Tree, at: int) -> int:
    while tree.deprel(at) == "conj" and tree.head(at) >= 0:
        at = tree.head(at)
    return at


def _backed(tree: Tree, first: Mention, second: Mention) -> bool:
    between = range(first.last + 1, second.first)
    words = {tree.lemmas[at] for at in between}
    return len(between) <= _WORDS_BETWEEN and bool(words & (_BACKING | _JOINING))


def hurt_beside(reading: Reading, number: int, people: Parties) -> Iterator[tuple[Mention, Mention]]:
    """Each party of a sentence that is told of beside `people` who are hurt, with their first mention."""
    hurt = [m for m in reading.parties[number] if m.ids == people and is_hurt(reading, m)]
    if not hurt:
        return
    for mention in reading.parties[number]:
        if mention.ids and mention.ids != people and mention.kind not in _NO_FORCE:
            yield mention, hurt[0]
