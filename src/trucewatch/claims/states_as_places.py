"""States and capitals that are named as places or as owners, not as governments: "Gaza City", "Syrias north"."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.claims.own_names import OF_STATES, NamedParty, in_capitals
from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.language_pack import LanguagePack


def names_place(
    tree: Tree, item: NamedParty, found: Sequence[NamedParty], places: Sequence[Span], pack: LanguagePack
) -> bool:
    """Whether a state or a capital is only the name of a place or its owner: "Gaza City", "Syria's Homs province".

    So too one that only says whose somebody is ("Lebanons Hezbollah"); who is told of is the other.
    """
    span, _, kind = item
    if kind not in OF_STATES:
        return False
    indices = tree.tokens_in(span)
    if any(_within(tree, span, place) for place in places):
        return True
    if kind == "adjective" or not indices:
        return False
    after = indices[-1] + 1
    if after < len(tree) and tree.lemmas[after] in pack.cues["feature_words"] and in_capitals(tree, after):
        return True
    return _owns(tree, indices, after) and _place_or_party(tree, indices, after, found, places, pack)


def _within(tree: Tree, span: Span, place: Span) -> bool:
    """Whether a name is part of a place's and not what that one is built on: in "northern Syria" it is."""
    longer = place.start <= span.start and span.end <= place.end and place.end - place.start > span.end - span.start + 1
    first = tree.tokens_in(span)[0]
    return longer and (span.end < place.end or tree.lemmas[first - 1] == "of")


def _owns(tree: Tree, indices: range, after: int) -> bool:
    """Whether a possessive s follows, its apostrophe lost or not."""
    if after < len(tree) and tree.tokens[after].text.lower() in ("'s", "’s", "'", "’"):
        return True
    return tree.tokens[indices[-1]].text.endswith("s") and tree.deprel(tree.head_of(indices)) in (
        "nmod:poss",
        "compound",
    )


def _place_or_party(
    tree: Tree, indices: range, after: int, found: Sequence[NamedParty], places: Sequence[Span], pack: LanguagePack
) -> bool:
    owned = tree.head(tree.head_of(indices))
    if owned < after:
        return False
    if tree.lemmas[owned] in pack.cues["place_words"] | pack.cues["land_words"]:
        return True
    here = tree.token_span(owned)
    listed = [span for span, _, kind in found if kind not in OF_STATES and kind not in ("common", "wording", "object")]
    bodies = [range(e.first, e.last) for e in tree.sentence.entities if e.label == "ORG" and e.first >= after]
    inside = any(other.start <= here.start and here.end <= other.end for other in (*places, *listed))
    return inside or any(owned in body and len(body) > 1 for body in bodies)
