"""`trucewatch series`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tests.cli.conftest import Run
from tests.test_grouping import RUN as READ
from tests.test_grouping import told
from trucewatch.ledger import open_ledger
from trucewatch.model import Found, Place, Span

HERE = (Span(0, 1),)


def test_who_is_said_to_hold_a_town(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ws"
    run("init", str(folder), "--conflict", "syria")
    reading = told("a", 10)
    (claim,) = reading.claims
    place = Place("Palmyra", "sy.homs.palmyra", "sy.homs", "sy")
    taken = replace(
        claim,
        act=Found("territory.take", "test", HERE),
        actor=Found(("sy.gov.forces",), "test", HERE),
        place=Found(place, "test", HERE),
    )
    with open_ledger(folder / "ledger.sqlite") as ledger:
        ledger.add_documents([replace(reading, claims=(taken,))], READ)
    shown = run("series", "Palmyra", "-w", str(folder))
    assert shown.exit_code == 0, shown.output
    assert "10 May 2016: Syrian government forces said to hold it, says a itself in a" in shown.output
    assert json.loads(run("series", "-w", str(folder), "--json").output)["points"] == []
    assert run("series", "Nowhereville", "-w", str(folder)).exit_code == 1
