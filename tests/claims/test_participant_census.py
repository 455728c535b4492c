"""How often a report names each party."""

from __future__ import annotations

from tests.claims.builders import reading_of
from trucewatch.claims.participant_census import census_of

STORY = (
    "Russia met the rebels in Geneva. The rebels shelled Aleppo. Rebels entered the town. Russia said residents fled. "
    "Residents and other residents died."
)


def test_a_state_is_counted_as_its_forces_where_the_act_is_violent() -> None:
    reading = reading_of(STORY)
    assert census_of(reading, True).counts[("ru.forces",)] == 2
    assert census_of(reading, False).counts[("ru.gov",)] == 2
    assert census_of(reading, True).in_title == {("ru.forces",), ("sy.rebels",)}


def test_the_party_named_most_is_first_and_civilians_are_not_ranked() -> None:
    census = census_of(reading_of(STORY), True)
    assert census.counts[("civilians",)] >= census.counts[("sy.rebels",)] == 3
    assert (census.rank(("sy.rebels",)), census.rank(("ru.forces",)), census.rank(("tr.gov",))) == (0, 1, 2)
