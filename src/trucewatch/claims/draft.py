"""A claim in the making, and one reading that a field of it could have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from trucewatch.claims.triggers import Candidate
from trucewatch.model import Span
from trucewatch.packs.acts import family

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """A value that a field could have, the words that would give it, and what speaks for and against.

    No spans: choosing it means that the value is assumed. `words` are the (sentence, token) places whose vectors the
    learned heads compare with the trigger's; none for readings that rest on no word.
    """

    value: T
    spans: tuple[Span, ...]
    rule: str
    features: tuple[str, ...]
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate that was judged to tell of an act, and the act's family."""

    candidate: Candidate
    act: str
    rule: str
    family: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "family", family(self.act))

    @property
    def sentence(self) -> int:
        return self.candidate.sentence

    @property
    def token(self) -> int:
        return self.candidate.token


def bucket(number: int) -> str:
    """Coarse steps for small numbers, so that features stay few."""
    for limit in (0, 1, 2, 3, 5, 8, 13, 25):
        if number <= limit:
            return str(limit)
    return "more"
