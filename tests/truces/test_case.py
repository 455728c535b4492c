from __future__ import annotations

from tests.incidents.builders import claim
from tests.truces.builders import case, term, truce
from trucewatch.model import Quantity, Stance


def test_claims_are_parted_by_how_they_are_told_and_others_acts_left_out() -> None:
    done = claim(document="a", stance=Stance.HEDGED)
    denied, meant = claim(document="b", stance=Stance.DENIED), claim(document="c", stance=Stance.CONDITIONAL)
    parted = case(done, denied, meant, claim("kill", document="d"))
    assert [one.claim for one in parted.done] == [done]
    assert [one.claim for one in parted.denied] == [denied]
    assert [one.claim for one in parted.meant] == [meant]
    assert parted.told == parted.done
    assert case(denied, meant).told[0].claim == denied
    assert case(meant).told[0].claim == meant


def test_a_claim_s_source_is_its_innermost_speaker_or_its_outlet() -> None:
    told = case(claim(document="a", speakers=("media", "sohr")), claim(document="b")).told
    assert [one.source for one in told] == ["sohr", "outlet:b"]


def test_nobody_named_is_nobody() -> None:
    (one,) = case(claim(actor=("unknown",), target=("fighters",))).told
    assert (one.actors, one.targets) == ((), ())


def test_a_duty_counts_only_what_names_its_unit() -> None:
    ships = truce(term(mode="must", quantity=Quantity(18, "fuel ships", "period", ("fuel ship",))))
    assert case(claim(), under=ships, words="A fuel ship was let in.").told
    assert not case(claim(), under=ships, words="A convoy was let in.").told


def test_a_case_as_one_source_tells_it() -> None:
    whole = case(claim(document="a"), claim(document="b", stance=Stance.DENIED))
    alone = whole.of_source("outlet:b")
    assert whole.sources == ("outlet:a", "outlet:b")
    assert (alone.done, len(alone.denied)) == ((), 1)
