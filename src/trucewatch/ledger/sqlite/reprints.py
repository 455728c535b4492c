"""Digests of reports and the pairs that repeat each other."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from trucewatch.ledger.sqlite.reader import SqliteReader
from trucewatch.ledger.sqlite.rows import Row, noun_of
from trucewatch.model import Digest, Document, Reprint, ReprintKind

LONGEST_POSTING = 400
"""A run of words in more reports than this is a stock phrase, and tells no further report apart."""


class ReprintReader(SqliteReader):
    """What the ledger knows of copies."""

    def undigested(self, limit: int) -> tuple[Document, ...]:
        sql = "SELECT body FROM undigested JOIN document ON id = document_id ORDER BY document_id LIMIT ?"
        return tuple(self._nouns(Document, sql, limit))

    def sharing(self, hashes: Collection[int], least: int) -> Mapping[str, int]:
        sql = (
            "SELECT document_id, count(*) AS shared FROM json_each(?) JOIN digest_hash ON hash = value "
            "JOIN digest USING (number) GROUP BY number HAVING shared >= ? ORDER BY shared DESC, document_id"
        )
        return dict(self._rows(sql, json.dumps(list(hashes)), least))

    def reprints_of(self, document_id: str) -> tuple[Reprint, ...]:
        return self._reprints("WHERE first = ?1 OR second = ?1", document_id)

    def reprints(self) -> tuple[Reprint, ...]:
        return self._reprints("")

    def _reprints(self, condition: str, *values: object) -> tuple[Reprint, ...]:
        sql = f"SELECT first, second, kind, share FROM reprint {condition} ORDER BY first, second"
        return tuple(
            Reprint(first, second, ReprintKind(kind), share) for first, second, kind, share in self._rows(sql, *values)
        )

    def copies_of(self, document_id: str) -> tuple[Document, ...]:
        sql = (
            "SELECT body FROM digest JOIN document ON document.id = document_id WHERE copies = "
            "(SELECT copies FROM digest WHERE document_id = ?) ORDER BY published IS NULL, published, document.id"
        )
        return tuple(noun_of(Document, body) for (body,) in self._rows(sql, document_id))

    def copy_groups(self, document_ids: Collection[str]) -> Mapping[str, int]:
        sql = "SELECT document_id, copies FROM digest WHERE document_id IN (SELECT value FROM json_each(?))"
        return dict(self._rows(sql, json.dumps(list(document_ids))))

    def _stock(self, hashes: Collection[int]) -> frozenset[int]:
        """Those of the hashes that have their fill of reports."""
        sql = (
            "SELECT value FROM json_each(?1) WHERE (SELECT count(*) FROM "
            "(SELECT 1 FROM digest_hash WHERE hash = value LIMIT ?2)) >= ?2"
        )
        return frozenset(hash for (hash,) in self._rows(sql, json.dumps(list(hashes)), LONGEST_POSTING))


class ReprintWriter(ReprintReader):
    """The same, and writing it down; each call inside a transaction of the store."""

    def _add_digest(self, document_id: str, digest: Digest) -> None:
        sql = "INSERT INTO digest (document_id, words, copies) VALUES (?, ?, 0) RETURNING number"
        ((number,),) = self._rows(sql, document_id, digest.words)
        self._connection.execute("UPDATE digest SET copies = ?1 WHERE number = ?1", (number,))
        hashes = {*digest.word_hashes, *digest.name_hashes}
        self._connection.execute("DELETE FROM undigested WHERE document_id = ?", (document_id,))
        rows = [(hash, number) for hash in sorted(hashes - self._stock(hashes))]
        self._connection.executemany("INSERT INTO digest_hash VALUES (?, ?)", rows)

    def _add_reprints(self, reprints: Sequence[Reprint]) -> None:
        rows: list[Row] = [(one.first, one.second, one.kind.value, one.share) for one in reprints]
        self._connection.executemany("INSERT INTO reprint VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", rows)
        for one in reprints:
            if one.kind is not ReprintKind.PASSAGES:
                self._join_copies(one.first, one.second)

    def _join_copies(self, first: str, second: str) -> None:
        groups = sorted(set(self.copy_groups((first, second)).values()))
        if len(groups) == 2:
            sql = "INSERT OR IGNORE INTO retold SELECT document_id FROM digest WHERE copies IN (?, ?)"
            self._connection.execute(sql, groups)
            self._connection.execute("UPDATE digest SET copies = ? WHERE copies = ?", groups)

    def _forget(self, document_id: str) -> None:
        """Take out all that a report was recognised by."""
        for sql in (
            "DELETE FROM reprint WHERE first = ?1 OR second = ?1",
            "DELETE FROM digest_hash WHERE number = (SELECT number FROM digest WHERE document_id = ?)",
            "DELETE FROM digest WHERE document_id = ?",
            "DELETE FROM retold WHERE document_id = ?",
            "DELETE FROM undigested WHERE document_id = ?",
        ):
            self._connection.execute(sql, (document_id,))
