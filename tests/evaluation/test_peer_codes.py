"""Claims as events of the peers' schemes."""

from __future__ import annotations

from dataclasses import replace

from tests.evaluation.peer_builders import claim_in, reading_of
from trucewatch.evaluation.peer_codes import Event, act_codes, events_of, events_of_claims, possible_codes
from trucewatch.model import Stance
from trucewatch.packs.acts import load_acts


def sides(events: list[Event]) -> list[tuple[str, str]]:
    return [(event.source, event.target) for event in events]


def test_every_act_has_codes_of_both_schemes_as_the_table_of_acts_has() -> None:
    for act in load_acts():
        assert act_codes(act, Stance.ASSERTED, "plover")
        assert all(len(code) == 2 for code in act_codes(act, Stance.ASSERTED, "cameo"))


def test_what_is_promised_or_threatened_is_another_act_there() -> None:
    assert act_codes("aid.deliver", Stance.PLANNED, "plover") == {"AGREE"}
    assert act_codes("attack.air", Stance.CONDITIONAL, "cameo") == {"13"}
    assert act_codes("agree", Stance.DENIED, "plover") == {"REJECT"}
    assert act_codes("attack.air", Stance.DENIED, "plover") == frozenset()


def test_some_words_of_an_act_have_codes_of_their_own() -> None:
    assert act_codes("demand", Stance.ASSERTED, "cameo", "urge") == {"02"}
    assert act_codes("demand", Stance.ASSERTED, "cameo", "insist") == {"10"}
    assert act_codes("agree", Stance.ASSERTED, "plover", "sign") == {"SUPPORT"}
    assert act_codes("agree", Stance.ASSERTED, "plover", "accept") == {"AGREE"}
    assert act_codes("agree", Stance.ASSERTED, "plover", "mediate") == {"CONSULT"}
    assert act_codes("aid.deliver", Stance.ASSERTED, "cameo", "allow") == {"08"}
    assert act_codes("meet", Stance.DENIED, "cameo", "postpone") == {"12"}
    assert act_codes("sanction", Stance.ASSERTED, "plover", "ban") == {"COERCE", "SANCTION"}


def test_statements_are_no_act_of_ours() -> None:
    assert "01" not in possible_codes("cameo")
    assert {"02", "13", "19"} <= possible_codes("cameo")
    assert possible_codes("plover", "territory.besiege") == {"COERCE", "PROTEST", "THREATEN"}


def test_countries_with_the_sectors_that_the_words_name() -> None:
    reading = reading_of("Israeli warplanes bombed Lebanon's army in Tyre on Friday.")
    claim = claim_in(reading, "attack.air", "bombed", "Israeli", "Lebanon")
    assert events_of(claim, reading, "plover") == [Event("ISRMIL", "LBNMIL", frozenset({"ASSAULT"}))]


def test_talks_are_events_of_both_sides() -> None:
    reading = reading_of("France met Egypt for talks on Friday.")
    claim = claim_in(reading, "meet", "met", "France", "Egypt")
    assert sides(events_of(claim, reading, "plover")) == [("FRA", "EGY"), ("EGY", "FRA")]


def test_a_visit_is_the_guests_alone_in_plover() -> None:
    reading = reading_of("The French president visited Egypt on Friday.")
    claim = claim_in(reading, "meet", "visited", "French president", "Egypt")
    assert sides(events_of(claim, reading, "plover")) == [("FRAGOV", "EGY")]
    assert sides(events_of(claim, reading, "cameo")) == [("FRAGOV", "EGY"), ("EGY", "FRAGOV")]


def test_what_will_happen_is_the_act_itself_in_cameo_and_agreeing_in_plover() -> None:
    reading = reading_of("France will support Egypt.")
    claim = claim_in(reading, "support", "support", "France", "Egypt", stance=(Stance.PLANNED, "will"))
    assert events_of(claim, reading, "cameo") == [Event("FRA", "EGY", frozenset({"05"}))]
    assert events_of(claim, reading, "plover") == [Event("FRA", "EGY", frozenset({"AGREE"}))]


def test_what_is_promised_is_intent_in_cameo_too() -> None:
    reading = reading_of("France promised to deliver grain to Egypt.")
    claim = claim_in(reading, "aid.deliver", "deliver", "France", "Egypt", stance=(Stance.PLANNED, "promised"))
    assert events_of(claim, reading, "cameo") == [Event("FRA", "EGY", frozenset({"03"}))]


def test_an_act_told_as_an_accusation_is_the_speakers_accusation() -> None:
    reading = reading_of("Egypt condemned an attack by Kenyan soldiers.")
    claim = claim_in(reading, "attack.ground", "attack", "Kenyan", speaker="Egypt")
    verb = claim_in(reading, "attack.ground", "attack", "Kenyan", speaker="condemned").speakers.spans
    claim = replace(claim, speakers=replace(claim.speakers, spans=(*claim.speakers.spans, *verb)))
    assert events_of(claim, reading, "plover") == [Event("EGY", "KENMIL", frozenset({"ACCUSE"}))]


def test_parties_coordinated_with_a_side_are_sides_too() -> None:
    reading = reading_of("Iran accused Israel and Jordan on Friday.")
    claim = claim_in(reading, "accuse", "accused", "Iran", "Israel")
    assert sides(events_of(claim, reading, "plover")) == [("IRN", "ISR"), ("IRN", "JOR")]


def test_several_who_agree_with_nobody_else_agree_with_each_other() -> None:
    reading = reading_of("Kenya and Uganda agreed on a border on Friday.")
    claim = claim_in(reading, "agree", "agreed", "Kenya")
    assert sides(events_of(claim, reading, "plover")) == [("KEN", "UGA"), ("UGA", "KEN")]


def test_a_side_that_is_not_told_is_the_party_beside_the_act() -> None:
    reading = reading_of("Kenya sent tents to Uganda on Friday.")
    claim = claim_in(reading, "aid.deliver", "sent", "Kenya")
    assert sides(events_of(claim, reading, "plover")) == [("KEN", "UGA")]


def test_the_content_of_an_event_is_none_of_its_own() -> None:
    reading = reading_of("Yemen rejected an Iranian proposal on Friday.")
    refusal = claim_in(reading, "refuse", "rejected", "Yemen", "Iranian")
    proposal = claim_in(reading, "propose", "proposal", "Iranian", "Yemen")
    rejected = [Event("YEM", "IRN", frozenset({"REJECT"}))]
    assert events_of_claims([refusal, proposal], reading, "plover") == rejected
    assert events_of_claims([proposal], reading, "plover") == [Event("IRN", "YEM", frozenset({"AGREE"}))]


def test_made_up_countries_are_known() -> None:
    reading = reading_of("Gondor's army shelled Osgiliath on Friday.")
    claim = claim_in(reading, "attack.shelling", "shelled", "Gondor's army", "Osgiliath")
    assert sides(events_of(claim, reading, "cameo")) == [("GONMIL", "OSG")]


def test_nothing_is_written_without_two_sides() -> None:
    reading = reading_of("The market was bombed on Friday.")
    assert events_of(claim_in(reading, "attack.air", "bombed", target="market"), reading, "plover") == []


def test_nobody_acts_on_himself() -> None:
    reading = reading_of("Kenya accused Kenya on Friday.")
    assert events_of(claim_in(reading, "accuse", "accused", "Kenya", "Kenya"), reading, "plover") == []
