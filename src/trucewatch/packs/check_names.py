"""Checks of a pack's parties and aliases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from trucewatch.packs.complaints import Complaints
from trucewatch.packs.conflict import Conflict
from trucewatch.packs.folding import fold_name
from trucewatch.packs.lexicon import AS_WRITTEN
from trucewatch.packs.name_index import Casing
from trucewatch.packs.party_tables import PARTY_COLUMNS, alias_rows
from trucewatch.packs.tables import Row, read_csv


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of `aliases.csv`, read again for where it stands; the loader has found its cells right."""

    row: Row
    alias: str
    ids: tuple[str, ...]
    since: date
    until: date
    outlets: tuple[str, ...]

    def meets(self, other: _Line) -> bool:
        """Whether there are a day and an outlet for which both lines count alike."""
        if bool(self.outlets) != bool(other.outlets):
            return False  # the one for some outlets goes before the one for all
        shared = not self.outlets or set(self.outlets) & set(other.outlets)
        return bool(shared) and self.since <= other.until and other.since <= self.until

    def says(self) -> str:
        return f"{';'.join(self.ids)} (line {self.row.line})"


def _lines(conflict: Conflict) -> list[_Line]:
    path, found = conflict.folder / "aliases.csv", []
    if not path.is_file():
        return []
    for row in alias_rows(path, Complaints()):
        ids = row.several("party")
        since, until = row.period()
        if len(ids) == 1 and since is until is None and conflict.parties.known(ids[0]):
            party = conflict.parties.party(ids[0])
            since, until = party.since, party.until
        found.append(_Line(row, row.cell("alias"), ids, since or date.min, until or date.max, row.several("outlets")))
    return found


def overlapping_aliases(conflict: Conflict, complaints: Complaints) -> None:
    """A phrase on two lines that count at once: twice the same, or two parties of which no line says so."""
    by_name: dict[tuple[str, Casing], list[_Line]] = {}
    for line in _lines(conflict):
        by_name.setdefault((fold_name(line.alias), Casing.of(line.alias)), []).append(line)
    for lines in by_name.values():
        for first, second in combinations(lines, 2):
            if first.meets(second) and (first.alias == second.alias or set(first.ids) != set(second.ids)):
                second.row.complain_to(complaints, "alias", _overlap(first, second))


def _overlap(first: _Line, second: _Line) -> str:
    if set(first.ids) == set(second.ids):
        return f"{second.alias!r} stands here again for {first.says()}; leave one line, or part their days"
    both = ";".join(dict.fromkeys((*first.ids, *second.ids)))
    return (
        f"{second.alias!r} is {first.says()} and {';'.join(second.ids)} at once; "
        f"write {both} on one line if either may be meant, or part their days or outlets"
    )


def dead_aliases(conflict: Conflict, complaints: Complaints) -> None:
    """A phrase that is not found as its party when it stands alone: hidden by another, by `no_party`, by its shape."""
    for line in _lines(conflict):
        found = _found_as(conflict, line)
        if not set(line.ids) - {AS_WRITTEN} <= set(found) or not found:
            read_as = f"it reads as {';'.join(found)}" if found else "it reads as no party"
            complaints.add(
                line.row.file,
                line.row.line,
                "alias",
                f"{line.alias!r} is never found as {';'.join(line.ids)}: {read_as}",
            )


def _found_as(conflict: Conflict, line: _Line) -> tuple[str, ...]:
    day = line.since if line.since != date.min else line.until if line.until != date.max else None
    outlet = next(_outlets_of(conflict, line.outlets), None)
    mentions = conflict.parties.find(line.alias, day=day, outlet=outlet)
    whole = [
        mention for mention in mentions if fold_name(line.alias[mention.start : mention.end]) == fold_name(line.alias)
    ]
    return whole[0].ids if whole else ()


def _outlets_of(conflict: Conflict, leanings: tuple[str, ...]) -> Iterator[str]:
    for outlet in conflict.outlets:
        if outlet.leaning in leanings:
            yield from outlet.patterns


def _party_rows(conflict: Conflict) -> list[Row]:
    path = conflict.folder / "parties.csv"
    if not path.is_file():
        return []
    return read_csv(path, Complaints(), required=("id", "name", "kind"), optional=PARTY_COLUMNS)


def nameless_parties(conflict: Conflict, complaints: Complaints) -> None:
    """A party that no phrase of any table names: no report can ever be read as meaning it."""
    for row in _party_rows(conflict):
        party_id = row.cell("id")
        if not conflict.parties.can_be_found(party_id):
            row.complain_to(complaints, "id", f"no alias and no side names {party_id!r}")


def wrong_bonds(conflict: Conflict, complaints: Complaints) -> None:
    """Members and allies that no table knows; alliances that come round to themselves."""
    for row in _party_rows(conflict):
        for column in ("member_of", "allies"):
            for other in row.several(column):
                if not conflict.parties.known(other):
                    row.complain_to(complaints, column, f"{other!r} is no party of this pack or of the world")
        if _comes_round(conflict, row.cell("id")):
            complaints.add(
                row.file, row.line, "member_of", f"{row.cell('id')!r} is a member of itself, by way of others"
            )


def _comes_round(conflict: Conflict, party_id: str) -> bool:
    seen: set[str] = set()
    ahead = [party_id]
    while ahead:
        at = ahead.pop()
        above = conflict.parties.party(at).member_of if conflict.parties.known(at) else ()
        if party_id in above:
            return True
        ahead += [party for party in above if party not in seen]
        seen.update(above)
    return False
