from __future__ import annotations

import pytest

from tests.incidents.builders import world
from tests.truces.builders import truce
from trucewatch.truces.standing import (
    Kind,
    Standings,
    denies_for_own_side,
    speaks_of_the_other_side,
)


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        ("sy.gov", Kind.BOUND),
        ("sy.gov.forces", Kind.BOUND),
        ("sy.rebels.ahrar-al-sham", Kind.UNDETERMINED),
        ("sy.rebels.zenki", Kind.EXCLUDED),
        ("coalition", Kind.NOT_BOUND),
        ("icrc", Kind.NOT_NAMED),
        ("other:Clan", Kind.NOT_NAMED),
    ],
)
def test_the_nearest_listing_counts(party: str, kind: Kind) -> None:
    assert Standings(truce(), world()).of(party).kind is kind


def test_excluded_among() -> None:
    assert Standings(truce(), world()).excluded_among(("sy.gov", "is", "sy.rebels.zenki")) == ("is", "sy.rebels.zenki")


@pytest.mark.parametrize(
    ("source", "actors", "other"),
    [
        ("sy.opposition", ("sy.gov.forces",), True),
        ("sy.gov", ("ru.forces",), False),
        ("sohr", ("sy.gov.forces",), False),
        ("outlet:etilaf", ("sy.gov.forces",), True),
        ("outlet:nobody knows", ("sy.gov.forces",), False),
        ("other:Clan", ("sy.gov.forces",), False),
    ],
)
def test_who_speaks_of_the_other_side(source: str, actors: tuple[str, ...], other: bool) -> None:
    assert speaks_of_the_other_side(source, actors, world()) is other


def test_denials_for_the_own_side() -> None:
    assert denies_for_own_side("ru.gov", ("ru.forces",), world())
    assert denies_for_own_side("gb.gov", ("gb.forces",), world())
    assert not denies_for_own_side("us.gov", ("ru.forces",), world())
    assert not denies_for_own_side("un", ("unknown",), world())
