"""Parties that no list knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.views import builders
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import Document, PassageKind
from trucewatch.packs import Conflict, load_conflict
from trucewatch.views.unknown_parties import CONTEXT, SHOWN, UnknownParties, unknown_parties
from trucewatch.views.unknown_parties_text import unknown_parties_lines

FAR = "It rained for days on end and nobody left the houses of the town at all. " * 3


def report(outlet: str, words: str, day: date | None) -> Document:
    return builders.a_document(outlet, "A report", ((PassageKind.BODY, words),), day)


def reading(outlet: str, name: str, day: date | None, *, spoken: bool = False) -> Reading:
    document = report(outlet, f"{FAR}Fighters of {name} shelled the mill. {FAR}", day)
    fields = {"speakers" if spoken else "actor": builders.read(document, (f"other:{name}",), name)}
    return Reading(document, (builders.a_claim(document, "attack.shelling", "shelled", **fields),), outlet + name)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Ledger]:
    readings = [
        reading("Wire", "Example Brigade", date(2016, 5, 20)),
        reading("State", "the Example Brigade", date(2016, 5, 22), spoken=True),
        reading("Port", "Mill Guard", date(2016, 5, 30)),
        reading("Blog", "Mill Guard", None),
    ]
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add_documents(readings, builders.RUN)
        yield ledger


def names(view: UnknownParties) -> list[tuple[str, ...]]:
    return [party.names for party in view.parties]


def test_a_name_is_counted_once_whatever_its_article(told: Ledger, conflict: Conflict) -> None:
    view = unknown_parties(told, conflict)
    brigade = next(party for party in view.parties if "Example Brigade" in party.names)
    assert set(brigade.names) == {"Example Brigade", "the Example Brigade"}
    assert (brigade.claims, brigade.reports, brigade.outlets) == (2, 2, ("State", "Wire"))
    assert len(brigade.fields) == 2
    assert view.reports == 4


def test_days_of_publication_bound_the_list(told: Ledger, conflict: Conflict) -> None:
    week = unknown_parties(told, conflict, date(2016, 5, 20), date(2016, 5, 26))
    assert (len(week.parties), week.reports, week.period) == (1, 2, "20 to 26 May 2016")
    assert names(unknown_parties(told, conflict, since=date(2016, 5, 30))) == [("Mill Guard",)]
    assert unknown_parties(told, conflict, until=date(2016, 5, 1)).parties == ()


def test_the_words_around_are_those_of_the_report(told: Ledger, conflict: Conflict) -> None:
    view = unknown_parties(told, conflict)
    for party in view.parties:
        assert 0 < len(party.seen) <= SHOWN
        for seen in party.seen:
            assert seen.name in party.names
            text = told.document(seen.report.document_id).text
            assert f"{seen.before}{seen.name}{seen.after}".strip("… ") in text
            assert len(seen.before) <= CONTEXT + 2
    latest = view.parties[0].seen[0].report
    assert latest.published == date(2016, 5, 22)


def test_a_name_that_the_packs_have_by_now_is_marked(told: Ledger, conflict: Conflict) -> None:
    document = report("Late", "The Syria Democratic Council met.", date(2016, 5, 31))
    assert all(not party.known_by_now for party in unknown_parties(told, conflict).parties)
    claim = builders.a_claim(document, "meet", "met", actor=builders.read(document, ("other:Hezbollah",)))
    told.add_document(document, [claim], "late", builders.RUN)
    known = {party.names[0]: party.known_by_now for party in unknown_parties(told, load_conflict("syria")).parties}
    assert known["Hezbollah"] == ("Hezbollah",)
    assert known["Mill Guard"] == ()


def test_lines_name_reports_and_carry_no_control_characters(ledger: Ledger, conflict: Conflict) -> None:
    lines = unknown_parties_lines(unknown_parties(ledger, conflict))
    assert lines[0].startswith("Syria: parties that no list knows")
    assert builders.TALKS.id in "".join(lines)
    assert not any("\x1b" in line for line in lines)


def test_an_empty_ledger(empty_ledger: Ledger, conflict: Conflict) -> None:
    view = unknown_parties(empty_ledger, conflict)
    assert (view.parties, view.reports, view.period) == ((), 0, "no day of publication")
