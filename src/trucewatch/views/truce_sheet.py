"""The terms of a truce on one sheet: who is bound, when, where, to what, in the text's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from trucewatch.model import (
    Area,
    BoundParty,
    Instrument,
    NotCovered,
    Parties,
    Period,
    Quantity,
    Term,
    Truce,
    TruceException,
)
from trucewatch.packs import Conflict
from trucewatch.views.labels import act_name, bound_status, mode_name, party_name, party_names, policy_sentence
from trucewatch.views.wording import date_text, each_once, listed

UNCHECKED = "not checked against a source"


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """A text that terms come from. `url` is shown as an address; nothing is loaded from it."""

    id: str
    title: str
    date: str
    url: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A time in which the truce ran, in its own time zone. `notes` hold what other sources give."""

    id: str
    start: str
    end: str
    basis: str
    clause: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoundLine:
    """A side of the truce. `notes` hold its conditions, its own end date and how its standing changed."""

    name: str
    members: tuple[str, ...]
    status: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotCoveredLine:
    """A party outside the truce, in which way (`standing`) and on what ground."""

    party: str
    standing: str
    why: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class AreaLine:
    """Where terms hold."""

    name: str
    kind: str
    members: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermLine:
    """One obligation. `exact` says whether `words` quote the instrument; `notes` hold deadline, quantity and such."""

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
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TruceSheet:
    """All of a truce pack that a reader needs in order to contest it."""

    id: str
    title: str
    kind: str
    form: str | None
    version: int
    effective_from: str
    effective_until: str | None
    timezone: str
    parent: str | None
    instruments: tuple[InstrumentLine, ...]
    periods: tuple[PeriodLine, ...]
    bound: tuple[BoundLine, ...]
    outside: tuple[NotCoveredLine, ...]
    areas: tuple[AreaLine, ...]
    terms: tuple[TermLine, ...]
    exceptions: tuple[str, ...]
    oversight: tuple[str, ...]
    policy: tuple[str, ...]
    notes: tuple[str, ...]


def truce_sheet(truce: Truce, conflict: Conflict) -> TruceSheet:
    """The sheet of one version of a truce of the conflict."""
    zone = truce.timezone if truce.days_in is None else f"{truce.timezone}, days as told in {truce.days_in}"
    return TruceSheet(
        id=truce.id,
        title=truce.title,
        kind=truce.kind.replace("_", " "),
        form=truce.form.replace("_", " ") if truce.form else None,
        version=truce.version,
        effective_from=date_text(truce.effective_from),
        effective_until=date_text(truce.effective_until) if truce.effective_until else None,
        timezone=zone,
        parent=truce.parent,
        instruments=tuple(_instrument(instrument) for instrument in truce.instruments),
        periods=tuple(_period(period) for period in truce.periods),
        bound=tuple(_bound(conflict, party) for party in truce.parties),
        outside=tuple(_outside(conflict, truce)),
        areas=tuple(_area(area) for area in truce.areas),
        terms=tuple(_term(conflict, truce, term) for term in truce.terms),
        exceptions=tuple(_exception(exception) for exception in truce.exceptions),
        oversight=tuple(_oversight(truce)),
        policy=tuple(_policy(truce)),
        notes=truce.notes,
    )


def _marked(notes: Iterator[str | None], confirmed: bool) -> tuple[str, ...]:
    return tuple(note for note in (*notes, None if confirmed else UNCHECKED) if note)


def _instrument(one: Instrument) -> InstrumentLine:
    notes = iter((f"another text of {one.text_of}" if one.text_of else None, one.note))
    return InstrumentLine(one.id, one.title, date_text(one.date), one.url, _marked(notes, one.confirmed))


def _moment(moment: datetime) -> str:
    return f"{date_text(moment.date())}, {moment:%H:%M}"


def _period(period: Period) -> PeriodLine:
    def notes() -> Iterator[str | None]:
        yield f"ended by {period.ended}" if period.ended else None
        for other in period.alternatives:
            bounds = [("start", other.start), ("end", other.end)]
            told = listed([f"{name} {_moment(moment)}" for name, moment in bounds if moment])
            yield f"disputed: {other.source} ({told})"
        yield period.note

    end = _moment(period.end) if period.end else "no end set"
    marked = _marked(notes(), period.confirmed)
    return PeriodLine(period.id, _moment(period.start), end, period.basis, period.clause, marked)


