"""One report of the project's gold held against the terms that were in force on its day."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from trucewatch.coding import code_report
from trucewatch.incidents import Telling, group_claims
from trucewatch.model import Assessment, Claim, Incident, RawReport
from trucewatch.packs import load_conflict, load_truces
from trucewatch.truces import assess_incidents, overall, said_to_be_broken
from trucewatch.truces.standing import Kind, Standings

pytestmark = pytest.mark.shared

Seed = tuple[tuple[Incident, ...], dict[str, Claim], list[Assessment], dict[str, str]]


@pytest.fixture(scope="module")
def seed(gold: Path) -> Seed:
    record = json.loads((gold / "seed.docs.jsonl").read_text(encoding="utf-8").splitlines()[0])
    conflict, truces = load_conflict("syria"), load_truces(["syria-2016"])
    raw = RawReport(
        content="\n".join(record["sentences"]).encode(),
        media="text",
        origin="seed",
        retrieved=datetime(2020, 1, 1, tzinfo=UTC),
        outlet=record["outlet"],
        title=record["title"],
        published_given=date.fromisoformat(record["published"]),
    )
    document, claims = code_report(raw, conflict)
    words = {claim.id: claim.sentence.of(document.text) for claim in claims}
    tellings = [
        Telling(claim, document.outlet, document.published, document.title, document.id, words[claim.id])
        for claim in claims
    ]
    incidents, by_id = group_claims(tellings, conflict), {claim.id: claim for claim in claims}
    return incidents, by_id, assess_incidents(incidents, by_id, words, truces, conflict), words


def incident(seed: Seed, act: str, place: str) -> Incident:
    incidents, claims, _, words = seed
    return next(
        one
        for one in incidents
        for claim in map(claims.__getitem__, one.claim_ids)
        if claim.act.value == act and place in words[claim.id]
    )


def label(seed: Seed, one: Incident) -> str:
    return overall(made for made in seed[2] if made.incident_id == one.id)


def test_air_strikes_in_idlib_whose_attacker_the_source_does_not_name(seed: Seed) -> None:
    found = label(seed, incident(seed, "attack.air", "Idlib"))
    assert found.startswith("undetermined(")
    assert "party_bound" in found, "the day is not told either, and may stand beside it"


def test_raqa_in_2014_lies_before_the_truce(seed: Seed) -> None:
    assert label(seed, incident(seed, "territory.take", "Raqa")) == "outside_scope(in_period)"


def test_ground_taken_around_damascus_is_shown_with_what_supports_it(seed: Seed) -> None:
    taken = incident(seed, "territory.take", "Damascus")
    made = next(one for one in seed[2] if one.incident_id == taken.id and one.term_id == "territory")
    party = next(finding for finding in made.findings if finding.test == "party_bound")
    assert {ground.claim_id for ground in party.grounds} <= set(taken.claim_ids)
    assert party.grounds


def test_the_paper_s_own_words_that_the_deal_was_broken_are_no_result(seed: Seed) -> None:
    incidents, claims, _, _ = seed
    said = [claim for one in incidents for claim in said_to_be_broken(one, claims)]
    assert said
    assert all(claim.act.spans for claim in said)
    broken = next(one for one in incidents if said_to_be_broken(one, claims))
    assert not label(seed, broken).startswith("reported_breach")


def test_nusra_and_islamic_state_are_excluded() -> None:
    standings = Standings(load_truces(["syria-2016"])[-1], load_conflict("syria"))
    assert {standings.of(party).kind for party in ("sy.nusra", "is")} == {Kind.EXCLUDED}
