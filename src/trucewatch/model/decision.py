"""What a person ruled, and which program wrote what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's ruling on a claim, link or assessment; append-only, chained by `previous_hash`.

    It is bound to `digest`: it stands while the reading stands.
    """

    id: str
    subject_id: str
    digest: str
    ruling: str
    reason: str
    by: str
    at: datetime
    previous_hash: str


@dataclass(frozen=True, slots=True)
class TermsDigest:
    """One version of a truce's terms as a run knew them."""

    truce_id: str
    version: int
    digest: str


@dataclass(frozen=True, slots=True)
class Run:
    """Which program wrote a row: code version, digest of the packs, command, and when it began.

    `reading_digest` is that of the packs without the truces: what reports are read and grouped by. `terms` are those
    that it held incidents against.
    """

    id: str
    version: str
    packs_digest: str
    parser: str
    command: str
    started: datetime
    reading_digest: str = ""
    terms: tuple[TermsDigest, ...] = ()
