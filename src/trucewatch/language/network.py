"""The shipped network: numbers of word pieces in, scores out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trucewatch.language.pieces import EncodedWord
from trucewatch.language.session import session

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

_NO_SHAPE = 5
_PADDING_STEP = 8
"""Sentences are padded to a multiple of this, whatever they are batched with: the sums inside stay the same."""

_OUTPUTS = ("upos", "xpos", "names", "arcs", "dependent", "head")


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """One sentence of ``n`` words.

    ``upos, xpos`` are tag numbers ``[n]``; ``names`` ``[n, labels]``; ``arcs`` ``[n, n + 1]`` with column 0 the root;
    ``dependent`` ``[n, 96]`` and ``head`` ``[n + 1, 96]`` are what ``Network.relations`` compares.
    """

    upos: Numbers
    xpos: Numbers
    names: Floats
    arcs: Floats
    dependent: Floats
    head: Floats


class Network:
    """Runs the two ONNX files; safe to share between threads."""

    def __init__(self, folder: Path, start: int, stop: int, threads: int) -> None:
        self._parser = session(folder / "parser.onnx", threads)
        self._relations = session(folder / "relations.onnx", threads)
        self._start, self._stop = start, stop

    def scores(self, sentences: Sequence[Sequence[EncodedWord]]) -> list[SentenceScores]:
        """Scores of a batch; each sentence has at least one word and at most ``MAX_PIECES`` pieces."""
        feed = self._feed(sentences)
        upos, xpos, names, arcs, dependent, head = self._parser.run(_OUTPUTS, feed)
        found = []
        for row, sentence in enumerate(sentences):
            count = len(sentence)
            found.append(
                SentenceScores(
                    upos[row, :count],
                    xpos[row, :count],
                    names[row, :count],
                    arcs[row, :count, : count + 1],
                    dependent[row, :count],
                    head[row, : count + 1],
                )
            )
        return found

    def relations(self, scores: SentenceScores, heads: Numbers) -> Floats:
        """Relation scores ``[n, relations]`` of the words below ``heads`` ``[n]`` (0 is the root)."""
        feed = {"dependents": scores.dependent, "heads": scores.head[heads]}
        compared: Floats = self._relations.run(("relations",), feed)[0]
        return compared

    def _feed(self, sentences: Sequence[Sequence[EncodedWord]]) -> dict[str, Numbers]:
        most_pieces = max(piece_count(sentence) for sentence in sentences) + 2
        most_words = max(len(sentence) for sentence in sentences) + 1
        pieces = np.zeros((len(sentences), padded(most_pieces)), np.int64)
        shapes = np.full_like(pieces, _NO_SHAPE)
        firsts = np.zeros((len(sentences), padded(most_words)), np.int64)
        for row, sentence in enumerate(sentences):
            place = 1
            pieces[row, 0] = self._start
            for number, word in enumerate(sentence, start=1):
                firsts[row, number] = place
                pieces[row, place : place + len(word.pieces)] = word.pieces
                shapes[row, place : place + len(word.pieces)] = word.shape
                place += len(word.pieces)
            pieces[row, place] = self._stop
        return {"pieces": pieces, "shapes": shapes, "firsts": firsts}


def piece_count(sentence: Sequence[EncodedWord]) -> int:
    """Pieces of a sentence without its two markers."""
    return sum(len(word.pieces) for word in sentence)


def padded(length: int) -> int:
    """The padded length; sentences of one padded length may share a batch."""
    return -(-length // _PADDING_STEP) * _PADDING_STEP
