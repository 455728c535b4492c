"""Grouping in the ledger: a little at a time, in any order, and what became of incidents that are no more."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trucewatch
from tests.ledger import nouns
from trucewatch.grouping import group, remove_report
from trucewatch.incidents.rulings import APART, ONE, ruling_on, withdrawal
from trucewatch.intake import IntakeOptions
from trucewatch.ledger import IncidentEntry, Ledger, Placing, Reading, UnknownId, open_ledger
from trucewatch.model import Assessment, Day, Found, Run
from trucewatch.packs import packs_digest
from trucewatch.pipeline import Packs, load_packs, read_into
from trucewatch.reprints import find_reprints

NOW = datetime(2016, 5, 22, tzinfo=UTC)
RUN = Run("run-1", "0.1.0", packs_digest("syria", ["syria-2016"]), "none", "read", NOW)


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs("syria", ["syria-2016"])


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def told(outlet: str, day: int, killed: int = 8, published: int | None = None) -> Reading:
    """A report of one shelling of one town."""
    reading = nouns.a_reading(
        f"Shells hit Darayya on {day} May and killed {killed}, said {outlet}.",
        outlet,
        date(2016, 5, published or day + 1),
    )
    when = Day(date(2016, 5, day), date(2016, 5, day), "day")
    claim = replace(
        reading.claims[0],
        id=f"claim-{outlet}",
        digest=f"digest-{outlet}",
        place=Found(nouns.Place("Darayya"), "place.test", (nouns.Span(0, 1),)),
        day=Found(when, "day.test", (nouns.Span(0, 1),)),
        killed=Found(nouns.Count(killed, killed), "killed.test", (nouns.Span(0, 1),)),
    )
    return Reading(reading.document, (claim,), reading.source_key)


REPORTS = [
    told("a", 10),
    told("b", 10),
    told("c", 10, 9),
    told("d", 14),
    told("e", 14, 3),
    told("f", 18),
    told("g", 18),
]


def add(ledger: Ledger, packs: Packs, *readings: Reading) -> None:
    ledger.add_documents(readings, RUN)
    find_reprints(ledger)
    group(ledger, packs, RUN)


def claims(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(entry.incident.claim_ids) for entry in ledger.incidents()}


def test_in_three_orders_the_same_incidents_with_the_same_ids(packs: Packs, tmp_path: Path) -> None:
    found = []
    for seed in range(3):
        shuffled = list(REPORTS)
        random.Random(seed).shuffle(shuffled)
        with open_ledger(tmp_path / f"{seed}.sqlite") as ledger:
            for start in range(0, len(shuffled), seed + 1):
                add(ledger, packs, *shuffled[start : start + seed + 1])
            found.append((ledger.incidents(), claims(ledger)))
            assert not ledger.grouping_stale()
    assert found[0] == found[1] == found[2]
    assert frozenset({"claim-a", "claim-b", "claim-c"}) in found[0][1]


@pytest.fixture(scope="module")
def samples(packs: Packs, tmp_path_factory: pytest.TempPathFactory) -> list[Reading]:
    """The sample reports that ship for one conflict, as the program reads them."""
    folder = Path(trucewatch.__file__).parent / "samples" / "syria-2016"
    with open_ledger(tmp_path_factory.mktemp("samples") / "ledger.sqlite") as ledger:
        read_into(ledger, [folder], IntakeOptions(now=NOW), packs)
        return list(ledger.readings())


@given(seed=st.integers(0, 2**32), portion=st.integers(1, 40))
@settings(max_examples=4)
def test_samples_in_any_order_and_portions_give_the_same_incidents(
    packs: Packs, samples: list[Reading], seed: int, portion: int
) -> None:
    shuffled = list(samples)
    random.Random(seed).shuffle(shuffled)
    found = []
    for readings, at_once in ((samples, len(samples)), (shuffled, portion)):
        with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.sqlite") as ledger:
            for start in range(0, len(readings), at_once):
                add(ledger, packs, *readings[start : start + at_once])
            found.append(kept(ledger))
    assert found[0] == found[1]
    assert any(len(entry.incident.claim_ids) > 1 for entry, _ in found[0])
    assert any(assessments for _, assessments in found[0])


def test_other_weights_place_all_anew(ledger: Ledger, packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, packs, *REPORTS[:3])
    assert not group(ledger, packs, RUN)
    monkeypatch.setattr("trucewatch.grouping.WEIGHTS_DIGEST", "other weights")
    assert group(ledger, packs, RUN)
    assert ledger.grouping_weights() == "other weights"
    assert not group(ledger, packs, RUN)
    assert claims(ledger) == {frozenset({"claim-a", "claim-b", "claim-c"})}


def test_a_report_far_off_leaves_other_incidents_as_they_are(ledger: Ledger, packs: Packs) -> None:
    add(ledger, packs, *REPORTS[:3])
    (before,) = ledger.incidents()
    add(ledger, packs, told("f", 18))
    assert before in ledger.incidents()
    assert ledger.counts().incidents == 2


def test_an_incident_that_comes_out_the_same_is_left_with_its_assessments(
    ledger: Ledger, packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two linked tellings that a person ruled apart: one more of the one is read, and taken out again."""
    written: list[set[str]] = []
    place = type(ledger).place

    def watched(self: Ledger, placing: Placing, run: Run) -> None:
        written.append({claim for incident in placing.incidents for claim in incident.claim_ids})
        place(self, placing, run)

    add(ledger, packs, *REPORTS[:2])
    apart = ruling_on(
        APART, [["claim-a"], ["claim-b"]], ledger.digests(["claim-a", "claim-b"]), subject="incident-x",
        reason="two streets", by="m", at=NOW, previous_hash=ledger.decision_head(),
    )  # fmt: skip
    ledger.add_decision(apart)
    group(ledger, packs, RUN)
    before = kept(ledger)
    assert len(before) == 2
    monkeypatch.setattr(type(ledger), "place", watched)
    add(ledger, packs, REPORTS[2])
    assert written in ([{"claim-a", "claim-c"}], [{"claim-b", "claim-c"}])
    remove_report(ledger, packs, REPORTS[2].document.id, "made up", RUN)
    assert kept(ledger) == before


