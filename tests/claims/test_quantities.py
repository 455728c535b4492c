"""Numbers of people: what they count, their bounds, and the numbers that count nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.builders import Row, counted, parsed, sentence
from trucewatch.claims.quantities import Quantity, QuantityReader
from trucewatch.claims.tree import Tree
from trucewatch.model import Count
from trucewatch.packs.language_pack import load_language

NUMBERS = ["a", "dozen", "two", "hundred", "12", "tens", "thousands", "twenty", "thousand", "0", "2016", "many"]
AROUND = ["at", "least", "and", "-", "to", "people", "May", "of", "as", "$", ",", "aged", "km", "woman", "children"]
WORDS = st.sampled_from([*NUMBERS, *AROUND])


def numbers_of(tree: Tree) -> list[Quantity]:
    return QuantityReader(load_language()).find(tree)


@pytest.mark.parametrize(
    ("phrase", "words", "count"),
    [
        ("Eight", "Eight", Count(8, 8)),
        ("at least eight", "at least eight", Count(8, None)),
        ("more than 20", "more than 20", Count(20, None)),
        ("over 20", "over 20", Count(20, None)),
        ("no fewer than 20", "no fewer than 20", Count(20, None)),
        ("up to ten", "up to ten", Count(None, 10)),
        ("as many as ten", "as many as ten", Count(None, 10)),
        ("nearly 30", "nearly 30", Count(None, 30)),
        ("almost a hundred", "almost a hundred", Count(None, 100)),
        ("at least a dozen", "at least a dozen", Count(12, None)),
        ("about 15", "15", Count(15, 15)),
        ("some 1,200", "1,200", Count(1200, 1200)),
        ("eight to ten", "eight to ten", Count(8, 10)),
        ("12 - 14", "12 - 14", Count(12, 14)),
        ("two or three", "two or three", Count(2, 3)),
        ("at least eight to ten", "at least eight to ten", Count(8, None)),
        ("between 65 and 73", "65 and 73", Count(65, 73)),
        ("at least 15 and up to 25", "at least 15 and up to 25", Count(15, 25)),
        ("two hundred", "two hundred", Count(200, 200)),
        ("two hundred and fifty", "two hundred and fifty", Count(250, 250)),
        ("two thousand three hundred", "two thousand three hundred", Count(2300, 2300)),
        ("twenty - five", "twenty - five", Count(25, 25)),
        ("three dozen", "three dozen", Count(36, 36)),
        ("dozens", "dozens", Count(None, None, "dozens")),
        ("several hundred", "several hundred", Count(None, None, "several hundred")),
        ("tens of thousands", "tens of thousands", Count(None, None, "tens of thousands")),
        ("a number of", "number", Count(None, None, "number")),
        ("zero", "zero", Count(0, 0)),
    ],
)
def test_a_number_and_its_bounds(phrase: str, words: str, count: Count) -> None:
    tree, text = counted(phrase, "civilians", "civilian")
    (quantity,) = numbers_of(tree)
    assert (quantity.span.of(text), quantity.count) == (words, count)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("At least eight people were killed.", [("people", Count(8, None))]),
        ("The strike killed 25 and wounded 40.", [("25", Count(25, 25)), ("40", Count(40, 40))]),
        ("A family of five was killed.", [("family", Count(5, 5))]),
        ("Tens of thousands of people left.", [("people", Count(None, None, "tens of thousands"))]),
        ("Fighters took two hills.", [("hills", Count(2, 2))]),
        ("A man died two kilometres from the town.", [("man", Count(1, 1))]),
        ("A 12-year-old boy was wounded.", [("boy", Count(1, 1))]),
        ("The toll rose to 31.", [("31", Count(31, 31))]),
        ("The number of dead rose.", []),
        ("The shelling of 2016 went on.", []),
        ("A 122 mm rocket hit the town.", []),
        ("The shells fell at 10 pm on May 12.", []),
        ("The 48-hour truce began.", []),
        ("He is 34 years old.", []),
        ("Aged 34, he was killed.", []),
        ("Sami Darwish (34) was killed.", []),
        ("Sami Darwish, 34, said so.", []),
        ("Resolution 2254 was cited.", []),
        ("It cost $5 million.", []),
        ("The 21st brigade attacked.", []),
        ("Prices rose by 12 percent.", []),
        ("The town lies 12 km to the north.", []),
    ],
)
def test_what_the_number_counts(text: str, counts: list[tuple[str, Count]]) -> None:
    tree = parsed(text)
    assert [(tree.tokens[found.noun].text, found.count) for found in numbers_of(tree)] == counts


def test_people_told_together_are_summed() -> None:
    text = "A woman and her two children were killed."
    *parts, total = numbers_of(parsed(text))
    assert [part.count for part in parts] == [Count(1, 1), Count(2, 2)]
    assert (total.span.of(text), total.count, total.rule) == ("A woman and her two children", Count(3, 3), "count.sum")


def test_somebodys_relative_told_with_others_counts_as_one() -> None:
    total = numbers_of(parsed("A woman and her daughter were killed."))[-1]
    assert (total.count, total.rule) == (Count(2, 2), "count.sum")
    assert [found.count for found in numbers_of(parsed("A woman and her family fled."))] == [Count(1, 1)]


def test_a_bound_of_one_part_bounds_the_sum() -> None:
    rows: list[Row] = [
        ("At", "at", "ADP", "IN", 2, "case"),
        ("least", "least", "ADJ", "JJS", 2, "nmod"),
        ("four", "four", "NUM", "CD", 3, "nummod"),
        ("men", "man", "NOUN", "NNS", 7, "nsubj"),
        ("and", "and", "CCONJ", "CC", 6, "cc"),
        ("two", "two", "NUM", "CD", 6, "nummod"),
        ("women", "woman", "NOUN", "NNS", 3, "conj"),
        ("died", "die", "VERB", "VBD", -1, "root"),
    ]
    assert numbers_of(Tree(sentence(rows)))[-1].count == Count(6, None)


def test_a_year_that_counts_people_is_a_number() -> None:
    tree, _ = counted("2016", "civilians", "civilian")
    assert [quantity.count for quantity in numbers_of(tree)] == [Count(2016, 2016)]
    tree, _ = counted("2016", "models", "model")
    assert numbers_of(tree) == []


@given(st.lists(WORDS, min_size=1, max_size=9))
def test_any_words(words: list[str]) -> None:
    rows: list[Row] = [(w, w.lower(), "NUM", "CD", at + 1, "nummod") for at, w in enumerate(words)]
    rows.append(("people", "people", "NOUN", "NNS", -1, "root"))
    tree = Tree(sentence(rows))
    for found in numbers_of(tree):
        assert 0 <= found.first <= found.last < len(rows)
        assert 0 <= found.noun < len(rows)
        assert (found.span.start, found.span.end) == (tree.tokens[found.first].start, tree.tokens[found.last].end)
        low, high = found.count.min, found.count.max
        assert low is None or high is None or 0 <= low <= high
        assert (found.count.word is not None) == (found.rule == "count.vague")
        assert found.count.word is None or (low, high) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The group shot down a jet, killing its pilot.", "pilot"),
        ("Civilian killed in mortar attack on Damascus.", "Civilian"),
        ("Gunmen executed the commander.", "commander"),
    ],
)
def test_one_who_is_hurt_needs_no_number(text: str, words: str) -> None:
    (one,) = numbers_of(parsed(text))
    assert one.span.of(text) == words
    assert one.count == Count(1, 1)


def test_one_who_hurts_others_is_not_counted() -> None:
    assert [q.count for q in numbers_of(parsed("The commander killed two soldiers."))] == [Count(2, 2)]
