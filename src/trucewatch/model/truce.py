"""The terms of a truce, as a pack states them from the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from trucewatch.model.claim import Parties


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text that terms come from."""

    id: str
    title: str
    date: date
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A time in which the truce runs; `start` and `end` carry the truce's time zone, `end` None when open."""

    id: str
    start: datetime
    end: datetime | None
    basis: str  # text, renewal, lapse, announcement
    clause: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class BoundParty:
    """A side of the truce: the parties of the conflict it covers and how it joined."""

    id: str
    name: str
    members: Parties  # party ids; a member covers its descendants in the party tree
    status: str  # accepted, conditional, undetermined
    conditions: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotCovered:
    """A party outside the protection of the truce, and on what ground."""

    party: str
    why: str
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """Where terms hold. `kind`: country, admin1, place or undelineated; `members` name countries, admin1, place ids."""

    id: str
    kind: str
    members: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One obligation: who must (not) do which acts against whom, in which area and period, in the text's words."""

    id: str
    clause: str
    words: str  # short exact quotation or paraphrase
    exact: bool  # True when `words` quotes the instrument
    mode: str  # must_not, must, may
    acts: tuple[str, ...]
    by: tuple[str, ...]  # ids of bound parties
    against: tuple[str, ...]  # ids of bound parties, or "civilians"; () = whoever
    area: str
    periods: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TruceException:
    """A ground on which the text lets an act stand; it takes effect here only as something that a party claims."""

    id: str
    kind: str
    condition: str
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce's terms, one version. `excluded` by the text and `not_bound` (never joined) are kept apart."""

    id: str
    title: str
    version: int
    effective_from: date
    kind: str
    conflict: str
    timezone: str
    instruments: tuple[Instrument, ...]
    periods: tuple[Period, ...]
    parties: tuple[BoundParty, ...]
    excluded: tuple[NotCovered, ...]
    not_bound: tuple[NotCovered, ...]
    areas: tuple[Area, ...]
    terms: tuple[Term, ...]
    exceptions: tuple[TruceException, ...]
    notes: tuple[str, ...] = ()
