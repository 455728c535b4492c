"""The weekly tally: incidents by area, act, alleged perpetrator and recorder, as a truce's terms take them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from trucewatch.incidents.origins import NAMELESS
from trucewatch.model import Account, Count, Incident, Stance, Truce
from trucewatch.packs import Conflict
from trucewatch.truces import overall
from trucewatch.truces.people import DETERMINED_BY, RETRACTED, VERIFIED, PeoplesFinding
from trucewatch.views.as_known import Known
from trucewatch.views.labels import outlet_name, parties_text, party_name, region_name
from trucewatch.views.wording import counted, listed, range_text

WATCHED_DAYS = 28
"""An outlet is watched in a week when a report of it was published in so many days up to the week's end."""

_DONE = frozenset({Stance.ASSERTED.value, Stance.HEDGED.value})
_NOT_COUNTED = "outside_scope(act_listed)"
"""The label of what is told of and no term is about: talks, statements."""


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One recorder's account of one kind of act in one area in one week. The fields are the columns of the CSV.

    The same incident stands in the rows of all that tell of it as done, so that rows add up only within one recorder.
    Bounds of killed add up what this recorder told last of each incident; None for none told, or for an open maximum.
    """

    week_start: date
    tz: str
    terms_id: str
    terms_version: int
    adm1_pcode: str
    adm1_name: str
    act: str
    alleged_by: str
    alleged_perpetrator: str
    n_incidents: int
    n_claims: int
    n_independent_sources: int
    n_disputed: int
    n_undetermined: int
    n_outside_scope: int
    killed_min: int | None
    killed_max: int | None
    civ_killed_min: int | None
    civ_killed_max: int | None
    sources_monitored: int
    known_gaps: str


COLUMNS = tuple(field.name for field in fields(TallyRow))


@dataclass(frozen=True, slots=True)
class Totals:
    """Distinct incidents of a week, each counted once under its label, whoever tells of it.

    `sources` are independent ones: speakers, and texts that are no copies. `verified` and `determined` count those of
    which people found it; `again` their rulings that are to be looked at again.
    """

    incidents: int
    reported: int
    disputed: int
    exception_claimed: int
    undetermined: int
    outside_scope: int
    permitted: int
    killed: Count | None
    sources: int
    verified: int = 0
    determined: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class TallyWeek:
    """One week, Monday to Sunday, under one truce. `undated` counts incidents reported then whose day is not told.

    `retracted` are incidents of the week that people took back, which no number counts: id, who, and why.
    """

    truce_id: str
    truce: str
    version: int
    start: date
    totals: Totals
    before: Totals
    rows: tuple[TallyRow, ...]
    outlets: tuple[str, ...]
    gaps: tuple[str, ...]
    undated: int
    retracted: tuple[tuple[str, str, str], ...] = ()

    @property
    def days(self) -> str:
        return range_text(self.start, self.start + timedelta(days=6))


@dataclass(frozen=True, slots=True)
class Tally:
    """Weeks under the truces asked for, from the reports read by `as_of`; `program` is what counted them."""

    conflict: str
    as_of: datetime | None
    program: str
    weeks: tuple[TallyWeek, ...]


def monday(day: date) -> date:
    """The first day of the week that a day lies in."""
    return day - timedelta(days=day.weekday())


def tally(
    known: Known, conflict: Conflict, truces: Sequence[Truce], since: date, until: date, *, program: str = ""
) -> Tally:
    """The weeks that the days from `since` to `until` lie in, under each truce that runs in the week."""
    weeks = []
    start = monday(since)
    while start <= until:
        for truce in _in_week(truces, start):
            weeks.append(_week(known, conflict, truce, start))
        start += timedelta(days=7)
    return Tally(conflict.title, known.as_of, program, tuple(weeks))


def _in_week(truces: Sequence[Truce], start: date) -> Iterator[Truce]:
    """The version of each truce that stands at the end of the week, if the truce runs in it at all."""
    last = start + timedelta(days=6)
    newest = {one.id: one for one in truces if one.effective_from <= last}
    for truce in newest.values():
        if any(one.start.date() <= last and (one.end is None or start <= one.end.date()) for one in truce.periods):
            yield truce


def _week(known: Known, conflict: Conflict, truce: Truce, start: date) -> TallyWeek:
    here = _incidents(known, truce, start)
    outlets, gaps = _coverage(known.reports, conflict, start)
    return TallyWeek(
        truce_id=truce.id,
        truce=truce.title,
        version=truce.version,
        start=start,
        totals=_totals(known, truce, here),
        before=_totals(known, truce, _incidents(known, truce, start - timedelta(days=7))),
        rows=tuple(_rows(known, conflict, truce, start, here, len(outlets), "; ".join(gaps))),
        outlets=outlets,
        gaps=gaps,
        undated=sum(one.day is None and _reported_in(one, known, start) for one in _counted(known, truce)),
        retracted=tuple(_retracted(known, truce, start)),
    )


def _counted(known: Known, truce: Truce) -> Iterator[Incident]:
    """The incidents that the truce's terms are about, in or out, and of which somebody tells as done."""
    for incident in known.incidents:
        done = any(_DONE & set(account.stances) for account in incident.accounts)
        if done and _label(known, incident, truce) != _NOT_COUNTED:
            yield incident


