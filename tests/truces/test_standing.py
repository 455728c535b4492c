from __future__ import annotations

import pytest

from tests.incidents.builders import on, world
from tests.truces.builders import moment, truce
from trucewatch.model import BoundParty, Day, NotCovered, StatusChange
from trucewatch.truces.standing import (
    Kind,
    Standings,
    speaks_for_own_side,
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


WEEKS = BoundParty(
    "weeks", "a side for two weeks", ("sy.opposition",), "conditional", until=moment("2016-03-12"), afterwards="ended"
)
LEAVING = BoundParty(
    "leaving",
    "a side that left",
    ("sy.sdf",),
    "accepted",
    changes=(
        StatusChange(moment("2016-04-01"), "suspended", "it said so"),
        StatusChange(moment("2016-05-01"), "withdrawn", "it declared the truce over"),
    ),
    responsible_for=("ir.forces",),
)
OVER_TIME = truce(
    parties=(WEEKS, LEAVING), excluded=(NotCovered("sy.nusra", "named later", start=moment("2016-03-10")),)
)


@pytest.mark.parametrize(
    ("party", "day", "kind"),
    [
        ("sy.opposition", on("2016-03-11"), Kind.BOUND),
        ("sy.opposition", on("2016-03-12"), Kind.NOT_BOUND),
        ("sy.opposition", on("2016-03-10", "2016-03-14"), Kind.UNDETERMINED),
        ("sy.opposition", None, Kind.UNDETERMINED),
        ("sy.sdf.ypg", on("2016-03-31"), Kind.BOUND),
        ("sy.sdf.ypg", on("2016-04-20"), Kind.UNDETERMINED),
        ("sy.sdf.ypg", on("2016-05-01"), Kind.NOT_BOUND),
        ("ir.forces", on("2016-03-31"), Kind.BOUND),
        ("sy.nusra", on("2016-03-09"), Kind.NOT_NAMED),
        ("sy.nusra", on("2016-03-10"), Kind.EXCLUDED),
    ],
)
def test_a_standing_has_its_time(party: str, day: Day | None, kind: Kind) -> None:
    assert Standings(OVER_TIME, world()).of(party, day).kind is kind


def test_what_changed_a_standing_is_told() -> None:
    standings = Standings(OVER_TIME, world())
    assert standings.of("sy.sdf", on("2016-04-20")).why == "it said so"
    assert standings.of("sy.opposition", on("2016-03-20")).why == "its own acceptance ran until 2016-03-12"
    assert "leaves open which holds" in (standings.of("sy.opposition").why or "")
    assert standings.of("ir.forces", on("2016-03-31")).through


def test_protection_lost_holds_for_its_days_only() -> None:
    lost = NotCovered("sy.rebels", "put out by the sponsors", start=moment("2016-04-01"), end=moment("2016-04-30"))
    standings = Standings(truce(lost_protection=(lost,)), world())
    assert standings.lost("sy.rebels.zenki", on("2016-04-02")) == lost
    assert standings.lost("sy.rebels", on("2016-03-31")) is None
    assert standings.lost("sy.rebels", on("2016-04-29", "2016-05-02")) is None
    assert standings.lost("sy.rebels", None) is None
    assert standings.lost("sy.gov", on("2016-04-02")) is None


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
    assert speaks_for_own_side("ru.gov", ("ru.forces",), world())
    assert speaks_for_own_side("gb.gov", ("gb.forces",), world())
    assert not speaks_for_own_side("us.gov", ("ru.forces",), world())
    assert not speaks_for_own_side("un", ("unknown",), world())
