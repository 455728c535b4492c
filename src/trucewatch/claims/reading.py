"""A document as the coder sees it: trees, candidates, mentions, places, times and numbers, all found once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trucewatch.claims.days import DayReader, TimeWords
from trucewatch.claims.mentions import Locality, Mention, localities, party_mentions
from trucewatch.claims.named_places import names_of_others, with_told_places
from trucewatch.claims.quantities import Quantity, QuantityReader
from trucewatch.claims.tree import Tree
from trucewatch.claims.triggers import Candidate, TriggerFinder
from trucewatch.claims.which_place import settled
from trucewatch.language.interface import Sentence
from trucewatch.model import Document, PassageKind, Span
from trucewatch.packs.conflict import Conflict
from trucewatch.packs.folding import spelling_key
from trucewatch.packs.gazetteer import PlaceMention
from trucewatch.packs.language_pack import LanguagePack, load_language

Floats = NDArray[np.float32]
Words = tuple[tuple[int, int], ...]
"""Words of a report, each by its sentence and token."""

SHORTEST_KEY = 4
"""A shorter spelling key fits too many names."""

SHORT_NAME = 4
"""Names up to this many letters are written in capitals anyway ("USA", "YPG", "SANA")."""

_OF_PLACES = frozenset({"state", "capital"})
"""Kinds of names that a dateline can hold; a body in capitals ("UNICEF") is one wherever it stands."""

UNREAD_PASSAGES = frozenset({PassageKind.CAPTION, PassageKind.FURNITURE})
"""Passages that tell nothing of the report's own."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The finders of one language, built once."""

    pack: LanguagePack
    triggers: TriggerFinder
    days: DayReader
    quantities: QuantityReader


@cache
def tools(language: str = "en") -> Tools:
    pack = load_language(language)
    return Tools(pack, TriggerFinder(pack), DayReader(pack), QuantityReader(pack))


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one document; the lists run parallel to `trees`.

    `anchor` is the day that "on Friday" counts back from: the date in the copy's own opening, else the day of
    publication; None when neither is known, and then no relative day is resolved.
    """

    document: Document
    conflict: Conflict
    tools: Tools
    trees: tuple[Tree, ...]
    anchor: date | None
    own_date: TimeWords | None
    parties: tuple[tuple[Mention, ...], ...]
    holders: tuple[tuple[Mention, ...], ...]
    places: tuple[tuple[Locality, ...], ...]
    times: tuple[tuple[TimeWords, ...], ...]
    quantities: tuple[tuple[Quantity, ...], ...]
    candidates: tuple[tuple[Candidate, ...], ...]
    word_vectors: tuple[Floats, ...] | None = None
    """For each sentence ``[tokens, width]``; see `trucewatch.language.story`."""
    answers: defaultdict[str, dict[Any, Any]] = field(
        default_factory=lambda: defaultdict(dict), init=False, repr=False, compare=False
    )
    """What `trucewatch.claims.once` keeps."""

    def vectors(self, groups: Sequence[Words]) -> Floats | None:
        """For each group of words their mean vector, zeros for no words; None where no word vectors were made."""
        if self.word_vectors is None:
            return None
        found = np.zeros((len(groups), self.word_vectors[0].shape[1] if self.word_vectors else 0), dtype=np.float32)
        for row, words in enumerate(groups):
            for number, token in words:
                found[row] += self.word_vectors[number][token]
            if len(words) > 1:
                found[row] /= len(words)
        return found

    @property
    def pack(self) -> LanguagePack:
        return self.tools.pack


def read(document: Document, sentences: Sequence[Sentence], conflict: Conflict) -> Reading:
    """Find in a parsed document all that claims are made of. Sentences of captions and furniture are left out."""
    kit = tools()
    trees = tuple(Tree(sentence) for sentence in sentences if sentence.tokens and _told(document, sentence))
    own_date = kit.days.own_date(document.text)
    anchor = own_date.day.start if own_date else document.published
    others = names_of_others(trees)
    named_places = [_gazetteer(tree, document, conflict) for tree in trees]
    holding = [_holding(tree, document, conflict) for tree in trees]
    parties = tuple(
        tuple(_parties(number, tree, document, conflict, kit, anchor, named_places[number], holding[number]))
        for number, tree in enumerate(trees)
    )
    return Reading(
        document=document,
        conflict=conflict,
        tools=kit,
        trees=trees,
        anchor=anchor,
        own_date=own_date,
        parties=parties,
        holders=tuple(tuple(_holders(number, tree, holding[number])) for number, tree in enumerate(trees)),
        places=settled(
            [
                _places(number, tree, document, conflict, kit, parties[number], named_places[number], others)
                for number, tree in enumerate(trees)
            ],
            trees,
            conflict.gazetteer,
        ),
        times=tuple(tuple(_times(tree, document, kit, anchor, own_date)) for tree in trees),
        quantities=tuple(tuple(kit.quantities.find(tree)) for tree in trees),
        candidates=tuple(tuple(kit.triggers.find(number, tree)) for number, tree in enumerate(trees)),
    )


def _told(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence stands in a passage of the report's own telling."""
    return not any(
        passage.kind in UNREAD_PASSAGES and passage.span.start <= sentence.start < passage.span.end
        for passage in document.passages
    )


