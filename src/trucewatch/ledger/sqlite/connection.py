"""Opening the file: pragmas, migrations, and SQLite's errors in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from trucewatch.ledger.interface import LedgerError

APPLICATION_ID = 0x54525543
WAIT_SECONDS = 30.0


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of each schema version, the first at index 0; files are named by number and run in that order."""
    folder = files(__package__) / "migrations"
    scripts = sorted(
        (entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".sql")
    )
    numbers = [int(name.split("_")[0]) for name, _ in scripts]
    if numbers != list(range(1, len(scripts) + 1)):
        raise LedgerError(f"migrations are numbered from 1 without gaps, not {numbers}")
    return tuple(script for _, script in scripts)


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one line that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(_in_words(path, error)) from error


def _in_words(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        code &= 0xFF  # the extended codes say the same in more detail
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path}: another program is writing to this ledger; try again when it is done"
    if code == sqlite3.SQLITE_NOTADB:
        return f"{path}: is no ledger (not an SQLite file)"
    if code == sqlite3.SQLITE_READONLY:
        return f"{path}: is open for reading only"
    if code == sqlite3.SQLITE_FULL:
        return f"{path}: the disk is full; nothing of this batch was stored"
    if code == sqlite3.SQLITE_CANTOPEN:
        return f"{path}: cannot be opened as a ledger (is it there, and may you read and write its folder?)"
    return f"{path}: {error}"


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection to a ledger of this program's schema. Raises LedgerError."""
    if read_only and not path.is_file():
        raise LedgerError(f"{path}: there is no ledger")
    with plain_errors(path):
        connection = _open(path, read_only)
        try:
            _set_up(connection, path, read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=WAIT_SECONDS,
        isolation_level=None,  # transactions are begun and ended in `store.py` alone
        check_same_thread=not read_only,  # a page may be drawn by another thread than the one that opened the file
    )


def _set_up(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    version = _schema_version(connection, path)
    newest = len(migrations())
    if version > newest:
        raise LedgerError(
            f"{path}: this ledger was written by a newer trucewatch (its schema is {version}, this program knows "
            f"up to {newest}); update trucewatch to use it"
        )
    if read_only:
        if version < newest:
            raise LedgerError(
                f"{path}: this ledger is of an older trucewatch (schema {version}, now {newest}); "
                "`trucewatch read` brings it up to date"
            )
        return
    connection.execute("PRAGMA journal_mode = WAL")
    # FULL: a commit is on the disk before it is reported, so neither a kill nor a power cut takes it back. Batches
    # are few, so the one fsync each costs nothing to speak of; with NORMAL a power cut could lose the last of them.
    connection.execute("PRAGMA synchronous = FULL")
    if version < newest:
        _migrate(connection, path)


def _schema_version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema that the file has; 0 for a new one. Raises LedgerError for another program's file."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application == APPLICATION_ID:
        return int(connection.execute("SELECT max(version) FROM schema_version").fetchone()[0])
    if application or connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise LedgerError(f"{path}: is no ledger (an SQLite file of another program)")
    return 0


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the schema up to date, all steps or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again under the lock: another process may have been first.
        for number in range(_schema_version(connection, path) + 1, len(migrations()) + 1):
            for statement in statements(migrations()[number - 1]):
                connection.execute(statement)
            connection.execute("INSERT INTO schema_version (version) VALUES (?)", (number,))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one at a time: `executescript` would end the transaction around it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        raise LedgerError(f"a migration ends in the middle of a statement: {statement.strip()[:60]}")
