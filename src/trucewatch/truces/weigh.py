"""One answer out of what several sources tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trucewatch.model import Answer


def across_sources(answers: Mapping[str, Answer]) -> Answer:
    """Yes where some source bears it out and none speaks against it; disputed where one says yes and another no.

    `answers` by source, of those that tell anything; unknown where there is none. A named party whose standing is
    open (unknown) beside one that is not meant (no) is a difference between accounts too.
    """
    told = set(answers.values())
    if not told:
        return Answer.UNKNOWN
    if len(told) == 1:
        return told.pop()
    return Answer.DISPUTED if told & {Answer.NO, Answer.DISPUTED} else Answer.YES


def within_source(answers: Iterable[Answer]) -> Answer:
    """The answer of one source that tells several things: what bears it out goes first, then what leaves it open."""
    told = set(answers)
    return next(answer for answer in (Answer.YES, Answer.DISPUTED, Answer.UNKNOWN, Answer.NO) if answer in told)


def by_precision(answers: Iterable[Answer]) -> Answer:
    """For times and places: one that is told too coarsely does not stand against one that is told exactly."""
    told = set(answers)
    if Answer.DISPUTED in told or {Answer.YES, Answer.NO} <= told:
        return Answer.DISPUTED
    return next((answer for answer in (Answer.YES, Answer.NO) if answer in told), Answer.UNKNOWN)