def _parties(
    number: int,
    tree: Tree,
    document: Document,
    conflict: Conflict,
    kit: Tools,
    anchor: date | None,
    named: Sequence[PlaceMention],
    holding: Sequence[tuple[Span, tuple[str, ...]]],
) -> list[Mention]:
    text = tree.span.of(document.text)
    found = conflict.parties.find(text, day=anchor, outlet=document.outlet)
    placed = [
        (_shift(m.start, m.end, tree), m.ids, m.kind)
        for m in found
        if m.kind not in _OF_PLACES or not _in_dateline(text, m.start, m.end)
    ]
    places = [Span(mention.start, mention.end) for mention in named]
    held = [span for span, _ in holding]
    return party_mentions(number, tree, placed, kit.pack, [*places, *held], conflict.parties)


def _holding(tree: Tree, document: Document, conflict: Conflict) -> list[tuple[Span, tuple[str, ...]]]:
    """The words that tell who holds a place, and the parties that they may mean."""
    found = conflict.parties.find_holders(tree.span.of(document.text), outlet=document.outlet)
    return [(_shift(mention.start, mention.end, tree), mention.ids) for mention in found]


def _holders(number: int, tree: Tree, found: Sequence[tuple[Span, tuple[str, ...]]]) -> list[Mention]:
    """Who is said to hold a place: "rebel-held". No actor, but the side that an attack on the place is made on."""
    mentions = []
    for span, ids in found:
        if indices := tree.tokens_in(span):
            head = tree.head_of(indices)
            mentions.append(Mention(number, span, indices[0], indices[-1], head, ids, "holder", "party.holder"))
    return mentions


def _gazetteer(tree: Tree, document: Document, conflict: Conflict) -> list[PlaceMention]:
    return [
        PlaceMention(m.start + tree.span.start, m.end + tree.span.start, m.text, m.entry_ids)
        for m in conflict.gazetteer.find(tree.span.of(document.text))
        if not _in_dateline(tree.span.of(document.text), m.start, m.end)
    ]


def _places(
    number: int,
    tree: Tree,
    document: Document,
    conflict: Conflict,
    kit: Tools,
    parties: Sequence[Mention],
    named: list[PlaceMention],
    others: Set[str],
) -> list[Locality]:
    known = localities(number, tree, named, list(parties))
    told = with_told_places(number, tree, known, parties, kit.pack, others)
    text = tree.span.of(document.text)
    at = tree.span.start
    return [
        place if place.entry_ids else _spelt_otherwise(place, document, conflict)
        for place in told
        if place in known or not _in_dateline(text, place.span.start - at, place.span.end - at)
    ]


def _spelt_otherwise(place: Locality, document: Document, conflict: Conflict) -> Locality:
    """A place that the gazetteer has under a name with the same spelling key ("Amvrosivka" for Amvrosiivka)."""
    name = place.span.of(document.text)
    if len(spelling_key(name)) < SHORTEST_KEY:
        return place
    return replace(place, entry_ids=tuple(entry.id for entry in conflict.gazetteer.lookup(name)))


def _in_dateline(sentence: str, start: int, end: int) -> bool:
    """Whether a name is where the report was filed ("BEIRUT, May 20 —"): in capitals, in a sentence that is not."""
    name = sentence[start:end]
    return len(name) > SHORT_NAME and name.isupper() and not sentence.isupper()


def _times(
    tree: Tree, document: Document, kit: Tools, anchor: date | None, own_date: TimeWords | None
) -> list[TimeWords]:
    """Time words of a sentence but the report's own date; without a day to count from, none at all."""
    if anchor is None:
        return []
    found = kit.days.find(document.text, tree.span, anchor)
    return [words for words in found if own_date is None or not words.span.overlaps(own_date.span)]


def _shift(start: int, end: int, tree: Tree) -> Span:
    return Span(start + tree.span.start, end + tree.span.start)
