from __future__ import annotations

from tests.incidents.builders import claim, on, telling, world
from trucewatch.incidents import Telling
from trucewatch.incidents.series import holding, talks
from trucewatch.model import Claim, Stance


def told(one: Claim, outlet: str, published: str) -> Telling:
    return telling(one, outlet=outlet, published=published)


ARMY, IS = ("sy.gov.forces",), ("is",)


def test_a_town_taken_left_and_retaken_is_a_series_with_its_sources() -> None:
    tellings = [
        told(claim("territory.take", document="c", actor=ARMY, place="Idlib", day="2016-05-20"), "c", "2016-05-20"),
        told(claim("territory.take", document="a", actor=IS, place="Idlib", day="2016-05-01"), "a", "2016-05-02"),
        told(claim("territory.leave", document="b", actor=IS, place="Idlib"), "b", "2016-05-19"),
        told(claim("territory.take", document="d", actor=IS, place="Idlib", stance=Stance.PLANNED), "d", "2016-05-21"),
    ]
    series = holding(tellings, world())
    assert [(point.parties, point.holds, point.source) for point in series] == [
        (IS, True, "outlet:a"),
        (IS, False, "outlet:b"),
        (ARMY, True, "outlet:c"),
    ]
    assert [point.told is not None for point in series] == [True, False, True]
    assert all(not point.against for point in series)


def test_two_sources_that_name_two_holders_within_days_contradict_each_other() -> None:
    army = told(claim("territory.take", document="a", actor=ARMY, place="Idlib", day="2016-05-20"), "a", "2016-05-20")
    other = told(
        claim("territory.take", document="b", actor=ARMY, place="Idlib", day="2016-05-20", stance=Stance.DENIED),
        "b",
        "2016-05-21",
    )
    later = told(claim("territory.take", document="c", actor=IS, place="Idlib", day="2016-05-29"), "c", "2016-05-29")
    first, denied, last = holding([later, other, army], world())
    assert {first.claim_id, denied.claim_id} == {army.claim.id, other.claim.id}
    assert (first.against, denied.against, last.against) == ((denied.claim_id,), (first.claim_id,), ())


def test_an_agreement_told_and_denied_stand_side_by_side() -> None:
    made = told(
        claim("agree", document="a", actor=("ru.gov",), target=("us.gov",), day="2016-05-20"), "a", "2016-05-20"
    )
    none = told(
        claim("agree", document="b", actor=("us.gov",), target=("ru.gov",), day="2016-05-21", stance=Stance.DENIED),
        "b",
        "2016-05-21",
    )
    plan = told(claim("meet", document="c", actor=("ru.gov",), stance=Stance.PLANNED), "c", "2016-05-22")
    one, other, third = talks([plan, none, made], world())
    assert (one.holds, other.holds, third.stance) == (True, False, Stance.PLANNED)
    assert (one.against, other.against, third.against) == ((none.claim.id,), (made.claim.id,), ())


def test_a_month_and_fighters_of_no_named_side_contradict_nobody() -> None:
    army = told(claim("territory.take", document="a", actor=ARMY, place="Idlib", day="2016-05-01"), "a", "2016-05-02")
    month = on("2016-05-01", "2016-05-31")
    in_may = told(claim("territory.take", document="b", actor=IS, place="Idlib", day=month), "b", "2016-06-02")
    nameless = claim("territory.take", document="c", actor=("fighters",), place="Idlib", day="2016-05-01")
    series = holding([army, in_may, told(nameless, "c", "2016-05-02")], world())
    assert len(series) == 3
    assert not any(point.against for point in series)
