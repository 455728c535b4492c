"""Names that stand where only a place can, whatever the gazetteer and the parser know: "Xanadu village"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from trucewatch.claims.mentions import Locality, Mention
from trucewatch.claims.own_names import UNLISTED
from trucewatch.claims.tree import Tree
from trucewatch.language.interface import Token
from trucewatch.model import Span
from trucewatch.packs.language_pack import LanguagePack

_WHERE = frozenset({"in", "near", "at", "outside", "around"})
_OF = frozenset({"of", "from"})
_JOINTS = frozenset({",", "("})
_BY_PARSER = "place.parser"
_POSSESSIVES = frozenset({"'s", "’s"})
_PEOPLES = ("ians", "ans", "ese")
"""How names of peoples end."""
_OF_NAMES = frozenset({"camp", "crossing"})
"""Words that are part of a name of a place as often as not: the camp of Yarmouk is not all Yarmouk."""


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

    Of places are a name before or after a word such as "village", one that ends with "County", one after "in" and
    before a place that the gazetteer has ("in Xanadu, Idlib"), and one before a state cut short ("Xanadu, Va."). A
    place by the parser reaches to the end of its name. `others` are names that are somebody's elsewhere in the text:
    no place by the parser.
    """
    known = [place for place in known if not _of_others(tree, place, others, pack)]
    known = [_as_feature(tree, _in_longer_name(tree, place, pack), pack) for place in known]
    named = {at for mention in parties for at in range(mention.first, mention.last + 1)}
    placed = {at: locality for locality in known for at in tree.tokens_in(locality.span)}
    found = [_whole(tree, locality, named | set(placed), pack) for locality in known]
    unlisted = {at for m in parties if m.kind == UNLISTED for at in range(m.first, m.last + 1)}
    counties = list(
        _counties(tree, (named - unlisted) | {at for place in found for at in tree.tokens_in(place.span)}, pack)
    )
    found += [_by_wording(number, tree, first, last) for first, last in counties]
    named |= {at for first, last in counties for at in range(first, last + 1)}
    for first, last in _names(tree, named | set(placed), pack):
        if _of_place(tree, first, last, placed, pack):
            found.append(_by_wording(number, tree, first, last))
    return sorted(found, key=lambda locality: locality.span)


def _by_wording(number: int, tree: Tree, first: int, last: int) -> Locality:
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    return Locality(number, span, tree.head_of(range(first, last + 1)), (), _BY_PARSER)


def _of_others(tree: Tree, place: Locality, others: Set[str], pack: LanguagePack) -> bool:
    """Whether what looks like a place's name is somebody's, part of a body's, or no name at all."""
    if place.rule != _BY_PARSER:
        return _within_body(tree, place) or _within_person(tree, place, pack)
    indices = tree.tokens_in(place.span)
    if all(tree.lemmas[at] in pack.cues["place_words"] | pack.cues["site_words"] for at in indices):
        return True
    at = indices[0]
    if len(indices) > 1:
        return False
    speaks = tree.deprel(at) == "nsubj" and tree.lemmas[tree.head(at)] in pack.cues["speech_verbs"]
    return speaks or tree.tokens[at].text in others or _of_people(tree.tokens[at], others)


def _of_people(token: Token, others: Set[str]) -> bool:
    """Whether a name in the plural is of a family or a people: "the Joneses", "Xanadians"."""
    text = token.text
    return token.xpos == "NNPS" and (text.removesuffix("s") in others or text.endswith(_PEOPLES))


def _within_body(tree: Tree, locality: Locality) -> bool:
    """Whether a name is part of a longer one of a body and not what that one is built on: "Bank of England"."""
    indices = tree.tokens_in(locality.span)
    return any(
        entity.label == "ORG" and entity.first <= indices[0] and indices[-1] < entity.last
        and entity.last - entity.first > len(indices)
        and tree.head_of(range(entity.first, entity.last)) not in indices
        for entity in tree.sentence.entities
    )  # fmt: skip


def _within_person(tree: Tree, locality: Locality, pack: LanguagePack) -> bool:
    """Whether a name is part of somebody's: "Xanadu" of "Jon Xanadu", but not of "Jon Doe of Xanadu"."""
    indices = tree.tokens_in(locality.span)
    return any(
        entity.label == "PERSON" and entity.first <= indices[0] and indices[-1] < entity.last
        and _is_somebodys(tree, indices, range(entity.first, entity.last), pack)
        for entity in tree.sentence.entities
    )  # fmt: skip


def _is_somebodys(tree: Tree, place: range, name: range, pack: LanguagePack) -> bool:
    """Whether no office stands in a longer name ("U.S. District Judge Jon Doe") and no dateline ("XANADU Jon Doe")."""
    rest = [at for at in name if at not in place]
    if not rest or any(tree.tokens[at].upos in ("ADP", "PUNCT") or tree.lemmas[at] in _OF for at in rest):
        return False
    if place[0] > name[0]:
        return True
    titles = pack.cues["role_words"] | pack.cues["office_words"] | pack.cues["title_words"]
    dateline = all(tree.tokens[at].text.isupper() for at in place) and not tree.tokens[rest[0]].text.isupper()
    return len(rest) == 1 and tree.lemmas[rest[0]] not in titles and not dateline


