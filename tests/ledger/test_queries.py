"""Incidents by what is asked of them, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.ledger import nouns
from trucewatch.ledger import IncidentQuery, Ledger, open_ledger
from trucewatch.ledger.sqlite.queries import incident_query

OLD = nouns.a_reading("old", published=date(2016, 5, 20), day=date(2016, 5, 19))
NEW = nouns.a_reading("new", published=date(2016, 5, 22), day=date(2016, 5, 10))
SAME_DAY_LATER_EVENT = nouns.a_reading("newer", published=date(2016, 5, 22), day=date(2016, 5, 21))
UNDATED = nouns.a_reading("undated")
READINGS = (OLD, NEW, SAME_DAY_LATER_EVENT, UNDATED)
NAMES = {nouns.an_incident(*reading.claims).id: reading.document.text for reading in READINGS}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        opened.add_documents(READINGS, nouns.RUN)
        incidents = [nouns.an_incident(*reading.claims) for reading in READINGS]
        opened.replace_incidents(
            incidents, [nouns.an_assessment(incidents[0], label="permitted_act")], nouns.RUN, as_of=1
        )
        yield opened


def ask(ledger: Ledger, query: IncidentQuery | None = None) -> list[str]:
    return [NAMES[entry.incident.id] for entry in ledger.incidents(query)]


def test_newest_first_and_the_undated_last(ledger: Ledger) -> None:
    assert ask(ledger) == ["newer", "new", "old", "undated"]


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        (IncidentQuery(reported_since=date(2016, 5, 21)), ["newer", "new"]),
        (IncidentQuery(reported_since=date(2016, 5, 22)), ["newer", "new"]),
        (IncidentQuery(reported_until=date(2016, 5, 20)), ["old"]),
        (IncidentQuery(happened_since=date(2016, 5, 19)), ["newer", "old"]),
        (IncidentQuery(happened_until=date(2016, 5, 19)), ["new", "old"]),
        (IncidentQuery(happened_since=date(2016, 5, 11), happened_until=date(2016, 5, 20)), ["old"]),
        (IncidentQuery(act="attack"), ["newer", "new", "old", "undated"]),
        (IncidentQuery(act="attack.shelling", limit=1), ["newer"]),
        (IncidentQuery(act="attack.shell"), []),
        (IncidentQuery(act="att"), []),
        (IncidentQuery(place_id="sy.darayya", reported_until=date(2016, 5, 21)), ["old"]),
        (IncidentQuery(place_id="sy.elsewhere"), []),
        (IncidentQuery(label="permitted_act"), ["old"]),
        (IncidentQuery(label="reported_breach"), []),
    ],
)
def test_bounds_and_filters(ledger: Ledger, query: IncidentQuery, answer: list[str]) -> None:
    assert ask(ledger, query) == answer


def test_values_are_bound_and_never_written_into_the_sql(ledger: Ledger) -> None:
    sql, values = incident_query(IncidentQuery(act="'; DROP TABLE incident; --"))
    assert "DROP" not in sql
    assert values == ["'; DROP TABLE incident; --"]
    assert ask(ledger, IncidentQuery(act="'; DROP TABLE incident; --")) == []
