from __future__ import annotations

from dataclasses import replace

import pytest

from tests.views import builders
from trucewatch.model import CLAIM_FIELDS, Claim, Document
from trucewatch.packs import Conflict
from trucewatch.views.readings import field_reading, field_readings, value_text

CLAIMS = [
    *zip(builders.STRIKE, (builders.WIRE, builders.STATE, builders.UPDATE), strict=True),
    (builders.FLIGHT, builders.WIRE),
    (builders.TALKS, builders.HOSTILE_PAGE),
]


@pytest.mark.parametrize(("claim", "document"), CLAIMS)
def test_every_word_shown_stands_in_the_report(claim: Claim, document: Document, conflict: Conflict) -> None:
    for reading in field_readings(conflict, claim, document):
        for words in reading.words:
            assert document.text[words.start : words.end] == words.text
            assert words.text


def test_a_value_without_words_is_assumed_and_no_value_is_not_told(conflict: Conflict) -> None:
    bases = {reading.field: reading.basis for reading in field_readings(conflict, builders.FLIGHT, builders.WIRE)}
    assert bases == {
        "act": "read", "actor": "not told", "target": "not told", "place": "read", "day": "not told",
        "killed": "not told", "injured": "not told", "speakers": "read", "stance": "assumed",
    }  # fmt: skip


def test_the_outlet_as_speaker_is_an_assumption(conflict: Conflict) -> None:
    reading = field_reading(conflict, builders.TALKS, "speakers", builders.HOSTILE_PAGE)
    assert reading.basis == "assumed"
    assert reading.value == f"{builders.HOSTILE_PAGE.outlet} itself"


def test_values_in_words(conflict: Conflict) -> None:
    values = {field: value_text(conflict, builders.STRIKE[0], field, "Orontes Wire") for field in CLAIM_FIELDS}
    assert values == {
        "act": "air strike", "actor": "Russian forces", "target": "civilians", "place": "Ariha, Idlib",
        "day": "20 May 2016", "killed": "8 or more", "injured": "“dozens”",
        "speakers": "Syrian Observatory for Human Rights", "stance": "stated",
    }  # fmt: skip
    with pytest.raises(ValueError, match="no field 'colour'"):
        value_text(conflict, builders.STRIKE[0], "colour", "Orontes Wire")


def test_words_of_another_sentence_stand_with_that_sentence(conflict: Conflict) -> None:
    """ "Dozens" of wounded are told in the sentence after the claim's own."""
    injured = field_reading(conflict, builders.STRIKE[0], "injured", builders.WIRE)
    assert [words.sentence for words in injured.words] == ["Dozens were wounded."]
    actor = field_reading(conflict, builders.STRIKE[0], "actor", builders.WIRE)
    assert [words.sentence for words in actor.words] == [""]


def test_an_act_that_a_model_chose_is_told_from_one_that_its_words_gave(conflict: Conflict) -> None:
    told = builders.STRIKE[0]
    learned = replace(told, act=replace(told.act, rule="act.learned(attack.air/noun/strike)"))
    shown = [field_reading(conflict, one, "act", builders.WIRE).by_a_model for one in (told, learned)]
    assert shown == [False, True]
