"""How records of the peers are scored."""

from __future__ import annotations

from datetime import date

from trucewatch.evaluation.peer_codes import Event
from trucewatch.evaluation.peers import Counts, countries, of_countries, party, petrarch_records, plover_records

GOLD = frozenset({("USAGOV", "FRA", "CONSULT"), ("FRA", "USAGOV", "CONSULT")})


def event(source: str, target: str, *codes: str) -> Event:
    return Event(source, target, frozenset(codes))


def test_codes_of_the_gold_are_read_to_six_letters() -> None:
    assert party("SRBCVLalb") == "SRBCVL"
    assert party("IGOGOV") == "IGO"
    assert party("JAPGOV") == "JPNGOV"
    assert party("HOBCIV") == "HOBCVL"


def test_f1_and_exact_cases() -> None:
    counts = Counts()
    counts.add(GOLD, [event("USAGOV", "FRA", "CONSULT"), event("FRA", "USA", "CONSULT")])
    counts.add(frozenset({("FRA", "USA", "04")}), [event("FRA", "USA", "03", "04")])
    counts.add(frozenset(), [])
    assert (counts.right, counts.written, counts.gold, counts.exact, counts.records) == (2, 3, 3, 2, 3)
    assert counts.f1 == 2 / 3
    assert [len(missed) for missed in counts.missed] == [1, 0, 0]
    assert counts.types == {"CONSULT": [1, 2], "04": [1, 1]}
    assert str(counts).startswith("F1 0.667  precision 0.667  recall 0.667  cases exact 0.667")


def test_an_event_of_the_gold_is_met_once() -> None:
    counts = Counts()
    counts.add(frozenset({("FRA", "USA", "04")}), [event("FRA", "USA", "04"), event("FRA", "USA", "03", "04")])
    assert (counts.right, counts.written) == (1, 2)


def test_countries_alone() -> None:
    assert countries(GOLD) == {("USA", "FRA", "CONSULT"), ("FRA", "USA", "CONSULT")}
    assert of_countries([event("USAGOV", "FRA", "03"), event("USAMIL", "FRA", "03")]) == [event("USA", "FRA", "03")]


def test_petrarch_records_are_read_in_the_wording_of_their_recoding() -> None:
    sides = [{"source": "USAGOV", "target": "FRA", "code": "042"}]
    row = {"text": "A", "text_cameo_variant": None, "date": "19950101", "usable": True, "gold_cameo": sides}
    records = petrarch_records([row, {**row, "text_cameo_variant": "B"}, {**row, "usable": False}, {"usable": True}])
    assert [record.text for record in records] == ["A", "B"]
    assert records[0].gold == {("USAGOV", "FRA", "04")}
    assert records[0].day == date(1995, 1, 1)


def test_a_plover_sentence_with_several_events_is_one_record() -> None:
    row = {"text": "A", "date": "2000-01-01", "gold": [{"source": "USA", "target": "FRA"}], "event_v08": "CONSULT"}
    records = plover_records([row, {**row, "text": " A", "event_v08": "AGREE"}, {**row, "text": "B"}])
    assert [(record.text, len(record.gold)) for record in records] == [("A", 2), ("B", 1)]
    assert records[0].gold == {("USA", "FRA", "CONSULT"), ("USA", "FRA", "AGREE")}
