"""Changed terms in a ledger: only what they can touch is assessed anew, as a fresh ledger would have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.ledger import nouns
from trucewatch.grouping import Packs, group
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import Assessment, Count, Day, Found, Place, Run, Span, Truce
from trucewatch.pipeline import load_packs
from trucewatch.reassessing import Reassessed, changed_truces, terms_digests

NOW = datetime(2016, 5, 22, tzinfo=UTC)
HERE = (Span(0, 1),)


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs("syria", ["syria-2016-september", "syria-2016-december"])


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def told(name: str, act: str, day: date, actor: str, place: str | None) -> Reading:
    reading = nouns.a_reading(f"{name}: something was told of {act} by {actor} at {place}.", name, day)
    claim = replace(
        reading.claims[0],
        id=f"claim-{name}",
        digest=f"digest-{name}",
        act=Found(act, "test", HERE),
        actor=Found((actor,), "test", HERE),
        target=Found(("sy.rebels",), "test", HERE),
        place=Found(Place(place, None, None, "sy") if place else None, "test", HERE),
        day=Found(Day(day, day, "day"), "test", HERE),
        killed=Found(Count(1, 1), "test", HERE),
    )
    return Reading(reading.document, (claim,), reading.source_key)


SEPTEMBER = date(2016, 9, 14)
REPORTS = (
    told("air", "attack.air", SEPTEMBER, "sy.gov.forces", None),
    told("ground", "territory.take", SEPTEMBER, "sy.gov.forces", "Idlib"),
    told("talks", "meet", SEPTEMBER, "un", None),
    told("before", "attack.air", date(2014, 1, 1), "ru.forces", "Hama"),
)


def run(packs: Packs, at: int) -> Run:
    terms = terms_digests(packs.truces)
    return Run(f"run-{at}", "0.1.0", packs.digest, "none", "test", NOW, packs.reading, terms)


def assessments(ledger: Ledger) -> set[Assessment]:
    ids = [entry.incident.id for entry in ledger.incidents()]
    return {one for made in ledger.assessments_by_incident(ids).values() for one in made}


def with_truce(packs: Packs, changed: Truce) -> Packs:
    return replace(packs, truces=tuple(changed if one.id == changed.id else one for one in packs.truces))


def september(packs: Packs) -> Truce:
    return next(one for one in packs.truces if one.id == "syria-2016-september")


def test_a_changed_term_is_all_that_is_assessed_anew(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    ledger.add_documents(REPORTS, run(packs, 1))
    assert group(ledger, packs, run(packs, 1)) == Reassessed(0, 0)
    before, truce = assessments(ledger), september(packs)
    at = next(at for at, term in enumerate(truce.terms) if "attack.air" in term.acts)
    term = replace(truce.terms[at], against=())
    changed = with_truce(packs, replace(truce, terms=(*truce.terms[:at], term, *truce.terms[at + 1 :])))
    of_truce = [one for one in before if one.truce_id == truce.id]
    touched = {one for one in of_truce if one.term_id == term.id}
    assert group(ledger, changed, run(changed, 2)) == Reassessed(
        len(touched), len(of_truce) - len(touched), ("syria-2016-september",)
    )
    assert touched
    assert before - assessments(ledger) == touched
    assert assessments(ledger) == _fresh(changed, tmp_path)
    assert group(ledger, changed, run(changed, 3)) is None


def test_words_that_decide_nothing_touch_nothing(ledger: Ledger, packs: Packs) -> None:
    ledger.add_documents(REPORTS, run(packs, 1))
    group(ledger, packs, run(packs, 1))
    before, truce = assessments(ledger), september(packs)
    changed = with_truce(packs, replace(truce, notes=("Another note.",)))
    done = group(ledger, changed, run(changed, 2))
    assert done is not None
    assert (done.made, done.kept > 0) == (0, True)
    assert assessments(ledger) == before


def test_a_truce_that_comes_or_goes_leaves_the_others_alone(ledger: Ledger, packs: Packs, tmp_path: Path) -> None:
    alone = replace(packs, truces=tuple(one for one in packs.truces if one.id == "syria-2016-december"))
    ledger.add_documents(REPORTS, run(alone, 1))
    group(ledger, alone, run(alone, 1))
    before = assessments(ledger)
    done = group(ledger, packs, run(packs, 2))
    assert done is not None
    assert (done.truces, done.kept, done.made) == (
        ("syria-2016-september",),
        0,
        len(assessments(ledger)) - len(before),
    )
    assert before < assessments(ledger)
    assert assessments(ledger) == _fresh(packs, tmp_path)
    group(ledger, alone, run(alone, 3))
    assert assessments(ledger) == before


def test_other_packs_to_read_with_make_all_anew(ledger: Ledger, packs: Packs) -> None:
    ledger.add_documents(REPORTS, run(packs, 1))
    group(ledger, packs, run(packs, 1))
    done = group(ledger, packs, replace(run(packs, 2), reading_digest="another"))
    assert done == Reassessed(len(assessments(ledger)), 0, everything=True)


def test_which_truces_changed(packs: Packs) -> None:
    digests = terms_digests(packs.truces)
    assert changed_truces(digests, digests[::-1]) == ()
    assert changed_truces(digests, digests[1:]) == (digests[0].truce_id,)
    assert changed_truces((), digests) == ("syria-2016-december", "syria-2016-september")


def _fresh(packs: Packs, folder: Path) -> set[Assessment]:
    with open_ledger(folder / "fresh.sqlite") as ledger:
        ledger.add_documents(REPORTS, run(packs, 1))
        group(ledger, packs, run(packs, 1))
        return assessments(ledger)
