"""Copies among the reports of a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.synthetic_reports import COPIES, Newsroom
from trucewatch.documents import read_document
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import RawReport, Reprint, ReprintKind, Run
from trucewatch.reprints import find_reprints

NOW = datetime(2016, 5, 20, tzinfo=UTC)
RUN = Run("run-1", "0.1.0", "packs", "none", "read", NOW)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def reading(text: str, outlet: str) -> Reading:
    return Reading(read_document(RawReport(text.encode(), "text", outlet, NOW, outlet=outlet)), (), outlet)


def with_copies(seed: int) -> list[Reading]:
    """Eight originals, each with a copy of every kind."""
    newsroom, readings = Newsroom(seed), []
    for at in range(8):
        report = newsroom.report() + newsroom.report()
        readings.append(reading(" ".join(report), f"{at} original"))
        readings += [reading(" ".join(getattr(newsroom, kind)(report)), f"{at} {kind}") for kind in COPIES]
    return readings


def grouped(ledger: Ledger, readings: list[Reading]) -> set[frozenset[str]]:
    groups: dict[int, set[str]] = {}
    numbers = ledger.copy_groups([reading.document.id for reading in readings])
    for one in readings:
        groups.setdefault(numbers[one.document.id], set()).add(one.document.outlet)
    return {frozenset(group) for group in groups.values()}


def test_every_copy_stands_with_its_original(ledger: Ledger) -> None:
    readings = with_copies(1)
    ledger.add_documents(readings, RUN)
    assert find_reprints(ledger) == len(readings)
    assert grouped(ledger, readings) == {frozenset(f"{at} {kind}" for kind in ("original", *COPIES)) for at in range(8)}


def test_one_by_one_in_another_order_the_same_pairs_are_found(ledger: Ledger, tmp_path: Path) -> None:
    readings = with_copies(2)
    ledger.add_documents(readings, RUN)
    find_reprints(ledger)
    with open_ledger(tmp_path / "other.sqlite") as other:
        for one in reversed(readings):
            other.add_documents([one], RUN)
            assert find_reprints(other) == 1
        assert other.reprints() == ledger.reprints()
        assert grouped(other, readings) == grouped(ledger, readings)


def test_looking_again_finds_nothing_new(ledger: Ledger) -> None:
    ledger.add_documents(with_copies(3), RUN)
    find_reprints(ledger)
    before = ledger.reprints()
    assert find_reprints(ledger) == 0
    assert ledger.reprints() == before


def test_passages_alone_make_no_group(ledger: Ledger) -> None:
    newsroom = Newsroom(4)
    shared = newsroom.report()[:4]
    one, other = ([*newsroom.report(), *newsroom.report(), *newsroom.report()] for _ in range(2))
    readings = [reading(" ".join([*one, *shared]), "a"), reading(" ".join([*shared, *other]), "b")]
    ledger.add_documents(readings, RUN)
    find_reprints(ledger)
    (pair,) = ledger.reprints_of(readings[0].document.id)
    assert isinstance(pair, Reprint)
    assert pair.kind is ReprintKind.PASSAGES
    assert grouped(ledger, readings) == {frozenset("a"), frozenset("b")}


def test_copies_stand_in_the_order_of_their_days(ledger: Ledger) -> None:
    text = " ".join(Newsroom(5).report())
    days = {"late": "2016-05-20", "early": "2016-05-18", "undated": None}
    readings = [
        Reading(read_document(RawReport(text.encode(), "text", key, NOW, outlet=key, published=day)), (), key)
        for key, day in days.items()
    ]
    ledger.add_documents(readings, RUN)
    assert ledger.copies_of(readings[0].document.id) == ()
    find_reprints(ledger)
    assert [document.outlet for document in ledger.copies_of(readings[0].document.id)] == ["early", "late", "undated"]
