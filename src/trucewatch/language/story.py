"""Word vectors of a whole report: what a word means here depends on what was told before and after it.

The parser reads sentence by sentence; who "the group" or "it" is stands elsewhere. A second, small encoder reads the
report in windows as long as it can hold, sentence after sentence, and gives each word a vector.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trucewatch.language.interface import Sentence, WordVectors
from trucewatch.language.pieces import EncodedWord, PieceReader
from trucewatch.language.session import session

_NO_SHAPE = 5
WINDOW = 510
"""Pieces of one window, the marker after each sentence counted, the one before the first not."""
_AT_ONCE = 1
"""Windows that the encoder reads together: more take memory and save no time."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences read together, by their numbers; `last` is exclusive."""

    first: int
    last: int
    size: int


def windows(sizes: Sequence[int], limit: int = WINDOW) -> list[Window]:
    """Evenly filled windows, as few as hold all sentences; `sizes` are pieces by sentence, its marker not counted."""
    whole = [min(size + 1, limit) for size in sizes]
    share = limit
    found = list(_filled(whole, share))
    while len(found) > 1 and share > max(whole):  # the smallest share that needs no more windows fills them evenly
        tighter = list(_filled(whole, share - 16))
        if len(tighter) > len(found):
            break
        found, share = tighter, share - 16
    return found


def _filled(sizes: Sequence[int], limit: int) -> Iterator[Window]:
    first, filled = 0, 0
    for number, size in enumerate(sizes):
        if filled and filled + size > limit:
            yield Window(first, number, filled)
            first, filled = number, 0
        filled += size
    if filled:
        yield Window(first, len(sizes), filled)


@dataclass(frozen=True, slots=True)
class WindowInput:
    """One window as numbers: pieces and shapes with their markers, and for each word of its sentences the place of
    its first piece."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]


def lay_out(window: Window, sentences: Sequence[Sequence[EncodedWord]], start: int, stop: int) -> WindowInput:
    """The numbers that the encoder takes for a window; words beyond its end share the last place."""
    pieces, shapes, firsts = [start], [_NO_SHAPE], []
    for sentence in sentences[window.first : window.last]:
        for word in sentence:
            if len(pieces) + len(word.pieces) <= WINDOW:
                firsts.append(len(pieces))
                pieces.extend(word.pieces)
                shapes.extend([word.shape] * len(word.pieces))
            else:
                firsts.append(len(pieces) - 1)
        pieces.append(stop)
        shapes.append(_NO_SHAPE)
    return WindowInput(pieces, shapes, firsts)


class StoryReader:
    """Runs the shipped encoder; make one with `load_story_reader`. Deterministic, safe to share between threads."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._pieces = PieceReader(folder / "tokenizer.json")
        self._encoder = session(folder / "story.onnx", threads)

    def read(self, sentences: Sequence[Sentence]) -> tuple[WordVectors, ...]:
        """For each sentence float32 ``[tokens, width]``, read in the light of the others. None may be empty."""
        if not sentences:
            return ()
        words = [self._pieces.encode([token.text for token in sentence.tokens]) for sentence in sentences]
        laid = [
            lay_out(window, words, self._pieces.start, self._pieces.stop)
            for window in windows([sum(len(word.pieces) for word in sentence) for sentence in words])
        ]
        rows = np.concatenate(
            [row for at in range(0, len(laid), _AT_ONCE) for row in self._run(laid[at : at + _AT_ONCE])]
        )
        ends = np.cumsum([len(sentence) for sentence in words])
        return tuple(np.split(rows, ends[:-1]))

    def _run(self, laid: Sequence[WindowInput]) -> list[WordVectors]:
        found = self._encoder.run(("vectors",), feed_of(laid))[0]
        return [found[at, : len(one.firsts)] for at, one in enumerate(laid)]


def feed_of(laid: Sequence[WindowInput]) -> dict[str, NDArray[np.int64]]:
    """Windows as the encoder's inputs, filled up to the longest."""
    longest = max(len(one.pieces) for one in laid)
    feed = {
        "pieces": np.zeros((len(laid), longest), np.int64),
        "shapes": np.full((len(laid), longest), _NO_SHAPE, np.int64),
        "firsts": np.zeros((len(laid), max(len(one.firsts) for one in laid)), np.int64),
    }
    for row, one in enumerate(laid):
        for name, numbers in (("pieces", one.pieces), ("shapes", one.shapes), ("firsts", one.firsts)):
            feed[name][row, : len(numbers)] = numbers
    return feed
