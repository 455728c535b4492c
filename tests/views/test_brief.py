from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.views import builders
from trucewatch.ledger import IncidentEntry, Ledger
from trucewatch.model import Assessment, Day, Truce
from trucewatch.packs import Conflict
from trucewatch.views import Narrowing, brief
from trucewatch.views.brief import is_background, truce_findings


def headings(ledger: Ledger, conflict: Conflict, **narrowed: str) -> list[str]:
    return [row.heading for row in brief(ledger, conflict, narrowing=Narrowing(**narrowed)).rows]


def test_a_row_says_who_says_what_against_whom(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    row = brief(ledger, conflict, truces=[truce]).rows[0]
    assert row.heading == "Air strike reported"
    assert [source.name for source in row.said_by] == ["Syrian Observatory for Human Rights"]
    assert [source.name for source in row.denied_by] == ["Syrian government forces"]
    assert row.side_names == ("Against", "Target")
    assert (row.actor, row.target) == ("Russian forces or Syrian government forces", "civilians")
    assert (row.place, row.when) == ("Ariha, Idlib", "20 May 2016")
    assert (row.killed, row.injured) == ("8 to 11", "“dozens”")
    assert row.disputed == ("whether it took place", "who did it")
    assert (row.reports, row.outlets) == (3, ("Orontes Wire", "State News"))
    assert [(finding.truce, finding.label.name) for finding in row.findings] == [(truce.title, "Undetermined")]


def test_what_nobody_tells_is_named_as_unknown(ledger: Ledger, conflict: Conflict) -> None:
    flight = brief(ledger, conflict).rows[1]
    assert flight.unknown == ("who did it", "when")
    assert (flight.when, flight.killed) == ("day not told", None)


def test_statements_are_left_out_until_asked_for_and_counted(ledger: Ledger, conflict: Conflict) -> None:
    view = brief(ledger, conflict)
    assert (view.total, view.left_out) == (2, 1)
    everything = brief(ledger, conflict, narrowing=Narrowing(acts="all"))
    assert (everything.total, everything.left_out) == (3, 0)


def test_narrowing(ledger: Ledger, conflict: Conflict) -> None:
    assert headings(ledger, conflict, acts="people") == ["Displacement reported"]
    assert headings(ledger, conflict, acts="talks") == ["Meeting or talks reported"]
    assert headings(ledger, conflict, text="ariha RUSSIAN") == ["Air strike reported"]
    assert headings(ledger, conflict, text="idlib") == ["Air strike reported", "Displacement reported"]
    assert headings(ledger, conflict, text="ariha aleppo") == []
    assert headings(ledger, conflict, finding="undetermined") == ["Air strike reported"]
    assert headings(ledger, conflict, finding="reported_breach") == []


def test_days_bound_the_first_report(ledger: Ledger, conflict: Conflict) -> None:
    assert brief(ledger, conflict, date(2016, 5, 21), date(2016, 5, 21)).total == 2
    assert brief(ledger, conflict, date(2016, 5, 22)).total == 0


def test_pages_say_what_remains(ledger: Ledger, conflict: Conflict) -> None:
    first = brief(ledger, conflict, limit=1)
    assert (first.first, first.last, first.total, first.remaining, first.pages) == (1, 1, 2, 1, 2)
    last = brief(ledger, conflict, limit=1, page=2)
    assert (last.first, last.last, last.remaining) == (2, 2, 0)
    beyond = brief(ledger, conflict, limit=1, page=9)
    assert (beyond.rows, beyond.remaining) == ((), 0)
    with pytest.raises(ValueError, match="counted from 1"):
        brief(ledger, conflict, page=0)


def test_an_act_long_past_when_first_reported_is_background() -> None:
    old = replace(builders.strike_incident(), day=Day(date(2014, 1, 1), date(2014, 12, 31), "year"))
    assert is_background(IncidentEntry(old, date(2016, 5, 21), date(2016, 5, 21)))
    assert not is_background(IncidentEntry(old, None, None))
    assert not is_background(IncidentEntry(builders.strike_incident(), date(2016, 5, 21), date(2016, 5, 21)))


def test_no_coordinate_is_in_any_view(ledger: Ledger, conflict: Conflict) -> None:
    assert "35.8" not in repr(brief(ledger, conflict, narrowing=Narrowing(acts="all")))


def finding(truce: str, label: str) -> Assessment:
    return Assessment(f"{truce}-{label}", "incident", truce, 1, "term", (), label)


def test_truces_that_did_not_run_then_or_there_are_left_out_where_another_did() -> None:
    past, here = finding("past", "outside_scope(in_period)"), finding("here", "reported_breach")
    local, other = finding("local", "outside_scope(in_area)"), finding("other", "outside_scope(party_bound)")
    assert [one.truce_id for one in truce_findings((past, here, local, other), ())] == ["here", "other"]
    assert [one.truce_id for one in truce_findings((past, local), ())] == ["local"]
