"""The wiring: sources -> reports -> claims -> ledger -> incidents -> assessments -> ledger."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from trucewatch import __version__
from trucewatch.coding import Coded, CodedBatch, Failed
from trucewatch.grouping import Packs, group, remove_report
from trucewatch.intake import IntakeOptions, read_sources
from trucewatch.ledger import Ledger, Reading
from trucewatch.model import RawReport, Run, Unread
from trucewatch.model.ids import sha256_hex, short_id
from trucewatch.packs import load_conflict, load_truces, packs_digest
from trucewatch.reassessing import Reassessed, terms_digests
from trucewatch.reprints import find_reprints
from trucewatch.workers import BatchCoder, batch_coder

BATCH = 16
"""Reports coded and stored together: enough to keep the parser busy, few enough to lose little when killed."""

NO_PARSER = "none"
"""`Run.parser` of a run that parsed nothing."""


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What came of a reading: `incidents` counts those now in the ledger, `traces` holds the program's own faults.

    `passed_over` of the new reports hold nothing that tells of the conflict: they are kept, and were not parsed.
    `reassessed` tells what was done where the terms of truces, or the packs, are others than before.
    """

    new: int
    known: int
    claims: int
    incidents: int
    unread: tuple[Unread, ...]
    traces: tuple[str, ...] = ()
    reassessed: Reassessed | None = None
    passed_over: int = 0


@dataclass(slots=True)
class _Tally:
    """The counts while they grow, and the keys of the batches that are being coded, first given first."""

    progress: Callable[[int], None] | None
    new: int = 0
    known: int = 0
    claims: int = 0
    passed_over: int = 0
    unread: list[Unread] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    under_way: deque[list[str]] = field(default_factory=deque)

    def tell(self) -> None:
        if self.progress is not None:
            self.progress(self.new + self.known + len(self.unread))


def load_packs(conflict: str, truces: Sequence[str] = ()) -> Packs:
    """The packs by name or path. Raises PackError."""
    digest, reading = packs_digest(conflict, truces), packs_digest(conflict)
    return Packs(load_conflict(conflict), load_truces(truces), digest, reading)


def source_key(raw: RawReport) -> str:
    """Tells a report as its source gave it from all others, without reading it: equal keys read to equal documents."""
    given = (raw.outlet, raw.title, raw.published, raw.url, raw.published_given, raw.sentences != ())
    return short_id("source", sha256_hex(raw.content), raw.media, *given)


def read_into(
    ledger: Ledger,
    paths: Sequence[Path | str],
    options: IntakeOptions,
    packs: Packs,
    *,
    jobs: int = 1,
    command: str = "read",
    progress: Callable[[int], None] | None = None,
    code: BatchCoder | None = None,
) -> ReadSummary:
    """Read all sources into the ledger, batch by batch, then group its claims anew and assess the incidents.

    Reports that the ledger knows are passed over. Killed at any moment, the ledger keeps every batch it has taken
    and the next reading does the rest. `progress` is told how many reports are done with. Raises LedgerError and
    WorkerError; bad input is listed in the summary and raises nothing.
    """
    tally = _Tally(progress)
    runs = partial(_run, packs, command, options.now)
    for coded in (code or batch_coder(packs.conflict, jobs))(_unknown(ledger, read_sources(paths, options), tally)):
        _store(ledger, coded, runs(coded.parser), tally)
        find_reprints(ledger)
    ledger.add_unread(tally.unread, runs(NO_PARSER))
    find_reprints(ledger)
    done = group(ledger, packs, runs(NO_PARSER))
    incidents = ledger.counts().incidents
    unread, traces = tuple(tally.unread), tuple(tally.traces)
    reassessed = done if done and (done.truces or done.everything) else None
    return ReadSummary(tally.new, tally.known, tally.claims, incidents, unread, traces, reassessed, tally.passed_over)


def group_now(ledger: Ledger, packs: Packs, command: str, now: datetime) -> Reassessed | None:
    """Bring incidents and assessments up to what is read, ruled and written in the packs; None for nothing to do."""
    return group(ledger, packs, _run(packs, command, now, NO_PARSER))


def remove_now(ledger: Ledger, packs: Packs, document_id: str, reason: str, now: datetime) -> None:
    """Take a report out of the ledger and of its incidents."""
    remove_report(ledger, packs, document_id, reason, _run(packs, "remove", now, NO_PARSER))


def _unknown(ledger: Ledger, found: Iterator[RawReport | Unread], tally: _Tally) -> Iterator[list[RawReport]]:
    """Batches of the reports that the ledger does not know; the rest is counted and passed over."""
    met: set[str] = set()
    while chunk := list(islice(found, BATCH)):
        tally.unread.extend(item for item in chunk if isinstance(item, Unread))
        keyed = [(source_key(item), item) for item in chunk if isinstance(item, RawReport)]
        met |= ledger.known_sources([key for key, _ in keyed])
        unknown: dict[str, RawReport] = {}
        for key, raw in keyed:
            if key not in met:
                unknown[key] = raw
            met.add(key)
        tally.known += len(keyed) - len(unknown)
        tally.tell()
        if unknown:
            tally.under_way.append(list(unknown))
            yield list(unknown.values())


def _store(ledger: Ledger, coded: CodedBatch, run: Run, tally: _Tally) -> None:
    outcomes = list(zip(tally.under_way.popleft(), coded.outcomes, strict=True))
    readings = [Reading(done.document, done.claims, key) for key, done in outcomes if isinstance(done, Coded)]
    new = ledger.add_documents(readings, run)
    tally.new += len(new)
    tally.known += len(readings) - len(new)
    told = {reading.document.id: len(reading.claims) for reading in reversed(readings)}
    tally.claims += sum(told[id] for id in new)
    passed_over = {done.document.id for _, done in outcomes if isinstance(done, Coded) and done.passed_over}
    tally.passed_over += len(passed_over.intersection(new))
    failed = [done for _, done in outcomes if isinstance(done, Failed)]
    tally.unread.extend(one.unread for one in failed)
    tally.traces.extend(one.trace for one in failed if one.trace)
    tally.tell()


def _run(packs: Packs, command: str, now: datetime, parser: str) -> Run:
    id = short_id("run", __version__, packs.digest, parser, command, now.isoformat())
    terms = terms_digests(packs.truces)
    return Run(id, __version__, packs.digest, parser, command, now, packs.reading, terms)
