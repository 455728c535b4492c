"""Names that stand where only a place can, whatever the gazetteer and the parser know: "Xanadu village"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from trucewatch.claims.mentions import Locality, Mention
from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.language_pack import LanguagePack

_WHERE = frozenset({"in", "near", "at", "outside", "around"})
_JOINTS = frozenset({",", "("})
_BY_PARSER = "place.parser"


def names_of_others(trees: Sequence[Tree]) -> frozenset[str]:
    """Words that the parser takes for a person's name or last name more often, in these sentences, than for a place."""
    votes: Counter[str] = Counter()
    for tree in trees:
        for entity in tree.sentence.entities:
            last = tree.tokens[entity.last - 1].text
            if entity.label == "PERSON":
                votes[last] += 2 if entity.last - entity.first > 1 else 1
            elif entity.label == "PLACE" and entity.last - entity.first == 1:
                votes[last] -= 1
            elif entity.label == "ORG" and entity.last - entity.first == 1:
                votes[last] += 1
    return frozenset(word for word, count in votes.items() if count > 0)


def with_told_places(
    number: int,
    tree: Tree,
    known: Sequence[Locality],
    parties: Sequence[Mention],
    pack: LanguagePack,
    others: Set[str] = frozenset(),
) -> list[Locality]:
    """The places of a sentence with those that its wording gives, in text order.

    A name before or after a word such as "village", or after "in" and before a place that the gazetteer has ("in
    Xanadu, Idlib"), is one of a place; and a place by the parser reaches to the end of its name. `others` are names
    that are somebody's elsewhere in the text: no place by the parser.
    """
    known = [place for place in known if not _of_others(tree, place, others, pack)]
    known = [_as_feature(tree, place, pack) for place in known]
    named = {at for mention in parties for at in range(mention.first, mention.last + 1)}
    placed = {at: locality for locality in known for at in tree.tokens_in(locality.span)}
    found = [_whole(tree, locality, named | set(placed)) for locality in known]
    for first, last in _names(tree, named | set(placed), pack):
        if _of_place(tree, first, last, placed, pack):
            span = Span(tree.tokens[first].start, tree.tokens[last].end)
            found.append(Locality(number, span, tree.head_of(range(first, last + 1)), (), _BY_PARSER))
    return sorted(found, key=lambda locality: locality.span)


def _of_others(tree: Tree, place: Locality, others: Set[str], pack: LanguagePack) -> bool:
    """Whether what looks like a place's name is somebody's, part of a body's, or no name at all."""
    if place.rule != _BY_PARSER:
        return _within_body(tree, place)
    indices = tree.tokens_in(place.span)
    if all(tree.lemmas[at] in pack.cues["place_words"] | pack.cues["site_words"] for at in indices):
        return True
    at = indices[0]
    if len(indices) > 1:
        return False
    speaks = tree.deprel(at) == "nsubj" and tree.lemmas[tree.head(at)] in pack.cues["speech_verbs"]
    return speaks or tree.tokens[at].text in others


def _within_body(tree: Tree, locality: Locality) -> bool:
    """Whether a name is part of a longer one of a body and not what that one is built on: "Bank of England"."""
    indices = tree.tokens_in(locality.span)
    return any(
        entity.label == "ORG" and entity.first <= indices[0] and indices[-1] < entity.last
        and entity.last - entity.first > len(indices)
        and tree.head_of(range(entity.first, entity.last)) not in indices
        for entity in tree.sentence.entities
    )  # fmt: skip


def _as_feature(tree: Tree, place: Locality, pack: LanguagePack) -> Locality:
    """A street, river or county that bears a known place's name: "Washington Square" is not in Washington."""
    last = tree.tokens_in(place.span)[-1]
    if place.rule == _BY_PARSER or last + 1 >= len(tree) or tree.lemmas[last + 1] not in pack.cues["feature_words"]:
        return place
    if not _goes_on(tree, last + 1):
        return place
    span = Span(place.span.start, tree.tokens[last + 1].end)
    return replace(place, span=span, entry_ids=(), rule=_BY_PARSER)


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
