"""What the ledger promises to the rooms above it: nouns in, nouns out, and no SQL."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from trucewatch.model import Assessment, Claim, Decision, Digest, Document, Incident, Reprint, Run, Unread

OPENING, ENDING = 300, 200
"""So many characters at the begin and the end of a report are looked at for credits."""


class LedgerError(Exception):
    """The ledger cannot do what was asked; the message is one line for a person."""


class UnknownId(LedgerError):  # noqa: N818 - says what is wrong by itself
    """No noun of the ledger has this id or begins with it."""


class AmbiguousId(LedgerError):  # noqa: N818 - says what is wrong by itself
    """Several nouns begin with this prefix; the message names some of them."""


class Kind(StrEnum):
    """What an id can stand for."""

    DOCUMENT = "document"
    CLAIM = "claim"
    INCIDENT = "incident"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Reference:
    """A full id and what it stands for."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One report with the claims coded from it.

    `source_key` identifies the report as its source gave it, before anything was read (see `pipeline.source_key`);
    with it the next run knows the report again without parsing it.
    """

    document: Document
    claims: tuple[Claim, ...]
    source_key: str


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents; every bound is inclusive, None bounds nothing.

    `reported_*` bound the day of the first report, `happened_*` the incident's own range of days (an incident whose
    range touches the bounds is in). An incident for which that day is unknown is outside every bound given.
    """

    reported_since: date | None = None
    reported_until: date | None = None
    happened_since: date | None = None
    happened_until: date | None = None
    act: str | None = None  # this act or one below it: "attack" takes "attack.shelling"
    place_id: str | None = None
    label: str | None = None  # an assessment of the incident has this label
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class IncidentEntry:
    """An incident and the days of its first and last report; None when no report of it is dated."""

    incident: Incident
    first_published: date | None
    last_published: date | None


@dataclass(frozen=True, slots=True)
class ClaimInReport:
    """A claim with what grouping must know of its report, without the whole text.

    `words` are those of the claim's sentence; `opening` and `ending` the report's first and last ones, where credits
    stand; `copies` is the report's group in `copy_groups`, None before it was looked at.
    """

    claim: Claim
    outlet: str
    published: date | None
    title: str
    words: str
    opening: str
    ending: str
    copies: int | None


