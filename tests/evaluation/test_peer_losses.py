"""Why events are missed, and what the tables allow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evaluation.peer_builders import claim_in, reading_of
from trucewatch.evaluation.peer_codes import Event
from trucewatch.evaluation.peer_losses import REASONS, Coded, bound, losses

SHELLED = frozenset({"19"})


@pytest.fixture(scope="module")
def coded() -> Coded:
    reading = reading_of("Gondor's army shelled Osgiliath on Friday.")
    claim = claim_in(reading, "attack.shelling", "shelled", "Gondor's army", "Osgiliath")
    return Coded(reading, (claim,), [Event("GONMIL", "OSG", SHELLED)])


def reason(coded: Coded, source: str, target: str, code: str) -> str:
    found = losses([frozenset({(source, target, code)})], [coded], "cameo")
    assert sum(found.values()) == 1
    (only,) = found
    assert only in REASONS
    return only


def test_the_reasons(coded: Coded) -> None:
    assert reason(coded, "GONMIL", "OSG", "01") == "no act"
    assert reason(coded, "BRE", "OSG", "19") == "no side"
    assert reason(coded, "GON", "OSG", "19") == "sector"
    assert reason(coded, "OSG", "GONMIL", "19") == "turned"
    assert reason(coded, "GONMIL", "GON", "19") == "target"
    assert reason(coded, "OSG", "OSG", "19") == "source"
    assert reason(coded, "GONMIL", "OSG", "14") == "other code"
    silent = replace(coded, events=[])
    assert reason(silent, "GONMIL", "OSG", "19") == "side unread"
    assert reason(replace(silent, claims=()), "GONMIL", "OSG", "19") == "no claim"
    assert reason(silent, "GONMIL", "OSG", "14") == "no word"


def test_the_bound(coded: Coded) -> None:
    reachable, not_reachable = ("GONMIL", "OSG", "19"), ("GONMIL", "BRE", "19")
    assert bound([frozenset({reachable})], [coded], "cameo") == 1.0
    assert bound([frozenset({reachable, not_reachable})], [coded], "cameo") == 2 / 3
    assert bound([frozenset()], [coded], "cameo") == 0.0
