"""Names that stand where only a place can."""

from __future__ import annotations

import pytest

from tests.claims.builders import Row, reading_of, sentence
from trucewatch.claims.mentions import localities
from trucewatch.claims.named_places import with_told_places
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
