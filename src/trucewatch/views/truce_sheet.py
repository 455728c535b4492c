"""The terms of a truce on one sheet: who is bound, when, where, to what, in the text's own words."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model import Area, BoundParty, Instrument, NotCovered, Parties, Period, Term, Truce, TruceException
from trucewatch.packs import Conflict
from trucewatch.views.labels import act_name, bound_status, mode_name, party_name, party_names
from trucewatch.views.wording import date_text, each_once, listed


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """A text that terms come from. `url` is shown as an address; nothing is loaded from it."""

    id: str
    title: str
    date: str
    url: str | None


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A time in which the truce ran, in its own time zone."""

    start: str
    end: str
    basis: str
    clause: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class BoundLine:
    """A side of the truce."""

    name: str
    members: tuple[str, ...]
    status: str
    conditions: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class NotCoveredLine:
    """A party outside the truce, and on what ground."""

    party: str
    why: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class AreaLine:
    """Where terms hold."""

    name: str
    kind: str
    members: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class TermLine:
    """One obligation. `exact` says whether `words` quote the instrument."""

    id: str
    clause: str
    words: str
    exact: bool
    mode: str
    acts: tuple[str, ...]
    by: str
    against: str
    area: str
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TruceSheet:
    """All of a truce pack that a reader needs in order to contest it."""

    id: str
    title: str
    kind: str
    version: int
    effective_from: str
    timezone: str
    instruments: tuple[InstrumentLine, ...]
    periods: tuple[PeriodLine, ...]
    bound: tuple[BoundLine, ...]
    excluded: tuple[NotCoveredLine, ...]
    not_bound: tuple[NotCoveredLine, ...]
    areas: tuple[AreaLine, ...]
    terms: tuple[TermLine, ...]
    exceptions: tuple[str, ...]
    notes: tuple[str, ...]


def truce_sheet(truce: Truce, conflict: Conflict) -> TruceSheet:
    """The sheet of one truce of the conflict."""
    return TruceSheet(
        id=truce.id,
        title=truce.title,
        kind=truce.kind.replace("_", " "),
        version=truce.version,
        effective_from=date_text(truce.effective_from),
        timezone=truce.timezone,
        instruments=tuple(_instrument(instrument) for instrument in truce.instruments),
        periods=tuple(_period(period) for period in truce.periods),
        bound=tuple(_bound(conflict, party) for party in truce.parties),
        excluded=tuple(_not_covered(conflict, party) for party in truce.excluded),
        not_bound=tuple(_not_covered(conflict, party) for party in truce.not_bound),
        areas=tuple(_area(area) for area in truce.areas),
        terms=tuple(_term(truce, term) for term in truce.terms),
        exceptions=tuple(_exception(exception) for exception in truce.exceptions),
        notes=truce.notes,
    )


def _instrument(instrument: Instrument) -> InstrumentLine:
    return InstrumentLine(instrument.id, instrument.title, date_text(instrument.date), instrument.url)


def _period(period: Period) -> PeriodLine:
    end = f"{date_text(period.end.date())}, {period.end:%H:%M}" if period.end else "no end set"
    start = f"{date_text(period.start.date())}, {period.start:%H:%M}"
    return PeriodLine(start, end, period.basis, period.clause, period.note)


def _bound(conflict: Conflict, party: BoundParty) -> BoundLine:
    members = party_names(conflict, party.members)
    return BoundLine(party.name, members, bound_status(party.status), party.conditions, party.note)


def _not_covered(conflict: Conflict, party: NotCovered) -> NotCoveredLine:
    return NotCoveredLine(party_name(conflict, party.party), party.why, party.clause)


def _area(area: Area) -> AreaLine:
    return AreaLine(_area_name(area.id), area.kind, area.members, area.note)


def _area_name(area_id: str) -> str:
    return area_id.replace("_", " ").capitalize()


def _term(truce: Truce, term: Term) -> TermLine:
    exceptions = {exception.id: _exception(exception) for exception in truce.exceptions}
    return TermLine(
        id=term.id,
        clause=term.clause,
        words=term.words,
        exact=term.exact,
        mode=mode_name(term.mode),
        acts=tuple(act_name(act) for act in term.acts),
        by=listed(_side_names(truce, term.by)) or "whoever is bound",
        against=listed(_side_names(truce, term.against)) or "whoever",
        area=_area_name(term.area),
        exceptions=tuple(exceptions.get(key, key) for key in term.exceptions),
    )


def _side_names(truce: Truce, sides: Parties) -> tuple[str, ...]:
    names = {party.id: party.name for party in truce.parties}
    return tuple(names.get(side, side) for side in each_once(sides))


def _exception(exception: TruceException) -> str:
    kind = exception.kind.replace("_", " ")
    return f"{kind}: {exception.condition}" + (f" ({exception.clause})" if exception.clause else "")
