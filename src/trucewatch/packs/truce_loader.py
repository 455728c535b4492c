"""Loading a truce's terms from its YAML file, checked against the acts and the parties of its conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from trucewatch.model import Area, BoundParty, Instrument, NotCovered, Period, Term, Truce, TruceException
from trucewatch.packs.acts import load_acts
from trucewatch.packs.conflict import Conflict, conflict_names, load_conflict
from trucewatch.packs.strict import Complaints, Node, read_yaml, refuse
from trucewatch.packs.truce_examples import Example, read_examples

T = TypeVar("T")

TRUCES = Path(__file__).parent / "truces"
KINDS = (
    "ceasefire",
    "cessation_of_hostilities",
    "truce",
    "humanitarian_pause",
    "localized_ceasefire",
    "disengagement",
    "unilateral",
)
BASES = ("text", "renewal", "lapse", "announcement")
STATUSES = ("accepted", "conditional", "undetermined")
AREA_KINDS = ("country", "admin1", "place", "undelineated")
MODES = ("must_not", "must", "may")
CIVILIANS = "civilians"

_REQUIRED = (
    "id",
    "title",
    "version",
    "effective_from",
    "kind",
    "conflict",
    "timezone",
    "instruments",
    "periods",
    "parties",
    "excluded",
    "not_bound",
    "areas",
    "terms",
    "exceptions",
)


@dataclass(frozen=True, slots=True)
class TruceFile:
    """What a truce file holds: the terms, and the examples that its writer worked out by hand (`would:`)."""

    truce: Truce
    examples: tuple[Example, ...]


def truce_names() -> tuple[str, ...]:
    """The truces that ship with the program."""
    return tuple(sorted(path.stem for path in TRUCES.glob("*.yaml")))


def truce_path(name_or_path: str | Path) -> Path:
    """The file of a truce, by its name or as a path to a file of one's own; `PackError` when there is none."""
    if str(name_or_path) in truce_names():
        return TRUCES / f"{name_or_path}.yaml"
    path = Path(name_or_path)
    if not path.is_file():
        raise refuse(name_or_path, f"no such truce; known truces: {', '.join(truce_names())}")
    return path


def load_truce(name_or_path: str | Path) -> Truce:
    """The terms of a truce; `PackError` lists all that is wrong with the file, by file, line and key."""
    return load_truce_file(name_or_path).truce


def load_truce_file(name_or_path: str | Path) -> TruceFile:
    """The terms with their worked examples, read once for each state of the file."""
    path = truce_path(name_or_path).resolve()
    return _load(path, path.stat().st_mtime_ns)


@cache
def _load(path: Path, _modified: int) -> TruceFile:
    complaints = Complaints()
    keys = read_yaml(path, complaints).mapping(required=_REQUIRED, optional=("notes", "would"))
    reader = _Reader(keys, _conflict(keys["conflict"], complaints))
    truce = reader.truce()
    examples = read_examples(keys["would"], reader.conflict) if "would" in keys else ()
    complaints.raise_if_any()
    return TruceFile(truce, examples)


def _conflict(node: Node, complaints: Complaints) -> Conflict:
    name = node.choice(conflict_names())
    if name not in conflict_names():
        complaints.raise_if_any()
        raise refuse(node.file, "names no conflict")
    return load_conflict(name)


