"""Which of the places of one name a report means."""

from __future__ import annotations

import pytest

from tests.claims.builders import reading_of, sentence
from trucewatch.claims.mentions import Locality
from trucewatch.claims.tree import Tree
from trucewatch.claims.which_place import settled
from trucewatch.packs import Gazetteer, PlaceEntry


def entry(
    place: str, name: str, kind: str, country: str, lat: float, lon: float, admin1: str | None = None
) -> PlaceEntry:
    return PlaceEntry(
        place, name, kind, admin1, country, lat, lon, 300.0 if kind in ("country", "governorate") else 10.0
    )


GAZETTEER = Gazetteer(
    (one, ())
    for one in (
        entry("fr", "France", "country", "fr", 46.6, 2.4),
        entry("fr.paris", "Paris", "city", "fr", 48.9, 2.4),
        entry("fr.lyon", "Lyon", "city", "fr", 45.8, 4.8),
        entry("us.texas", "Texas", "governorate", "us", 31.5, -99.3),
        entry("us.ohio", "Ohio", "governorate", "us", 40.3, -82.8),
        entry("us.texas.paris", "Paris", "town", "us", 33.7, -95.6, "us.texas"),
        entry("us.dallas", "Dallas", "city", "us", 32.8, -96.8, "us.texas"),
        entry("in.hyderabad", "Hyderabad", "city", "in", 17.4, 78.5),
        entry("pk.hyderabad", "Hyderabad", "city", "pk", 25.4, 68.4),
        entry("pk.karachi", "Karachi", "city", "pk", 24.9, 67.0),
        entry("us.ohio.clinton", "Clinton", "town", "us", 39.4, -83.8, "us.ohio"),
        entry("us.texas.clinton", "Clinton", "town", "us", 33.0, -96.0, "us.texas"),
    )
)


def meant(*texts: str, heads: dict[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """What the names of sentences mean, the last mention of each name; `heads` say which name stands under which."""
    trees, places = [], []
    for number, text in enumerate(texts):
        words = text.split()
        rows = []
        for at, word in enumerate(words):
            above = words.index(heads[word]) if heads and word in heads and heads[word] in words else -1
            rows.append(
                (word, word.lower(), "PROPN", "NNP", above if above >= 0 else at - 1, "appos" if above >= 0 else "dep")
            )
        tree = Tree(sentence(rows))
        trees.append(tree)
        group = []
        for mention in GAZETTEER.find(text):
            span = tree.token_span(next(i for i, t in enumerate(tree.tokens) if t.start == mention.start))
            group.append(Locality(number, span, tree.tokens_in(span)[0], mention.entry_ids, "place.gazetteer"))
        places.append(group)
    found = settled(places, trees, GAZETTEER)
    return {texts[p.sentence][p.span.start : p.span.end]: p.entry_ids for group in found for p in group}


def test_the_state_named_after_a_town_says_which_is_meant() -> None:
    assert meant("fire in Paris , Texas", heads={"Texas": "Paris"})["Paris"] == ("us.texas.paris",)


def test_a_town_that_the_gazetteer_lacks_is_none_of_its_namesakes() -> None:
    assert meant("fire in Lyon , Texas", heads={"Texas": "Lyon"})["Lyon"] == ()
    assert meant("fire in Paris , Ohio", heads={"Ohio": "Paris"})["Paris"] == ()


@pytest.mark.parametrize("text", ["talks in Paris , Texas and Ohio", "talks in Paris and Texas"])
def test_a_list_of_places_says_nothing_of_where_they_lie(text: str) -> None:
    assert meant(text, "fire in Lyon", heads={"Texas": "Paris"})["Paris"] == ("fr.paris",)


def test_a_land_that_opens_another_clause_says_nothing_either() -> None:
    assert meant("in Paris , Texas voted")["Paris"] == ("fr.paris",)


def test_what_is_said_once_holds_for_the_whole_report() -> None:
    found = meant("fire in Paris , Texas", "firemen of Paris came", heads={"Texas": "Paris"})
    assert found["Paris"] == ("us.texas.paris",)


def test_the_larger_is_meant_where_nothing_else_tells() -> None:
    assert meant("fire in Paris")["Paris"] == ("fr.paris",)
    assert meant("fire in Paris", "fire in Lyon", "fire in Dallas")["Paris"] == ("fr.paris",)


def test_a_report_of_the_lesser_ones_land_means_it() -> None:
    assert meant("fire in Paris", "fire in Texas", "fire in Dallas")["Paris"] == ("us.texas.paris",)
    assert meant("fire in Paris", "fire in Ohio")["Paris"] == ("fr.paris",)


def test_of_two_cities_that_of_the_country_told_of_is_meant() -> None:
    assert meant("fire in Hyderabad", "fire in Karachi")["Hyderabad"] == ("pk.hyderabad",)
    assert meant("fire in Hyderabad")["Hyderabad"] == ("in.hyderabad", "pk.hyderabad")


def test_namesakes_of_one_country_stay_unless_one_ones_state_is_named() -> None:
    assert meant("fire in Clinton")["Clinton"] == ("us.ohio.clinton", "us.texas.clinton")
    assert meant("fire in Clinton", "fire in Ohio")["Clinton"] == ("us.ohio.clinton",)


@pytest.mark.parametrize(
    ("text", "conflict", "name", "ids"),
    [
        ("The soldier was born in Paris, Texas, on Friday.", "ukraine", "Paris", ("us.texas.paris",)),
        ("Ministers met in Paris on Friday.", "ukraine", "Paris", ("fr.paris",)),
        ("Troops from Texas, Ohio and Georgia trained there.", "ukraine", "Georgia", ("us.georgia",)),
        ("Russian forces entered Georgia from Russia on Friday.", "ukraine", "Georgia", ("ge",)),
        ("In Idlib, Turkey said its post was shelled on Friday.", "syria", "Idlib", ("sy.idlib",)),
        (
            "Shells fell on Jisr al-Shughour, Idlib, on Friday.",
            "syria",
            "Jisr al-Shughour",
            ("sy.idlib.jisr-al-shughur",),
        ),
    ],
)
def test_worked_sentences(text: str, conflict: str, name: str, ids: tuple[str, ...]) -> None:
    (found,) = (place for place in reading_of(text, conflict=conflict).places[0] if place.span.of(text) == name)
    assert found.entry_ids == ids
