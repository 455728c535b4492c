"""Who and where a sentence names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.builders import Row, reading_of, sentence
from trucewatch.claims.mentions import UNLISTED, localities, party_mentions
from trucewatch.claims.tree import Tree
from trucewatch.language import Entity, Sentence
from trucewatch.model import Span
from trucewatch.packs.gazetteer import PlaceMention
from trucewatch.packs.language_pack import load_language

PROPN, NOUN = "PROPN", "NOUN"
BRIGADE: list[Row] = [
    ("Example", "Example", PROPN, "NNP", 1, "compound"),
    ("Brigade", "Brigade", PROPN, "NNP", 2, "nsubj"),
    ("shelled", "shell", "VERB", "VBD", -1, "root"),
    ("residents", "resident", NOUN, "NNS", 2, "obj"),
    ("in", "in", "ADP", "IN", 5, "case"),
    ("Xanadu", "Xanadu", PROPN, "NNP", 2, "obl"),
]


def tree_of(rows: list[Row], *entities: Entity) -> Tree:
    made = sentence(rows)
    return Tree(Sentence(made.start, made.end, made.tokens, entities))


def test_an_organisation_that_no_pack_knows_is_kept_as_written() -> None:
    tree = tree_of(BRIGADE, Entity(0, 2, "ORG"), Entity(5, 6, "PLACE"))
    brigade, residents = party_mentions(3, tree, [], load_language())
    assert (brigade.ids, brigade.kind, brigade.head, brigade.sentence) == (("other:Example Brigade",), UNLISTED, 1, 3)
    assert (residents.ids, residents.kind, residents.span) == (("civilians",), "people", Span(24, 33))


@pytest.mark.parametrize("label", ["PERSON", "PLACE", "EVENT"])
def test_people_places_and_events_are_no_parties(label: str) -> None:
    mentions = party_mentions(0, tree_of(BRIGADE, Entity(0, 2, label)), [], load_language())
    assert [mention.ids for mention in mentions] == [("civilians",)]


def test_a_name_without_a_proper_noun_is_none() -> None:
    rows: list[Row] = [
        ("Warplanes", "warplane", NOUN, "NNS", 1, "nsubj"),
        ("struck", "strike", "VERB", "VBD", -1, "root"),
    ]
    assert party_mentions(0, tree_of(rows, Entity(0, 1, "ORG")), [], load_language()) == []


def test_what_a_pack_names_is_not_named_again() -> None:
    found = [(Span(0, 15), ("sy.rebels",), "name")]
    tree = tree_of(BRIGADE, Entity(0, 2, "ORG"))
    mentions = party_mentions(0, tree, found, load_language())
    assert [mention.ids for mention in mentions] == [("sy.rebels",), ("civilians",)]
    assert (mentions[0].first, mentions[0].last, mentions[0].rule) == (0, 1, "party.name")


def test_a_mention_outside_the_words_is_dropped() -> None:
    assert party_mentions(0, tree_of(BRIGADE[:3]), [(Span(900, 905), ("sy.rebels",), "name")], load_language()) == []


def test_places_of_the_gazetteer_and_of_the_parser() -> None:
    tree = tree_of(BRIGADE, Entity(5, 6, "PLACE"))
    (guessed,) = localities(0, tree, [], [])
    assert (guessed.span, guessed.entry_ids, guessed.rule) == (Span(37, 43), (), "place.parser")
    (known,) = localities(0, tree, [PlaceMention(37, 43, "Xanadu", ("xanadu",))], [])
    assert (known.entry_ids, known.rule, known.head) == (("xanadu",), "place.gazetteer", 5)


def test_a_common_word_in_a_places_name_does_not_take_it() -> None:
    rows: list[Row] = [
        ("Press", "Press", PROPN, "NNP", 1, "compound"),
        ("Street", "Street", PROPN, "NNP", 2, "nsubj"),
        ("burns", "burn", "VERB", "VBZ", -1, "root"),
    ]
    tree = tree_of(rows, Entity(0, 2, "PLACE"))
    parties = party_mentions(0, tree, [], load_language())
    assert [mention.kind for mention in parties] == ["public-place"]
    assert [place.span for place in localities(0, tree, [], parties)] == [Span(0, 12)]
    body = [replace(parties[0], kind=UNLISTED)]
    assert localities(0, tree, [], body) == []


def test_a_place_by_the_parser_has_a_proper_noun() -> None:
    rows: list[Row] = [("countryside", "countryside", NOUN, "NN", -1, "root")]
    assert localities(0, tree_of(rows, Entity(0, 1, "PLACE")), [], []) == []


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("The Syrian army shelled the town.", "Syrian army", ("sy.gov.forces",)),
        ("Jaish al-Islam shelled the town.", "Jaish al-Islam", ("sy.rebels.jaish-al-islam",)),
        ("Shells killed two children.", "children", ("civilians",)),
        ("Gunmen opened fire.", "Gunmen", ("fighters",)),
        ("They opened fire.", "They", ()),
        ("Activists reported clashes.", "Activists", ("activists",)),
    ],
)
def test_parsed_sentences(text: str, words: str, ids: tuple[str, ...]) -> None:
    reading = reading_of(text)
    assert (words, ids) in [(mention.span.of(text), mention.ids) for mention in reading.parties[0]]


def test_mentions_stand_in_text_order_and_in_their_sentence() -> None:
    text = "Rebels and the Syrian army clashed near Aleppo. Residents said jets of the coalition hit a market in Raqqa."
    reading = reading_of(text)
    for number, tree in enumerate(reading.trees):
        mentions = reading.parties[number]
        assert [m.span for m in mentions] == sorted(m.span for m in mentions)
        assert all(m.span in tree.span and m.first <= m.head <= m.last and m.sentence == number for m in mentions)
        assert all(place.span in tree.span for place in reading.places[number])
    assert [place.span.of(text) for group in reading.places for place in group] == ["Aleppo", "Raqqa"]


def test_a_holder_of_a_place_is_no_party_of_the_sentence() -> None:
    reading = reading_of("Jets struck a rebel-held town.")
    assert [mention.ids for mention in reading.holders[0]] == [("sy.rebels",)]


def test_a_name_speaks_for_the_body_that_introduces_it_here() -> None:
    text = "US military spokesman Colonel Steve Warren said so. Steve Warren spoke again."
    reading = reading_of(text)
    ids = {(n, m.span.of(text)): m.ids for n, group in enumerate(reading.parties) for m in group}
    assert ids[0, "US military spokesman Colonel Steve Warren"] == ("us.forces",)
    assert ids[1, "Steve Warren"] == ("coalition",), "without the words, as the pack knows him"


def test_another_body_near_a_name_does_not_introduce_it() -> None:
    text = "The Russian army, Steve Warren said, shelled Hama."
    reading = reading_of(text)
    assert {m.ids for m in reading.parties[0] if m.span.of(text) == "Steve Warren"} == {("coalition",)}
