"""The terms of a truce, as a pack states them from the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from trucewatch.model.claim import Parties


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text that terms come from. `text_of` is the id of the instrument of which this is another text.

    `confirmed` is False, here and below, for what the writer of the file could not check against a source.
    """

    id: str
    title: str
    date: date
    url: str | None = None
    text_of: str | None = None
    note: str | None = None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another start or end that some source gives a period; None where it gives the same."""

    source: str
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A time in which terms hold; `start` and `end` carry the truce's time zone, `end` None when open.

    With `alternatives` the bounds themselves are disputed.
    """

    id: str
    start: datetime
    end: datetime | None
    basis: str  # text, renewal, announcement
    clause: str | None = None
    note: str | None = None
    ended: str | None = None  # text, lapse, announcement, collapse
    alternatives: tuple[Alternative, ...] = ()
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class StatusChange:
    """From when on a side stood otherwise to the truce, and on what ground."""

    start: datetime
    status: str
    why: str
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class BoundParty:
    """A side of the truce: the parties of the conflict it covers and how it joined.

    `reserves` are parties that the side's own condition leaves out although the text does not. `until` is its own
    end date, after which `afterwards` is its status. `responsible_for`: parties whose acts the text lays at its door.
    """

    id: str
    name: str
    members: Parties  # party ids; a member covers its descendants in the party tree
    status: str  # accepted, conditional, undetermined, suspended, withdrawn, ended
    conditions: str | None = None
    note: str | None = None
    accepted: date | None = None
    channel: str | None = None
    clause: str | None = None
    until: datetime | None = None
    afterwards: str | None = None
    changes: tuple[StatusChange, ...] = ()
    reserves: Parties = ()
    responsible_for: Parties = ()
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class NotCovered:
    """A party left out by the text, never bound, or put out of the protection, on what ground and from when to when."""

    party: str
    why: str
    clause: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Area:
    """Where terms hold. `kind`: country, admin1, place, zone, line, corridor or undelineated.

    `members` name countries, admin1 or place ids; a line or corridor runs `through` places and reaches `within_km` to
    either side. `less` are areas left out, `alternatives` areas that another source gives in place of this one.
    """

    id: str
    kind: str
    members: tuple[str, ...]
    note: str | None = None
    through: tuple[str, ...] = ()
    within_km: float | None = None
    less: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    clause: str | None = None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much a duty asks for: `number` of `unit` a `day`, a `week`, a `period` of the term, or in `total`.

    `words` are what sentences call the unit; only claims whose sentence holds one of them count.
    """

    number: int
    unit: str
    per: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One obligation: who must (not) do which acts against whom, in which area and period, in the text's words.

    With `weapons`, words for what the term is about, a report must name one of them for the act to count as listed.
    """

    id: str
    clause: str
    words: str  # short exact quotation or paraphrase
    exact: bool  # True when `words` quotes the instrument
    mode: str  # must_not, must, must_prevent, may
    acts: tuple[str, ...]
    by: tuple[str, ...]  # ids of bound parties
    against: tuple[str, ...]  # ids of bound parties, or "civilians"; () = whoever
    area: str
    periods: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    of: Parties = ()  # must_prevent: parties whose acts are to be prevented
    unmet_by: tuple[str, ...] = ()  # must: acts that tell that the duty is not met
    weapons: tuple[str, ...] = ()
    deadline: datetime | None = None
    quantity: Quantity | None = None
    note: str | None = None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class TruceException:
    """A ground on which the text lets an act stand; it takes effect here only as something that a party claims."""

    id: str
    kind: str
    condition: str
    clause: str | None = None
    who_may_claim: tuple[str, ...] = ()  # ids of bound parties; () = any
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Oversight:
    """Who watches and who decides, for the reader: no test rests on it."""

    monitors: tuple[str, ...] = ()
    counts: str | None = None
    limits: tuple[str, ...] = ()
    determines: str | None = None
    steps: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """What the tests do where reports or text leave something open; shown on every sheet.

    `excluded_nearby`: the answer on the area where a claim puts an excluded party into land that nobody delineated.
    `coarsest_day` and `coarsest_place`: what is told more coarsely leaves the test unknown even if it lies inside.
    `onset_grace_hours`: hours after the start of a period that do not count yet.
    """

    excluded_nearby: str = "disputed"
    coarsest_day: str = "year"
    coarsest_place: str = "country"
    onset_grace_hours: float = 0.0


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce's terms, one version. The negatives are kept apart: `excluded` by the text, `not_bound` (never joined),
    `lost_protection` (put out of it later).

    A version holds from `effective_from` until the next one's day, `effective_until`. `days_in` is the time zone in
    which reports tell days, where it differs from that of the text.
    """

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
    lost_protection: tuple[NotCovered, ...] = ()
    effective_until: date | None = None
    days_in: str | None = None
    form: str | None = None
    parent: str | None = None
    oversight: Oversight = field(default_factory=Oversight)
    policy: Policy = field(default_factory=Policy)
