from __future__ import annotations

import time
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.incidents.builders import claim, exactly, on, telling, world
from trucewatch.incidents import Telling, group_claims
from trucewatch.model import Day, Incident, Stance

RUSSIA, CIVILIANS = ("ru.forces",), ("civilians",)
STRIKE = telling(
    claim(document="a", actor=RUSSIA, target=CIVILIANS, place="Idlib", day="2016-05-29", killed=exactly(8)),
    published="2016-05-29",
)
SAME_STRIKE_ELSEWHERE = telling(
    claim(document="b", target=("civilians",), place="Idlib", day="2016-05-29", speakers=("sohr",)),
    published="2016-05-30",
)


def claim_groups(tellings: list[Telling]) -> set[frozenset[str]]:
    return {frozenset(incident.claim_ids) for incident in group_claims(tellings, world())}


def together(first: Telling, second: Telling) -> bool:
    return len(claim_groups([first, second])) == 1


def test_two_reports_of_one_strike_are_one_incident_with_the_reasons() -> None:
    (incident,) = group_claims([SAME_STRIKE_ELSEWHERE, STRIKE], world())
    (link,) = incident.links
    assert (link.first, link.second) == (STRIKE.claim.id, SAME_STRIKE_ELSEWHERE.claim.id)
    assert round(sum(part.value * part.weight for part in link.parts), 4) == round(link.score, 4)
    assert "both tell of Idlib" in {part.reason for part in link.parts}
    assert incident.outlets == ("a", "b")


def test_nothing_gives_nothing() -> None:
    assert group_claims([], world()) == ()


def test_other_days_other_towns_and_other_acts_stay_apart() -> None:
    for other in (
        claim(document="b", target=("civilians",), place="Idlib", day="2016-05-26"),
        claim(document="b", target=("civilians",), place="Azaz", day="2016-05-29"),
        claim("detain", document="b", target=("civilians",), place="Idlib", day="2016-05-29"),
    ):
        assert not together(STRIKE, telling(other))


def test_two_strikes_on_one_town_and_day_stay_apart_when_target_and_toll_tell_them_apart() -> None:
    other = claim(
        document="b", actor=("ru.forces",), target=("sy.nusra",), place="Idlib", day="2016-05-29", killed=exactly(30)
    )
    assert not together(STRIKE, telling(other))


def test_a_district_of_the_city_is_the_city_and_a_town_far_off_is_not() -> None:
    city = telling(claim("attack.shelling", document="a", target=("civilians",), place="Aleppo", day="2016-05-29"))
    for place, joined in (("al-Hamadaniya", True), ("Azaz", False)):
        other = claim("attack.shelling", document="b", target=("civilians",), place=place, day="2016-05-29")
        assert together(city, telling(other)) is joined


def test_a_plan_is_not_the_act() -> None:
    plan = claim(document="b", target=("civilians",), place="Idlib", day="2016-05-29", stance=Stance.PLANNED)
    assert not together(STRIKE, telling(plan))


def test_a_denial_joins_what_it_denies() -> None:
    denial = claim(
        document="b", actor=RUSSIA, target=CIVILIANS, place="Idlib", speakers=("ru.gov",), stance=Stance.DENIED
    )
    (incident,) = group_claims([STRIKE, telling(denial, published="2016-05-30")], world())
    assert "occurrence" in incident.disputed


def test_a_bare_back_reference_joins_within_its_report_only() -> None:
    bare = claim(document="a", start=200)
    assert together(STRIKE, telling(bare))
    assert not together(STRIKE, telling(claim(document="b", start=200)))


def test_a_report_without_a_day_is_placed_by_publication_but_never_given_that_day() -> None:
    undated = claim(document="b", actor=("ru.forces",), target=("civilians",), place="Idlib")
    (incident,) = group_claims([telling(undated), telling(claim(document="b", place="Idlib", start=90))], world())
    assert incident.day is None
    assert together(STRIKE, telling(undated, published="2016-05-30"))
    assert not together(STRIKE, telling(undated, published="2016-07-30"))


