"""An assessment that is taken over is the one that would be made; and as much as can be is taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.incidents.builders import claim, world
from tests.truces.builders import incident_of, moment, period, term, truce
from trucewatch.model import (
    Alternative,
    Area,
    Assessment,
    Claim,
    NotCovered,
    Policy,
    Stance,
    StatusChange,
    Term,
    Truce,
    TruceException,
)
from trucewatch.truces import Assessor
from trucewatch.truces.case import ToldIncident, told_claims

GOVERNMENT, GROUPS = truce().parties
DEFENCE = TruceException("defence", "self_defence", "proportionate force", who_may_claim=("groups",))
OLD = truce(
    term("attacks", exceptions=("defence",)),
    term("ground", acts=("territory.take",)),
    term("aid", mode="must", acts=("aid.deliver",), unmet_by=("aid.obstruct",), against=(), area="province"),
    periods=(period("main", datetime(2016, 2, 27), datetime(2016, 6, 30, 18)),),
    areas=(
        Area("syria", "country", ("sy",), less=("held",)),
        Area("held", "undelineated", ()),
        Area("province", "admin1", ("sy.aleppo",)),
        Area("line", "line", (), through=("sy.aleppo.azaz",), within_km=20.0),
    ),
    exceptions=(DEFENCE,),
)


def changed_first(old: Truce, **changes: object) -> Truce:
    return replace(old, terms=(replace(old.terms[0], **changes), *old.terms[1:]))  # type: ignore[arg-type]


def with_sides(old: Truce, **changes: object) -> Truce:
    return replace(old, parties=(replace(GOVERNMENT, **changes), GROUPS))  # type: ignore[arg-type]


def with_period(old: Truce, **changes: object) -> Truce:
    return replace(old, periods=(replace(old.periods[0], **changes),))  # type: ignore[arg-type]


def with_area(old: Truce, at: int, **changes: object) -> Truce:
    areas = list(old.areas)
    areas[at] = replace(areas[at], **changes)  # type: ignore[arg-type]
    return replace(old, areas=tuple(areas))


CHANGES: dict[str, Truce] = {
    "words": changed_first(OLD, words="Other words.", note="a note", confirmed=False),
    "acts": changed_first(OLD, acts=("attack.air", "kill")),
    "against": changed_first(OLD, against=("groups",)),
    "mode": changed_first(OLD, mode="may"),
    "prevent": changed_first(OLD, mode="must_prevent", of=("sy.rebels",)),
    "weapons": changed_first(OLD, weapons=("howitzer",)),
    "its area": changed_first(OLD, area="line"),
    "clause": changed_first(OLD, clause="text.9"),
    "no exception": changed_first(OLD, exceptions=()),
    "term gone": replace(OLD, terms=OLD.terms[1:]),
    "term new": replace(OLD, terms=(*OLD.terms, term("kills", acts=("kill",)))),
    "duty": replace(OLD, terms=(*OLD.terms[:2], replace(OLD.terms[2], unmet_by=()))),
    "condition": with_sides(OLD, conditions="operations go on", reserves=("sy.rebels",)),
    "status": with_sides(OLD, status="undetermined"),
    "unsure": with_sides(OLD, confirmed=False),
    "members": with_sides(OLD, members=("sy.gov",)),
    "change": with_sides(OLD, changes=(StatusChange(moment("2016-05-20"), "suspended", "it said so"),)),
    "own end": with_sides(OLD, until=moment("2016-05-20"), afterwards="withdrawn"),
    "responsible": with_sides(OLD, responsible_for=("ir.forces",)),
    "excluded": replace(OLD, excluded=OLD.excluded[:1]),
    "not bound": replace(OLD, not_bound=()),
    "lost": replace(OLD, lost_protection=(NotCovered("sy.rebels", "put out", start=moment("2016-05-20")),)),
    "end": with_period(OLD, end=moment("2016-05-28")),
    "texts differ": with_period(OLD, alternatives=(Alternative("a paper", end=moment("2016-05-28")),)),
    "unconfirmed": with_period(OLD, confirmed=False),
    "zone": replace(OLD, timezone="Asia/Tokyo"),
    "days in": replace(OLD, days_in="America/New_York"),
    "version": replace(OLD, version=2, effective_from=datetime(2016, 5, 29).date()),
    "until": replace(OLD, effective_until=datetime(2016, 5, 29).date()),
    "country": with_area(OLD, 0, members=("lb",)),
    "area note": with_area(OLD, 0, note="a note", confirmed=False),
    "left out": with_area(OLD, 0, less=("province",)),
    "other text": with_area(OLD, 2, alternatives=("line",)),
    "drawn": with_area(OLD, 1, kind="admin1", members=("sy.idlib",)),
    "who may": replace(OLD, exceptions=(replace(DEFENCE, who_may_claim=("government",)),)),
    "condition of exception": replace(OLD, exceptions=(replace(DEFENCE, condition="other words"),)),
    "coarsest day": replace(OLD, policy=Policy(coarsest_day="day")),
    "coarsest place": replace(OLD, policy=Policy(coarsest_place="settlement")),
    "nearby": replace(OLD, policy=Policy(excluded_nearby="unknown")),
    "grace": replace(OLD, policy=Policy(onset_grace_hours=48.0)),
    "nothing that counts": replace(OLD, title="Another title", notes=("a note",), instruments=()),
}

ACTS = ("attack.air", "attack.clash", "territory.take", "aid.deliver", "aid.obstruct", "kill", "truce.breach", "meet")
PARTIES = ("sy.gov", "ru.forces", "sy.rebels", "sy.rebels.zenki", "is", "coalition", "civilians", "unknown")
SENTENCE = "The army said that it had acted in self-defence against a howitzer."

CLAIMS = st.builds(
    claim,
    st.sampled_from(ACTS),
    document=st.sampled_from(("a", "b", "c")),
    actor=st.sampled_from(PARTIES).map(lambda party: (party,)),
    target=st.sampled_from(PARTIES).map(lambda party: (party,)),
    place=st.sampled_from((None, "Idlib", "Aleppo", "Azaz", "Beirut", "Nowhere")),
    day=st.sampled_from((None, "2016-02-27", "2016-05-20", "2016-05-28", "2016-05-29", "2016-06-30", "2014-01-01")),
    speakers=st.sampled_from(((), ("sohr",), ("sy.gov",), ("ru.forces",))),
    stance=st.sampled_from(tuple(Stance)),
)


def told(*claims: Claim) -> ToldIncident:
    by_id = {one.id: one for one in claims}
    return told_claims(incident_of(*by_id.values()), by_id, dict.fromkeys(by_id, SENTENCE))


OLD_ASSESSOR = Assessor(OLD, world())
NEW_ASSESSORS = {name: Assessor(new, world()) for name, new in CHANGES.items()}


@given(st.lists(CLAIMS, min_size=1, max_size=3, unique_by=lambda one: one.id))
def test_whatever_changes_what_is_taken_over_is_what_would_be_made(claims: list[Claim]) -> None:
    incident = told(*claims)
    before = OLD_ASSESSOR.assess_told(incident)
    for name, new in NEW_ASSESSORS.items():
        assert new.assess_told(incident, before) == new.assess_told(incident), name


STRIKE = {"actor": ("ru.forces",), "target": ("sy.rebels",), "place": "Idlib", "day": "2016-05-29"}
INCIDENTS: dict[str, ToldIncident] = {
    "strike": told(claim(**STRIKE)),
    "nobody": told(claim(document="b", target=("civilians",), place="Idlib", day="2016-05-29")),
    "no place": told(claim(document="c", actor=("sy.rebels",), target=("sy.gov",), day="2016-05-29")),
    "no day": told(claim(document="d", actor=("sy.rebels",), target=("sy.gov",), place="Idlib")),
    "ground": told(claim("territory.take", document="e", **STRIKE)),
    "aid": told(claim("aid.obstruct", document="f", actor=("sy.gov",), place="Aleppo", day="2016-05-29")),
    "talks": told(claim("meet", document="g", day="2016-05-29")),
}


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        ("words", ()),
        ("area note", ()),
        ("nothing that counts", ()),
        ("against", ("strike", "nobody", "no place", "no day")),
        ("no exception", ("strike", "nobody", "no place", "no day")),
        ("who may", ("strike", "nobody", "no place", "no day")),
        ("condition", ("strike", "no place", "no day", "ground", "aid")),
        ("not bound", ()),
        ("lost", ("strike", "no place", "no day", "ground")),
        ("unconfirmed", ("strike", "nobody", "no place", "ground", "aid")),
        ("country", ("strike", "nobody", "no day", "ground")),
        ("other text", ("aid",)),
        ("duty", ("aid",)),
        ("term new", ()),
    ],
)
def test_only_what_a_change_can_touch_is_made_anew(change: str, touched: tuple[str, ...]) -> None:
    new = NEW_ASSESSORS[change]
    again = {name for name, one in INCIDENTS.items() if _made_anew(OLD_ASSESSOR.assess_told(one), new, one)}
    assert again == set(touched)


def _made_anew(before: Iterable[Assessment], new: Assessor, incident: ToldIncident) -> bool:
    marked = [replace(one, label="taken over") for one in before]
    return any(one.label != "taken over" for one in new.assess_told(incident, marked))


def test_terms_of_one_rest_differ_by_what_they_name() -> None:
    terms: tuple[Term, ...] = OLD.terms
    incident = INCIDENTS["strike"]
    assert len({one.rests_on for term in terms for one in OLD_ASSESSOR.assess_told(incident)}) == 1
    assert {one.rests_on for one in OLD_ASSESSOR.assess_told(incident)} != {
        one.rests_on for one in OLD_ASSESSOR.assess_told(INCIDENTS["ground"])
    }
