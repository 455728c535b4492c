"""Who is said to hold a town: what is finer than a settlement stands with it, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.views.finer_places import MARK, finer_conflict, write_finer_ledger
from trucewatch.ledger import Ledger, LedgerError, open_ledger
from trucewatch.packs import Gazetteer, PlaceEntry
from trucewatch.views.series_view import holding_view, towns

CONFLICT = finer_conflict()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path: Path = tmp_path_factory.mktemp("series") / "ledger.sqlite"
    write_finer_ledger(path)
    with open_ledger(path, read_only=True) as ledger:
        yield ledger


def test_tellings_of_finer_places_count_to_what_holds_them(ledger: Ledger) -> None:
    assert [(town.id, town.name, town.within, town.tellings) for town in towns(ledger, CONFLICT)] == [
        ("sy.ariha", "Ariha", "Idlib", 9),
        ("sy.idlib", "Idlib", "", 6),
    ]


def test_the_series_is_in_the_order_of_days_and_only_one_place_can_be_contradicted(ledger: Ledger) -> None:
    points = holding_view(ledger, CONFLICT, "sy.ariha").points
    assert len(points) == 9
    days = [point.day for point in points]
    assert days == sorted(days, key=lambda day: (day.split()[1] != "April", int(day.split()[0])))
    assert not any(point.against for point in points)


def test_a_place_that_nothing_known_holds_has_no_series(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no place of the gazetteer"):
        holding_view(ledger, CONFLICT, f"{MARK}gone")
    assert holding_view(ledger, CONFLICT, f"sy.{MARK}tents").title == "Who is said to hold Idlib"
    site = PlaceEntry("sy.site", "Site", "site", None, "sy", None, None, None)
    alone = replace(CONFLICT, gazetteer=Gazetteer([(site, ())]))
    with pytest.raises(LedgerError, match="none is known that holds it"):
        holding_view(ledger, alone, "Site")