def test_speech_acts_need_the_same_parties() -> None:
    def met(document: str, actor: str, target: str) -> Telling:
        one = claim("meet", document=document, actor=(actor,), target=(target,), place="Syria", day="2016-05-29")
        return telling(one)

    assert together(met("a", "un.envoy", "sy.opposition"), met("b", "un.envoy", "sy.opposition"))
    assert not together(met("a", "un.envoy", "sy.opposition"), met("b", "un.envoy", "sy.gov"))


def test_groups_never_chain_across_days() -> None:
    days = ["2016-05-27", "2016-05-28", "2016-05-29", "2016-05-30"]
    tellings = [
        telling(claim(document=f"r{at}", target=("civilians",), place="Idlib", day=day)) for at, day in enumerate(days)
    ]
    for incident in group_claims(tellings, world()):
        told = [t.claim.day.value for t in tellings if t.claim.id in incident.claim_ids]
        starts = [day.start for day in told if day]
        assert (max(starts) - min(starts)).days <= 1


def test_the_id_stays_when_a_later_report_joins() -> None:
    (before,) = group_claims([STRIKE], world())
    (after,) = group_claims([SAME_STRIKE_ELSEWHERE, STRIKE], world())
    assert after.id == before.id


PLACES = st.sampled_from([None, "Idlib", "Binnish", "Aleppo", "al-Hamadaniya", "Aleppo province", "Nowhere"])
DAYS = st.sampled_from([None, on("2016-05-28"), on("2016-05-29"), on("2016-05-31"), on("2016-05-01", "2016-05-31")])


@st.composite
def reports(draw: st.DrawFn) -> list[Telling]:
    tellings = {}
    for at in range(draw(st.integers(1, 14))):
        one = claim(
            draw(st.sampled_from(["attack.air", "attack.shelling", "kill", "meet", "territory.take"])),
            document=f"r{draw(st.integers(0, 5))}",
            actor=draw(st.sampled_from([("unknown",), ("ru.forces",), ("sy.gov.forces",)])),
            target=draw(st.sampled_from([(), ("civilians",), ("sy.rebels",)])),
            place=draw(PLACES),
            day=draw(DAYS),
            killed=draw(st.sampled_from([None, exactly(3), exactly(20)])),
            start=100 * at,
        )
        tellings[one.id] = telling(one, published=draw(st.sampled_from([None, "2016-05-29", "2016-05-31"])))
    return list(tellings.values())


@settings(max_examples=60, deadline=None)
@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(tellings: list[Telling], random: object) -> None:
    shuffled = list(tellings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group_claims(shuffled, world()) == group_claims(tellings, world())


@settings(max_examples=30, deadline=None)
@given(reports())
def test_every_claim_is_in_exactly_one_incident(tellings: list[Telling]) -> None:
    grouped = [claim_id for incident in group_claims(tellings, world()) for claim_id in incident.claim_ids]
    assert sorted(grouped) == sorted(t.claim.id for t in tellings)


def many(number: int) -> list[Telling]:
    places = ["Idlib", "Binnish", "Aleppo", "al-Hamadaniya", "Azaz"]
    acts = ["attack.air", "attack.shelling", "kill", "territory.take", "meet", "aid.deliver"]
    tellings = []
    for at in range(number):
        told = date(2016, 1, 1) + timedelta(days=at % 300)
        one = claim(
            acts[at % 6],
            document=f"d{at // 8}",
            target=CIVILIANS,
            place=places[at % 5],
            day=Day(told, told, "day") if at % 3 else None,
            start=100 * (at % 8),
        )
        published = (told + timedelta(days=1)).isoformat()
        tellings.append(telling(one, published=published, text=f"word{at % 50} struck town"))
    return tellings


def test_three_thousand_claims_take_seconds() -> None:
    tellings = many(3000)
    began = time.process_time()
    incidents: tuple[Incident, ...] = group_claims(tellings, world())
    assert sum(len(incident.claim_ids) for incident in incidents) == 3000
    assert time.process_time() - began < 10
