"""Reports read whole: windows, and vectors that know their surroundings."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.language import load_parser, load_story_reader
from trucewatch.language.pieces import EncodedWord
from trucewatch.language.story import WINDOW, feed_of, lay_out, windows

REPORT = "The army shelled Douma on Monday. It said nothing. Residents counted four dead."
START, STOP = 2, 3


@given(st.lists(st.integers(1, 900), max_size=60))
def test_windows_hold_every_sentence_once_and_never_too_much(sizes: list[int]) -> None:
    found = windows(sizes)
    assert [number for window in found for number in range(window.first, window.last)] == list(range(len(sizes)))
    for window in found:
        assert window.size == sum(min(size + 1, WINDOW) for size in sizes[window.first : window.last]) <= WINDOW


def test_windows_are_few_and_even() -> None:
    assert len(windows([99] * 5)) == 1
    first, second = windows([99] * 8)
    assert first.size == second.size == 400


def test_a_word_stands_where_its_first_piece_is() -> None:
    sentences = [[EncodedWord((11, 12), 1), EncodedWord((13,), 0)], [EncodedWord((14,), 0)]]
    (window,) = windows([3, 1])
    laid = lay_out(window, sentences, START, STOP)
    assert laid.pieces == [START, 11, 12, 13, STOP, 14, STOP]
    assert [laid.pieces[at] for at in laid.firsts] == [11, 13, 14]
    assert len(laid.shapes) == len(laid.pieces)


@given(st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=300), min_size=1, max_size=8))
def test_no_window_is_longer_than_the_encoder_reads(sentences: list[list[int]]) -> None:
    words = [[EncodedWord((7,) * size, 0) for size in sentence] for sentence in sentences]
    for window in windows([sum(sentence) for sentence in sentences]):
        laid = lay_out(window, words, START, STOP)
        assert len(laid.pieces) <= WINDOW + 2
        assert len(laid.firsts) == sum(map(len, words[window.first : window.last]))
        assert max(laid.firsts) < len(laid.pieces)


def test_shorter_windows_are_filled_up() -> None:
    words = [[EncodedWord((7,) * 8, 0)] * 60, [EncodedWord((7,), 0)]]
    laid = [lay_out(window, words, START, STOP) for window in windows([480, 40])]
    feed = feed_of(laid)
    assert {numbers.shape[0] for numbers in feed.values()} == {2}
    assert feed["pieces"][1, len(laid[1].pieces) :].sum() == 0


def test_a_vector_a_word_that_knows_the_other_sentences() -> None:
    sentences = load_parser().parse(REPORT)
    vectors = load_story_reader().read(sentences)
    assert [v.shape for v in vectors] == [(len(sentence.tokens), 384) for sentence in sentences]
    assert all(v.dtype == np.float32 and np.isfinite(v).all() for v in vectors)
    alone = load_story_reader().read(sentences[1:2])[0]
    assert not np.allclose(alone, vectors[1], atol=1e-3)
    assert load_story_reader().read([]) == ()


def test_the_same_again_in_threads() -> None:
    sentences = load_parser().parse(REPORT)
    reader = load_story_reader()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: np.concatenate(reader.read(sentences)), range(8)))
    assert all(np.array_equal(answer, answers[0]) for answer in answers)