def kept(ledger: Ledger) -> list[tuple[IncidentEntry, tuple[Assessment, ...]]]:
    return [(entry, ledger.assessments_of(entry.incident.id)) for entry in ledger.incidents()]


def test_an_id_that_is_lost_leads_to_where_its_claims_went(ledger: Ledger, packs: Packs) -> None:
    add(ledger, packs, told("b", 10, published=12))
    (old,) = ledger.incidents()
    add(ledger, packs, told("a", 10, published=11))
    (new,) = ledger.incidents()
    assert new.incident.id != old.incident.id
    assert ledger.became(old.incident.id) == (True, new.incident.id)
    assert ledger.formerly(new.incident.id) == (old.incident.id,)
    assert ledger.incident(old.incident.id) == new


def test_a_report_taken_out_leaves_a_tombstone_and_cannot_come_back(ledger: Ledger, packs: Packs) -> None:
    add(ledger, packs, told("a", 10), told("f", 18))
    gone = next(entry.incident.id for entry in ledger.incidents() if "claim-f" in entry.incident.claim_ids)
    remove_report(ledger, packs, told("f", 18).document.id, "sent by mistake", RUN)
    assert claims(ledger) == {frozenset({"claim-a"})}
    assert ledger.became(gone) == (True, None)
    with pytest.raises(UnknownId, match="no report tells of it any more"):
        ledger.incident(gone)
    add(ledger, packs, told("f", 18))
    assert ledger.counts().documents == 1


def test_rulings_are_kept_come_back_on_withdrawal_and_hold_when_more_is_read(ledger: Ledger, packs: Packs) -> None:
    add(ledger, packs, *REPORTS[:2], told("d", 14))
    digests = ledger.digests(["claim-a", "claim-b", "claim-d"])
    apart = ruling_on(
        APART, [["claim-a"], ["claim-b"]], digests, subject="incident-x", reason="two streets", by="m", at=NOW,
        previous_hash=ledger.decision_head(),
    )  # fmt: skip
    ledger.add_decision(apart)
    assert group(ledger, packs, RUN)
    assert claims(ledger) == {frozenset({"claim-a"}), frozenset({"claim-b"}), frozenset({"claim-d"})}
    joined = ruling_on(
        ONE, [["claim-b", "claim-d"]], digests, subject="incident-x", reason="wrong day", by="m", at=NOW,
        previous_hash=ledger.decision_head(),
    )  # fmt: skip
    ledger.add_decision(joined)
    group(ledger, packs, RUN)
    assert frozenset({"claim-b", "claim-d"}) in claims(ledger)
    add(ledger, packs, told("c", 10, 9))
    assert frozenset({"claim-b", "claim-d"}) <= next(one for one in claims(ledger) if "claim-b" in one)
    for decision in (apart, joined):
        ledger.add_decision(withdrawal(decision, reason="no", by="m", at=NOW, previous_hash=ledger.decision_head()))
    group(ledger, packs, RUN)
    assert claims(ledger) == {frozenset({"claim-a", "claim-b", "claim-c"}), frozenset({"claim-d"})}


def test_copies_found_later_change_the_number_of_sources(ledger: Ledger, packs: Packs) -> None:
    long = " The road was shut for hours and two houses by the bridge burned down, people told the agency." * 3
    one, other = told("a", 10), told("b", 10)
    readings = [
        Reading(replace(r.document, text=r.document.text + long, passages=(nouns.Passage(
            nouns.PassageKind.BODY, nouns.Span(0, len(r.document.text + long))),)), r.claims, r.source_key)
        for r in (one, other)
    ]  # fmt: skip
    ledger.add_documents(readings, RUN)
    group(ledger, packs, RUN)
    (before,) = ledger.incidents()
    find_reprints(ledger)
    ledger.add_documents([told("f", 18)], RUN)
    group(ledger, packs, RUN)
    after = ledger.incident(before.incident.id)
    assert (len(before.incident.outlets), len(after.incident.outlets)) == (2, 2)
    assert len(after.incident.origins) == 1
