"""The wiring: everything goes in once, whatever happens on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fake_coder import FAULT, PARSER, fake_coder
from trucewatch.coding import Coded, CodedBatch
from trucewatch.intake import IntakeOptions
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import RawReport
from trucewatch.pipeline import BATCH, NO_PARSER, Packs, ReadSummary, group, load_packs, read_into, source_key
from trucewatch.reassessing import Reassessed
from trucewatch.workers import BatchCoder

OPTIONS = IntakeOptions(now=datetime(2016, 5, 20, tzinfo=UTC))
RAW = RawReport(b"Text.", "text", "a.txt", datetime(2016, 5, 20, tzinfo=UTC))


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs("syria", ["syria-2016"])


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def write_wire(folder: Path, number: int, first: int = 0) -> Path:
    """A JSON Lines file of `number` reports, each with one claim that differs from the others."""
    path = folder / f"wire-{first}.jsonl"
    records = [
        {"outlet": "Wire", "published": "2016-05-20", "text": f"The shelling of post {at} went on, a spokesman said."}
        for at in range(first, first + number)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def read(ledger: Ledger, packs: Packs, *paths: Path, code: BatchCoder = fake_coder) -> ReadSummary:
    return read_into(ledger, paths, OPTIONS, packs, code=code)


def test_reports_go_all_the_way(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    summary = read(ledger, packs, write_wire(tmp_path, 3))
    assert (summary.new, summary.known, summary.claims, summary.unread) == (3, 0, 3, ())
    counts = ledger.counts()
    assert (counts.documents, counts.claims, counts.incidents) == (3, 3, summary.incidents)
    assert summary.incidents > 0
    assert counts.assessments > 0
    assert not ledger.grouping_stale()
    assert {claim for entry in ledger.incidents() for claim in entry.incident.claim_ids} == {
        claim.id for reading in ledger.readings() for claim in reading.claims
    }


def test_new_reports_that_were_not_parsed_are_counted(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    def idle(batches: Iterable[Sequence[RawReport]]) -> Iterator[CodedBatch]:
        for batch in fake_coder(batches):
            outcomes = [
                Coded(done.document, (), passed_over=True) for done in batch.outcomes if isinstance(done, Coded)
            ]
            yield CodedBatch(batch.parser, tuple(outcomes))

    wire = write_wire(tmp_path, 3)
    assert read(ledger, packs, wire, code=idle).passed_over == 3
    assert read(ledger, packs, wire, code=no_coder).passed_over == 0


def test_reading_twice_adds_nothing(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    wire = write_wire(tmp_path, BATCH + 3)
    read(ledger, packs, wire)
    before = ledger.counts(), ledger.runs(), ledger.incidents()
    again = read(ledger, packs, wire, code=no_coder)
    assert (again.new, again.known, again.claims) == (0, BATCH + 3, 0)
    assert (ledger.counts(), ledger.runs(), ledger.incidents()) == before


def no_coder(batches: Iterable[Sequence[RawReport]]) -> Iterator[CodedBatch]:
    """Fails the test when anything is given to it to code."""
    for batch in batches:
        pytest.fail(f"{batch[0].origin} was coded again")
        yield CodedBatch(PARSER, ())


def test_one_report_in_two_sources_goes_in_once(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    wire = write_wire(tmp_path, 2)
    copy = tmp_path / "copy.jsonl"
    copy.write_text(wire.read_text())
    summary = read(ledger, packs, wire, copy)
    assert (summary.new, summary.known) == (2, 2)


def test_the_same_text_given_otherwise_is_known_once_it_is_read(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    record = {"outlet": "Wire", "text": "The shelling went on."}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (tmp_path / "b.jsonl").write_text(
        json.dumps(record | {"title": ""}) + "\n" + json.dumps(record | {"title": "Shelling"})
    )
    summary = read(ledger, packs, tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert summary.new + summary.known == 3
    assert ledger.counts().documents == summary.new


def test_what_cannot_be_read_does_not_stop_the_rest(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    wire = write_wire(tmp_path, 2)
    with wire.open("a") as lines:
        lines.write('{"title": "no text"}\n')
        lines.write(json.dumps({"text": f"The shelling should {FAULT}."}) + "\n")
        lines.write(json.dumps({"text": "The shelling went on.", "published": "31 February"}) + "\n")
    summary = read(ledger, packs, wire, tmp_path / "nowhere.txt")
    assert summary.new == 2
    assert [item.origin.rpartition("/")[2] for item in summary.unread] == [
        "wire-0.jsonl:3", "nowhere.txt", "wire-0.jsonl:4", "wire-0.jsonl:5",
    ]  # fmt: skip
    assert all(item.reason and "\n" not in item.reason for item in summary.unread)
    assert summary.traces == ("Traceback: KeyError",)
    assert set(ledger.unread()) == set(summary.unread)


def test_runs_say_what_wrote_what(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    read(ledger, packs, write_wire(tmp_path, 1))
    assert {run.parser for run in ledger.runs()} == {PARSER, NO_PARSER}
    (reading,) = ledger.readings()
    run = ledger.run_of_document(reading.document.id)
    assert (run.parser, run.packs_digest, run.started) == (PARSER, packs.digest, OPTIONS.now)


def test_a_grouping_is_made_again_when_the_packs_change(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    read(ledger, packs, write_wire(tmp_path, 1))
    run = ledger.grouping_run()
    assert run is not None
    assert not group(ledger, packs, run)
    changed = replace(packs, reading="another")
    assert group(ledger, changed, replace(run, id="run-2", reading_digest="another")) == Reassessed(
        ledger.counts().assessments, 0, everything=True
    )
    assert not group(ledger, changed, replace(run, id="run-2", reading_digest="another"))


def test_progress_counts_every_report(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    told: list[int] = []
    wire = write_wire(tmp_path, 2 * BATCH)
    for code in (fake_coder, no_coder):
        told.clear()
        read_into(ledger, [wire], OPTIONS, packs, code=code, progress=told.append)
        assert told == sorted(told)
        assert told[-1] == 2 * BATCH


@settings(max_examples=12)  # each example writes two files
@given(st.lists(st.integers(0, 9), max_size=8))
def test_the_ledger_does_not_depend_on_the_order_or_number_of_readings(
    tmp_path_factory: pytest.TempPathFactory, packs: Packs, order: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("wires")
    with open_ledger(folder / "a.sqlite") as one, open_ledger(folder / "b.sqlite") as other:
        wires = {at: write_wire(folder, 1, at) for at in order}
        for at in order:
            read(one, packs, wires[at])
        read(other, packs, *sorted(wires.values()))
        assert [reading.claims for reading in one.readings()] == [reading.claims for reading in other.readings()]
        assert one.incidents() == other.incidents()


@pytest.mark.parametrize(
    "change",
    [
        {"content": b"Text"},
        {"media": "html"},
        {"outlet": "Wire"},
        {"title": "Title"},
        {"published": "2016-05-20"},
        {"url": "https://wire.example/1"},
        {"published_given": date(2016, 5, 20)},
        {"sentences": ("Text.",)},
    ],
)
def test_a_source_key_tells_reports_apart(change: dict[str, object]) -> None:
    assert source_key(replace(RAW, **change)) != source_key(RAW)  # type: ignore[arg-type]


def test_a_source_key_does_not_depend_on_where_and_when() -> None:
    elsewhere = replace(RAW, origin="b.txt", retrieved=datetime(2020, 1, 1, tzinfo=UTC))
    assert source_key(elsewhere) == source_key(RAW)


SLOW_READING = """
import sys, time
from datetime import UTC, datetime
from tests.fake_coder import fake_coder
from trucewatch.intake import IntakeOptions
from trucewatch.ledger import open_ledger
from trucewatch.pipeline import load_packs, read_into

