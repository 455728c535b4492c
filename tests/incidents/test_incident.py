from __future__ import annotations

import pytest

from tests.incidents.builders import claim, exactly, on, telling, world
from trucewatch.incidents.incident import build_incident
from trucewatch.incidents.traits import traits_of
from trucewatch.model import Claim, Count, Incident, Stance


def built(*claims: Claim) -> Incident:
    return build_incident([traits_of(telling(one)) for one in claims], world())


def test_the_range_of_tolls_runs_from_lowest_to_highest_and_plans_and_denials_stay_out() -> None:
    incident = built(
        claim(document="a", killed=exactly(8)),
        claim(document="b", killed=exactly(11)),
        claim(document="c", killed=exactly(0), stance=Stance.DENIED),
        claim(document="d", killed=exactly(90), stance=Stance.CONDITIONAL),
    )
    assert incident.killed == Count(8, 11)


def test_at_least_alone_stays_open_and_a_word_stands_where_no_number_is_told() -> None:
    assert built(claim(killed=Count(8, None))).killed == Count(8, None)
    assert built(claim(killed=Count(None, None, "dozens"))).killed == Count(None, None, "dozens")
    assert built(claim()).killed is None


@pytest.mark.parametrize(
    ("tolls", "told"),
    [
        ((Count(23, 23), Count(60, None)), Count(23, None)),
        ((Count(8, None), Count(11, 11)), Count(8, 11)),
        ((Count(None, 8), Count(11, 11)), Count(None, 11)),
        ((Count(8, 8), Count(11, 12)), Count(8, 12)),
        ((Count(8, None), Count(None, 12)), Count(8, 12)),
        ((Count(8, None), Count(None, 5)), Count(None, None)),
    ],
)
def test_a_toll_that_goes_beyond_a_bound_opens_it(tolls: tuple[Count, ...], told: Count) -> None:
    reports = [claim(document=name, killed=toll) for name, toll in zip("ab", tolls, strict=True)]
    assert built(*reports).killed == told
    assert built(*reversed(reports)).killed == told


def test_the_day_is_the_narrowest_that_most_claims_bear_out() -> None:
    month = on("2016-05-01", "2016-05-31")
    incident = built(
        claim(document="a", day=month),
        claim(document="b", day="2016-05-29"),
        claim(document="c", day="2016-05-29"),
        claim(document="d", day="2016-05-28"),
    )
    assert incident.day == on("2016-05-29")
    assert built(claim()).day is None


def test_most_told_first_and_unknown_only_where_nobody_is_named() -> None:
    incident = built(
        claim("kill", document="a", actor=("unknown",)),
        claim(document="b", actor=("ru.forces",), place="Nowhere"),
        claim(document="c", actor=("sy.gov.forces", "ru.forces"), place="Idlib"),
    )
    assert incident.acts == ("attack.air", "kill")
    assert incident.actors == ("ru.forces", "sy.gov.forces")
    assert (incident.places, incident.place_id, incident.country) == (("Nowhere", "Idlib"), "sy.idlib.city", "sy")
    assert built(claim()).actors == ("unknown",)
