from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.incidents.builders import claim, on
from tests.truces.builders import case, moment, period, term, truce
from trucewatch.model import Alternative, Answer, Day, Policy
from trucewatch.truces.in_period import in_period

GAPLESS = truce(
    term(periods=("first", "second")),
    periods=(
        period("second", datetime(2016, 4, 2, 19), None),
        period("first", datetime(2016, 2, 2, 19), datetime(2016, 4, 2, 19)),
    ),
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (on("2016-02-26"), Answer.NO),
        (on("2016-02-27"), Answer.YES),
        (on("2016-06-29"), Answer.YES),
        (on("2016-06-30"), Answer.UNKNOWN),
        (on("2016-07-01"), Answer.NO),
        (on("2016-02-01", "2016-02-29"), Answer.UNKNOWN),
        (on("2016-03-01", "2016-03-31"), Answer.YES),
        (on("2016-01-01", "2016-12-31"), Answer.UNKNOWN),
        (None, Answer.UNKNOWN),
    ],
)
def test_by_the_day_told(day: Day | None, expected: Answer) -> None:
    assert in_period(case(claim(day=day))).answer is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2016-02-02", Answer.UNKNOWN), ("2016-04-02", Answer.YES), ("2019-01-01", Answer.YES), ("2016-02-01", Answer.NO)],
)
def test_a_renewal_without_a_gap_goes_on(day: str, expected: Answer) -> None:
    assert in_period(case(claim(day=day), under=GAPLESS)).answer is expected


def test_a_period_that_the_term_does_not_name_does_not_count() -> None:
    first_only = truce(term(periods=("first",)), periods=GAPLESS.periods)
    assert in_period(case(claim(day="2016-05-01"), under=first_only)).answer is Answer.NO


def test_an_exact_day_goes_before_a_coarse_one_and_two_exact_ones_can_differ() -> None:
    coarse, inside, outside = (
        claim(document="a", day=on("2016-02-01", "2016-02-29")),
        claim(document="b", day="2016-02-28"),
        claim(document="c", day="2016-02-20"),
    )
    settled = in_period(case(coarse, inside))
    assert settled.answer is Answer.YES
    assert [ground.claim_id for ground in settled.grounds] == [inside.id]
    disputed = in_period(case(inside, outside))
    assert disputed.answer is Answer.DISPUTED
    assert "2016-02-28, 2016-02-20" in disputed.reason


CALM = replace(
    period("main", datetime(2016, 4, 30, 1), datetime(2016, 5, 3, 1)),
    alternatives=(
        Alternative("the agency", start=moment("2016-04-30")),
        Alternative("the same agency", start=moment("2016-05-01")),
    ),
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2016-04-29", Answer.NO), ("2016-04-30", Answer.DISPUTED), ("2016-05-01", Answer.YES)],
)
def test_a_start_that_sources_give_differently(day: str, expected: Answer) -> None:
    found = in_period(case(claim(day=day), under=truce(periods=(CALM,))))
    assert found.answer is expected
    assert ("the same agency (2016-05-01 00:00" in found.reason) is (expected is Answer.DISPUTED)


def test_a_time_told_more_coarsely_than_the_policy_allows() -> None:
    strict = truce(policy=Policy(coarsest_day="day"))
    assert in_period(case(claim(day=on("2016-03-01", "2016-03-04")), under=strict)).answer is Answer.UNKNOWN
    assert in_period(case(claim(day=on("2016-01-01", "2016-01-31")), under=strict)).answer is Answer.NO


def test_bounds_that_could_not_be_confirmed_are_told() -> None:
    unsure = truce(periods=(replace(CALM, confirmed=False, alternatives=()),))
    assert in_period(case(claim(day="2016-05-01"), under=unsure)).reason.endswith(
        "could not confirm the bounds of: main."
    )


UNTIL_MAY = truce(effective_until=date(2016, 5, 9))


@pytest.mark.parametrize(
    ("day", "expected", "reason"),
    [
        (
            on("2016-02-01", "2016-02-29"),
            Answer.UNKNOWN,
            "is too coarse: it lies partly in and partly outside the period.",
        ),
        (
            on("2016-04-08", "2016-06-08"),
            Answer.UNKNOWN,
            "is too coarse: it lies partly outside the days of version 1 of the terms (acts from 2016-02-27 until "
            "before 2016-05-09), by which it is judged here.",
        ),
        (
            on("2016-05-10"),
            Answer.NO,
            "lies outside every period of this term, as far as version 1 of the terms (acts from 2016-02-27 until "
            "before 2016-05-09) reaches.",
        ),
        (on("2016-02-20"), Answer.NO, "lies outside every period of this term."),
    ],
)
def test_the_reason_says_whose_bounds_the_time_told_crosses(day: Day, expected: Answer, reason: str) -> None:
    found = in_period(case(claim(day=day), under=UNTIL_MAY))
    assert found.answer is expected
    assert found.reason.partition(") ")[2] == reason


def test_a_time_within_the_period_is_not_said_to_cross_it() -> None:
    strict = truce(policy=Policy(coarsest_day="day"))
    assert in_period(case(claim(day=on("2016-03-01", "2016-03-04")), under=strict)).reason == (
        "The time told (2016-03-01 to 2016-03-04) is too coarse: it lies in the period, but the file takes none "
        "coarser than a day."
    )
