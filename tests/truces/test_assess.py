from __future__ import annotations

import pytest

from tests.incidents.builders import claim, world
from tests.truces.builders import assessed, incident_of, term, truce
from trucewatch.model import CLAIM_FIELDS, Stance
from trucewatch.truces import assess, overall, said_to_be_broken
from trucewatch.truces.label import TESTS

LOADED = {"violated", "violation", "attacked", "regime", "terrorist"}
STRIKE = claim(actor=("ru.forces",), target=("civilians",), place="Idlib", day="2016-05-29", speakers=("sohr",))


def test_every_finding_rests_on_claim_fields_of_the_incident() -> None:
    (one,) = assessed(STRIKE)
    assert one.label == "reported_breach"
    assert tuple(finding.test for finding in one.findings) == TESTS
    for finding in one.findings:
        assert finding.reason.endswith(".")
        assert finding.grounds or finding.test == "exception_claimed"
        assert all(ground.claim_id == STRIKE.id and ground.field in CLAIM_FIELDS for ground in finding.grounds)


def test_one_assessment_for_each_term_that_lists_an_act_told_of() -> None:
    terms = (term("air"), term("ground", acts=("territory.take",)), term("flights", mode="may", acts=("attack.air",)))
    told = assessed(STRIKE, under=truce(*terms))
    assert [(one.term_id, one.label) for one in told] == [("air", "reported_breach"), ("flights", "permitted_act")]
    assert overall(told) == "reported_breach"


def test_ids_are_those_of_incident_truce_version_and_term() -> None:
    first, again = assessed(STRIKE), assessed(STRIKE)
    assert first == again
    terms = truce(term("air"), term("other"))
    assert len({one.id for one in assessed(STRIKE, under=terms)}) == 2


def test_what_a_source_calls_a_breach_stands_beside_the_tests_and_changes_none() -> None:
    words = claim("truce.breach", actor=("ru.forces",), place="Idlib", day="2016-05-29", start=200)
    claims = {one.id: one for one in (STRIKE, words)}
    incident = incident_of(STRIKE, words)
    assert said_to_be_broken(incident, claims) == (words,)
    with_words = assess(incident, claims, truce(), world())
    assert [one.findings for one in with_words] == [one.findings for one in assessed(STRIKE)]


def test_a_claim_that_is_not_handed_over_is_an_error() -> None:
    with pytest.raises(KeyError):
        assess(incident_of(STRIKE), {}, truce(), world())


def test_no_assessment_has_no_overall_label() -> None:
    with pytest.raises(ValueError, match="empty"):
        overall(())


def test_neutral_wording() -> None:
    for actor in (("ru.forces",), ("sy.rebels",), ("is",), ("unknown",), ("coalition",)):
        for one in assessed(claim(actor=actor, target=("civilians",), place="Idlib", day="2016-05-29")):
            for finding in one.findings:
                assert not LOADED & set(finding.reason.lower().split())


def test_a_day_outside_all_periods_settles_it_at_once() -> None:
    (one,) = assessed(claim(actor=("ru.forces",), day="2014-01-01"), under=truce(term("a"), term("b")))
    assert (one.term_id, one.label) == ("none", "outside_scope(in_period)")
    assert {ground.field for ground in one.findings[0].grounds} == {"day"}


def test_each_account_is_assessed_by_itself_with_what_the_others_tell_beside_it() -> None:
    others = claim(document="a", actor=("ru.forces",), target=("is",), place="Idlib", day="2016-05-29")
    monitor = claim(document="b", actor=("ru.forces",), target=("civilians",), place="Idlib", speakers=("sohr",))
    denial = claim(document="c", actor=("ru.forces",), speakers=("ru.gov",), stance=Stance.DENIED)
    (one,) = assessed(others, monitor, denial)
    assert one.label == "reported_breach_disputed"
    assert {account.source: account.label for account in one.accounts} == {
        "outlet:a": "outside_scope(not_excluded)",
        "sohr": "reported_breach",
        "ru.gov": "denied",
    }
    assert one.accounts_differ
    assert not assessed(STRIKE)[0].accounts_differ
