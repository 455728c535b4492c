from __future__ import annotations

from tests.incidents.builders import claim, telling
from trucewatch.incidents.candidates import CROWDED, NEIGHBOURS, candidate_pairs
from trucewatch.incidents.traits import traits_of
from trucewatch.model import Claim


def pairs(*claims: Claim) -> list[tuple[int, int]]:
    return candidate_pairs([traits_of(telling(one)) for one in claims])


def test_same_governorate_and_neighbouring_days_meet() -> None:
    strike = claim(document="a", place="Idlib", day="2016-05-29")
    assert pairs(strike, claim("kill", document="b", place="Binnish", day="2016-05-30")) == [(0, 1)]
    assert pairs(strike, claim("kill", document="b", place="Binnish", day="2016-05-31")) == []
    assert pairs(strike, claim("kill", document="b", place="Azaz", day="2016-05-29")) == []


def test_a_governorate_meets_its_towns() -> None:
    province = claim(document="a", place="Aleppo province", day="2016-05-29")
    assert pairs(province, claim(document="b", place="Azaz", day="2016-05-29")) == [(0, 1)]


def test_a_telling_with_nothing_to_go_by_meets_its_own_report_only() -> None:
    bare = claim(document="a", start=100)
    assert pairs(claim(document="a", place="Idlib"), bare) == [(0, 1)]
    assert pairs(claim(document="b", place="Idlib"), bare) == []


def test_a_crowded_block_costs_no_more_than_its_neighbourhoods() -> None:
    size = CROWDED * 3
    crowd = [claim(document=f"r{at}", place="Idlib", day="2016-05-29") for at in range(size)]
    assert len(pairs(*crowd)) <= 2 * size * NEIGHBOURS
