"""Asking the coder why."""

from __future__ import annotations

import pytest

from tests.claims.builders import coded, raw
from trucewatch.claims import code_document
from trucewatch.coding import parse_request
from trucewatch.documents import read_document
from trucewatch.language import load_parser
from trucewatch.packs import load_conflict
from trucewatch.why_not import Heard, WhyNot, numbered_sentences, why_not

REPORT = (
    "Rebels shell Aleppo district\n\n"
    "Rebels shelled a government-held district of Aleppo on Friday, killing eight civilians, state media said. "
    "The weather was fine in the old town. "
    "Rebels shelled a government-held district of Aleppo on Friday, killing eight civilians, state media said.\n\n"
    "Read more: Rebels shelled a village\n"
)


def asked(number: int, text: str = REPORT) -> WhyNot:
    return why_not(raw(text), number, load_conflict("syria"))


def test_sentences_of_all_passages_are_counted_from_one() -> None:
    sentences = numbered_sentences(read_document(raw(REPORT)))
    assert [sentence.number for sentence in sentences] == [1, 2, 3, 4, 5]
    assert sentences[0].passage == "headline"
    assert sentences[4].passage == "furniture"
    assert all(sentence.span.of(REPORT) == sentence.text for sentence in sentences)


def test_a_claim_is_told_with_every_field_and_what_else_it_could_have_been() -> None:
    answer = asked(2)
    (shelled,) = [candidate for candidate in answer.candidates if candidate.outcome == "claim"]
    assert (shelled.words, shelled.act) == ("shelled", "attack.shelling")
    assert shelled.chance >= shelled.threshold
    assert "none" in shelled.chances
    names = [field.name for field in shelled.fields]
    assert names == ["actor", "target", "speaker", "place", "day", "killed", "injured", "stance"]
    for field in shelled.fields:
        assert [option.chosen for option in field.options].count(True) == 1
        assert field.options[0].chosen
    claim = next(c for c in coded(REPORT)[1] if c.trigger.of(coded(REPORT)[0].text) == "shelled")
    chosen = {field.name: field.options[0] for field in shelled.fields}
    assert chosen["actor"].value == list(claim.actor.value) == ["sy.rebels"]
    assert chosen["actor"].words == ("Rebels",)
    assert chosen["stance"].value == claim.stance.value.value


def test_what_falls_short_of_the_threshold_is_told_with_its_chance() -> None:
    (killing,) = [c for c in asked(2).candidates if c.words == "killing"]
    assert killing.outcome == "below threshold"
    assert killing.chance < killing.threshold
    assert killing.fields == ()


def test_what_is_known_in_the_sentence_is_told() -> None:
    answer = asked(2)
    assert "Rebels: sy.rebels" in answer.parties
    assert answer.places == ("Aleppo",)
    assert answer.days == ("Friday: 2016-05-20 to 2016-05-20",)
    assert answer.numbers == ("eight",)


def test_a_sentence_without_a_word_of_the_packs() -> None:
    answer = asked(3)
    assert answer.candidates == ()
    assert "No word of it" in answer.remarks[0]


def test_a_repeated_sentence() -> None:
    answer = asked(4)
    assert "word for word" in answer.remarks[0]
    assert answer.candidates == ()


def test_furniture_is_not_read() -> None:
    assert "furniture" in asked(5).remarks[0]


def test_a_report_in_another_language() -> None:
    text = "قصفت قوات الحكومة حي الصاخور في مدينة حلب يوم الجمعة وقتل ثمانية مدنيين على الأقل بحسب ناشطين محليين."
    assert "another language" in asked(1, text).remarks[0]


def test_a_pattern_that_only_begins_is_told() -> None:
    misses = asked(1, "Officials will present the prizes to the children of the town in the evening.").near_misses
    assert any(miss.startswith("propose/verb/present ~ proposal: ") for miss in misses)


@pytest.mark.parametrize("number", [0, 6])
def test_a_sentence_that_is_not_there(number: int) -> None:
    with pytest.raises(IndexError, match="has 5"):
        asked(number)


def test_listening_changes_nothing() -> None:
    document = read_document(raw(REPORT))
    parsed = load_parser().parse_many([parse_request(document)])[0]
    conflict = load_conflict("syria")
    assert code_document(document, parsed, conflict, listener=Heard()) == code_document(document, parsed, conflict)
