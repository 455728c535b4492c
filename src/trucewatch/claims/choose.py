"""Choosing one option of a field for a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.heads import Chooser
from trucewatch.claims.listening import Told
from trucewatch.claims.reading import Floats, Reading

T = TypeVar("T")


def best(
    reading: Reading, draft: Draft, options: Sequence[Option[T]], chooser: Chooser, told: Told | None = None
) -> Option[T]:
    """The option with the highest score; the earliest of equals."""
    scores = scored(reading, draft, options, chooser)
    choice = options[max(range(len(options)), key=lambda at: scores[at])]
    if told:
        told(draft, options, scores, choice)
    return choice


def scored(reading: Reading, draft: Draft, options: Sequence[Option[T]], chooser: Chooser) -> list[float]:
    """One score an option; only their differences mean anything."""
    trigger = reading.vectors([(draft.sentence, draft.token)])
    return chooser.scores(options, trigger, vectors_of(reading, options))


def vectors_of(reading: Reading, options: Sequence[Option[T]]) -> Floats | None:
    """One row an option; None where the report has no word vectors."""
    rows = [reading.vectors(option.words) for option in options]
    return np.stack([row for row in rows if row is not None]) if rows and rows[0] is not None else None
