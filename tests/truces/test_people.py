from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import assessed, moment, term, truce
from trucewatch.incidents.rulings import sides_of, withdrawal
from trucewatch.model import PEOPLES_LABELS, Assessment, Decision
from trucewatch.truces.people import (
    DETERMINED_BY,
    RETRACTED,
    VERIFIED,
    PeoplesFinding,
    claims_behind,
    claims_judged,
    judge,
    judgement_of,
    peoples_findings,
)

STRIKE = claim(actor=("ru.forces",), target=("civilians",), place="Idlib", day="2016-05-29", speakers=("sohr",))
(MADE,) = assessed(STRIKE)
DIGESTS = {STRIKE.id: STRIKE.digest}


def ruled(label: str = VERIFIED, finder: str = "the desk in Amman", previous: str = "") -> Decision:
    return judge(
        MADE, label, finder, DIGESTS, reason="two films", by="mk", at=moment("2016-06-01"), previous_hash=previous
    )


def found(
    *decisions: Decision, now: Assessment | None = MADE, digests: Mapping[str, str] = DIGESTS
) -> tuple[PeoplesFinding, ...]:
    homes = {STRIKE.id: now.incident_id} if now else {}
    return peoples_findings(decisions, homes, {now.incident_id: [now]} if now else {}, digests)


@pytest.mark.parametrize("label", PEOPLES_LABELS)
def test_a_ruling_says_who_found_what_of_which_claims_under_which_term(label: str) -> None:
    told = judgement_of(ruled(label, "ISSG: Task  Force | Geneva"))
    assert told is not None
    assert (told.label, told.finder) == (label, "ISSG: Task Force | Geneva")
    assert (told.truce_id, told.truce_version, told.term_id) == ("small", 1, "attacks")
    assert told.claim_ids == (STRIKE.id,)
    assert claims_judged([ruled(label)]) == {STRIKE.id}


def test_it_is_no_ruling_on_claims_and_those_are_none_of_this_kind() -> None:
    assert sides_of(ruled()) == ()
    assert judgement_of(replace(ruled(), ruling="one event: a b")) is None


def test_it_stands_while_answers_terms_and_readings_do() -> None:
    (one,) = found(ruled())
    assert (one.assessment, one.stands) == (MADE, True)


def test_it_waits_for_a_person_again_when_what_it_judged_changes() -> None:
    changed_terms = assessed(STRIKE, under=truce(term("attacks", against=("civilians",))))[0]
    assert [f.answer for f in changed_terms.findings] == [f.answer for f in MADE.findings]
    for now, digests in (
        (MADE, {STRIKE.id: "read otherwise"}),
        (MADE, {}),
        (changed_terms, DIGESTS),
        (replace(MADE, label="undetermined(in_area)"), DIGESTS),
        (None, DIGESTS),
    ):
        (one,) = found(ruled(), now=now, digests=digests)
        assert not one.stands


def test_what_is_read_besides_does_not_touch_it() -> None:
    other = claim(document="b", actor=("ru.forces",), target=("civilians",), place="Idlib", day="2016-05-29")
    (now,) = assessed(STRIKE, other)
    assert set(claims_behind(now)) == {STRIKE.id, other.id}
    (one,) = found(ruled(), now=now)
    assert one.stands


def test_a_withdrawal_leaves_both_on_record_and_neither_in_force() -> None:
    first = ruled(RETRACTED)
    back = withdrawal(first, reason="a mistake", by="mk", at=moment("2016-06-02"), previous_hash="x")
    assert found(first, back) == ()
    assert [one.judgement.label for one in found(first, back, ruled(DETERMINED_BY))] == [DETERMINED_BY]


def test_claims_that_were_parted_since_have_nothing_to_be_judged_by() -> None:
    decision = replace(ruled(), ruling=ruled().ruling + " claim-other")
    homes = {STRIKE.id: MADE.incident_id, "claim-other": "incident-2"}
    (one,) = peoples_findings([decision], homes, {MADE.incident_id: [MADE]}, DIGESTS)
    assert (one.assessment, one.stands) == (None, False)
