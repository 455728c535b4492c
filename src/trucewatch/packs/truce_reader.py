"""Reading the parts of a truce file, each checked against the acts, the conflict's parties and places, and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from trucewatch.model import (
    Alternative,
    Area,
    BoundParty,
    Instrument,
    NotCovered,
    Oversight,
    Parties,
    Period,
    Policy,
    Quantity,
    StatusChange,
    Term,
    Truce,
    TruceException,
)
from trucewatch.packs.acts import load_acts
from trucewatch.packs.conflict import Conflict
from trucewatch.packs.strict import Node
from trucewatch.packs.truce_frame import read_oversight, read_policy

Entry = Instrument | Period | BoundParty | NotCovered | Area | Term | TruceException
T = TypeVar("T", bound=Entry)

KINDS = (
    "ceasefire",
    "cessation_of_hostilities",
    "truce",
    "humanitarian_pause",
    "localized_ceasefire",
    "disengagement",
    "unilateral",
)
FORMS = ("unilateral", "bilateral", "multilateral", "third_party_statement")
BASES = ("text", "renewal", "announcement")
ENDINGS = ("text", "lapse", "announcement", "collapse")
STATUSES = ("accepted", "conditional", "undetermined", "suspended", "withdrawn", "ended")
ENTRY_KINDS = ("country", "admin1", "place")
LINE_KINDS = ("line", "corridor")
AREA_KINDS = (*ENTRY_KINDS, "zone", *LINE_KINDS, "undelineated")
EXCEPTION_KINDS = (
    "self_defence",
    "against_excluded",
    "ordered_return_fire",
    "imminent_threat",
    "law_enforcement",
    "medical_evacuation",
    "repair",
    "exercise",
)
MODES = ("must_not", "must", "must_prevent", "may")
PER = ("day", "week", "period", "total")
CIVILIANS = "civilians"
INHERITED = ("parties", "excluded", "not_bound", "exceptions")
"""What a truce with a parent takes over from it where it leaves the key out."""


class TruceReader:
    """Reads one file; ids that later parts may name are known once their own part was read."""

    def __init__(self, keys: dict[str, Node], conflict: Conflict, base: Truce | None, parent: Truce | None) -> None:
        self._keys, self._base, self._parent = keys, base, parent
        self.conflict = conflict
        self._acts = tuple(load_acts())
        self._zone = _zone(keys["timezone"]) if "timezone" in keys else ZoneInfo(base.timezone if base else "UTC")
        self._drops = frozenset(keys["drops"].texts()) if "drops" in keys else frozenset()
        self._instruments = self._all("instruments", _instrument)
        if parent is not None:
            own = {one.id for one in self._instruments}
            self._instruments += tuple(one for one in parent.instruments if one.id not in own)
        self._periods = self._all("periods", self._period)
        self._parties = self._all("parties", self._bound_party)
        self._areas = self._all("areas", self._area)
        self._check_area_names()
        self._exceptions = self._all("exceptions", self._exception)

    def truce(self) -> Truce:
        keys, base = self._keys, self._base
        truce = Truce(
            id=keys["id"].text(),
            title=self._said("title", base.title if base else ""),
            version=keys["version"].integer(),
            effective_from=keys["effective_from"].day(),
            kind=keys["kind"].choice(KINDS) if "kind" in keys else base.kind if base else "",
            conflict=self.conflict.name,
            timezone=self._said("timezone", base.timezone if base else ""),
            instruments=self._instruments,
            periods=self._periods,
            parties=self._parties,
            excluded=self._all("excluded", self._not_covered),
            not_bound=self._all("not_bound", self._not_covered),
            areas=self._areas,
            terms=self._all("terms", self._term),
            exceptions=self._exceptions,
            notes=(*(base.notes if base else ()), *(keys["notes"].texts() if "notes" in keys else ())),
            lost_protection=self._all("lost_protection", self._not_covered),
            days_in=_zone(keys["days_in"]).key if "days_in" in keys else base.days_in if base else None,
            form=keys["form"].choice(FORMS) if "form" in keys else base.form if base else None,
            parent=self._parent.id if self._parent else base.parent if base else None,
            oversight=read_oversight(keys["oversight"])
            if "oversight" in keys
            else base.oversight
            if base
            else Oversight(),
            policy=read_policy(keys["policy"]) if "policy" in keys else base.policy if base else Policy(),
        )
        self._check_version(truce)
        return truce

    def _said(self, key: str, otherwise: str) -> str:
        return self._keys[key].text() if key in self._keys else otherwise

    def _check_version(self, truce: Truce) -> None:
        base = self._base
        if base is None:
            return
        if truce.id != base.id:
            self._keys["id"].complain(f"is to be {base.id!r}, as in the version that this one is over")
        if truce.version <= base.version:
            self._keys["version"].complain(f"is to be above {base.version}")
        if truce.effective_from <= base.effective_from:
            self._keys["effective_from"].complain(f"is to be after {base.effective_from}, that of the earlier version")
        known = {f"{key}/{_ident(one)}" for key in _LISTED for one in getattr(base, key)}
        for node in self._keys["drops"].items() if "drops" in self._keys else ():
            if node.text() not in known:
                node.complain(f"the earlier version has no {node.text()!r}; write it as terms/<id>")

    def _all(self, key: str, read: Callable[[Node], T]) -> tuple[T, ...]:
        """All entries of a list. Over an earlier version, an entry takes the place of the one with its id.

        A second entry with an id that is taken is complained about.
        """
        nodes = self._keys[key].items() if key in self._keys else []
        entries = tuple(read(node) for node in nodes)
        taken: set[str] = set()
        for node, entry in zip(nodes, entries, strict=True):
            ident = _ident(entry)
            if ident and ident in taken:
                node.complain(f"the id {ident!r} stands here twice")
            taken.add(ident)
        if self._base is None and self._parent is not None and key in INHERITED and key not in self._keys:
            inherited: tuple[T, ...] = getattr(self._parent, key)
            return inherited
        return self._over(key, entries)

    def _over(self, key: str, entries: tuple[T, ...]) -> tuple[T, ...]:
        earlier: tuple[T, ...] = getattr(self._base, key) if self._base else ()
        own: dict[str, T] = {_ident(entry): entry for entry in entries}
        kept: list[T] = [own.pop(_ident(one), one) for one in earlier if f"{key}/{_ident(one)}" not in self._drops]
        return (*kept, *own.values()) if earlier else entries

    def _period(self, node: Node) -> Period:
        keys = node.mapping(
            required=("id", "start", "end", "basis"), optional=("clause", "note", "ended", "alternatives", "confirmed")
        )
        start = self._local(keys["start"])
        end = None if keys["end"].is_null() else self._local(keys["end"])
        if end is not None and end <= start:
            keys["end"].complain("the period ends before it starts")
        return Period(
            id=keys["id"].text(),
            start=start,
            end=end,
            basis=keys["basis"].choice(BASES),
            clause=self._clause(keys),
            note=_optional(keys, "note"),
            ended=keys["ended"].choice(ENDINGS) if "ended" in keys else None,
            alternatives=tuple(map(self._alternative, keys["alternatives"].items())) if "alternatives" in keys else (),
            confirmed=_confirmed(keys),
        )

    def _alternative(self, node: Node) -> Alternative:
        keys = node.mapping(required=("source",), optional=("start", "end"))
        if "start" not in keys and "end" not in keys:
            node.complain("gives neither another start nor another end")
        return Alternative(keys["source"].text(), self._moment(keys, "start"), self._moment(keys, "end"))

    def _moment(self, keys: dict[str, Node], key: str) -> datetime | None:
        return self._local(keys[key]) if key in keys and not keys[key].is_null() else None

    def _local(self, node: Node) -> datetime:
        moment = node.moment()
        if moment.tzinfo is not None:
            node.complain("is local time of the truce's time zone; leave the offset out")
        return moment.replace(tzinfo=self._zone)

    def _bound_party(self, node: Node) -> BoundParty:
        keys = node.mapping(
            required=("id", "name", "members", "status"),
            optional=("conditions", "note", "accepted", "channel", "clause", "until", "afterwards", "changes",
                      "reserves", "responsible_for", "confirmed"),
        )  # fmt: skip
        if ("until" in keys) != ("afterwards" in keys):
            node.complain("an own end date needs both `until` and `afterwards`, the status after it")
        return BoundParty(
            id=keys["id"].text(),
            name=keys["name"].text(),
            members=self._party_list(keys, "members"),
            status=keys["status"].choice(STATUSES),
            conditions=_optional(keys, "conditions"),
            note=_optional(keys, "note"),
            accepted=keys["accepted"].day() if "accepted" in keys else None,
            channel=_optional(keys, "channel"),
            clause=self._clause(keys),
            until=self._moment(keys, "until"),
            afterwards=keys["afterwards"].choice(STATUSES) if "afterwards" in keys else None,
            changes=tuple(map(self._change, keys["changes"].items())) if "changes" in keys else (),
            reserves=self._party_list(keys, "reserves"),
            responsible_for=self._party_list(keys, "responsible_for"),
            confirmed=_confirmed(keys),
        )

    def _change(self, node: Node) -> StatusChange:
        keys = node.mapping(required=("from", "status", "why"), optional=("clause",))
        return StatusChange(
            self._local(keys["from"]), keys["status"].choice(STATUSES), keys["why"].text(), self._clause(keys)
        )

    def _not_covered(self, node: Node) -> NotCovered:
        keys = node.mapping(required=("party", "why"), optional=("clause", "from", "until", "confirmed"))
        return NotCovered(
            party=self._party(keys["party"]),
            why=keys["why"].text(),
            clause=self._clause(keys),
            start=self._moment(keys, "from"),
            end=self._moment(keys, "until"),
            confirmed=_confirmed(keys),
        )

    def _party(self, node: Node) -> str:
        party = node.text()
        if party and not self.conflict.parties.known(party):
            node.complain(f"the conflict {self.conflict.name} has no party {party!r}")
        return party

    def _party_list(self, keys: dict[str, Node], key: str) -> Parties:
        return tuple(self._party(member) for member in keys[key].items()) if key in keys else ()

    def _area(self, node: Node) -> Area:
        keys = node.mapping(
            required=("id", "kind"),
            optional=("members", "note", "through", "within_km", "less", "alternatives", "clause", "confirmed"),
        )
        kind = keys["kind"].choice(AREA_KINDS)
        self._check_area_keys(node, keys, kind)
        members = keys["members"].items() if "members" in keys else []
        through = keys["through"].items() if "through" in keys else []
        return Area(
            id=keys["id"].text(),
            kind=kind,
            members=tuple(self._area_member(member, kind) for member in members),
            note=_optional(keys, "note"),
            through=tuple(self._area_member(member, "place") for member in through),
            within_km=keys["within_km"].number() if "within_km" in keys else None,
            less=keys["less"].texts() if "less" in keys else (),
            alternatives=keys["alternatives"].texts() if "alternatives" in keys else (),
            clause=self._clause(keys),
            confirmed=_confirmed(keys),
        )

    def _check_area_keys(self, node: Node, keys: dict[str, Node], kind: str) -> None:
        if kind in {*ENTRY_KINDS, "zone"} and not ("members" in keys and keys["members"].items()):
            keys.get("members", node).complain("names nothing")
        if kind in LINE_KINDS and ("through" not in keys or "within_km" not in keys):
            node.complain(f"a {kind} needs `through`, the places along it, and `within_km`")

    def _area_member(self, node: Node, kind: str) -> str:
        member = node.text()
        gazetteer = self.conflict.gazetteer
        countries = {entry.country for entry in gazetteer}
        if not (member in countries if kind == "country" else gazetteer.known(member)):
            node.complain(f"the gazetteer of {self.conflict.name} has no {kind} {member!r}")
        return member

    def _check_area_names(self) -> None:
        known = _ids(self._areas)
        for node in self._keys["areas"].items() if "areas" in self._keys else ():
            given = node.pairs()
            for key in ("less", "alternatives"):
                if key in given:
                    given[key].choices(known)

    def _exception(self, node: Node) -> TruceException:
        keys = node.mapping(required=("id", "kind", "condition"), optional=("clause", "who_may_claim", "confirmed"))
        return TruceException(
            id=keys["id"].text(),
            kind=keys["kind"].choice(EXCEPTION_KINDS),
            condition=keys["condition"].text(),
            clause=self._clause(keys),
            who_may_claim=keys["who_may_claim"].choices(_ids(self._parties)) if "who_may_claim" in keys else (),
            confirmed=_confirmed(keys),
        )

    def _term(self, node: Node) -> Term:
        keys = node.mapping(
            required=("id", "clause", "words", "exact", "mode", "acts", "by", "against", "area", "periods"),
            optional=("exceptions", "of", "unmet_by", "weapons", "deadline", "quantity", "note", "confirmed"),
        )
        sides, mode = _ids(self._parties), keys["mode"].choice(MODES)
        if (mode == "must_prevent") != ("of" in keys):
            node.complain("`of`, the parties whose acts are to be prevented, belongs to must_prevent and to it alone")
        if "unmet_by" in keys and mode != "must":
            keys["unmet_by"].complain("belongs to a term of the mode must")
        return Term(
            id=keys["id"].text(),
            clause=self._clause(keys) or "",
            words=keys["words"].text(),
            exact=keys["exact"].flag(),
            mode=mode,
            acts=keys["acts"].choices(self._acts),
            by=keys["by"].choices(sides),
            against=keys["against"].choices((*sides, CIVILIANS)),
            area=keys["area"].choice(_ids(self._areas)),
            periods=keys["periods"].choices(_ids(self._periods)),
            exceptions=keys["exceptions"].choices(_ids(self._exceptions)) if "exceptions" in keys else (),
            of=self._party_list(keys, "of"),
            unmet_by=keys["unmet_by"].choices(self._acts) if "unmet_by" in keys else (),
            weapons=keys["weapons"].texts() if "weapons" in keys else (),
            deadline=self._moment(keys, "deadline"),
            quantity=_quantity(keys["quantity"]) if "quantity" in keys else None,
            note=_optional(keys, "note"),
            confirmed=_confirmed(keys),
        )

    def _clause(self, keys: dict[str, Node]) -> str | None:
        """A clause is written `<instrument>.<where in it>`."""
        if "clause" not in keys:
            return None
        clause, known = keys["clause"].text(), _ids(self._instruments)
        if clause and clause.partition(".")[0] not in known:
            keys["clause"].complain(f"{clause!r} begins with none of the instruments: {', '.join(known)}")
        return clause


_LISTED = (
    "instruments", "periods", "parties", "excluded", "not_bound", "lost_protection", "areas", "terms", "exceptions",
)  # fmt: skip


def _ident(entry: Entry) -> str:
    """What tells an entry apart in its list: its id; of a party left out, the party."""
    return entry.party if isinstance(entry, NotCovered) else entry.id


def _instrument(node: Node) -> Instrument:
    keys = node.mapping(required=("id", "title", "date"), optional=("url", "text_of", "note", "confirmed"))
    return Instrument(
        id=keys["id"].text(),
        title=keys["title"].text(),
        date=keys["date"].day(),
        url=_optional(keys, "url"),
        text_of=_optional(keys, "text_of"),
        note=_optional(keys, "note"),
        confirmed=_confirmed(keys),
    )


def _quantity(node: Node) -> Quantity:
    keys = node.mapping(required=("number", "unit", "per", "words"))
    number, words = keys["number"].integer(), keys["words"].texts()
    if number < 1:
        keys["number"].complain("is to be at least 1")
    if not words:
        keys["words"].complain("holds no word for the unit")
    return Quantity(number, keys["unit"].text(), keys["per"].choice(PER), words)


def _confirmed(keys: dict[str, Node]) -> bool:
    return keys["confirmed"].flag() if "confirmed" in keys else True


def _optional(keys: dict[str, Node], key: str) -> str | None:
    return keys[key].text() if key in keys else None


def _ids(entries: Iterable[Instrument | Period | BoundParty | Area | TruceException]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)


def _zone(node: Node) -> ZoneInfo:
    name = node.text()
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        node.complain(f"{name!r} is no time zone such as Asia/Damascus")
        return ZoneInfo("UTC")
