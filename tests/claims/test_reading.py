"""A report as the coder sees it before it chooses anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.claims.builders import FRIDAY, reading_of
from trucewatch.claims.reading import read
from trucewatch.language import load_parser, load_story_reader
from trucewatch.model import Passage, PassageKind, Span
from trucewatch.packs import load_conflict

STORY = "Rebels shelled Aleppo on Monday. Two people were killed."


def test_days_count_from_the_day_of_publication() -> None:
    reading = reading_of(STORY)
    assert (reading.anchor, reading.own_date) == (FRIDAY, None)
    assert [words.day.start for words in reading.times[0]] == [date(2016, 5, 16)]


def test_the_date_in_the_copy_stands_over_the_day_of_publication() -> None:
    reading = reading_of(f"AMMAN, May 10, 2016 - {STORY}")
    assert reading.anchor == date(2016, 5, 10)
    assert [words.day.start for words in reading.times[0]] == [date(2016, 5, 9)]


def test_without_a_day_to_count_from_no_time_is_resolved() -> None:
    reading = reading_of(STORY, published=None)
    assert reading.anchor is None
    assert all(times == () for times in reading.times)


def test_all_lists_run_beside_the_sentences() -> None:
    reading = reading_of(STORY)
    lists = (reading.parties, reading.holders, reading.places, reading.times, reading.quantities, reading.candidates)
    assert {len(found) for found in lists} == {len(reading.trees)} == {2}


@pytest.mark.parametrize("kind", [PassageKind.CAPTION, PassageKind.FURNITURE])
def test_captions_and_furniture_are_left_out_even_where_they_were_parsed(kind: PassageKind) -> None:
    caption = "Jets bombed a town in an old picture."
    text = f"{STORY}\n\n{caption}"
    split = Span(0, len(STORY)), Span(len(STORY) + 2, len(text))
    passages = (Passage(PassageKind.BODY, split[0]), Passage(kind, split[1]))
    document = replace(reading_of(STORY).document, text=text, passages=passages)
    reading = read(document, load_parser().parse(text), load_conflict("syria"))
    assert [tree.span.of(text) for tree in reading.trees] == [
        "Rebels shelled Aleppo on Monday.",
        "Two people were killed.",
    ]


def test_vectors_are_means_of_the_words_they_are_asked_for() -> None:
    plain = reading_of(STORY)
    vectors = load_story_reader().read([tree.sentence for tree in plain.trees])
    reading = replace(plain, word_vectors=vectors)
    asked = reading.vectors([((0, 0),), ((1, 1),), ((0, 0), (1, 1)), ()])
    assert asked is not None
    one, other, both, nothing = asked
    np.testing.assert_array_equal(one, vectors[0][0])
    np.testing.assert_allclose(both, (one + other) / 2, rtol=1e-4, atol=1e-5)
    assert not nothing.any()
    assert plain.vectors([((0, 0),)]) is None


def test_a_report_without_sentences() -> None:
    document = reading_of(STORY).document
    reading = read(document, [], load_conflict("syria"))
    assert reading.trees == ()
    assert reading.vectors([]) is None


@pytest.mark.parametrize(("conflict", "found"), [("syria", True), ("yemen", False)])
def test_parties_are_those_of_the_conflict(conflict: str, found: bool) -> None:
    document = reading_of("Jaish al-Islam shelled the town.").document
    reading = read(document, load_parser().parse(document.text), load_conflict(conflict))
    assert (("sy.rebels.jaish-al-islam",) in [mention.ids for mention in reading.parties[0]]) is found