def _label(known: Known, incident: Incident, truce: Truce) -> str:
    """The label that shows for it, what was retracted left out; not counted where nothing in scope is left of it."""
    back = {one.assessment.id for one in _found(known, incident, truce, RETRACTED) if one.assessment}
    made = known.assessments.get(incident.id, {}).get(truce.id, ())
    kept = [one for one in made if one.id not in back]
    if not kept or (back and all(one.label.startswith("outside_scope") for one in kept)):
        return _NOT_COUNTED
    return overall(kept)


def _found(known: Known, incident: Incident, truce: Truce, label: str) -> list[PeoplesFinding]:
    """The rulings of a kind that stand on it under a truce."""
    rulings = known.people.get(incident.id, ())
    return [one for one in rulings if one.stands and (one.judgement.label, one.judgement.truce_id) == (label, truce.id)]


def _retracted(known: Known, truce: Truce, start: date) -> Iterator[tuple[str, str, str]]:
    for incident in known.incidents:
        if _lies_in(incident, start) and _label(known, incident, truce) == _NOT_COUNTED:
            for one in _found(known, incident, truce, RETRACTED):
                yield incident.id, one.judgement.finder, one.decision.reason


def _lies_in(incident: Incident, start: date) -> bool:
    day = incident.day
    return day is not None and start <= day.start and day.end <= start + timedelta(days=6)


def _incidents(known: Known, truce: Truce, start: date) -> list[Incident]:
    """Those whose day, as told, lies wholly in the week."""
    return [one for one in _counted(known, truce) if _lies_in(one, start)]


def _reported_in(incident: Incident, known: Known, start: date) -> bool:
    days = [known.documents[known.claims[id].document_id].published for id in incident.claim_ids]
    first = min((day for day in days if day is not None), default=None)
    return first is not None and start <= first <= start + timedelta(days=6)


def _totals(known: Known, truce: Truce, incidents: Sequence[Incident]) -> Totals:
    kinds = Counter(_label(known, incident, truce).partition("(")[0] for incident in incidents)
    return Totals(
        incidents=len(incidents),
        reported=kinds["reported_breach"] + kinds["duty_unmet_reported"],
        disputed=kinds["reported_breach_disputed"],
        exception_claimed=kinds["exception_claimed"],
        undetermined=kinds["undetermined"],
        outside_scope=kinds["outside_scope"],
        permitted=kinds["permitted_act"],
        killed=_sum([incident.killed for incident in incidents]),
        sources=independent(known, incidents),
        verified=sum(bool(_found(known, incident, truce, VERIFIED)) for incident in incidents),
        determined=sum(bool(_found(known, incident, truce, DETERMINED_BY)) for incident in incidents),
        again=sum(
            not one.stands
            for incident in incidents
            for one in known.people.get(incident.id, ())
            if one.judgement.truce_id == truce.id
        ),
    )


