"""Where everything that was read, coded, grouped and ruled is kept, behind one thin interface."""

from __future__ import annotations

from pathlib import Path

from trucewatch.ledger.interface import (
    ENDING,
    OPENING,
    AmbiguousId,
    ClaimInReport,
    Counts,
    IncidentEntry,
    IncidentQuery,
    Kind,
    Ledger,
    LedgerError,
    Placing,
    Reading,
    Reference,
    UnknownId,
)


def open_ledger(path: Path | str, *, read_only: bool = False) -> Ledger:
    """The ledger in the file at `path`; close it after use, or use it in a `with` statement.

    To write, the file is made where there is none and brought up to the newest schema. Read-only, it must exist and
    be of this program's schema; any number of threads and processes may each open their own. Raises LedgerError.
    """
    from trucewatch.ledger.sqlite.store import SqliteLedger

    return SqliteLedger(Path(path), read_only=read_only)


__all__ = [
    "ENDING",
    "OPENING",
    "AmbiguousId",
    "ClaimInReport",
    "Counts",
    "IncidentEntry",
    "IncidentQuery",
    "Kind",
    "Ledger",
    "LedgerError",
    "Placing",
    "Reading",
    "Reference",
    "UnknownId",
    "open_ledger",
]
