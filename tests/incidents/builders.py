"""Hand-made claims and a small world for tests of grouping and of truces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TypeVar

from trucewatch.incidents import Telling
from trucewatch.model import Claim, Count, Day, Found, Parties, Place, Span, Stance
from trucewatch.model.ids import short_id
from trucewatch.packs import Conflict, Gazetteer, PlaceEntry, load_conflict

T = TypeVar("T")

PLACES = (
    PlaceEntry("sy", "Syria", "country", None, "sy", 35.0, 38.5, 300.0),
    PlaceEntry("lb", "Lebanon", "country", None, "lb", 33.9, 35.8, 80.0),
    PlaceEntry("sy.aleppo", "Aleppo province", "governorate", None, "sy", 36.2, 37.5, 60.0),
    PlaceEntry("sy.aleppo.city", "Aleppo", "city", "sy.aleppo", "sy", 36.2, 37.16, 8.0),
    PlaceEntry("sy.aleppo.hamadaniya", "al-Hamadaniya", "neighbourhood", "sy.aleppo", "sy", 36.18, 37.11, 1.0),
    PlaceEntry("sy.aleppo.azaz", "Azaz", "town", "sy.aleppo", "sy", 36.59, 37.04, 3.0),
    PlaceEntry("sy.idlib", "Idlib province", "governorate", None, "sy", 35.8, 36.7, 40.0),
    PlaceEntry("sy.idlib.city", "Idlib", "city", "sy.idlib", "sy", 35.93, 36.63, 4.0),
    PlaceEntry("sy.idlib.binnish", "Binnish", "town", "sy.idlib", "sy", 35.96, 36.71, 2.0),
)


@cache
def world() -> Conflict:
    """The parties and outlets of the Syria pack with a gazetteer of a few places."""
    return replace(load_conflict("syria"), gazetteer=Gazetteer((entry, ()) for entry in PLACES))


def found(value: T) -> Found[T]:
    return Found(value, "test", (Span(0, 1),))


def at(name: str) -> Place:
    """The place of that name in `PLACES`; a name that is not there stays unresolved."""
    for entry in PLACES:
        if entry.name == name:
            return Place(name, entry.id, entry.admin1, entry.country)
    return Place(name)


def on(day: str, until: str | None = None) -> Day:
    start, end = date.fromisoformat(day), date.fromisoformat(until or day)
    length = (end - start).days + 1
    return Day(start, end, "day" if length == 1 else "week" if length <= 7 else "month")


def claim(
    act: str = "attack.air",
    *,
    document: str = "report",
    actor: Parties = ("unknown",),
    target: Parties = (),
    place: str | None = None,
    day: str | Day | None = None,
    killed: Count | None = None,
    speakers: Parties = (),
    stance: Stance = Stance.ASSERTED,
    start: int = 0,
) -> Claim:
    fields = (document, act, actor, target, place, day, killed, speakers, stance, start)
    return Claim(
        id=short_id("claim", *(str(field) for field in fields)),
        digest=short_id("digest", *(str(field) for field in fields)),
        document_id=document,
        sentence=Span(start, start + 80),
        trigger=Span(start + 10, start + 16),
        act=found(act),
        actor=found(actor),
        target=found(target),
        place=found(at(place) if place else None),
        day=found(on(day) if isinstance(day, str) else day),
        killed=found(killed),
        injured=found(None),
        speakers=found(speakers),
        stance=found(stance),
    )


def telling(
    one: Claim, *, outlet: str | None = None, published: str | None = "2016-05-29", title: str = "", text: str = ""
) -> Telling:
    """A claim in a report of its document's name; its outlet is called like the document unless told otherwise."""
    return Telling(
        claim=one,
        outlet=outlet or one.document_id,
        published=date.fromisoformat(published) if published else None,
        title=title,
        document_id=one.document_id,
        text=text,
    )


def exactly(number: int) -> Count:
    return Count(number, number)
