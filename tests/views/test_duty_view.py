from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.views import builders
from tests.views.builders import DAY_OF_SHIP, SHIP, SHIP_REPORT
from trucewatch.ledger import IncidentEntry
from trucewatch.model import Period, Quantity, Term, Truce
from trucewatch.packs import Conflict
from trucewatch.views.duty_view import Duties, duties, duty_lines
from trucewatch.views.truce_changes import Held

START = datetime(2016, 5, 1, tzinfo=ZoneInfo("Asia/Damascus"))
UNTIL = date(2016, 7, 10)


@pytest.fixture
def counted(truce: Truce, conflict: Conflict) -> Duties:
    ships = Term(
        "ships", "js.ships", "Three ships enter a month", False, "must", ("aid.deliver",), ("gov",), (), "country",
        ("main",), quantity=Quantity(3, "ships", "period", ("ship",)),
    )  # fmt: skip
    month = Period("main", START, START.replace(month=6), "text")
    held = replace(truce, terms=(ships,), periods=(month,))
    incident = builders.single_incident(SHIP, SHIP_REPORT.outlet, f"outlet:{SHIP_REPORT.outlet}")
    found = Held(
        (IncidentEntry(incident, DAY_OF_SHIP, DAY_OF_SHIP),),
        {SHIP.id: SHIP},
        {SHIP.id: "Two ships were let in by Russian forces."},
    )
    return duties(found, {SHIP_REPORT.id: SHIP_REPORT}, conflict, [held], UNTIL)


def test_what_is_told_stands_with_its_words(counted: Duties) -> None:
    (duty,) = counted.duties
    (window,) = duty.windows
    assert (duty.asked, window.days, window.told) == ("3 ships a period", "1 May to 1 June 2016", "2 told of")
    assert window.state == "fewer are told of than are asked for; what was not reported is not known"
    (telling,) = window.tellings
    assert (telling.saying.speaker, telling.number, telling.done) == ("Port Desk itself", "2", True)


def test_lines(counted: Duties) -> None:
    text = "\n".join(duty_lines(counted))
    assert "ships [js.ships]: Three ships enter a month" in text
    told = "Port Desk itself, 20 May 2016: done, number 2: “Two ships were let in"
    assert f"Port Desk, {builders.SHIP_REPORT.id}, {told}" in text


def test_what_is_told_and_not_counted_stands_with_why(counted: Duties) -> None:
    (duty,) = counted.duties
    (window,) = duty.windows
    out = replace(duty, windows=(), silent=1, left_out=((window.tellings[0], "the alleged actor is not bound by it"),))
    text = "\n".join(duty_lines(replace(counted, duties=(out,))))
    assert "1 stretch of days for which no telling counts" in text
    assert "not counted, as the alleged actor is not bound by it: Port Desk" in text
