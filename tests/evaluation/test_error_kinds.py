"""Kinds of errors."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluation.test_gold import GOLD
from trucewatch.evaluation.error_kinds import KINDS, parties_kind


@pytest.mark.parametrize(
    ("gold", "got", "kind"),
    [
        (["sy.gov"], ["sy.gov"], None),
        (["unknown"], ["sy.gov"], "gold unknown, a party read"),
        (["sy.gov"], ["unknown"], "gold a party, unknown read"),
        ([], ["civilians"], "gold nobody, a party read"),
        (["civilians"], [], "gold a party, nobody read"),
        ([], ["unknown"], "gold nobody, unknown read"),
        (["sy.gov", "ru.forces"], ["sy.gov"], "some of several right"),
        (["sy.gov.forces"], ["sy.gov"], "too wide or too narrow (parent or child)"),
        (["other:a club"], ["sy.gov"], "gold not listed in the packs, another read"),
        (["sy.rebels"], ["sy.gov"], "another party"),
    ],
)
def test_parties(gold: list[str], got: list[str], kind: str | None) -> None:
    assert parties_kind(gold, got) == kind


def test_a_right_claim_has_no_error() -> None:
    assert {name: kind(GOLD, GOLD) for name, kind in KINDS.items()} == dict.fromkeys(KINDS)


@pytest.mark.parametrize(
    ("field", "gold", "got", "kind"),
    [
        ("act", "attack.air", "attack.other", "same family, other act"),
        ("act", "attack.air", "kill", "other family"),
        ("place", None, "Idlib", "gold none, a place read"),
        ("place", "Idlib", None, "gold a place, none read"),
        ("place", "Idlib", "Homs", "another place"),
        ("killed", {"min": 8, "max": None}, {"min": 8, "max": 8}, "other upper bound"),
        ("killed", {"min": 8, "max": None}, {"min": 9, "max": 9}, "another number"),
        ("injured", {"min": 8, "max": None}, None, "gold a number, none read"),
        ("stance", "denied", "planned", "gold denied, planned read"),
    ],
)
def test_fields(field: str, gold: Any, got: Any, kind: str) -> None:
    assert KINDS[field]({**GOLD, field: gold}, {**GOLD, field: got}) == kind


def test_days() -> None:
    def kind(start: str, end: str) -> str | None:
        read = {"start": start, "end": end, "precision": "week"}
        return KINDS["day"](GOLD, {**GOLD, "day": read})

    assert kind("2016-05-28", "2016-05-31") == "overlaps, other bounds"
    assert kind("2016-06-01", "2016-06-01") == "another day"
    assert KINDS["day"](GOLD, {**GOLD, "day": None}) == "gold a day, none read"


def test_speakers() -> None:
    def kind(gold: list[str], got: list[str]) -> str | None:
        return KINDS["speaker"]({**GOLD, "speakers": gold}, {**GOLD, "speakers": got})

    assert kind([], ["un"]) == "gold the outlet, a speaker read"
    assert kind(["un"], []) == "gold a speaker, the outlet read"
    assert kind(["media", "un"], ["media"]) == "outer speaker of the chain"
    assert kind(["un"], ["media"]) == "another speaker"
    assert kind(["media", "un"], ["un"]) is None
