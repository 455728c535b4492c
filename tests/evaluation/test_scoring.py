"""The rules by which two codings are compared, one by one."""

from __future__ import annotations

from typing import Any

import pytest

from trucewatch.evaluation.scoring import Tally, compare, is_right, match, party_f1, same_count, same_day, same_place


def a_record(start: int = 0, **changes: Any) -> dict[str, Any]:
    return {
        "sentence": 0,
        "spans": [(start, start + 6)],
        "act": "attack.shelling",
        "actor": ["sy.gov.forces"],
        "target": ["civilians"],
        "place": "Darayya",
        "day": None,
        "killed": None,
        "injured": None,
        "speakers": [],
        "stance": "asserted",
        **changes,
    }


@pytest.mark.parametrize(
    ("gold", "got", "score"),
    [
        ([], [], 1),
        (["is"], [], 0),
        ([], ["is"], 0),
        (["is"], ["is"], 1),
        (["is"], ["sy.gov"], 0),
        (["sy.gov"], ["sy.gov.forces"], 0.5),
        (["sy.gov.forces"], ["sy.gov"], 0.5),
        (["sy.gov"], ["sy.government"], 0),
        (["sy.gov", "ru.forces"], ["sy.gov"], 2 / 3),
        (["sy.gov", "ru.forces"], ["sy.gov", "ru.forces", "is"], 0.8),
        (["other:Al-Fatah Brigade"], ["other:fatah brigade"], 1),
        (["other:Fatah"], ["other:Nur"], 0),
        (["other:is"], ["is"], 0),
    ],
)
def test_parties_are_compared_as_sets_and_a_parent_counts_half(gold: list[str], got: list[str], score: float) -> None:
    assert party_f1(gold, got) == pytest.approx(score)


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        ("Aleppo", "aleppo", True),
        ("Aleppo", "the city of Aleppo", True),
        ("al-Ghouta", "Ghouta", True),
        ("Deir ez-Zor", "Deir ez Zor province", True),
        ("Daráyya", "Darayya", True),
        ("East Aleppo", "Aleppo", True),
        ("Aleppo", "Idlib", False),
        ("Aleppo", None, False),
        (None, "Aleppo", False),
        (None, None, True),
    ],
)
def test_places_are_compared_by_the_words_that_name_them(gold: str | None, got: str | None, same: bool) -> None:
    assert same_place(gold, got) is same


def test_days_are_compared_by_their_ends_alone() -> None:
    day = {"start": "2016-05-20", "end": "2016-05-20", "precision": "day"}
    assert same_day(day, {**day, "precision": "week"})
    assert not same_day(day, {**day, "end": "2016-05-21"})
    assert not same_day(day, None)
    assert same_day(None, None)


def test_counts_are_compared_by_their_bounds_alone() -> None:
    dozens = {"min": None, "max": None, "word": "dozens"}
    assert same_count(dozens, {"min": None, "max": None})
    assert not same_count({"min": 8, "max": 8}, {"min": 8, "max": None})
    assert not same_count(None, dozens)
    assert same_count(None, None)


def test_an_act_of_the_same_family_is_half_the_way() -> None:
    scores = compare(a_record(), a_record(act="attack.air"))
    assert (scores["act"], scores["act_family"]) == (0, 1)


def test_the_innermost_speaker_and_the_chain_are_told_apart() -> None:
    scores = compare(a_record(speakers=["media", "sy.gov"]), a_record(speakers=["sy.gov"]))
    assert (scores["speaker"], scores["speaker_chain"]) == (1, 0)
    assert compare(a_record(speakers=["media"]), a_record())["speaker"] == 0


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, True),
        ({"act": "attack.air", "place": "Idlib", "day": {"start": "", "end": ""}, "killed": {"min": 1}}, True),
        ({"act": "kill"}, False),
        ({"actor": ["sy.gov"]}, False),
        ({"target": []}, False),
        ({"speakers": ["media"]}, False),
        ({"stance": "denied"}, False),
    ],
)
def test_what_makes_a_claim_right(changes: dict[str, Any], right: bool) -> None:
    assert is_right(compare(a_record(), a_record(**changes))) is right


def test_claims_meet_where_their_triggers_overlap() -> None:
    gold = a_record()
    assert match([gold], [a_record(5, act="meet", actor=["un"])]) != []
    assert match([gold], [a_record(6, act="meet", actor=["un"])]) == []


def test_claims_meet_without_overlap_where_family_and_an_actor_agree() -> None:
    gold = a_record()
    assert match([gold], [a_record(20, act="attack.air")]) != []
    assert match([gold], [a_record(20, act="attack.air", actor=["sy.gov"])]) != []
    assert match([gold], [a_record(20, act="kill")]) == []
    assert match([gold], [a_record(20, actor=["is"])]) == []


def test_claims_of_two_sentences_never_meet() -> None:
    assert match([a_record()], [a_record(sentence=1)]) == []


def test_any_place_where_a_trigger_can_stand_will_do() -> None:
    assert match([a_record(spans=[(0, 6), (40, 46)])], [a_record(42, act="meet", actor=["un"])]) != []


def test_each_claim_meets_one_at_most_and_overlap_goes_first() -> None:
    gold, later = a_record(act="kill"), a_record(30)
    alike, touching = a_record(12), a_record(33, act="meet", actor=["un"])
    assert match([gold, later], [alike, touching]) == [(later, touching)]
    assert match([later], [alike, a_record(40)]) == [(later, alike)]


def test_a_tally_adds_up_documents() -> None:
    tally = Tally()
    tally.add([a_record(), a_record(20, act="meet")], [a_record(stance="denied")])
    tally.add([a_record()], [a_record(), a_record(40, act="meet", actor=["un"])])
    figures = tally.as_dict()
    assert (figures["documents"], figures["gold"], figures["predicted"], tally.right) == (2, 3, 3, 1)
    assert figures["found"] == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667}
    assert figures["right"] == {"precision": 0.3333, "recall": 0.3333, "f1": 0.3333}
    assert figures["fields_on_matched"]["stance"] == 0.5


def test_nothing_coded_scores_nothing() -> None:
    tally = Tally()
    tally.add([a_record()], [])
    assert tally.as_dict()["found"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert tally.as_dict()["fields_on_matched"] == {}
