"""What a pack knows, for the person who writes it: the whole in numbers, one party, one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.packs import Conflict
from trucewatch.packs.lexicon import Alias
from trucewatch.packs.public_places import public_places


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name or wording, with its kind, its days and the leanings of the outlets that it is limited to."""

    name: str
    kind: str
    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()

    def line(self) -> str:
        only = f"  only in outlets that are {', '.join(self.outlets)}" if self.outlets else ""
        return f"  {self.name}  ({self.kind}{_days(self.since, self.until)}){only}"


@dataclass(frozen=True, slots=True)
class PackSheet:
    """A heading, pairs of a key and its value, and a list of names."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    names: tuple[NameLine, ...] = ()

    def lines(self) -> Iterator[str]:
        yield self.heading
        width = max((len(key) for key, _ in self.facts), default=0)
        for key, value in self.facts:
            yield f"  {key:{width}}  {value}".rstrip()
        if self.names:
            yield "Called"
        for name in self.names:
            yield name.line()


def pack_sheet(conflict: Conflict, *, day: date | None = None) -> PackSheet:
    """The pack's size and its own parties, each with the name it bore on the day."""
    here = [entry for entry in conflict.gazetteer if entry.country == conflict.country]
    kinds = Counter(entry.kind for entry in here)
    parties = [party for party in conflict.parties if party.side or party.id.startswith(f"{conflict.country}.")]
    facts = (
        ("places", f"{len(conflict.gazetteer)}, of them {len(here)} in {conflict.country}"),
        *((f"  {kind}", str(number)) for kind, number in kinds.most_common()),
        ("outlets", str(len(list(conflict.outlets)))),
        ("parties", f"{len(list(conflict.parties))}, of them {len(parties)} of the conflict"),
        *(
            (
                f"  {party.id}",
                f"{conflict.parties.name_on(party.id, day) if day else party.name}{_days(party.since, party.until)}",
            )
            for party in parties
        ),
    )
    return PackSheet(f"{conflict.title} ({conflict.name})", facts)


def party_sheet(conflict: Conflict, party_id: str, *, day: date | None = None) -> PackSheet:
    """One party, with all phrases that name it, or those that did on the day."""
    party, parties = conflict.parties.party(party_id), conflict.parties
    facts = {
        "id": party.id,
        "kind": party.kind,
        "part of": _told(conflict, (party.parent,) if party.parent else ()),
        "side": party.side or "",
        "days": _days(party.since, party.until).strip(", "),
        "member of": _told(conflict, party.member_of),
        "members": _told(conflict, parties.members(party_id)),
        "allies": _told(conflict, party.allies),
    }
    names = tuple(_name_line(name, alias) for name, alias in parties.aliases(party_id, day=day))
    heading = parties.name_on(party_id, day) if day else party.name
    return PackSheet(heading, tuple((key, value) for key, value in facts.items() if value), names)


def place_sheet(conflict: Conflict, place_id: str) -> PackSheet:
    """One place, what it lies in, its names, and where the settlement lies by which it is shown."""
    gazetteer = conflict.gazetteer
    entry = gazetteer.entry(place_id)
    shown = public_places(gazetteer).entry(place_id)
    point = public_places(gazetteer).point(place_id)
    reach = shown.precision_km if shown else None
    where = f"{point[0]}, {point[1]}, up to {reach} km around" if point else "not known"
    if shown is not None and shown is not entry:
        where += f" ({shown.name}: nothing is shown more closely than a settlement)"
    facts = {
        "id": entry.id,
        "kind": entry.kind,
        "in": ", ".join([*(gazetteer.entry(outer).name for outer in gazetteer.around(place_id)), entry.country]),
        "where": where,
        "P-code": entry.pcode or "",
    }
    names = tuple(NameLine(name, "name") for name in gazetteer.names(place_id))
    return PackSheet(entry.name, tuple((key, value) for key, value in facts.items() if value), names)


def _told(conflict: Conflict, party_ids: tuple[str, ...]) -> str:
    return ", ".join(f"{conflict.parties.label(party)} ({party})" for party in party_ids)


def _name_line(name: str, alias: Alias) -> NameLine:
    return NameLine(name, alias.kind, alias.since, alias.until, alias.leanings)


def _days(since: date | None, until: date | None) -> str:
    if since and until:
        return f", {since} to {until}"
    return f", from {since}" if since else f", to {until}" if until else ""
