from __future__ import annotations

from tests.incidents.builders import claim, exactly, on, telling
from trucewatch.incidents.candidates import block_keys, candidate_pairs, ordered, sought_keys
from trucewatch.incidents.traits import Traits, traits_of
from trucewatch.model import Claim, Count


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


def test_tellings_of_one_large_toll_meet_wherever_they_are_told_of() -> None:
    many = claim("kill", document="a", day="2016-05-29", killed=exactly(48))
    assert meet(many, claim("attack.air", document="b", place="Idlib", day="2016-05-30", killed=Count(48, None)))
    assert not meet(many, claim("kill", document="b", day="2016-05-29", killed=exactly(47)))
    assert not meet(many, claim("kill", document="b", day="2016-06-10", killed=exactly(48)))
    few = claim("kill", document="a", day="2016-05-29", killed=exactly(3))
    assert not meet(few, claim("kill", document="b", day="2016-05-29", killed=exactly(3)))


def test_who_looks_back_meets_those_of_the_time_and_others_of_the_same_weeks() -> None:
    def told(published: str) -> Traits:
        one = claim(document=published, place="Idlib", day="2013-08-21")
        return traits_of(telling(one, published=published))

    def meet_both_ways(first: Traits, second: Traits) -> bool:
        ways = {bool(sought_keys(a) & block_keys(b)) for a, b in ((first, second), (second, first))}
        assert len(ways) == 1
        return ways.pop()

    at_the_time, next_day = told("2013-08-21"), told("2013-08-22")
    year_after, week_later, years_after = told("2014-08-21"), told("2014-08-28"), told("2017-04-05")
    assert meet_both_ways(at_the_time, next_day)
    assert all(meet_both_ways(at_the_time, later) for later in (year_after, week_later, years_after))
    assert meet_both_ways(year_after, week_later)
    assert not meet_both_ways(year_after, years_after)


def test_tellings_of_one_year_meet_only_within_weeks_of_publication() -> None:
    def told(published: str) -> Traits:
        one = claim(document=published, place="Idlib", day=on("2015-01-01", "2015-12-31"))
        return traits_of(telling(one, published=published))

    first, next_week, next_year = told("2016-05-02"), told("2016-05-09"), told("2017-05-02")
    assert sought_keys(first) & block_keys(next_week)
    assert not sought_keys(first) & block_keys(next_year)


def test_claims_that_are_placed_already_are_met_by_their_keys() -> None:
    strike = claim(document="a", place="Idlib", day="2016-05-29")
    placed = {key: ["claim-placed"] for key in keys(strike)[strike.id]} | {7: ["claim-elsewhere"]}
    assert candidate_pairs(keys(strike), sought(strike), placed) == {ordered("claim-placed", strike.id)}


def test_keys_are_whole_numbers_that_a_ledger_can_index() -> None:
    (own,) = keys(claim(document="a", place="Idlib")).values()
    assert own
    assert all(-(2**63) <= key < 2**63 for key in own)