def slow_coder(batches):
    for coded in fake_coder(batches):
        time.sleep(0.02)
        yield coded

with open_ledger(sys.argv[1]) as ledger:
    read_into(
        ledger, [sys.argv[2]], IntakeOptions(now=datetime(2016, 5, 20, tzinfo=UTC)),
        load_packs("syria", ["syria-2016"]), code=slow_coder,
        progress=lambda done: print(ledger.counts().documents, flush=True),
    )
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL elsewhere")
@pytest.mark.parametrize("batches", [1, 3])
def test_killed_while_reading_the_next_reading_does_the_rest(packs: Packs, tmp_path: Path, batches: int) -> None:
    wire, path = write_wire(tmp_path, 12 * BATCH), tmp_path / "killed.sqlite"
    command = [sys.executable, "-c", SLOW_READING, str(path), str(wire)]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        stored = 0
        while stored < batches * BATCH:
            stored = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    with open_ledger(path, read_only=True) as left:
        assert stored <= left.counts().documents < 12 * BATCH
    with open_ledger(path) as ledger, open_ledger(tmp_path / "whole.sqlite") as whole:
        assert ledger.grouping_stale()
        summary = read(ledger, packs, wire)
        assert summary.known >= stored
        assert summary.new + summary.known == 12 * BATCH
        read(whole, packs, wire)
        assert [r.claims for r in ledger.readings()] == [r.claims for r in whole.readings()]
        assert ledger.incidents() == whole.incidents()
        assert not ledger.grouping_stale()


def test_killed_before_grouping_the_next_reading_groups(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    def coder_that_is_killed(batches: Iterable[Sequence[RawReport]]) -> Iterator[CodedBatch]:
        yield from fake_coder(batches)
        raise KeyboardInterrupt

    wire = write_wire(tmp_path, 2)
    with pytest.raises(KeyboardInterrupt):
        read(ledger, packs, wire, code=coder_that_is_killed)
    assert (ledger.counts().documents, ledger.counts().incidents, ledger.grouping_stale()) == (2, 0, True)
    assert read(ledger, packs, wire, code=no_coder).incidents > 0
    assert not ledger.grouping_stale()
