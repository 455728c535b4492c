"""Names from label scores."""

from __future__ import annotations

import numpy as np

from trucewatch.language.interface import Entity, Token
from trucewatch.language.names import NameDecoder, tidied

LABELS = ("O", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")


def scores_of(*labels: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    scores = np.zeros((len(labels), len(LABELS)), np.float32)
    for row, label in enumerate(labels):
        scores[row, LABELS.index(label)] = 4.0
    return scores


def test_a_name_keeps_one_label() -> None:
    scores = scores_of("O", "B-ORG", "I-PLACE", "I-ORG")
    scores[2, LABELS.index("I-ORG")] = 3.5
    assert NameDecoder(LABELS).decode(scores) == (Entity(1, 4, "ORG"),)


def test_neighbouring_names_stay_apart() -> None:
    assert NameDecoder(LABELS).decode(scores_of("B-PLACE", "B-PLACE", "I-PLACE")) == (
        Entity(0, 1, "PLACE"),
        Entity(1, 3, "PLACE"),
    )


def test_no_name() -> None:
    assert NameDecoder(LABELS).decode(scores_of("O", "O")) == ()


def token(text: str, upos: str) -> Token:
    return Token(0, len(text), text, text.lower(), upos, "X", -1, "dep")


def test_common_words_leave_the_edges_of_a_name() -> None:
    tokens = [
        token("the", "DET"),
        token("Example", "PROPN"),
        token("of", "ADP"),
        token("Sea", "PROPN"),
        token("in", "ADP"),
    ]
    assert tidied([Entity(0, 5, "PLACE")], tokens) == (Entity(1, 4, "PLACE"),)


def test_a_name_needs_a_proper_noun() -> None:
    assert tidied([Entity(0, 2, "PLACE")], [token("Syrian", "ADJ"), token("city", "NOUN")]) == ()
