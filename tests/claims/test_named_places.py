"""Names that stand where only a place can."""

from __future__ import annotations

import pytest

from tests.claims.builders import Row, reading_of, sentence
from trucewatch.claims.mentions import localities
from trucewatch.claims.named_places import names_of_others, with_told_places
from trucewatch.claims.tree import Tree
from trucewatch.language import Entity, Sentence
from trucewatch.packs.gazetteer import PlaceMention
from trucewatch.packs.language_pack import load_language


def rows_of(text: str) -> list[Row]:
    """Words one space apart; those with a capital are proper nouns."""
    words = text.split()
    return [(w, w.lower(), "PROPN" if w[0].isupper() else "NOUN", "NN", at - 1, "dep") for at, w in enumerate(words)]


def places_in(text: str, *, entity: tuple[int, int] | None = None, known: str = "") -> list[str]:
    made = sentence(rows_of(text))
    entities = (Entity(*entity, "PLACE"),) if entity else ()
    tree = Tree(Sentence(made.start, made.end, made.tokens, entities))
    start = text.find(known) if known else -1
    found = [PlaceMention(start, start + len(known), known, ("known",))] if known else []
    there = localities(0, tree, found, [])
    return [place.span.of(text) for place in with_told_places(0, tree, there, [], load_language())]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("shells hit Xanadu village", ["Xanadu"]),
        ("shells hit Upper Xanadu district", ["Upper Xanadu"]),
        ("shells hit the town of Xanadu", ["Xanadu"]),
        ("shells hit Xanadu", []),
        ("a meeting in May district", []),
        ("shells fired by Xanadu Brigade", []),
    ],
)
def test_words_beside_a_name_show_that_it_is_a_places(text: str, places: list[str]) -> None:
    assert places_in(text) == places


def test_a_name_before_the_place_around_it() -> None:
    assert places_in("shells fell in Xanadu , Idlib", known="Idlib") == ["Xanadu", "Idlib"]
    assert places_in("shells fell in Xanadu ( Idlib )", known="Idlib") == ["Xanadu", "Idlib"]
    assert places_in("a word of Xanadu , Idlib", known="Idlib") == ["Idlib"]


def test_a_place_by_the_parser_reaches_to_the_end_of_its_name() -> None:
    assert places_in("shells hit Islam Qala", entity=(2, 3)) == ["Islam Qala"]
    assert places_in("shells hit Islam Qala", entity=(2, 3), known="Qala") == ["Islam", "Qala"]


def test_another_spelling_of_a_known_place_is_that_place() -> None:
    (place,) = reading_of("Rebels shelled the town of Sarmeda.").places[0]
    assert place.entry_ids == ("sy.idlib.sarmada",)


def test_a_spelling_that_fits_several_places_keeps_them_all() -> None:
    (place,) = reading_of("Rebels shelled the town of Dareiya.").places[0]
    assert len(place.entry_ids) > 1


def tree_with(text: str, *entities: tuple[int, int, str]) -> Tree:
    made = sentence(rows_of(text))
    return Tree(Sentence(made.start, made.end, made.tokens, tuple(Entity(*entity) for entity in entities)))


def test_a_last_name_is_somebodys_wherever_it_stands() -> None:
    there = tree_with("word of Jon Xanadu", (2, 4, "PERSON"))
    here = tree_with("word of Xanadu", (2, 3, "PLACE"))
    others = names_of_others([there, here])
    assert others == {"Xanadu"}
    known = localities(0, here, [], [])
    assert len(known) == 1
    assert with_told_places(0, here, known, [], load_language(), others) == []


def test_a_name_that_is_a_places_more_often_is_a_place() -> None:
    place = tree_with("word of Xanadu", (2, 3, "PLACE"))
    assert names_of_others([tree_with("word of Xanadu", (2, 3, "ORG")), place]) == frozenset()
    assert names_of_others([tree_with("word of Jon Xanadu", (2, 4, "PERSON")), place, place]) == frozenset()


def test_a_place_in_a_bodys_name_is_none() -> None:
    rows: list[Row] = [
        ("Bank", "Bank", "PROPN", "NNP", -1, "root"),
        ("of", "of", "ADP", "IN", 2, "case"),
        ("Xanadu", "Xanadu", "PROPN", "NNP", 0, "nmod"),
    ]
    made = sentence(rows)
    found = [PlaceMention(8, 14, "Xanadu", ("known",))]
    for label, places in (("ORG", 0), ("PLACE", 1)):
        tree = Tree(Sentence(made.start, made.end, made.tokens, (Entity(0, 3, label),)))
        assert len(with_told_places(0, tree, localities(0, tree, found, []), [], load_language())) == places
    alone = Tree(Sentence(made.start, made.end, made.tokens, (Entity(2, 3, "ORG"),)))
    assert len(with_told_places(0, alone, localities(0, alone, found, []), [], load_language())) == 1


