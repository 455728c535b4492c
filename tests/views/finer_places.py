"""A ledger whose reports tell places finer than a settlement, in words that do not name them.

Every id and name of such a place holds `MARK`, and no word of a report does: where it stands in an output, the output
tells a place that it took from the reading and not from a quoted sentence.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tests.views.builders import RUN, a_claim, a_conflict, a_document, a_truce, read
from trucewatch.grouping import Packs, group
from trucewatch.ledger import Reading, open_ledger
from trucewatch.model import Area, Claim, Count, Day, Document, NotCovered, PassageKind, Place, Truce
from trucewatch.packs import Conflict, Gazetteer, PlaceEntry

MARK = "zzfine"
FIRST_DAY = date(2016, 4, 4)


def _entry(name: str, kind: str, at: tuple[float, float], km: float, within: str | None = None) -> PlaceEntry:
    admin1 = None if kind == "governorate" else "sy.idlib"
    return PlaceEntry(f"sy.{name.lower()}", name.title(), kind, admin1, "sy", *at, km, None, within)


ENTRIES = (
    _entry("idlib", "governorate", (35.9, 36.6), 40),
    _entry("ariha", "town", (35.8141592, 36.6112358), 3),
    _entry(f"{MARK}quarter", "neighbourhood", (35.8171717, 36.6131313), 1),
    _entry(f"{MARK}street", "road", (35.8161616, 36.6151515), 1),
    _entry(f"{MARK}airbase", "base", (35.8212121, 36.6191919), 1),
    _entry(f"{MARK}depot", "base", (35.5, 36.1), 1),
    _entry(f"{MARK}tents", "camp", (35.82, 36.62), 1),
    _entry(f"{MARK}clinic", "site", (35.82, 36.62), 1, "sy.ariha"),
    _entry(f"{MARK}crossing", "border", (35.81, 36.62), 2),
)
UNLISTED = Place(f"{MARK}alley")
EITHER = Place(f"{MARK}name", candidates=(f"sy.{MARK}quarter", f"sy.{MARK}depot"))
PLACES = (
    *(Place(one.name, one.id, one.admin1, "sy") for one in ENTRIES if MARK in one.id),
    Place(f"{MARK}gone", f"sy.{MARK}gone", "sy.idlib", "sy"),
    UNLISTED,
    EITHER,
)
OUTLETS = ("Orontes Wire", "State News")


def finer_conflict() -> Conflict:
    """The hand-made conflict with the finer places."""
    conflict = a_conflict()
    gazetteer = Gazetteer((one, (f"the {one.name}",)) for one in ENTRIES)
    return replace(conflict, gazetteer=gazetteer)


def finer_truce() -> Truce:
    """The hand-made truce, in whose area land of an excluded party is left out and not delineated."""
    truce = a_truce()
    held = Area("held", "undelineated", ())
    area = replace(truce.areas[0], less=("held",))
    excluded = (*truce.excluded, NotCovered("sy.rebels", "named in the text", "js.2"))
    policy = replace(truce.policy, excluded_nearby="disputed")
    areas, since = (area, held), date(2016, 2, 27)
    return replace(truce, version=1, effective_from=since, areas=areas, excluded=excluded, policy=policy)


def _report(outlet: str, at: int, place: Place) -> tuple[Document, tuple[Claim, ...]]:
    """A strike, a taking of ground and aid at one place, on a day of its own for each number."""
    told = FIRST_DAY + timedelta(days=3 * at)
    date_line = f"{told.day} {told:%B}"
    text = (
        f"Russian warplanes carried out air strikes on {date_line}; {at + 3} rebels died at spot {at} of the plain. "
        f"Rebel groups took spot {at} of the plain on {date_line}. Russian forces let in aid at spot {at} of the plain."
    )
    document = a_document(outlet, f"Strikes on spot {at}", ((PassageKind.BODY, text),), told + timedelta(days=1))
    found = read(document, place, f"spot {at} of the plain", "place.at")
    day = read(document, Day(told, told, "day"), date_line, "day.date")
    strike = a_claim(
        document, "attack.air", "air strikes", place=found, day=day,
        actor=read(document, ("ru.forces",), "Russian warplanes", "actor.subject"),
        target=read(document, ("sy.rebels",), "rebels", "target.victims"),
        killed=read(document, Count(at + 3, at + 3), f"{at + 3} rebels", "killed.number"),
    )  # fmt: skip
    taken = a_claim(
        document, "territory.take", "took", place=found, day=day,
        actor=read(document, ("sy.rebels",), "Rebel groups", "actor.subject"),
    )  # fmt: skip
    aid = a_claim(
        document, "aid.deliver", "let in", place=found, day=day,
        actor=read(document, ("ru.forces",), "Russian forces", "actor.subject"),
    )  # fmt: skip
    return document, (strike, taken, aid)


def write_finer_ledger(path: Path) -> None:
    """Two reports of each place, and one that puts the first event at another; grouped and assessed by the program."""
    reports = [_report(outlet, at, place) for at, place in enumerate(PLACES) for outlet in OUTLETS]
    reports.append(_report("Port Desk", 0, PLACES[1]))
    packs = Packs(finer_conflict(), (finer_truce(),), "packs-1", "packs-1")
    with open_ledger(path) as ledger:
        ledger.add_documents([Reading(one, claims, one.id) for one, claims in reports], RUN)
        group(ledger, packs, RUN)
