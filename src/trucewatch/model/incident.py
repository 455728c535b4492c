"""Claims judged to tell of one event, and who says what about it."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model.claim import Count, Day, Parties


@dataclass(frozen=True, slots=True)
class LinkPart:
    """One feature of a link: its value from -1 (speaks against) to 1 (speaks for), its weight, and why in words."""

    feature: str
    value: float
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims were put together: the parts add up to `score`."""

    first: str  # claim id
    second: str  # claim id
    score: float
    parts: tuple[LinkPart, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of an incident: one telling each, never an average.

    `source` is the innermost speaker's party id, or `outlet:<name>` where the outlet itself states it.
    """

    source: str
    outlets: tuple[str, ...]
    claim_ids: tuple[str, ...]
    stances: tuple[str, ...]
    actor: Parties
    target: Parties
    killed: tuple[Count, ...]  # every toll this source gave, in the order of publication
    injured: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one or several sources tell of one field, so that it can hold together; other positions stand beside it.

    `field` is "actor" (then `parties`), "killed" or "injured" (then `count`, what all of them bear out)
    or "occurrence" (then `denied`). A source that changed its story stands in several.
    """

    field: str
    parties: Parties
    count: Count | None
    denied: bool
    sources: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedStory:
    """A source that told a field otherwise before; both stand, in the order of publication."""

    source: str
    field: str
    before: str  # claim id
    after: str  # claim id


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source: one speaker, or one text with all its copies, however many outlets carry it."""

    source: str
    outlets: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims of one event. Fields gather what the claims say, side by side; conflicting values all stand.

    `id` = hash of the earliest claim's id, so it stays when later reports join.
    `disputed` names the fields ("actor", "killed", "occurrence", ...) on which accounts differ.
    """

    id: str
    claim_ids: tuple[str, ...]
    links: tuple[Link, ...]
    acts: tuple[str, ...]  # most told first
    actors: Parties
    targets: Parties
    places: tuple[str, ...]  # names as written, most told first
    place_id: str | None
    admin1: str | None
    country: str | None
    day: Day | None  # the narrowest range that most claims give
    killed: Count | None  # lowest minimum and highest maximum told
    injured: Count | None
    accounts: tuple[Account, ...]
    disputed: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    positions: tuple[Position, ...] = ()
    changed: tuple[ChangedStory, ...] = ()
    admitted_by: Parties = ()  # parties that say of themselves that they did it
    denied_by: Parties = ()  # sources that say it did not happen, or not so
