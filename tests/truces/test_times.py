from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.incidents.builders import on
from tests.truces.builders import moment, period, truce
from trucewatch.model import Alternative, Answer, Policy
from trucewatch.truces.times import Clock, lies_in, touches

MAIN = (moment("2016-03-01", 12), moment("2016-03-05", 12))


@pytest.mark.parametrize(
    ("first", "after", "answer"),
    [
        (moment("2016-03-02"), moment("2016-03-03"), Answer.YES),
        (moment("2016-03-01"), moment("2016-03-02"), Answer.UNKNOWN),
        (moment("2016-03-05", 12), moment("2016-03-06"), Answer.NO),
        (moment("2016-02-29"), moment("2016-03-07"), Answer.UNKNOWN),
    ],
)
def test_a_time_told_against_a_stretch(first: datetime, after: datetime, answer: Answer) -> None:
    assert lies_in(first, after, [MAIN]) is answer


def test_a_stretch_may_be_open_on_either_side() -> None:
    first, after = moment("2016-03-01"), moment("2016-03-02")
    assert touches(None, None, first, after)
    assert not touches(after, None, first, after)
    assert not touches(None, first, first, after)


def test_days_are_those_of_the_place_where_the_text_s_time_zone_is_another() -> None:
    elsewhere = Clock(truce(timezone="Europe/Moscow", days_in="Asia/Baku"))
    start, end = elsewhere.range_of(on("2020-11-10"))
    assert start == datetime(2020, 11, 9, 23, tzinfo=ZoneInfo("Europe/Moscow"))
    assert (end - start).total_seconds() == 24 * 3600


def test_each_source_of_the_bounds_gives_a_reading() -> None:
    disputed = replace(
        period("calm", datetime(2016, 4, 30, 1), datetime(2016, 5, 1, 1)),
        alternatives=(Alternative("the agency", start=moment("2016-05-01")),),
    )
    clock = Clock(truce(periods=(disputed,)))
    assert [(source, spans[0][0]) for source, spans in clock.readings(("calm",))] == [
        ("", moment("2016-04-30", 1)),
        ("the agency", moment("2016-05-01")),
    ]
    assert clock.ever((disputed,)) == (moment("2016-04-30", 1), moment("2016-05-01", 1))


def test_a_later_version_holds_from_its_day_and_an_earlier_one_until_then() -> None:
    main = (period("main", datetime(2016, 2, 27), None),)
    first = Clock(truce(periods=main, effective_until=date(2016, 5, 17)))
    second = Clock(truce(periods=main, version=2, effective_from=date(2016, 5, 17)))
    changed = moment("2016-05-17")
    assert first.readings(("main",))[0][1] == [(moment("2016-02-27"), changed)]
    assert second.readings(("main",))[0][1] == [(changed, None)]
    assert first.ever(main) == (moment("2016-02-27"), changed)


def test_hours_of_grace_do_not_count_and_come_once_where_periods_follow_each_other() -> None:
    periods = (period("a", datetime(2016, 3, 1), datetime(2016, 3, 3)), period("b", datetime(2016, 3, 3), None))
    clock = Clock(truce(periods=periods, policy=Policy(onset_grace_hours=6)))
    assert clock.readings(("a", "b"))[0][1] == [(moment("2016-03-01", 6), None)]


def test_no_period_is_never() -> None:
    assert Clock(truce()).ever(()) is None
