"""The pages that count: the weekly tally, and duties with a number or a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.views import builders, workspaces
from trucewatch.ledger import open_ledger
from trucewatch.model import Quantity, Truce
from trucewatch.views.as_known import as_known, as_stored
from trucewatch.views.tally import tally
from trucewatch.web import create_app

WEEK = builders.DAY_OF_SHIP


@dataclass(frozen=True, slots=True)
class WithShips(workspaces.HandMadeWorkspace):
    """A workspace whose truce asks for three ships and whose ledger holds a report of two."""

    def load_truces(self) -> tuple[Truce, ...]:
        truce = builders.a_truce()
        aid = replace(truce.terms[1], quantity=Quantity(3, "ships", "period", ("ship",)))
        return (replace(truce, terms=(truce.terms[0], aid)),)


@pytest.fixture
def ships(tmp_path: Path) -> TestClient:
    workspaces.make_workspace(tmp_path / "syria")
    place = WithShips(tmp_path / "syria")
    with open_ledger(place.ledger_path) as ledger:
        ledger.add_document(builders.SHIP_REPORT, [builders.SHIP], "ship", builders.RUN)
        known = [entry.incident for entry in ledger.incidents()]
        incident = builders.single_incident(builders.SHIP, "Port Desk", "outlet:Port Desk")
        ledger.replace_incidents(
            [*known, incident],
            builders.strike_assessments(builders.strike_incident()),
            builders.RUN,
            as_of=ledger.claims_version(),
        )
    return TestClient(create_app([place]), base_url="http://localhost")


def test_the_tally_of_the_last_week(client: TestClient) -> None:
    text = client.get("/tally").text
    assert "16 to 22 May 2016" in text
    assert "1 incident, 1 more than the week before" in text
    assert '<td data-name="Told by">Syrian Observatory for Human Rights</td>' in text
    assert 'href="?week=2016-05-09"' in text


def test_another_week_and_a_day_that_is_none(client: TestClient) -> None:
    assert "No report published in this week has been read" in client.get("/tally?week=2016-06-08").text
    assert "No truce of this workspace runs in this week." in client.get("/tally?week=2014-04-01").text
    assert client.get("/tally?week=soon").status_code == 400


def test_without_reports_nothing_is_counted(client: TestClient) -> None:
    assert "nothing can be counted" in client.get("/in/yemen%20%26%20co/tally").text


def test_duties_stand_with_the_words_they_are_counted_from(ships: TestClient) -> None:
    text = ships.get("/duties/syria-2016").text
    for words in ("3 ships", "Port Desk", "Two ships were let in at Ariha by Russian forces on Friday.", "number 2"):
        assert words in text
    assert 'href="/duties/syria-2016"' in ships.get("/truce/syria-2016").text
    assert "Two ships" not in ships.get("/duties/syria-2016?until=2016-05-01").text


def test_a_truce_that_asks_for_nothing_in_number_has_no_such_page(client: TestClient) -> None:
    assert client.get("/duties/syria-2016").status_code == 404
    assert "/duties/" not in client.get("/truce/syria-2016").text


def test_what_is_stored_counts_as_what_is_made_anew(tmp_path: Path) -> None:
    path, conflict, truce = tmp_path / "ledger.sqlite", builders.a_conflict(), builders.a_truce()
    builders.write_ledger(path)
    with open_ledger(path) as ledger:
        anew = as_known(ledger, conflict, [truce])
        made = [one for of_truce in anew.assessments.values() for one in of_truce[truce.id]]
        ledger.replace_incidents(anew.incidents, made, builders.RUN, as_of=ledger.claims_version())
        stored = as_stored(ledger, builders.FRIDAY.start.replace(day=9), builders.FRIDAY.start.replace(day=22))
        weeks = [tally(known, conflict, [truce], WEEK, WEEK).weeks for known in (anew, stored)]
    assert weeks[0] == weeks[1]
