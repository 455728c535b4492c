"""All tellings of a page under one number each."""

from __future__ import annotations

from datetime import date

from tests.views import builders
from trucewatch.model import Claim, Document, PassageKind, Stance
from trucewatch.packs import Conflict
from trucewatch.views.grounds import numbered_reports
from trucewatch.views.telling_list import SIDE_BY_SIDE, NumberedTelling, numbered_tellings, numbers_by_claim

WORDS = "Russian warplanes carried out air strikes and bombed Ariha."


def a_report(outlet: str, words: str = WORDS) -> Document:
    return builders.a_document(outlet, "Strikes", ((PassageKind.BODY, words),), date(2016, 5, 21))


def telling(document: Document, trigger: str = "air strikes", actor: str = "ru.forces") -> Claim:
    return builders.a_claim(
        document, "attack.air", trigger, actor=builders.read(document, (actor,), "Russian warplanes")
    )


def listed(conflict: Conflict, *told: tuple[Document, Claim]) -> tuple[NumberedTelling, ...]:
    claims = {claim.id: claim for _, claim in told}
    documents = {document.id: document for document, _ in told}
    reports = {one.report.document_id: one.number for one in numbered_reports(conflict, claims, claims, documents)}
    return numbered_tellings(conflict, [*claims, *claims], claims, documents, reports)


def test_numbers_run_by_report_and_sentence(conflict: Conflict) -> None:
    report = a_report("One")
    shown = listed(conflict, (report, telling(report, "bombed")), (report, telling(report)))
    assert [one.number for one in shown] == [1, 2]
    words = ["".join(part.text for part in one.telling.sentence if "trigger" in part.roles) for one in shown]
    assert words == ["air strikes", "bombed"]


def test_a_telling_shows_all_its_values(conflict: Conflict) -> None:
    report = a_report("One")
    (only,) = listed(conflict, (report, telling(report)))
    assert tuple(one.field for one in only.readings) == SIDE_BY_SIDE
    assert only.saying.speaker == "One itself"


def test_a_denial_shows_the_words_that_tell_it_as_one(conflict: Conflict) -> None:
    report = a_report("One", "Neither side carried out air strikes, Russian warplanes said.")
    denied = builders.a_claim(
        report, "attack.air", "air strikes", stance=builders.read(report, Stance.DENIED, "Neither")
    )
    (only,) = listed(conflict, (report, denied))
    stance = only.readings[SIDE_BY_SIDE.index("stance")]
    assert (stance.value, [one.words for one in stance.stretches]) == ("denied", [("Neither",)])


def test_copies_stand_once_and_other_readings_apart(conflict: Conflict) -> None:
    one, copy, other = a_report("One"), a_report("Copy"), a_report("Other")
    told = ((one, telling(one)), (copy, telling(copy)), (other, telling(other, actor="sy.gov.forces")))
    shown = listed(conflict, *told)
    assert sorted(len(row.also) for row in shown) == [0, 1]
    numbers = numbers_by_claim(shown)
    assert set(numbers) == {claim.id for _, claim in told}
    assert numbers[told[0][1].id] == numbers[told[1][1].id] != numbers[told[2][1].id]
