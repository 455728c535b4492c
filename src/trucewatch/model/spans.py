"""Where something stands in a document, and how it was read from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of characters of one document's stored text: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not from {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, the rule that read it, and the words it was read from.

    No spans means that no words gave the value: it is **assumed**, and every view shows it so.
    `rule` names a rule of a pack or a function of `claims/`, for instance `actor.subject`.
    """

    value: T
    rule: str
    spans: tuple[Span, ...] = ()

    @property
    def assumed(self) -> bool:
        return not self.spans
