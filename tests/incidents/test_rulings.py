from __future__ import annotations

from datetime import UTC, datetime

from trucewatch.incidents.rulings import (
    APART,
    ONE,
    Rulings,
    claims_of,
    ruling_on,
    rulings_of,
    sides_of,
    standing,
    withdrawal,
)
from trucewatch.model import Decision

NOW = datetime(2016, 5, 20, tzinfo=UTC)
DIGESTS = {claim: f"digest-{claim}" for claim in "abcd"}


def ruled(kind: str, *sides: str) -> Decision:
    return ruling_on(kind, sides, DIGESTS, subject="incident-1", reason="why", by="mk", at=NOW, previous_hash="")


def test_a_ruling_names_its_claims_in_words() -> None:
    decision = ruled(APART, "ab", "c")
    assert decision.ruling == "not one event: a b | c"
    assert sides_of(decision) == (("a", "b"), ("c",))
    assert claims_of([decision, ruled(ONE, "ad")]) == {"a", "b", "c", "d"}


def test_it_stands_while_the_readings_that_it_judged_stand() -> None:
    decision = ruled(ONE, "ab")
    assert standing([decision], DIGESTS).in_force == (decision,)
    for now in (DIGESTS | {"b": "read otherwise"}, {"a": DIGESTS["a"]}):
        assert standing([decision], now).in_force == ()
        assert standing([decision], now).lapsed == (decision,)
    assert standing([decision], DIGESTS | {"c": "another claim"}).lapsed == ()


def test_a_withdrawal_leaves_both_on_record_and_neither_in_force() -> None:
    decision = ruled(ONE, "ab")
    taken_back = withdrawal(decision, reason="no", by="mk", at=NOW, previous_hash="x")
    assert taken_back.subject_id == decision.id
    found = standing([decision, taken_back], DIGESTS)
    assert (found.in_force, found.lapsed) == ((), ())


def test_of_two_rulings_on_one_pair_the_later_one_counts() -> None:
    one, apart = ruled(ONE, "abc"), ruled(APART, "a", "b")
    assert rulings_of([one]) == Rulings((frozenset("abc"),), frozenset())
    later = rulings_of([one, apart])
    assert later.apart == {("a", "b")}
    assert not later.is_one(("a", "b"))
    assert rulings_of([apart, one]).is_one(("a", "b"))


def test_claims_ruled_to_be_one_event_come_as_one_unit() -> None:
    rulings = rulings_of([ruled(ONE, "ab"), ruled(ONE, "bc")])
    assert sorted(map(sorted, rulings.units("dcba"))) == [["a", "b", "c"], ["d"]]