@dataclass(frozen=True, slots=True)
class Placing:
    """What a regrouping changes: claims that lose their keys and links, those that get new ones, the new incidents.

    The incidents replace all that their claims, or the claims of `gone`, stood in; those that stay as they are need
    not be among them.
    """

    gone: Sequence[str]
    keys: Mapping[str, Collection[int]]
    links: Mapping[tuple[str, str], float]
    incidents: Sequence[Incident]
    assessments: Sequence[Assessment]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds, and the days its reports span."""

    documents: int
    claims: int
    incidents: int
    assessments: int
    outlets: int
    runs: int
    first_published: date | None
    last_published: date | None


class Ledger(Protocol):
    """Documents, claims, incidents, assessments, decisions and runs, each written whole or not at all.

    A call that writes returns only when what it wrote would outlive a kill of the program. One process writes at a
    time (a second waits, then gets a `LedgerError`); any number read meanwhile. Iterators are ordered by id unless
    said otherwise, so that two ledgers with the same reports give the same order.
    """

    @property
    def path(self) -> Path:
        """The file that holds the ledger."""

    # What is known already
    def known_sources(self, source_keys: Collection[str]) -> frozenset[str]:
        """Those of the keys that a stored report came with."""

    def known_documents(self, document_ids: Collection[str]) -> frozenset[str]:
        """Those of the ids that are stored."""

    # Writing
    def add_documents(self, readings: Sequence[Reading], run: Run) -> frozenset[str]:
        """Store reports with their claims in one transaction; the ids of those that were new.

        A document that is known is left as it is, with its claims; only the new `source_key` is noted. A new one
        makes the grouping stale. One that was removed stays out.
        """

    def add_document(self, document: Document, claims: Sequence[Claim], source_key: str, run: Run) -> bool:
        """`add_documents` for one report; whether it was new."""

    def add_unread(self, unread: Sequence[Unread], run: Run) -> None:
        """List what a run could not read. What is listed already is not listed again; once read, it is taken off."""

    def replace_incidents(
        self, incidents: Sequence[Incident], assessments: Sequence[Assessment], run: Run, *, as_of: int
    ) -> None:
        """Put a new grouping and its assessments in the place of the old, in one transaction.

        `as_of` is what `claims_version()` was before the claims were read for it. The grouping is stale no more,
        unless another process has added claims since.
        """

    def add_digests(self, digests: Mapping[str, Digest], reprints: Sequence[Reprint]) -> None:
        """Store what reports are recognised by, and the pairs found with it, in one transaction."""

    def place(self, placing: Placing, run: Run) -> None:
        """Store a regrouping in one transaction. Ids that incidents lose lead to where most of their claims went."""

    def unplace_all(self) -> None:
        """Take every claim out of the web, to place all of them anew; incidents stay until they are replaced."""

    def replace_assessments(self, gone: Sequence[str], new: Sequence[Assessment], run: Run) -> None:
        """Take assessments out by their ids and store others, in one transaction; their incidents stay as they are."""

    def finish_grouping(self, run: Run, *, as_of: int, ruled: int, weights: str) -> None:
        """Note that all was placed that the ledger held at `as_of`, by the first `ruled` decisions.

        `weights` is the digest of the weights that links were scored with.
        """

    def remove_document(self, document_id: str, reason: str, run: Run) -> None:
        """Take a report out with its claims, which must be in no incident any more; it cannot be added again."""

    def add_decision(self, decision: Decision) -> None:
        """Append a ruling. Raises LedgerError unless its `previous_hash` is `decision_head()`."""

    # Reprints
    def undigested(self, limit: int) -> tuple[Document, ...]:
        """Documents that were not looked at for copies yet."""

    def sharing(self, hashes: Collection[int], least: int) -> Mapping[str, int]:
        """The documents that have at least `least` of the hashes, and how many; those that share most first."""

    def reprints_of(self, document_id: str) -> tuple[Reprint, ...]:
        """The pairs that a document is part of."""

    def reprints(self) -> tuple[Reprint, ...]:
        """All pairs."""

    def copies_of(self, document_id: str) -> tuple[Document, ...]:
        """The document and all that are one text with it, earliest first, undated last; () before it was looked at."""

    def copy_groups(self, document_ids: Collection[str]) -> Mapping[str, int]:
        """For each document a number that it shares with all that are one text with it, and with no other."""

    # What grouping rests on
    def unplaced(self, limit: int) -> tuple[str, ...]:
        """Claims that are in no web yet."""

    def retold(self) -> tuple[str, ...]:
        """Placed claims of reports that became copies of others since they were grouped."""

    def claims_in_reports(self, claim_ids: Collection[str]) -> Mapping[str, ClaimInReport]:
        """Those of the claims that are stored, with their reports, in the order given."""

    def claims_of_acts(self, acts: Collection[str], place_ids: Collection[str] = ()) -> Mapping[str, ClaimInReport]:
        """Claims of any of the acts, at any of the places where some are given, by day of publication; undated last."""

    def places_of_acts(self, acts: Collection[str]) -> Mapping[str, int]:
        """The ids of places at which any of the acts is told, and in how many claims."""

    def holding(self, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        """The placed claims that are looked for by each key."""

    def links(self, claim_ids: Collection[str]) -> Mapping[str, Sequence[tuple[str, float]]]:
        """The links of each claim, with their margins."""

    def incidents_holding(self, claim_ids: Collection[str]) -> Mapping[str, Incident]:
        """The incidents that any of the claims stands in, by their ids."""

    def digests(self, claim_ids: Collection[str]) -> Mapping[str, str]:
        """The digests of those claims that are stored."""

    def ruled(self) -> int:
        """How many decisions the incidents take account of."""

    def became(self, incident_id: str) -> tuple[bool, str | None]:
        """Whether an incident had this id, and which one took its claims; None when none of them is left."""

    def formerly(self, incident_id: str) -> tuple[str, ...]:
        """The ids that led to this incident once."""

    # The state of the grouping
    def claims_version(self) -> int:
        """A number that grows whenever documents are added."""

    def grouping_stale(self) -> bool:
        """Whether documents were added since incidents were last replaced."""

    def grouping_run(self) -> Run | None:
        """The run that made the incidents now stored; None before the first."""

    def grouping_weights(self) -> str:
        """The digest of the weights that the stored links were scored with; "" where none was noted."""

    # One noun by its id or an unambiguous beginning of it: raise UnknownId or AmbiguousId
    def resolve(self, prefix: str) -> Reference:
        """What an id, or the beginning of one, stands for."""

    def document(self, prefix: str) -> Document:
        """A document by id or prefix."""

    def claim(self, prefix: str) -> Claim:
        """A claim by id or prefix."""

    def incident(self, prefix: str) -> IncidentEntry:
        """An incident by id or prefix."""

    def assessment(self, prefix: str) -> Assessment:
        """An assessment by id or prefix."""

    # Many
    def documents(self) -> Iterator[Document]:
        """Every document."""

    def report_days(self) -> tuple[tuple[str, date | None], ...]:
        """Outlet and day of publication of every document: what coverage is counted from, without reading the texts."""

    def documents_by_id(self, ids: Collection[str]) -> Mapping[str, Document]:
        """Those of the ids that are stored, in the order given."""

    def claims_by_id(self, ids: Collection[str]) -> Mapping[str, Claim]:
        """Those of the ids that are stored, in the order given."""

    def claims_of(self, document_id: str) -> tuple[Claim, ...]:
        """A document's claims in the order of their triggers."""

    def readings(self) -> Iterator[Reading]:
        """Every document that has claims, with them: what incidents are grouped from."""

    def incidents(self, query: IncidentQuery | None = None) -> tuple[IncidentEntry, ...]:
        """Incidents newest first: by the day of the first report, then by the incident's own day, then by id."""

    def incident_of(self, claim_id: str) -> IncidentEntry | None:
        """The incident that a claim belongs to; None when it belongs to none (or grouping has not run yet)."""

    def incidents_of_document(self, document_id: str) -> tuple[IncidentEntry, ...]:
        """The incidents that a report tells of, newest first."""

    def assessments_of(self, incident_id: str) -> tuple[Assessment, ...]:
        """An incident's assessments, ordered by truce and term."""

    def assessments_by_incident(self, incident_ids: Collection[str]) -> Mapping[str, tuple[Assessment, ...]]:
        """The same for many incidents at once; an incident without any is not a key."""

    def decisions(self, subject_id: str | None = None) -> tuple[Decision, ...]:
        """Rulings in the order they were made, of one subject or all."""

    def decision_head(self) -> str:
        """The hash of the last decision, which the next one must carry; "" before the first."""

    def runs(self) -> tuple[Run, ...]:
        """Every run that wrote something, in the order they began to."""

    def run_of_document(self, document_id: str) -> Run:
        """The run that read a document and coded its claims. Raises UnknownId."""

    def unread(self, run_id: str | None = None) -> tuple[Unread, ...]:
        """What could not be read and has not been since, as listed by one run or by any."""

    def counts(self) -> Counts:
        """How much there is."""

    def close(self) -> None:
        """Give the file back; the ledger is of no use afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...
