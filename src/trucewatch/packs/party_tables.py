"""Reading the tables of parties, aliases, states, nouns and outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from trucewatch.packs.composition import Affixes
from trucewatch.packs.lexicon import ALIAS_KINDS, AS_WRITTEN, ROLES, Alias, Meaning, NoParty, Noun, Side
from trucewatch.packs.outlets import Outlet
from trucewatch.packs.parties import Party
from trucewatch.packs.strict import Complaints, Node, Row, read_csv, read_yaml

PARTY_KINDS = ("state", "armed force", "political body", "international body", "aid body", "monitor", "media", "other")

PARTY_COLUMNS = ("side", "from", "to", "member_of", "allies")
"""Columns of `parties.csv` that a table may have or not; the last two hold ids, told apart by semicolons."""

Names = list[tuple[str, Meaning]]


@dataclass(frozen=True, slots=True)
class State:
    """A state with the ids of its government, forces and police."""

    name: str
    ids: Mapping[str, str]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    names: tuple[str, ...]

    def parties(self) -> Iterator[Party]:
        yield Party(self.ids["gov"], f"Government of {self.name}", "state", None, None)
        yield Party(self.ids["forces"], f"Forces of {self.name}", "armed force", None, None)
        yield Party(self.ids["police"], f"Police of {self.name}", "state", None, None)

    def meanings(self) -> Iterator[tuple[str, Meaning]]:
        """What the words for a state mean: its names and capitals stand for its government, its demonym for a side."""
        government = (self.ids["gov"],)
        for name in self.names:
            yield name, Alias(government, "state")
            yield name, Side(self.ids, self.ids["gov"], only_possessive=True)
        for capital in self.capitals:
            yield capital, Alias(government, "capital")
        for demonym in self.demonyms:
            yield demonym, Side(self.ids, self.ids["gov"])


def read_states(path: Path, complaints: Complaints) -> list[State]:
    """`states.csv`: one state a line; ids are `<iso>.gov`, `.forces`, `.police` where the columns are empty."""
    rows = read_csv(path, complaints, required=("iso", "name", "demonyms", "capitals", "other_names"), optional=ROLES)
    return [_state(row) for row in rows]


def _state(row: Row) -> State:
    iso, name = row.text("iso"), row.text("name")
    ids = {role: row.cell(role) or f"{iso}.{role}" for role in ROLES}
    bare = name.removeprefix("the ")
    return State(name, ids, row.several("demonyms"), row.several("capitals"), (bare, *row.several("other_names")))


def read_parties(path: Path, complaints: Complaints) -> list[Party]:
    """`parties.csv`; parents are set by `with_parents` when all tables are together."""
    rows = read_csv(path, complaints, required=("id", "name", "kind"), optional=PARTY_COLUMNS)
    found: dict[str, Party] = {}
    for row in rows:
        if row.cell("id") in found:
            row.complain("id", f"{row.cell('id')!r} stands here twice")
        party = _party(row)
        found[party.id] = party
    return list(found.values())


def _party(row: Row) -> Party:
    since, until = row.period()
    kind = row.choice("kind", PARTY_KINDS)
    bonds = row.several("member_of"), row.several("allies")
    return Party(row.text("id"), row.text("name"), kind, None, row.cell("side") or None, since, until, *bonds)


_OF_A_STATE = re.compile(r"[a-z]{2}\.(gov|forces|police)")


def with_parents(layers: Iterable[Iterable[Party]]) -> list[Party]:
    """The parties of all layers, later layers over earlier ones; the parent is the nearest id before a dot.

    A party without a side of its own has its parent's.
    """
    merged = {party.id: party for layer in layers for party in layer}
    ordered: dict[str, Party] = {}
    for party_id in sorted(merged):
        party = merged[party_id]
        parent = _nearest(party_id, merged)
        side = party.side or (ordered[parent].side if parent else None)
        ordered[party_id] = replace(party, parent=parent, side=side)
    return list(ordered.values())


def _nearest(party_id: str, known: Mapping[str, Party]) -> str | None:
    """The id before the last dot that is a party; Iceland's `is.gov` is nobody's part, though Islamic State is `is`."""
    if _OF_A_STATE.fullmatch(party_id):
        return None
    above = party_id.rpartition(".")[0]
    while above and above not in known:
        above = above.rpartition(".")[0]
    return above or None


def read_aliases(
    path: Path, complaints: Complaints, known: Mapping[str, Party], leanings: frozenset[str], *, layer: int
) -> Names:
    """`aliases.csv`: a phrase and the party, or the parties, that it may mean.

    A phrase without days of its own has those of its party, where the table of parties gives it any.
    """
    return [(row.text("alias"), _alias(row, known, leanings, layer)) for row in alias_rows(path, complaints)]


def alias_rows(path: Path, complaints: Complaints) -> list[Row]:
    """The lines of an `aliases.csv`."""
    return read_csv(path, complaints, required=("alias", "party", "kind"), optional=("from", "to", "outlets"))


def _alias(row: Row, known: Mapping[str, Party], leanings: frozenset[str], layer: int) -> Alias:
    ids = row.several("party")
    if not ids:
        row.complain("party", "is empty")
    for party_id in ids:
        if party_id not in known and party_id != AS_WRITTEN:
            row.complain("party", f"{party_id!r} is no party of this pack or of the world")
    outlets = row.several("outlets")
    for leaning in outlets:
        if leaning not in leanings:
            row.complain("outlets", f"{leaning!r} is no leaning in outlets.csv")
    since, until = row.period()
    if len(ids) == 1 and ids[0] in known and since is until is None:
        since, until = known[ids[0]].since, known[ids[0]].until
    return Alias(ids, row.choice("kind", ALIAS_KINDS), since, until, outlets, layer)


def read_outlets(path: Path, complaints: Complaints) -> list[Outlet]:
    """`outlets.csv`: `patterns` are parts of names and addresses, told apart by semicolons."""
    rows = read_csv(path, complaints, required=("id", "name", "patterns", "leaning"), optional=("party",))
    return [
        Outlet(
            row.text("id"), row.text("name"), row.several("patterns"), row.text("leaning"), row.cell("party") or None
        )
        for row in rows
    ]


def read_sides(node: Node, known: frozenset[str], *, layer: int) -> Names:
    """`sides:` of a conflict: words that before a noun say whose it is, and the party for each role of the noun."""
    found: Names = []
    for item in node.items():
        roles = (*ROLES, "person")
        keys = item.mapping(required=("words", "alone"), optional=roles)
        ids = {role: _known_party(keys[role], known) for role in roles if role in keys}
        side = Side(ids, _known_party(keys["alone"], known), has_members=True, layer=layer)
        found.extend((word, side) for word in keys["words"].texts())
    return found


def _known_party(node: Node, known: frozenset[str]) -> str:
    party_id = node.text()
    if party_id and party_id not in known:
        node.complain(f"{party_id!r} is no party of this pack or of the world")
    return party_id


def read_nouns(path: Path, complaints: Complaints) -> tuple[Names, Affixes]:
    """`nouns.yaml`: the nouns that go with sides and names, by role, and the affixes."""
    roles = (*ROLES, "person", "member", "staff", "modifier")
    affixes = ("holding", "relating", "opposing", "not_holding")
    keys = read_yaml(path, complaints).mapping(required=(*roles, *affixes, "no_party"))
    nouns: Names = [(word, Noun(role)) for role in roles for word in keys[role].texts()]
    nouns.extend((words, NoParty()) for words in keys["no_party"].texts())
    sets = {name: frozenset(keys[name].texts()) for name in affixes}
    return nouns, Affixes(**sets)
