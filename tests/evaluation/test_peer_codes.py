"""Claims as events of the peers' schemes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.builders import raw
from trucewatch.claims import code_document
from trucewatch.claims.reading import read
from trucewatch.coding import parse_request
from trucewatch.documents import read_document
from trucewatch.evaluation.peer_codes import Event, act_codes, events_of, peers_conflict
from trucewatch.language import load_parser
from trucewatch.model import Stance
from trucewatch.packs import Conflict
from trucewatch.packs.acts import load_acts


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    return peers_conflict()


def events(text: str, conflict: Conflict, scheme: str = "plover") -> list[Event]:
    document = read_document(raw(text, published=date(2016, 5, 20)))
    parsed = load_parser().parse_many([parse_request(document)])[0]
    reading = read(document, parsed, conflict)
    return [event for claim in code_document(document, parsed, conflict) for event in events_of(claim, reading, scheme)]


def test_every_act_has_codes_of_both_schemes_as_the_table_of_acts_has() -> None:
    for act in load_acts():
        assert act_codes(act, Stance.ASSERTED, "plover")
        assert all(len(code) == 2 for code in act_codes(act, Stance.ASSERTED, "cameo"))


def test_what_is_promised_or_threatened_is_another_act_there() -> None:
    assert act_codes("aid.deliver", Stance.PLANNED, "plover") == {"AGREE"}
    assert act_codes("attack.air", Stance.CONDITIONAL, "cameo") == {"13"}
    assert act_codes("agree", Stance.DENIED, "plover") == {"REJECT"}
    assert act_codes("attack.air", Stance.DENIED, "plover") == frozenset()


def test_a_country_with_the_sector_that_the_words_name(conflict: Conflict) -> None:
    found = events("Israeli warplanes bombed Lebanon's army in Tyre on Friday.", conflict)
    assert Event("ISRMIL", "LBNMIL", frozenset({"ASSAULT"})) in found


def test_talks_are_events_of_both_sides(conflict: Conflict) -> None:
    found = {(event.source, event.target) for event in events("France met Egypt for talks on Friday.", conflict)}
    assert {("FRA", "EGY"), ("EGY", "FRA")} <= found


def test_made_up_countries_are_known(conflict: Conflict) -> None:
    found = events("Gondor's army shelled Osgiliath on Friday.", conflict, "cameo")
    assert [(event.source, event.target) for event in found] == [("GONMIL", "OSG")]
    assert "19" in found[0].codes


def test_nothing_is_written_without_two_sides(conflict: Conflict) -> None:
    assert events("The market was bombed on Friday.", conflict) == []
