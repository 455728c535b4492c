"""Names that stand where only a place can, whatever the gazetteer and the parser know: "Xanadu village"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.claims.mentions import Locality, Mention
from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.language_pack import LanguagePack

_WHERE = frozenset({"in", "near", "at", "outside", "around"})
_JOINTS = frozenset({",", "("})
_BY_PARSER = "place.parser"


def with_told_places(
    number: int, tree: Tree, known: Sequence[Locality], parties: Sequence[Mention], pack: LanguagePack
) -> list[Locality]:
    """The places of a sentence with those that its wording gives, in text order.

    A name before or after a word such as "village", or after "in" and before a place that the gazetteer has ("in
    Xanadu, Idlib"), is one of a place; and a place by the parser reaches to the end of its name.
    """
    named = {at for mention in parties for at in range(mention.first, mention.last + 1)}
    placed = {at: locality for locality in known for at in tree.tokens_in(locality.span)}
    found = [_whole(tree, locality, named | set(placed)) for locality in known]
    for first, last in _names(tree, named | set(placed), pack):
        if _of_place(tree, first, last, placed, pack):
            span = Span(tree.tokens[first].start, tree.tokens[last].end)
            found.append(Locality(number, span, tree.head_of(range(first, last + 1)), (), _BY_PARSER))
    return sorted(found, key=lambda locality: locality.span)


def _names(tree: Tree, taken: set[int], pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """First and last words of runs of proper nouns that are nothing else yet and no days or months."""
    at = 0
    while at < len(tree):
        if not _proper(tree, at, taken, pack):
            at += 1
            continue
        last = at
        while (after := _next(tree, last, taken, pack)) is not None:
            last = after
        yield at, last
        at = last + 1


def _proper(tree: Tree, at: int, taken: set[int], pack: LanguagePack) -> bool:
    token = tree.tokens[at]
    of_time = token.text.lower() in pack.months or token.text.lower() in pack.weekdays
    return at not in taken and token.upos == "PROPN" and token.text[:1].isupper() and not of_time


def _next(tree: Tree, at: int, taken: set[int], pack: LanguagePack) -> int | None:
    """The next word of the name that goes on after `at`, hyphens stepped over."""
    after = at + 1
    if after + 1 < len(tree) and tree.tokens[after].text == "-" and after not in taken:
        after += 1
    return after if after < len(tree) and _proper(tree, after, taken, pack) else None


def _of_place(tree: Tree, first: int, last: int, placed: dict[int, Locality], pack: LanguagePack) -> bool:
    words = pack.cues["place_words"]
    before = [tree.lemmas[at] for at in (first - 2, first - 1) if at >= 0]
    after = last + 1
    if (after < len(tree) and tree.lemmas[after] in words and tree.tokens[after].text.islower()) or (
        before[-1:] == ["of"] and before[0] in words
    ):
        return True
    beside = placed.get(last + 2)
    joined = after < len(tree) and tree.tokens[after].text in _JOINTS
    return joined and before[-1:] != [] and before[-1] in _WHERE and beside is not None and bool(beside.entry_ids)


def _whole(tree: Tree, locality: Locality, taken: set[int]) -> Locality:
    """A place by the parser with the rest of its name: "Islam" of "Islam Qala"."""
    if locality.rule != _BY_PARSER:
        return locality
    indices = tree.tokens_in(locality.span)
    last = indices[-1]
    while last + 1 < len(tree) and last + 1 not in taken and _goes_on(tree, last + 1):
        last += 1
    if last == indices[-1]:
        return locality
    return replace(locality, span=Span(locality.span.start, tree.tokens[last].end))


def _goes_on(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    beside = tree.tokens[at - 1]
    return token.upos == "PROPN" and token.text[:1].isupper() and token.start == beside.end + 1
