"""Who is said to hold a town, and what is said of talks, as series with their sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.incidents import Telling
from trucewatch.incidents.series import HOLDING_ACTS, TALKING_ACTS, Point, holding, talks
from trucewatch.ledger import ClaimInReport, Ledger, LedgerError
from trucewatch.model import Stance
from trucewatch.packs import Conflict
from trucewatch.packs.public_places import public_places
from trucewatch.views.labels import OUTLET_PREFIX, act_name, outlet_name, parties_text, party_name, stance_name
from trucewatch.views.wording import counted, date_text, day_name, each_once

Words = Callable[[Conflict, Point], str]


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One telling as a line. `against` are the claims of other sources that tell otherwise within days.

    `words` are those of the claim's sentence.
    """

    day: str
    told: str
    source: str
    outlet: str
    claim_id: str
    document_id: str
    words: str
    against: tuple[str, ...]

    @property
    def contradicted(self) -> bool:
        return bool(self.against)


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series, earliest first. Nothing in it is settled: both of two tellings that contradict each other stand."""

    title: str
    points: tuple[SeriesPoint, ...]

    @property
    def summary(self) -> str:
        disputed = sum(point.contradicted for point in self.points)
        return f"{counted(len(self.points), 'telling')}, {disputed} of them contradicted by another source within days"


@dataclass(frozen=True, slots=True)
class TownEntry:
    """A place of which it is told that somebody took or left it, or a part of it, and in how many tellings."""

    id: str
    name: str
    within: str
    tellings: int


def towns(ledger: Ledger, conflict: Conflict) -> tuple[TownEntry, ...]:
    """The places that are told to have been taken or left, most told first; what is finer counts to what holds it."""
    shown = public_places(conflict.gazetteer)
    tellings: Counter[str] = Counter()
    for id, number in ledger.places_of_acts(HOLDING_ACTS).items():
        if (entry := shown.entry(id)) is not None:
            tellings[entry.id] += number
    known = conflict.gazetteer
    found = [TownEntry(id, known.entry(id).name, _within(conflict, id), number) for id, number in tellings.items()]
    return tuple(sorted(found, key=lambda town: (-town.tellings, town.name, town.id)))


def _within(conflict: Conflict, place_id: str) -> str:
    around = conflict.gazetteer.entry(place_id).admin1
    return conflict.gazetteer.entry(around).name if around and conflict.gazetteer.known(around) else ""


def holding_view(ledger: Ledger, conflict: Conflict, place: str) -> SeriesView:
    """Who is said to hold a place of the gazetteer, by its id or a name, and what is finer in it, part by part.

    What is finer than a settlement is shown with the settlement that holds it. Raises LedgerError for no such place.
    """
    known, shown = conflict.gazetteer, public_places(conflict.gazetteer)
    entries = [known.entry(place)] if known.known(place) else known.lookup(place)
    if not entries:
        raise LedgerError(f"{place!r} is no place of the gazetteer")
    public = each_once(one.id for entry in entries if (one := shown.entry(entry.id)) is not None)
    if not public:
        raise LedgerError(f"{place!r} is finer than a settlement, and none is known that holds it")
    finer = [
        [id]
        for id in ledger.places_of_acts(HOLDING_ACTS)
        if id not in public and (one := shown.entry(id)) is not None and one.id in public
    ]
    points = [
        point
        for ids, words in ((public, _held), *((ids, _held_in_part) for ids in finer))
        for point in _holding_points(ledger, conflict, ids, words)
    ]
    title = f"Who is said to hold {known.entry(public[0]).name}"
    return SeriesView(title, tuple(point for _, point in sorted(points, key=lambda pair: pair[0])))


def _holding_points(
    ledger: Ledger, conflict: Conflict, ids: Sequence[str], words: Words
) -> list[tuple[tuple[bool, date, str], SeriesPoint]]:
    """The series of one place, each point with its order: only what is told of one place can contradict."""
    claims = ledger.claims_of_acts(HOLDING_ACTS, ids)
    points = holding(_tellings(claims), conflict)
    order = [(point.day is None, point.day or date.max, point.claim_id) for point in points]
    return list(zip(order, _points(conflict, claims, points, words), strict=True))


def talks_view(ledger: Ledger, conflict: Conflict) -> SeriesView:
    """What is said of talks, agreements and truces."""
    claims = ledger.claims_of_acts(TALKING_ACTS)
    points = talks(_tellings(claims), conflict)
    return SeriesView("What is said of talks and agreements", _points(conflict, claims, points, _talked))


def _tellings(claims: Mapping[str, ClaimInReport]) -> list[Telling]:
    return [
        Telling(one.claim, one.outlet, one.published, one.title, one.claim.document_id, one.words)
        for one in claims.values()
    ]


def _points(
    conflict: Conflict, claims: Mapping[str, ClaimInReport], points: Sequence[Point], words: Words
) -> tuple[SeriesPoint, ...]:
    return tuple(
        SeriesPoint(
            day=_day(point),
            told=words(conflict, point),
            source=_source(conflict, point.source),
            outlet=outlet_name(conflict, claims[point.claim_id].outlet),
            claim_id=point.claim_id,
            document_id=claims[point.claim_id].claim.document_id,
            words=claims[point.claim_id].words,
            against=point.against,
        )
        for point in points
    )


def _day(point: Point) -> str:
    if point.told is not None:
        return day_name(point.told)
    return f"reported {date_text(point.day)}" if point.day else "day not told"


def _source(conflict: Conflict, source: str) -> str:
    name = party_name(conflict, source)
    return f"{name} itself" if source.startswith(OUTLET_PREFIX) else name


def _held(conflict: Conflict, point: Point, what: str = "it") -> str:
    verb = f"said to hold {what}" if point.holds else f"said not to hold {what}"
    hedge = f" ({stance_name(point.stance)})" if point.stance is Stance.HEDGED else ""
    return f"{parties_text(conflict, point.parties)} {verb}{hedge}"


def _held_in_part(conflict: Conflict, point: Point) -> str:
    return _held(conflict, point, "a part of it, or a place by it")


def _talked(conflict: Conflict, point: Point) -> str:
    told = "" if point.stance is Stance.ASSERTED else f", {stance_name(point.stance)}"
    return f"{act_name(point.act)}{told}: {parties_text(conflict, point.parties)}"
