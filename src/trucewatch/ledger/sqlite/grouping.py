"""What grouping rests on: which claims are placed, what they are looked for by, how they are linked."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from trucewatch.ledger.interface import ENDING, OPENING, ClaimInReport, IncidentEntry, Placing, UnknownId
from trucewatch.ledger.sqlite.reprints import ReprintReader, ReprintWriter
from trucewatch.ledger.sqlite.rows import day_of, noun_of
from trucewatch.model import Claim, Incident

THESE = "IN (SELECT value FROM json_each(?))"
RETOLD = "SELECT claim.id FROM retold CROSS JOIN claim USING (document_id) JOIN node ON claim_id = claim.id ORDER BY 1"
"""CROSS JOIN sets the order: without it SQLite goes through all claims by id, so as not to sort the few found."""


class GroupingReader(ReprintReader):
    """What the ledger knows of the grouping besides its incidents."""

    def unplaced(self, limit: int) -> tuple[str, ...]:
        sql = "SELECT claim_id FROM unplaced ORDER BY claim_id LIMIT ?"
        return tuple(id for (id,) in self._rows(sql, limit))

    def retold(self) -> tuple[str, ...]:
        return tuple(id for (id,) in self._rows(RETOLD))

    def claims_in_reports(self, claim_ids: Collection[str]) -> Mapping[str, ClaimInReport]:
        sql = (
            "SELECT claim.id, claim.body, outlet, published, json_extract(document.body, '$.title'), "
            "json_extract(document.body, '$.text'), copies FROM claim JOIN document ON document.id = claim.document_id "
            f"LEFT JOIN digest ON digest.document_id = document.id WHERE claim.id {THESE}"
        )
        found = {}
        for id, body, outlet, day, title, text, copies in self._rows(sql, json.dumps(list(claim_ids))):
            claim = noun_of(Claim, body)
            words = claim.sentence.of(text)
            found[id] = ClaimInReport(claim, outlet, day_of(day), title, words, text[:OPENING], text[-ENDING:], copies)
        return {id: found[id] for id in claim_ids if id in found}

    def claims_of_acts(self, acts: Collection[str], place_ids: Collection[str] = ()) -> Mapping[str, ClaimInReport]:
        sql = (
            "SELECT claim.id FROM claim JOIN document ON document.id = document_id "
            "WHERE act IN (SELECT value FROM json_each(?1)) "
            "AND (json_array_length(?2) = 0 OR place_id IN (SELECT value FROM json_each(?2))) "
            "ORDER BY published IS NULL, published, document_id, trigger_start, claim.id"
        )
        found = [id for (id,) in self._rows(sql, json.dumps(list(acts)), json.dumps(list(place_ids)))]
        return self.claims_in_reports(found)

    def places_of_acts(self, acts: Collection[str]) -> Mapping[str, int]:
        sql = f"SELECT place_id, count(*) FROM claim WHERE act {THESE} AND place_id IS NOT NULL GROUP BY 1 ORDER BY 1"
        return dict(self._rows(sql, json.dumps(sorted(acts))))

    def holding(self, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        sql = f"SELECT key, claim_id FROM block JOIN node USING (number) WHERE key {THESE}"
        found: dict[int, list[str]] = {}
        for key, id in self._rows(sql, json.dumps(list(keys))):
            found.setdefault(key, []).append(id)
        return found

    def links(self, claim_ids: Collection[str]) -> Mapping[str, Sequence[tuple[str, float]]]:
        sql = (
            "SELECT one.claim_id, two.claim_id, margin FROM node AS one JOIN link ON link.number = one.number "
            f"JOIN node AS two ON two.number = other WHERE one.claim_id {THESE} ORDER BY 1, 2"
        )
        found: dict[str, list[tuple[str, float]]] = {id: [] for id in claim_ids}
        for id, other, margin in self._rows(sql, json.dumps(list(claim_ids))):
            found[id].append((other, margin))
        return found

    def digests(self, claim_ids: Collection[str]) -> Mapping[str, str]:
        return dict(self._rows(f"SELECT id, digest FROM claim WHERE id {THESE}", json.dumps(list(claim_ids))))

    def ruled(self) -> int:
        return self._counter("ruled")

    def incident(self, prefix: str) -> IncidentEntry:
        """By its id, one that it had, or the beginning of its id."""
        known, now = self.became(prefix)
        if known and now is None:
            raise UnknownId(f"{prefix} was an incident; no report tells of it any more")
        return super().incident(now if now is not None else prefix)

    def became(self, incident_id: str) -> tuple[bool, str | None]:
        row = self._row("SELECT became FROM former_incident WHERE id = ?", incident_id)
        return (False, None) if row is None else (True, row[0])

    def formerly(self, incident_id: str) -> tuple[str, ...]:
        sql = "SELECT id FROM former_incident WHERE became = ? ORDER BY id"
        return tuple(id for (id,) in self._rows(sql, incident_id))

    def incidents_holding(self, claim_ids: Collection[str]) -> dict[str, Incident]:
        sql = (
            "SELECT id, body FROM incident WHERE id IN "
            f"(SELECT incident_id FROM incident_claim WHERE claim_id {THESE}) ORDER BY id"
        )
        return {id: noun_of(Incident, body) for id, body in self._rows(sql, json.dumps(list(claim_ids)))}


class GroupingWriter(GroupingReader, ReprintWriter):
    """The same, and writing it down; each call inside a transaction of the store."""

    def _place(self, placing: Placing) -> None:
        self._unplace(placing.gone)
        execute = self._connection.executemany
        execute("INSERT INTO node (claim_id) VALUES (?)", [(id,) for id in placing.keys])
        execute("DELETE FROM unplaced WHERE claim_id = ?", [(id,) for id in placing.keys])
        numbers = self._numbers({*placing.keys, *(id for pair in placing.links for id in pair)})
        rows = [(key, numbers[id]) for id, keys in placing.keys.items() for key in sorted(keys)]
        execute("INSERT INTO block VALUES (?, ?)", rows)
        links = [(numbers[one], numbers[other], margin) for (one, other), margin in placing.links.items()]
        execute("INSERT INTO link VALUES (?, ?, ?)", [*links, *((b, a, margin) for a, b, margin in links)])

    def _unplace(self, claim_ids: Collection[str]) -> None:
        placed = self._numbers(claim_ids)
        self._connection.executemany("INSERT OR IGNORE INTO unplaced VALUES (?)", [(id,) for id in placed])
        numbers = [(number,) for number in placed.values()]
        for sql in (
            "DELETE FROM link WHERE (other, number) IN (SELECT number, other FROM link WHERE number = ?)",
            "DELETE FROM link WHERE number = ?",
            "DELETE FROM block WHERE number = ?",
            "DELETE FROM node WHERE number = ?",
        ):
            self._connection.executemany(sql, numbers)

    def _numbers(self, claim_ids: Collection[str]) -> dict[str, int]:
        sql = f"SELECT claim_id, number FROM node WHERE claim_id {THESE}"
        return dict(self._rows(sql, json.dumps(sorted(claim_ids))))

    def _note_former(self, lost: dict[str, Incident], placed: dict[str, str], run_id: str) -> None:
        """Where the claims of incidents that are no more went; `placed` is the new incident of each claim."""
        for id, incident in lost.items():
            homes = [placed[claim] for claim in incident.claim_ids if claim in placed]
            became = max(dict.fromkeys(homes), key=homes.count) if homes else None
            self._connection.execute("INSERT OR REPLACE INTO former_incident VALUES (?, ?, ?)", (id, became, run_id))
            self._connection.execute("UPDATE former_incident SET became = ? WHERE became = ?", (became, id))
