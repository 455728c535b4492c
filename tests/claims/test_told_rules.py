"""Rules that decide before learning does: denials, datelines, and dealings told by grammar."""

from __future__ import annotations

from datetime import date

import pytest

import trucewatch
from trucewatch.model import Claim, Stance

DAY = date(2016, 5, 31)


def _claims(text: str) -> tuple[Claim, ...]:
    return trucewatch.code(text, published=DAY, conflict="syria")


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("The Russian defence ministry denied that its aircraft had bombed Idlib.", "bombed", "denied"),
        ("The Syrian army did not shell the town, the ministry said.", "shell", "not"),
        ("The spokesman said that Saudi jets had crossed nothing, let alone bombed the town.", "bombed", "let alone"),
    ],
)
def test_a_denied_attack_is_denied_by_the_word_that_denies_it(text: str, word: str, cue: str) -> None:
    (attack,) = [claim for claim in _claims(text) if [span.of(text) for span in claim.act.spans] == [word]]
    assert attack.stance.value is Stance.DENIED
    assert [span.of(text) for span in attack.stance.spans] == [cue]


def test_a_denial_that_is_denied_is_none() -> None:
    text = "A coalition source did not deny that warplanes had bombed Manbij."
    assert all(claim.stance.rule != "stance.denying-verb" for claim in _claims(text))


def test_a_dateline_is_neither_a_party_nor_the_place_of_an_act() -> None:
    text = "BEIRUT, May 31 — Government warplanes bombed a market in Idlib on Monday, activists said."
    claims = _claims(text)
    assert claims
    for claim in claims:
        assert not any(party.startswith("lb.") for party in (*claim.actor.value, *claim.speakers.value))
        assert claim.place.value is None or claim.place.value.name != "BEIRUT"


def test_a_body_whose_name_is_in_capitals_is_no_dateline() -> None:
    text = "Four children were killed when government forces shelled Daraya on Monday, UNICEF said."
    assert any(claim.speakers.value == ("un.unicef",) for claim in _claims(text))


def test_part_of_a_name_is_no_state() -> None:
    text = "Rebels shelled Hama on Monday, Jordan Smith reported."
    assert not any(party.startswith("jo.") for c in _claims(text) for party in (*c.actor.value, *c.speakers.value))


def test_a_sentence_that_stands_twice_is_told_once() -> None:
    sentence = "Government warplanes bombed a market in Idlib on Monday, killing four people. "
    claims = _claims(sentence + "The town was silent. " + sentence)
    assert claims
    assert all(claim.trigger.end < len(sentence) for claim in claims)


def test_two_sides_of_fighting_stand_in_the_order_told() -> None:
    text = "Rebels and government forces clashed near Hama on Friday."
    (clash,) = [claim for claim in _claims(text) if claim.act.value == "attack.clash"]
    assert (clash.actor.value, clash.target.value) == (("sy.rebels",), ("sy.gov.forces",))
    assert (clash.actor.rule, clash.target.rule) == ("actor.grammar", "target.grammar")


def test_a_capital_told_of_as_a_place_is_no_party() -> None:
    text = "Air strikes hit a village near Hama on Monday, a rights group in London said."
    for claim in _claims(text):
        assert not any(party.startswith("gb.") for party in (*claim.actor.value, *claim.target.value))
