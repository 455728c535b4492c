"""What speaks for and against one event, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.views import builders
from tests.views.finer_places import MARK, finer_conflict
from trucewatch.incidents.features import FEATURES
from trucewatch.model import Claim, Count, Day, Found, LinkPart, PassageKind, Place
from trucewatch.views.labels import table
from trucewatch.views.link_words import Pair, part_words

CONFLICT = finer_conflict()
REPORT, OTHER = (
    builders.a_document(outlet, "Strikes", ((PassageKind.BODY, "Jets carried out air strikes."),), day)
    for outlet, day in (("Orontes Wire", date(2016, 5, 21)), ("State News", date(2016, 5, 23)))
)
BARE = builders.a_claim(REPORT, "attack.air", "air strikes")
ARIHA, IDLIB = Place("Ariha", "sy.ariha", "sy.idlib", "sy"), Place("Idlib", "sy.idlib", None, "sy")
QUARTER = Place("Q", f"sy.{MARK}quarter", "sy.idlib", "sy")
STREET = Place("S", f"sy.{MARK}street", "sy.idlib", "sy")
DEPOT = Place("D", f"sy.{MARK}depot", "sy.idlib", "sy")
MAY_20, MAY_21, WEEKEND = (
    Day(date(2016, 5, start), date(2016, 5, end), "day") for start, end in ((20, 20), (21, 21), (20, 22))
)


def words(feature: str, value: float, first: object, second: object, *, one_report: bool = False) -> str:
    field = {"toll": "killed"}.get(feature, feature)
    claims: list[Claim] = [replace(BARE, **{field: Found(told, "rule")}) for told in (first, second)]
    pair = Pair(CONFLICT, *claims, REPORT, REPORT if one_report else OTHER)
    return part_words(pair, LinkPart(feature, value, 1.0, "the stored words, which are not shown"))


@pytest.mark.parametrize(
    ("feature", "value", "first", "second", "told"),
    [
        ("act", 1.0, "attack.air", "attack.air", "both tell of the same act: air strike"),
        ("act", 0.4, "attack.air", "kill", "air strike and killing of means not told, which one event can be told as"),
        (
            "act", -0.5, "attack.air", "attack.shelling",
            "air strike and shelling or missile fire, which one event is seldom told as",
        ),
        ("place", 1.0, ARIHA, ARIHA, "both name Ariha"),
        ("place", 1.0, QUARTER, QUARTER, "both name Ariha"),
        ("place", -0.5, QUARTER, ARIHA, "different places, both shown as Ariha"),
        ("place", 0.1, ARIHA, IDLIB, "Ariha lies in Idlib"),
        ("place", 0.1, IDLIB, ARIHA, "Ariha lies in Idlib"),
        ("place", 0.1, ARIHA, STREET, "Ariha and near Ariha: one of the reports names both"),
        ("place", 0.4, STREET, ARIHA, "places near each other: near Ariha and Ariha, about 0 km apart"),
        ("place", -1.0, ARIHA, DEPOT, "different places: Ariha and a base in Idlib"),
        ("place", -1.0, Place("Nowhere"), ARIHA, "different places: a place not in the gazetteer and Ariha"),
        ("place", -0.9, None, ARIHA, "only one tells a place (Ariha)"),
        ("place", -0.9, None, None, "neither tells a place"),
        ("day", 1.0, MAY_20, MAY_20, "same day told: 20 May 2016"),
        ("day", 0.6, WEEKEND, WEEKEND, "same days told: 20 to 22 May 2016"),
        ("day", 0.4, MAY_20, WEEKEND, "days told that meet: 20 May 2016 and 20 to 22 May 2016"),
        ("day", -0.5, MAY_20, WEEKEND, "days told that meet, but fit badly: 20 May 2016 and 20 to 22 May 2016"),
        ("day", -0.1, MAY_21, MAY_20, "days told that lie 1 day apart: 21 May 2016 and 20 May 2016"),
        ("day", 0.2, None, MAY_20, "only one tells a day (20 May 2016), and the days of publication fit"),
        ("day", -0.5, None, None, "neither tells a day"),
        ("actor", 1.0, ("ru.forces", "unknown"), ("ru.forces",), "same alleged actor: Russian forces"),
        (
            "actor", 0.7, ("ru.forces",), ("sy.gov.forces",),
            "alleged actors that can be the same: Russian forces here, Syrian government forces there",
        ),
        (
            "actor", -0.3, ("ru.forces",), ("sy.rebels",),
            "different alleged actors: Russian forces here, Rebel groups there",
        ),
        ("target", 1.0, ("civilians",), ("civilians",), "same target: civilians"),
        ("target", -1.0, ("civilians",), ("sy.rebels",), "different targets: civilians here, Rebel groups there"),
        ("toll", 0.8, Count(8, 8), Count(8, 8), "same number killed told: 8"),
        ("toll", 0.2, Count(8, 8), Count(5, None), "numbers killed that can both hold: 8 and 5 or more"),
        ("toll", -0.7, Count(8, 8), Count(43, 43), "numbers killed that differ: 8 and 43"),
    ],
)  # fmt: skip
def test_a_part_says_what_the_two_tell(feature: str, value: float, first: object, second: object, told: str) -> None:
    assert words(feature, value, first, second) == told


@pytest.mark.parametrize(
    ("feature", "value", "told"),
    [
        ("words", 0.4, "sentences that have words in common"),
        ("words", -0.2, "sentences with few words in common"),
        ("title", 0.4, "headlines that have words in common"),
        ("title", -0.2, "headlines with few words in common"),
        ("names", 0.333333, "1 name or number in common besides parties and place"),
        ("names", 0.666667, "2 names or numbers in common besides parties and place"),
        ("names", 1.0, "3 or more names or numbers in common besides parties and place"),
        ("origin", 0.5, "50% of the shorter sentence stands in the other word for word"),
        ("published", 0.0, "published 2 days apart"),
        ("same report", 1.0, "told close together in one report, as the same act"),
        ("same report", 0.4, "told in one report"),
        ("a feature of a newer program", 1.0, "a feature of a newer program"),
    ],
)
def test_a_part_of_the_reports(feature: str, value: float, told: str) -> None:
    pair = Pair(CONFLICT, BARE, BARE, REPORT, OTHER)
    assert part_words(pair, LinkPart(feature, value, 1.0, "stored")) == told


def test_within_one_report() -> None:
    assert words("place", 0.3, ARIHA, None, one_report=True) == "one report, no second place told"
    assert words("place", 0.3, None, None, one_report=True) == "one report, no place told"
    assert words("day", 0.3, MAY_20, None, one_report=True) == "one report, no second day told"
    assert words("day", 0.3, None, None, one_report=True) == "one report, no day told"


def test_days_of_publication() -> None:
    same = Pair(CONFLICT, BARE, BARE, REPORT, REPORT)
    assert part_words(same, LinkPart("published", 1.0, 1.0, "")) == "published on the same day"
    undated = Pair(CONFLICT, BARE, BARE, REPORT, replace(OTHER, published=None))
    assert part_words(undated, LinkPart("published", 0.5, 1.0, "")) == "not both tell when they were published"


def test_every_feature_has_words_of_its_own() -> None:
    assert {feature.name for feature in FEATURES} == set(table("link_parts"))
    pair = Pair(CONFLICT, *builders.STRIKE[:2], REPORT, OTHER)
    for feature in FEATURES:
        for value in (-1.0, 1.0):
            assert part_words(pair, LinkPart(feature.name, value, 1.0, "stored")) != feature.name