def _in_longer_name(tree: Tree, place: Locality, pack: LanguagePack) -> Locality:
    """The whole of a name by the parser that ends with a known place's: "St. Paris", "New London", "West Wales".

    It names another place, unless what stands before is a direction or a part, in which it lies.
    """
    indices = tree.tokens_in(place.span)
    if place.rule == _BY_PARSER or not place.entry_ids:
        return place
    for entity in tree.sentence.entities:
        before = range(entity.first, indices[0])
        if entity.label != "PLACE" or entity.last != indices[-1] + 1 or not before or not _one_name(tree, before):
            continue
        span = Span(tree.tokens[entity.first].start, place.span.end)
        if all(tree.lemmas[at] in pack.cues["part_words"] for at in before):
            return replace(place, span=span)
        return replace(place, span=span, entry_ids=(), rule=_BY_PARSER)
    return place


def _one_name(tree: Tree, indices: range) -> bool:
    return all(tree.tokens[at].upos in ("PROPN", "ADJ") and tree.tokens[at].text[:1].isupper() for at in indices)


def _as_feature(tree: Tree, place: Locality, pack: LanguagePack) -> Locality:
    """A street, river or county that bears a known place's name: "Washington Square" is not in Washington."""
    last = _past_hyphen(tree, tree.tokens_in(place.span)[-1])
    if place.rule == _BY_PARSER or last + 1 >= len(tree) or tree.lemmas[last + 1] not in pack.cues["feature_words"]:
        return place
    if not _goes_on(tree, last + 1):
        return place
    span = Span(place.span.start, tree.tokens[last + 1].end)
    return replace(place, span=span, entry_ids=(), rule=_BY_PARSER)


def _past_hyphen(tree: Tree, last: int) -> int:
    """The last word of a name that a hyphen joins to the one that ends at `last`: "Dade" of "Miami-Dade"."""
    joined = tree.tokens[last : last + 3]
    whole = len(joined) == 3 and joined[1].text == "-" and joined[2].start == joined[0].end + 1
    return last + 2 if whole and joined[2].text[:1].isupper() else last


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


def _counties(tree: Tree, taken: set[int], pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """First and last words of names of counties, whose court, clerk or schools may follow."""
    for last in range(1, len(tree)):
        first = last
        while first > 0 and _proper(tree, first - 1, taken, pack) and _is_county(tree, first - 1, last, pack):
            first -= 1
        if first < last and last not in taken:
            yield first, last


def _is_county(tree: Tree, first: int, last: int, pack: LanguagePack) -> bool:
    """Whether a name comes to its end as that of a county: "Xanadu County"."""
    return last > first and tree.lemmas[last] in pack.cues["county_words"] and tree.tokens[last].text[:1].isupper()


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
    if not joined or beside is None or not beside.entry_ids:
        return False
    shortened = tree.tokens[tree.tokens_in(beside.span)[-1]].text.endswith(".")
    return shortened or (before[-1:] != [] and before[-1] in _WHERE)


def _whole(tree: Tree, locality: Locality, taken: set[int], pack: LanguagePack) -> Locality:
    """A place by the parser with the rest of its name, and no word of what it is: "Islam" of "Islam Qala town"."""
    if locality.rule != _BY_PARSER:
        return locality
    indices = tree.tokens_in(locality.span)
    last = _to_site(tree, indices[-1], taken, pack)
    while last + 1 < len(tree) and last + 1 not in taken and _goes_on(tree, last + 1):
        last += 1
    last = next((at for at in range(indices[0], last) if _is_county(tree, indices[0], at, pack)), last)
    while last > indices[0] and _says_what(tree, last, pack):
        last -= 1
    return replace(locality, span=Span(locality.span.start, tree.tokens[last].end))


def _to_site(tree: Tree, last: int, taken: set[int], pack: LanguagePack) -> int:
    """The last word of a site or settlement with a possessive in its name: "Bridge" of "Xanadu's Bridge"."""
    named = last + 2 < len(tree) and last + 2 not in taken and tree.tokens[last + 1].text in _POSSESSIVES
    words = pack.cues["site_words"] | pack.cues["place_words"] | pack.cues["feature_words"]
    return last + 2 if named and tree.tokens[last + 2].text[:1].isupper() and tree.lemmas[last + 2] in words else last


def _says_what(tree: Tree, last: int, pack: LanguagePack) -> bool:
    """Whether a name ends with a word that only says what the place is: "town" of "Xanadu town"."""
    told = tree.tokens[last].text.islower() and tree.lemmas[last] in pack.cues["place_words"] - _OF_NAMES
    return told and tree.tokens[last - 1].text[:1].isupper()


def _goes_on(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    beside = tree.tokens[at - 1]
    return token.upos == "PROPN" and token.text[:1].isupper() and token.start == beside.end + 1
