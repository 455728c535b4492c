"""Choosing one option of a field for each draft of a report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.heads import Chooser, Shared
from trucewatch.claims.listening import Told
from trucewatch.claims.reading import Reading, Words

T = TypeVar("T")


def best(
    reading: Reading,
    drafts: Sequence[Draft],
    groups: Sequence[Sequence[Option[T]]],
    chooser: Chooser,
    told: Told | None = None,
) -> list[Option[T]]:
    """For each draft the one of its options with the highest score; the earliest of equals."""
    chosen = []
    for draft, options, scores in zip(drafts, groups, scored(reading, drafts, groups, chooser), strict=True):
        choice = options[max(range(len(options)), key=scores.__getitem__)]
        if told:
            told(draft, options, scores, choice)
        chosen.append(choice)
    return chosen


def scored(
    reading: Reading, drafts: Sequence[Draft], groups: Sequence[Sequence[Option[T]]], chooser: Chooser
) -> list[list[float]]:
    """The scores of each draft's options; only their differences within a draft mean anything."""
    options = [option for group in groups for option in group]
    triggers = [((draft.sentence, draft.token),) for draft, group in zip(drafts, groups, strict=True) for _ in group]
    words = [option.words for option in options]
    scores = iter(chooser.scores(options, _shared(reading, triggers), _shared(reading, words)))
    return [list(islice(scores, len(group))) for group in groups]


def _shared(reading: Reading, words: Sequence[Words]) -> Shared | None:
    """The vectors of some words; None where the report has no word vectors."""
    number = {one: at for at, one in enumerate(dict.fromkeys(words))}
    rows = reading.vectors(list(number))
    return Shared(rows, [number[one] for one in words]) if rows is not None else None
