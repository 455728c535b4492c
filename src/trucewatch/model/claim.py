"""One telling of one act: the record that everything else rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.model.spans import Found, Span


class Stance(StrEnum):
    """How a telling stands to the act it tells of."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Day:
    """When: a closed range of days. `precision` is `day`, `week` (2 to 7 days), `month` or `year`."""

    start: date
    end: date
    precision: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many: both bounds inclusive, None where the words give no bound ("at least eight": 8, None).

    `word` holds a count told without a number ("dozens").
    """

    min: int | None
    max: int | None
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the report writes it, and the gazetteer's entry for it where exactly one fits.

    `place_id` is None when the gazetteer does not hold the name. `candidates` lists the ids that fit when
    several do; the place is then not resolved. `admin1` and `country` come from the entry.
    """

    name: str
    place_id: str | None = None
    admin1: str | None = None
    country: str | None = None
    candidates: tuple[str, ...] = ()


Parties = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A speaker's (or the outlet's own) telling that actor did act to target, as the codebook defines the fields.

    `id` = hash(document, act, trigger span): it stays while rules around it change.
    `digest` = hash of the whole reading: it changes when any field does.
    `actor.value` is `("unknown",)` when nobody is named or implied; `target.value` is `()` when the act has none.
    `speakers.value` runs from the outermost speaker to the innermost; `()` when the outlet itself states it.
    """

    id: str
    digest: str
    document_id: str
    sentence: Span
    trigger: Span
    act: Found[str]
    actor: Found[Parties]
    target: Found[Parties]
    place: Found[Place | None]
    day: Found[Day | None]
    killed: Found[Count | None]
    injured: Found[Count | None]
    speakers: Found[Parties]
    stance: Found[Stance]


CLAIM_FIELDS = ("act", "actor", "target", "place", "day", "killed", "injured", "speakers", "stance")