@pytest.mark.parametrize(
    ("text", "entity", "places"),
    [
        ("shells hit Village", (2, 3), []),
        ("shells hit Town Center", (2, 4), []),
        ("shells hit Xanadu", (2, 3), ["Xanadu"]),
    ],
)
def test_a_word_for_a_kind_of_place_is_no_name(text: str, entity: tuple[int, int], places: list[str]) -> None:
    assert places_in(text, entity=entity) == places


def test_a_street_or_river_is_not_the_place_whose_name_it_bears() -> None:
    tree = tree_with("shells hit Idlib Street")
    (place,) = with_told_places(
        0, tree, localities(0, tree, [PlaceMention(11, 16, "Idlib", ("known",))], []), [], load_language()
    )
    assert (place.span.of("shells hit Idlib Street"), place.entry_ids) == ("Idlib Street", ())
    assert places_in("shells hit Idlib street", known="Idlib") == ["Idlib"]


def test_who_speaks_is_no_unknown_place() -> None:
    rows: list[Row] = [("Xanadu", "Xanadu", "PROPN", "NNP", 1, "nsubj"), ("said", "say", "VERB", "VBD", -1, "root")]
    made = sentence(rows)
    tree = Tree(Sentence(made.start, made.end, made.tokens, (Entity(0, 1, "PLACE"),)))
    assert with_told_places(0, tree, localities(0, tree, [], []), [], load_language()) == []
    known = localities(0, tree, [PlaceMention(0, 6, "Xanadu", ("known",))], [])
    assert with_told_places(0, tree, known, [], load_language()) == known


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("word of Jon Xanadu", False),
        ("word of XANADU Jon", True),
        ("word of General Jon Xanadu", False),
        ("word of Xanadu President", True),
        ("word of Xanadu District Judge Jon", True),
        ("word of Jon of Xanadu", True),
    ],
)
def test_a_known_place_in_somebodys_name_is_none(text: str, place: bool) -> None:
    words = text.split()
    tree = tree_with(text, (2, len(words), "PERSON"))
    name = "XANADU" if "XANADU" in words else "Xanadu"
    start = text.find(name)
    known = localities(0, tree, [PlaceMention(start, start + len(name), name, ("known",))], [])
    assert bool(with_told_places(0, tree, known, [], load_language())) is place


@pytest.mark.parametrize(
    ("text", "whole", "kept"),
    [
        ("a word of New Xanadu", "New Xanadu", False),
        ("a word of West Xanadu", "West Xanadu", True),
        ("a word of St. Xanadu", "St. Xanadu", False),
        ("a word of the Xanadu", "Xanadu", True),
    ],
)
def test_a_longer_name_by_the_parser_is_another_places(text: str, whole: str, kept: bool) -> None:
    tree = tree_with(text, (3, 5, "PLACE"))
    start = text.find("Xanadu")
    known = localities(0, tree, [PlaceMention(start, start + 6, "Xanadu", ("known",))], [])
    (place,) = with_told_places(0, tree, known, [], load_language())
    assert place.span.of(text) == whole
    assert bool(place.entry_ids) is kept


@pytest.mark.parametrize(
    ("text", "entity", "place"),
    [
        ("near Xanadu 's Bridge today", (1, 2), "Xanadu 's Bridge"),
        ("near Xanadu 's Jon today", (1, 2), "Xanadu"),
        ("near Xanadu town today", (1, 3), "Xanadu"),
        ("near Xanadu camp today", (1, 3), "Xanadu camp"),
        ("near Xanadu County Court today", (1, 4), "Xanadu County"),
    ],
)
def test_how_far_a_place_by_the_parser_reaches(text: str, entity: tuple[int, int], place: str) -> None:
    assert places_in(text, entity=entity) == [place]


def test_a_county_is_one_in_a_bodys_name_too() -> None:
    assert places_in("word of the Xanadu County Court") == ["Xanadu County"]
    assert places_in("word of a County Court") == []


def test_a_hyphen_joins_two_names_of_a_county() -> None:
    (place,) = reading_of("Shells fell in Mosul-Dade County on Friday.", conflict="ukraine").places[0]
    assert (place.entry_ids, place.span.start) == ((), 15)


def test_a_name_before_a_state_cut_short() -> None:
    assert places_in("word of Xanadu , Va. now", known="Va.") == ["Xanadu", "Va."]
    assert places_in("word of Xanadu , Virginia now", known="Virginia") == ["Virginia"]


def test_names_of_families_and_peoples_are_no_places() -> None:
    rows = [("the", "the", "DET", "DT", 1, "det"), ("Xanadus", "Xanadu", "PROPN", "NNPS", -1, "root")]
    made = sentence(rows)
    tree = Tree(Sentence(made.start, made.end, made.tokens, (Entity(1, 2, "PLACE"),)))
    known = localities(0, tree, [], [])
    assert len(with_told_places(0, tree, known, [], load_language())) == 1
    assert with_told_places(0, tree, known, [], load_language(), {"Xanadu"}) == []
