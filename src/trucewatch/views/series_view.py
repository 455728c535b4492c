"""Who is said to hold a town, and what is said of talks, as series with their sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.incidents import Telling
from trucewatch.incidents.series import HOLDING_ACTS, TALKING_ACTS, Point, holding, talks
from trucewatch.ledger import ClaimInReport, Ledger, LedgerError
from trucewatch.model import Stance
from trucewatch.packs import Conflict
from trucewatch.views.labels import OUTLET_PREFIX, act_name, outlet_name, parties_text, party_name, stance_name
from trucewatch.views.wording import counted, date_text, day_name

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
    """A place of which it is told that somebody took or left it, and in how many tellings."""

    id: str
    name: str
    within: str
    tellings: int


def towns(ledger: Ledger, conflict: Conflict) -> tuple[TownEntry, ...]:
    """The places that are told to have been taken or left, most told first."""
    known = conflict.gazetteer
    found = [
        TownEntry(id, known.entry(id).name, _within(conflict, id), number)
        for id, number in ledger.places_of_acts(HOLDING_ACTS).items()
        if known.known(id)
    ]
    return tuple(sorted(found, key=lambda town: (-town.tellings, town.name, town.id)))


def _within(conflict: Conflict, place_id: str) -> str:
    around = conflict.gazetteer.entry(place_id).admin1
    return conflict.gazetteer.entry(around).name if around and conflict.gazetteer.known(around) else ""


def holding_view(ledger: Ledger, conflict: Conflict, place: str) -> SeriesView:
    """Who is said to hold a place of the gazetteer, by its id or a name. Raises LedgerError for what is neither."""
    known = conflict.gazetteer
    entries = [known.entry(place)] if known.known(place) else known.lookup(place)
    if not entries:
        raise LedgerError(f"{place!r} is no place of the gazetteer")
    claims = ledger.claims_of_acts(HOLDING_ACTS, [entry.id for entry in entries])
    points = holding(_tellings(claims), conflict)
    return SeriesView(f"Who is said to hold {entries[0].name}", _points(conflict, claims, points, _held))


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


def _held(conflict: Conflict, point: Point) -> str:
    verb = "said to hold it" if point.holds else "said not to hold it"
    hedge = f" ({stance_name(point.stance)})" if point.stance is Stance.HEDGED else ""
    return f"{parties_text(conflict, point.parties)} {verb}{hedge}"


def _talked(conflict: Conflict, point: Point) -> str:
    told = "" if point.stance is Stance.ASSERTED else f", {stance_name(point.stance)}"
    return f"{act_name(point.act)}{told}: {parties_text(conflict, point.parties)}"
