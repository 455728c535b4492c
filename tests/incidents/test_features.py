from __future__ import annotations

import pytest

from tests.incidents.builders import claim, exactly, on, telling, world
from trucewatch.incidents.features import FEATURES, contradictory, impossible, parts, score
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.model import Claim, Count, Day


def traits(one: Claim, text: str = "") -> Traits:
    return traits_of(telling(one, text=text))


def value(name: str, first: Traits, second: Traits) -> float:
    (feature,) = (feature for feature in FEATURES if feature.name == name)
    return feature.judge(first, second, world())[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (exactly(20), exactly(20), 1.0),
        (exactly(1), exactly(1), 0.3),
        (Count(8, None), exactly(8), 0.8),
        (exactly(8), Count(5, None), 0.2),
        (Count(120, None), exactly(126), 0.5),
        (exactly(8), exactly(11), -0.1),
        (exactly(3), exactly(40), -0.7),
        (None, exactly(40), 0.0),
        (Count(None, None, "dozens"), exactly(40), 0.0),
    ],
)
def test_tolls_of_two_reports(one: Count | None, other: Count | None, expected: float) -> None:
    first, second = traits(claim(document="a", killed=one)), traits(claim(document="b", killed=other))
    assert value("toll", first, second) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, None, -1.0),
        ("2016-05-29", None, -1.0),
        ("2016-05-29", "2016-05-28", -1.0),
        ("2016-05-29", "2016-05-29", 0.0),
        (on("2016-05-29"), on("2016-05-28", "2016-05-30"), 0.0),
        (on("2016-05-01", "2016-05-29"), on("2016-05-29"), -1.0),
    ],
)
def test_reports_of_the_same_told_days_may_come_late(
    one: str | Day | None, other: str | Day | None, expected: float
) -> None:
    early = traits_of(telling(claim(document="a", day=one), published="2016-05-30"))
    late = traits_of(telling(claim(document="b", day=other), published="2016-06-09"))
    assert value("published", early, late) == expected
    same_day = traits_of(telling(claim(document="c", day=other), published="2016-05-30"))
    assert value("published", early, same_day) == 1.0


def test_one_source_that_tells_two_tolls_in_one_report_tells_two_events() -> None:
    first, second = traits(claim(killed=exactly(1))), traits(claim(killed=exactly(4), start=100))
    assert value("toll", first, second) == -1.0


def test_different_attackers_weigh_more_within_one_report_than_across_reports() -> None:
    russia, syria = claim(document="a", actor=("ru.forces",)), claim(document="a", actor=("sy.gov.forces",), start=100)
    elsewhere = claim(document="b", actor=("sy.gov.forces",))
    assert value("actor", traits(russia), traits(syria)) < value("actor", traits(russia), traits(elsewhere)) < 0


def test_the_parts_add_up_and_the_silent_are_left_out() -> None:
    first = traits(claim(document="a", place="Idlib", day="2016-05-29"), "warplanes struck the crowded market")
    second = traits(claim(document="b", place="Binnish", day="2016-05-29"), "jets struck a crowded market square")
    told = parts(first, second, world())
    assert round(sum(part.value * part.weight for part in told), 4) == round(score(first, second, world()), 4)
    assert all(part.value for part in told)
    assert {part.feature for part in told} <= {"act", "place", "day", "words", "published"}
    assert {part.feature for part in told} >= {"act", "place", "day", "words"}


def test_a_score_is_the_same_from_both_ends() -> None:
    first = traits(claim(document="a", place="Aleppo", day="2016-05-29", killed=exactly(3), actor=("sy.gov",)))
    second = traits(claim("kill", document="b", place="Azaz", killed=exactly(9), actor=("sy.gov.forces",)))
    assert score(first, second, world()) == score(second, first, world())


def test_contradictions() -> None:
    first = traits(claim(document="a", place="Idlib", day="2016-05-29"))
    assert impossible(first, traits(claim("meet", document="b", place="Idlib", day="2016-05-29")), world())
    assert contradictory(first, traits(claim(document="b", place="Idlib", day="2016-05-31")), world())
    assert contradictory(first, traits(claim(document="b", place="Azaz", day="2016-05-29")), world())
    assert not contradictory(first, traits(claim("kill", document="b", place="Idlib", day="2016-05-30")), world())


def test_a_place_that_the_other_report_names_too_is_no_other_place() -> None:
    aleppo = traits(claim(document="a", place="Aleppo", day="2016-05-29"), "A bomb hit buses on the road from Idlib.")
    idlib = traits(claim(document="b", place="Idlib", day="2016-05-29"), "A bomb hit buses from Idlib.")
    silent = traits(claim(document="c", place="Aleppo", day="2016-05-29"), "A bomb hit buses.")
    assert contradictory(idlib, silent, world())
    assert not contradictory(aleppo, idlib, world())
    one_report = traits(claim(document="a", place="Idlib", day="2016-05-29", start=200), "A bomb hit buses from Idlib.")
    assert contradictory(aleppo, one_report, world())


def test_a_sentence_is_held_beside_the_headline_of_the_other_report() -> None:
    headed = traits_of(telling(claim(document="a"), title="Warplanes strike crowded market", text="Eight died."))
    told = traits(claim(document="b"), "Warplanes strike crowded market square")
    assert value("words", headed, told) > 0.5
    assert value("words", headed, told) == value("words", told, headed)


def test_aid_workers_and_civilians_are_no_different_victims() -> None:
    aid, people = traits(claim(document="a", target=("icrc",))), traits(claim(document="b", target=("civilians",)))
    soldiers = traits(claim(document="c", target=("sy.gov.forces",)))
    assert value("target", aid, people) > 0 > value("target", soldiers, people)


def test_a_truce_told_without_its_makers_is_the_one_of_that_day() -> None:
    makers = traits(claim("truce.declare", document="a", actor=("ru.gov", "us.gov"), day="2016-02-27"))
    nobody = traits(claim("truce.declare", document="b", day="2016-02-27"))
    undated = traits(claim("truce.declare", document="b"))
    assert not impossible(makers, nobody, world())
    assert impossible(makers, undated, world())