def _bound(conflict: Conflict, party: BoundParty) -> BoundLine:
    def notes() -> Iterator[str | None]:
        if party.accepted:
            yield f"accepted on {date_text(party.accepted)}" + (f" through {party.channel}" if party.channel else "")
        yield party.conditions
        if party.until and party.afterwards:
            yield f"until {_moment(party.until)}, then: {bound_status(party.afterwards)}"
        for change in party.changes:
            yield f"from {_moment(change.start)}: {bound_status(change.status)} ({change.why})"
        if party.reserves:
            yield f"its condition leaves out {listed(party_names(conflict, party.reserves))}, which the text does not"
        if party.responsible_for:
            yield f"answers for {listed(party_names(conflict, party.responsible_for))}"
        yield party.note

    members = party_names(conflict, party.members)
    return BoundLine(party.name, members, bound_status(party.status), _marked(notes(), party.confirmed))


def _outside(conflict: Conflict, truce: Truce) -> Iterator[NotCoveredLine]:
    kinds = (
        ("excluded by the text", truce.excluded),
        ("not bound", truce.not_bound),
        ("put out of the protection", truce.lost_protection),
    )
    for standing, entries in kinds:
        for entry in entries:
            yield NotCoveredLine(party_name(conflict, entry.party), standing + _when(entry), _why(entry), entry.clause)


def _when(entry: NotCovered) -> str:
    since = f" from {_moment(entry.start)}" if entry.start else ""
    return since + (f" until {_moment(entry.end)}" if entry.end else "")


def _why(entry: NotCovered) -> str:
    return entry.why if entry.confirmed else f"{entry.why} ({UNCHECKED})"


def _area(area: Area) -> AreaLine:
    def notes() -> Iterator[str | None]:
        if area.through:
            yield f"within {area.within_km:g} km of the line through {', '.join(area.through)}"
        if area.less:
            yield f"without {listed([_area_name(one) for one in area.less])}"
        if area.alternatives:
            yield f"disputed: another text gives {listed([_area_name(one) for one in area.alternatives])}"
        yield area.note

    return AreaLine(_area_name(area.id), area.kind, area.members, _marked(notes(), area.confirmed))


def _area_name(area_id: str) -> str:
    return area_id.replace("_", " ").replace("-", " ").capitalize()


def _term(conflict: Conflict, truce: Truce, term: Term) -> TermLine:
    def notes() -> Iterator[str | None]:
        if term.of:
            yield f"acts of {listed(party_names(conflict, term.of))}"
        if term.unmet_by:
            yield f"told as unmet by {listed([act_name(act) for act in term.unmet_by])}"
        if term.weapons:
            yield f"only where a report names: {', '.join(term.weapons)}"
        if term.quantity:
            yield quantity_text(term.quantity)
        if term.deadline:
            yield f"by {_moment(term.deadline)}"
        yield term.note

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
        notes=_marked(notes(), term.confirmed),
    )


def quantity_text(quantity: Quantity) -> str:
    """ "18 fuel ships a period", "2 flights a week", "33 people in all"."""
    per = "in all" if quantity.per == "total" else f"a {quantity.per}"
    return f"{quantity.number:,} {quantity.unit} {per}"


def _side_names(truce: Truce, sides: Parties) -> tuple[str, ...]:
    names = {party.id: party.name for party in truce.parties}
    return tuple(names.get(side, side) for side in each_once(sides))


def _exception(exception: TruceException) -> str:
    kind = exception.kind.replace("_", " ")
    unsure = "" if exception.confirmed else f"; {UNCHECKED}"
    return f"{kind}: {exception.condition}" + (f" ({exception.clause}{unsure})" if exception.clause else unsure)


def _oversight(truce: Truce) -> Iterator[str]:
    given = truce.oversight
    if given.monitors:
        yield f"Watched by: {listed(given.monitors)}."
    if given.counts:
        yield f"Counts: {given.counts}."
    yield from (f"Limit: {limit}." for limit in given.limits)
    if given.determines:
        yield f"Decides: {given.determines}."
    if given.steps:
        yield f"Steps: {'; '.join(given.steps)}."
    yield from (f"Can lead to: {consequence}." for consequence in given.consequences)


def _policy(truce: Truce) -> Iterator[str]:
    policy = truce.policy
    yield policy_sentence("unknown")
    yield policy_sentence(f"excluded_nearby.{policy.excluded_nearby}")
    yield policy_sentence("coarsest").format(day=policy.coarsest_day, place=policy.coarsest_place)
    if policy.onset_grace_hours:
        yield policy_sentence("grace").format(hours=f"{policy.onset_grace_hours:g}")
