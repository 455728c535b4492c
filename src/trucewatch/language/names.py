"""From label scores to entities: the best sequence in which every name begins with its beginning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from trucewatch.language.interface import Entity, Token

_FORBIDDEN = -1e6


class NameDecoder:
    """Viterbi over ``O``, ``B-X`` and ``I-X``, where ``I-X`` follows only ``B-X`` or ``I-X``."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = tuple(labels)
        size = len(self._labels)
        self._steps = np.zeros((size, size))
        for after, label in enumerate(self._labels):
            if label.startswith("I-"):
                allowed = (f"B-{label[2:]}", label)
                for before, earlier in enumerate(self._labels):
                    self._steps[before, after] = 0.0 if earlier in allowed else _FORBIDDEN
        self._starts = np.array([_FORBIDDEN if label.startswith("I-") else 0.0 for label in self._labels])
        self._outside = self._labels.index("O")

    def decode(self, scores: NDArray[np.float32]) -> tuple[Entity, ...]:
        """Entities of one sentence; ``scores`` is ``[words, labels]``."""
        if (scores.argmax(axis=1) == self._outside).all():
            return ()
        best = scores[0] + self._starts
        came_from = []
        for row in scores[1:]:
            options = best[:, None] + self._steps
            before = options.argmax(axis=0)
            came_from.append(before)
            best = options[before, np.arange(len(before))] + row
        path = [int(best.argmax())]
        for before in reversed(came_from):
            path.append(int(before[path[-1]]))
        return self._entities(path[::-1])

    def _entities(self, path: list[int]) -> tuple[Entity, ...]:
        found: list[Entity] = []
        for index, number in enumerate(path):
            label = self._labels[number]
            if label.startswith("B-"):
                found.append(Entity(index, index + 1, label[2:]))
            elif label.startswith("I-"):
                found[-1] = Entity(found[-1].first, index + 1, label[2:])
        return tuple(found)


def tidied(entities: Sequence[Entity], tokens: Sequence[Token]) -> tuple[Entity, ...]:
    """The entities without common words at their edges; those that hold no proper noun are dropped."""
    kept = []
    for entity in entities:
        inside = [index for index in range(entity.first, entity.last) if _may_border(tokens[index])]
        if any(tokens[index].upos == "PROPN" for index in inside):
            kept.append(Entity(inside[0], inside[-1] + 1, entity.label))
    return tuple(kept)


def _may_border(token: Token) -> bool:
    return token.upos == "PROPN" or token.text[0].isupper() or token.text[0].isdigit()
