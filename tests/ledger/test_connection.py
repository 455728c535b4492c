"""Opening ledgers: new, old, newer, foreign, broken and busy ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.ledger import nouns
from trucewatch.ledger import LedgerError, open_ledger
from trucewatch.ledger.sqlite import connection as module
from trucewatch.ledger.sqlite.rows import claim_row, document_row, run_row


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "ledger?.sqlite"


@pytest.fixture(autouse=True)
def _folder(path: Path) -> None:
    path.parent.mkdir()


def execute(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


def test_a_new_ledger_has_the_newest_schema(path: Path) -> None:
    with closing(module.connect(path, read_only=False)) as connection:
        assert connection.execute("SELECT max(version) FROM schema_version").fetchone() == (len(module.migrations()),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_opening_again_migrates_nothing(path: Path) -> None:
    for _ in range(2):
        with closing(module.connect(path, read_only=False)) as connection:
            assert connection.execute("SELECT count(*) FROM schema_version").fetchone() == (len(module.migrations()),)


def test_an_older_ledger_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(path) as ledger:
        ledger.add_documents([nouns.a_reading("one")], nouns.RUN)
    scripts = (*module.migrations(), "CREATE TABLE later (id TEXT);\n")
    monkeypatch.setattr(module, "migrations", lambda: scripts)
    with pytest.raises(LedgerError, match=rf"of an older trucewatch \(schema {len(scripts) - 1}, now {len(scripts)}\)"):
        open_ledger(path, read_only=True)
    with open_ledger(path) as ledger:
        assert ledger.counts().documents == 1
    with closing(module.connect(path, read_only=True)) as connection:
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)


def schema(path: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema"))


@pytest.mark.parametrize("version", range(1, len(module.migrations())))
def test_every_earlier_schema_becomes_that_of_a_new_ledger_with_its_reports_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    reading, scripts = nouns.a_reading("one", killed=3), module.migrations()[:version]
    with monkeypatch.context() as patched:
        patched.setattr(module, "migrations", lambda: scripts)
        with closing(module.connect(path, read_only=False)) as connection:
            for table, row in (
                ("run", run_row(nouns.RUN)),
                ("document", document_row(reading.document, nouns.RUN)),
                ("source", (reading.source_key, reading.document.id)),
                *(("claim", claim_row(claim)) for claim in reading.claims),
            ):
                connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    with open_ledger(path) as ledger:
        assert list(ledger.readings()) == [reading]
        ledger.remove_document(reading.document.id, "made up", nouns.RUN)
        assert ledger.counts().documents == ledger.counts().claims == 0
    new = path.with_name("new.sqlite")
    open_ledger(new).close()
    assert schema(path) == schema(new)


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ledger(path).close()
    scripts = (*module.migrations(), "CREATE TABLE later (id TEXT);\nCREATE TABLE run (id TEXT);\n")
    monkeypatch.setattr(module, "migrations", lambda: scripts)
    with pytest.raises(LedgerError, match="table run already exists"):
        open_ledger(path)
    monkeypatch.undo()
    with open_ledger(path) as ledger:
        assert ledger.counts().documents == 0


def test_a_newer_ledger_is_refused_in_plain_words(path: Path) -> None:
    open_ledger(path).close()
    execute(path, "INSERT INTO schema_version VALUES (99)")
    for read_only in (True, False):
        with pytest.raises(LedgerError, match=r"written by a newer trucewatch \(its schema is 99.*update trucewatch"):
            open_ledger(path, read_only=read_only)


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    execute(path, "CREATE TABLE other (id TEXT)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="an SQLite file of another program"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 10)
    with pytest.raises(LedgerError, match="is no ledger"):
        open_ledger(path)


def test_reading_wants_a_ledger_that_is_there(path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_ledger(path, read_only=True)
    assert not path.exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened as a ledger"):
        open_ledger(tmp_path / "nowhere" / "ledger.sqlite")


def test_a_read_only_ledger_writes_nothing(path: Path) -> None:
    open_ledger(path).close()
    with open_ledger(path, read_only=True) as ledger, pytest.raises(LedgerError, match="open for reading only"):
        ledger.add_documents([nouns.a_reading("one")], nouns.RUN)


def test_a_second_writer_waits_and_then_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.05)
    open_ledger(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_ledger(path) as ledger:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program is writing"):
            ledger.add_documents([nouns.a_reading("one")], nouns.RUN)
        other.execute("COMMIT")
        assert ledger.add_documents([nouns.a_reading("one")], nouns.RUN)


def test_reading_goes_on_while_another_writes(path: Path) -> None:
    with open_ledger(path) as writer, open_ledger(path, read_only=True) as reader:
        writer.add_documents([nouns.a_reading("one")], nouns.RUN)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert reader.counts().documents == 1


def test_a_script_is_cut_into_whole_statements() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER t BEFORE DELETE ON a\nBEGIN SELECT 1; END;\n"
    assert len(list(module.statements(script))) == 2
    with pytest.raises(LedgerError, match="in the middle of a statement"):
        list(module.statements("CREATE TABLE a"))