class _Reader:
    """Reads the parts of one file; ids that later parts may name are known once their own part was read."""

    def __init__(self, keys: dict[str, Node], conflict: Conflict) -> None:
        self._keys = keys
        self.conflict = conflict
        self._acts = tuple(load_acts())
        self._zone = _zone(keys["timezone"])
        self._instruments = self._all("instruments", _instrument)
        self._periods = self._all("periods", self._period)
        self._parties = self._all("parties", self._bound_party)
        self._areas = self._all("areas", self._area)
        self._exceptions = self._all("exceptions", self._exception)

    def truce(self) -> Truce:
        keys = self._keys
        return Truce(
            id=keys["id"].text(),
            title=keys["title"].text(),
            version=keys["version"].integer(),
            effective_from=keys["effective_from"].day(),
            kind=keys["kind"].choice(KINDS),
            conflict=keys["conflict"].text(),
            timezone=keys["timezone"].text(),
            instruments=self._instruments,
            periods=self._periods,
            parties=self._parties,
            excluded=tuple(self._not_covered(node) for node in keys["excluded"].items()),
            not_bound=tuple(self._not_covered(node) for node in keys["not_bound"].items()),
            areas=self._areas,
            terms=self._all("terms", self._term),
            exceptions=self._exceptions,
            notes=keys["notes"].texts() if "notes" in keys else (),
        )

    def _all(self, key: str, read: Callable[[Node], T]) -> tuple[T, ...]:
        """All entries of a list; a second entry with an id that is taken is complained about."""
        nodes = self._keys[key].items()
        entries = tuple(read(node) for node in nodes)
        taken: set[str] = set()
        for node, entry in zip(nodes, entries, strict=True):
            ident = str(getattr(entry, "id", ""))
            if ident and ident in taken:
                node.complain(f"the id {ident!r} stands here twice")
            taken.add(ident)
        return entries

    def _period(self, node: Node) -> Period:
        keys = node.mapping(required=("id", "start", "end", "basis"), optional=("clause", "note"))
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
        )

    def _local(self, node: Node) -> datetime:
        moment = node.moment()
        if moment.tzinfo is not None:
            node.complain("is local time of the truce's time zone; leave the offset out")
        return moment.replace(tzinfo=self._zone)

    def _bound_party(self, node: Node) -> BoundParty:
        keys = node.mapping(required=("id", "name", "members", "status"), optional=("conditions", "note"))
        return BoundParty(
            id=keys["id"].text(),
            name=keys["name"].text(),
            members=tuple(self._party(member) for member in keys["members"].items()),
            status=keys["status"].choice(STATUSES),
            conditions=_optional(keys, "conditions"),
            note=_optional(keys, "note"),
        )

    def _not_covered(self, node: Node) -> NotCovered:
        keys = node.mapping(required=("party", "why"), optional=("clause",))
        return NotCovered(self._party(keys["party"]), keys["why"].text(), self._clause(keys))

    def _party(self, node: Node) -> str:
        party = node.text()
        if party and not self.conflict.parties.known(party):
            node.complain(f"the conflict {self.conflict.name} has no party {party!r}")
        return party

    def _area(self, node: Node) -> Area:
        keys = node.mapping(required=("id", "kind", "members"), optional=("note",))
        kind = keys["kind"].choice(AREA_KINDS)
        members = tuple(self._area_member(member, kind) for member in keys["members"].items())
        if not members and kind in {"country", "admin1", "place"}:
            keys["members"].complain("names nothing")
        return Area(keys["id"].text(), kind, members, _optional(keys, "note"))

    def _area_member(self, node: Node, kind: str) -> str:
        member = node.text()
        gazetteer = self.conflict.gazetteer
        countries = {entry.country for entry in gazetteer}
        if not (member in countries if kind == "country" else gazetteer.known(member)):
            node.complain(f"the gazetteer of {self.conflict.name} has no {kind} {member!r}")
        return member

    def _exception(self, node: Node) -> TruceException:
        keys = node.mapping(required=("id", "kind", "condition"), optional=("clause",))
        return TruceException(keys["id"].text(), keys["kind"].text(), keys["condition"].text(), self._clause(keys))

    def _term(self, node: Node) -> Term:
        keys = node.mapping(
            required=("id", "clause", "words", "exact", "mode", "acts", "by", "against", "area", "periods"),
            optional=("exceptions",),
        )
        sides = _ids(self._parties)
        return Term(
            id=keys["id"].text(),
            clause=self._clause(keys) or "",
            words=keys["words"].text(),
            exact=keys["exact"].flag(),
            mode=keys["mode"].choice(MODES),
            acts=keys["acts"].choices(self._acts),
            by=keys["by"].choices(sides),
            against=keys["against"].choices((*sides, CIVILIANS)),
            area=keys["area"].choice(_ids(self._areas)),
            periods=keys["periods"].choices(_ids(self._periods)),
            exceptions=keys["exceptions"].choices(_ids(self._exceptions)) if "exceptions" in keys else (),
        )

    def _clause(self, keys: dict[str, Node]) -> str | None:
        """A clause is written `<instrument>.<where in it>`."""
        if "clause" not in keys:
            return None
        clause, known = keys["clause"].text(), _ids(self._instruments)
        if clause and clause.partition(".")[0] not in known:
            keys["clause"].complain(f"{clause!r} begins with none of the instruments: {', '.join(known)}")
        return clause


def _instrument(node: Node) -> Instrument:
    keys = node.mapping(required=("id", "title", "date"), optional=("url",))
    return Instrument(keys["id"].text(), keys["title"].text(), keys["date"].day(), _optional(keys, "url"))


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
