"""A place as a foreign table has it, before it is fitted into a pack."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class RawPlace:
    """`size` is people, to put the best known of several namesakes first; 0 when not told.

    `area` and `district` are the table's own codes of the first and second administrative level; an area's or
    district's own line has its code too.
    """

    id: str
    name: str
    also_called: tuple[str, ...]
    kind: str
    country: str
    lat: float | None
    lon: float | None
    size: int = 0
    area: str = ""
    district: str = ""
    pcode: str = ""


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters alone and is long enough to be told from a word or a code."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) >= SHORTEST_NAME and all("LATIN" in unicodedata.name(letter, "") for letter in letters)