def independent(known: Known, incidents: Iterable[Incident]) -> int:
    """How many independent sources tell of the incidents; of one incident, as many as it has origins.

    A named speaker and an outlet are one wherever they speak, a nameless speaker one in each text that is no copy.
    """
    return len(
        {
            (one.source, known.claims[one.claim_ids[0]].document_id if one.source in NAMELESS else "")
            for incident in incidents
            for one in incident.origins
        }
    )


def _sum(tolls: Iterable[Count | None]) -> Count | None:
    """Minimum and maximum added up over incidents; the maximum is open where one of them is."""
    told = [toll for toll in tolls if toll is not None and (toll.min is not None or toll.max is not None)]
    if not told:
        return None
    highest = [toll.max for toll in told if toll.max is not None]
    return Count(sum(toll.min or 0 for toll in told), sum(highest) if len(highest) == len(told) else None)


_Key = tuple[str, str, str, str]


def _rows(
    known: Known, conflict: Conflict, truce: Truce, start: date, incidents: Sequence[Incident], sources: int, gaps: str
) -> Iterator[TallyRow]:
    grouped: dict[_Key, list[tuple[Incident, Account]]] = {}
    for incident in incidents:
        for account in incident.accounts:
            if _DONE & set(account.stances):
                actors = ";".join(sorted(account.actor)) or "unknown"
                key = (incident.admin1 or "", incident.acts[0], account.source, actors)
                grouped.setdefault(key, []).append((incident, account))
    for (admin1, act, source, _), told in sorted(grouped.items(), key=lambda item: item[0]):
        labels = [_label(known, incident, truce).partition("(")[0] for incident, _ in told]
        killed = _sum(_last(account.killed) for _, account in told)
        civilians = _sum(_last(account.killed) for _, account in told if account.target == ("civilians",))
        entry = conflict.gazetteer.entry(admin1) if conflict.gazetteer.known(admin1) else None
        yield TallyRow(
            week_start=start,
            tz=truce.timezone,
            terms_id=truce.id,
            terms_version=truce.version,
            adm1_pcode=(entry.pcode or "") if entry else "",
            adm1_name=(region_name(conflict, admin1) or "") if admin1 else "",
            act=act,
            alleged_by=party_name(conflict, source),
            alleged_perpetrator=parties_text(conflict, told[0][1].actor),
            n_incidents=len(told),
            n_claims=sum(len(account.claim_ids) for _, account in told),
            n_independent_sources=independent(known, [incident for incident, _ in told]),
            n_disputed=labels.count("reported_breach_disputed"),
            n_undetermined=labels.count("undetermined"),
            n_outside_scope=labels.count("outside_scope"),
            killed_min=killed.min if killed else None,
            killed_max=killed.max if killed else None,
            civ_killed_min=civilians.min if civilians else None,
            civ_killed_max=civilians.max if civilians else None,
            sources_monitored=sources,
            known_gaps=gaps,
        )


def _last(tolls: Sequence[Count]) -> Count | None:
    return tolls[-1] if tolls else None


def _coverage(
    reports: Iterable[tuple[str, date | None]], conflict: Conflict, start: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The outlets read in the week, and the days of it without a report of one that is watched."""
    week = [start + timedelta(days=at) for at in range(7)]
    first = week[-1] - timedelta(days=WATCHED_DAYS - 1)
    read: dict[str, set[date]] = {}
    for outlet, published in reports:
        if published is not None and first <= published <= week[-1]:
            read.setdefault(outlet_name(conflict, outlet), set()).add(published)
    gaps = [_gap(outlet, [day for day in week if day not in days]) for outlet, days in sorted(read.items())]
    here = sorted(outlet for outlet, days in read.items() if days & set(week))
    return tuple(here), tuple(gap for gap in gaps if gap)


def _gap(outlet: str, missing: Sequence[date]) -> str:
    if not missing:
        return ""
    if len(missing) == 7:
        return f"no reports read from {outlet} in this week"
    return f"no reports read from {outlet} on {listed([f'{day.day} {day:%B}' for day in missing])}"


def change_text(now: int, before: int) -> str:
    """ "12 incidents, 3 more than the week before"."""
    told = counted(now, "incident")
    if now == before:
        return f"{told}, as many as the week before"
    return f"{told}, {abs(now - before):,} {'more' if now > before else 'fewer'} than the week before"
