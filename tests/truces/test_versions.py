from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.incidents.builders import claim, on, world
from tests.truces.builders import incident_of, period, truce
from trucewatch.model import Day
from trucewatch.truces import Assessor, by_truce, in_force

MAIN = (period("main", datetime(2016, 2, 27), None),)
FIRST = Assessor(truce(periods=MAIN, effective_until=date(2016, 5, 17)), world())
SECOND = Assessor(truce(periods=MAIN, version=2, effective_from=date(2016, 5, 17)), world())
ALONE = Assessor(truce(id="alone"), world())


@pytest.mark.parametrize(
    ("day", "versions"),
    [
        (on("2016-05-16"), [1]),
        (on("2016-05-17"), [2]),
        (on("2016-05-16", "2016-05-18"), [1, 2]),
        (on("2015-01-01"), [1]),
        (None, [2]),
    ],
)
def test_the_version_of_the_day_told(day: Day | None, versions: list[int]) -> None:
    incident = incident_of(claim(day=day))
    assert [one.truce.version for one in in_force(by_truce((FIRST, SECOND)), incident)] == versions


def test_a_truce_with_one_version_is_always_asked() -> None:
    chosen = in_force(by_truce((ALONE, FIRST, SECOND)), incident_of(claim(day="2019-01-01")))
    assert [(one.truce.id, one.truce.version) for one in chosen] == [("alone", 1), ("small", 2)]


def test_each_version_answers_only_for_its_own_days() -> None:
    one = claim(actor=("ru.forces",), target=("civilians",), place="Idlib", day="2016-05-20")
    labels = [a.assess(incident_of(one), {one.id: one})[0].label for a in (FIRST, SECOND)]
    assert labels == ["outside_scope(in_period)", "reported_breach"]
