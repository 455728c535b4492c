"""What a reader takes out of a source, before passages are told apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stated:
    """Something as a source writes it, and where there."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Sourced:
    """Paragraphs, each on one line, and what the source says of itself; None where it says nothing.

    `captions` are those paragraphs that the source marks as belonging to a picture. `reader` names the reader and
    an encoding other than UTF-8.
    """

    paragraphs: tuple[str, ...]
    reader: str
    title: str | None = None
    outlet: str | None = None
    published: Stated | None = None
    url: str | None = None
    captions: frozenset[str] = frozenset()
