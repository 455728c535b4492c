from __future__ import annotations

from tests.incidents.builders import claim, telling
from trucewatch.incidents.candidates import block_keys, candidate_pairs, ordered, sought_keys
from trucewatch.incidents.traits import traits_of
from trucewatch.model import Claim


def keys(*claims: Claim) -> dict[str, frozenset[int]]:
    return {one.id: block_keys(traits_of(telling(one))) for one in claims}


def sought(*claims: Claim) -> dict[str, frozenset[int]]:
    return {one.id: sought_keys(traits_of(telling(one))) for one in claims}


def meet(first: Claim, second: Claim) -> bool:
    one_way = candidate_pairs(keys(first), sought(second), {key: [first.id] for key in keys(first)[first.id]})
    other_way = candidate_pairs(keys(second), sought(first), {key: [second.id] for key in keys(second)[second.id]})
    assert one_way == other_way == candidate_pairs(keys(first, second), sought(first, second), {})
    return one_way == {ordered(first.id, second.id)}


def test_one_governorate_or_the_whole_country_and_neighbouring_days_meet() -> None:
    strike = claim(document="a", place="Idlib", day="2016-05-29")
    assert meet(strike, claim("kill", document="b", place="Binnish", day="2016-05-30"))
    assert not meet(strike, claim("kill", document="b", place="Binnish", day="2016-05-31"))
    assert not meet(strike, claim("kill", document="b", place="Azaz", day="2016-05-29"))
    assert meet(strike, claim("kill", document="b", place="Syria", day="2016-05-29"))
    assert not meet(strike, claim("kill", document="b", place="Lebanon", day="2016-05-29"))


def test_a_governorate_meets_its_towns() -> None:
    province = claim(document="a", place="Aleppo province", day="2016-05-29")
    assert meet(province, claim(document="b", place="Azaz", day="2016-05-29"))


def test_a_telling_with_nothing_to_go_by_meets_its_own_report_only() -> None:
    bare = claim(document="a", start=100)
    assert meet(claim(document="a", place="Idlib"), bare)
    assert not meet(claim(document="b", place="Idlib"), bare)


def test_claims_that_are_placed_already_are_met_by_their_keys() -> None:
    strike = claim(document="a", place="Idlib", day="2016-05-29")
    placed = {key: ["claim-placed"] for key in keys(strike)[strike.id]} | {7: ["claim-elsewhere"]}
    assert candidate_pairs(keys(strike), sought(strike), placed) == {ordered("claim-placed", strike.id)}


def test_keys_are_whole_numbers_that_a_ledger_can_index() -> None:
    (own,) = keys(claim(document="a", place="Idlib")).values()
    assert own
    assert all(-(2**63) <= key < 2**63 for key in own)
