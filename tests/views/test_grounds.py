"""Tellings under an answer: copies put together, every value first, reports told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.views import builders
from trucewatch.model import Answer, Claim, Document, Finding, Found, Ground, PassageKind
from trucewatch.packs import Conflict
from trucewatch.views.grounds import (
    FOREMOST,
    MOST_OPEN,
    GroundView,
    ground_views,
    numbered_reports,
    open_tellings,
    value_counts,
)

DAY = date(2016, 5, 21)
WORDS = "Russian warplanes carried out air strikes on Ariha."


def a_report(outlet: str, words: str = WORDS, title: str = "Strikes") -> Document:
    return builders.a_document(outlet, title, ((PassageKind.BODY, words),), DAY)


def telling(document: Document, actor: str = "ru.forces", words: str | None = "Russian warplanes") -> Claim:
    return builders.a_claim(document, "attack.air", "air strikes", actor=builders.read(document, (actor,), words))


def grounds_of(conflict: Conflict, *told: tuple[Document, Claim]) -> tuple[GroundView, ...]:
    claims = {claim.id: claim for _, claim in told}
    documents = {document.id: document for document, _ in told}
    rests_on = tuple(Ground(claim.id, field) for claim in claims.values() for field in ("actor", "speakers"))
    finding = Finding("party_bound", Answer.YES, "As told.", rests_on)
    numbers = {one.report.document_id: one.number for one in numbered_reports(conflict, claims, claims, documents)}
    by_report = sorted(claims, key=lambda id: numbers[claims[id].document_id])
    told_as = {claim_id: number for number, claim_id in enumerate(by_report, start=5)}
    return ground_views(conflict, finding, claims, documents, numbers, told_as)


def test_the_same_words_read_the_same_stand_once_with_all_their_reports(conflict: Conflict) -> None:
    reports = [a_report(f"Outlet {number}") for number in range(5)]
    (only,) = grounds_of(conflict, *((one, telling(one)) for one in reports))
    assert len(only.also) == 4
    assert only.reports == {one.id for one in reports}
    assert [one.speakers for one in only.also] == [f"{one.report.outlet} itself" for one in only.also]
    assert sorted([only.number, *(one.number for one in only.also)]) == [1, 2, 3, 4, 5]


def test_each_telling_keeps_its_own_report(conflict: Conflict) -> None:
    one, other = a_report("One"), a_report("Other")
    (only,) = grounds_of(conflict, (one, telling(one)), (other, telling(other)))
    told = [(it.numbers, [number for number, _ in it.reports]) for it in only.told_as]
    assert told == [((5,), [1]), ((6,), [2])]
    assert {report.outlet for it in only.told_as for _, report in it.reports} == {"One", "Other"}


def test_tellings_of_one_report_are_told_of_together(conflict: Conflict) -> None:
    report = a_report("One", "Russian warplanes carried out air strikes and bombed Ariha.")
    again = builders.a_claim(
        report, "attack.air", "bombed", actor=builders.read(report, ("ru.forces",), "Russian warplanes")
    )
    (only,) = grounds_of(conflict, (report, telling(report)), (report, again))
    assert [it.numbers for it in only.told_as] == [(5, 6)]


def test_one_sentence_read_two_ways_stands_twice(conflict: Conflict) -> None:
    one, other = a_report("One"), a_report("Other")
    shown = grounds_of(conflict, (one, telling(one)), (other, telling(other, "sy.gov.forces")))
    assert [ground.also for ground in shown] == [(), ()]


def test_two_words_of_one_sentence_are_put_together(conflict: Conflict) -> None:
    report = a_report("One", "Russian warplanes carried out air strikes and bombed Ariha.")
    second = builders.a_claim(
        report, "attack.air", "bombed", actor=builders.read(report, ("ru.forces",), "Russian warplanes")
    )
    (only,) = grounds_of(conflict, (report, telling(report)), (report, second))
    assert [one.trigger for one in only.also] == ["bombed"] or [one.trigger for one in only.also] == ["air strikes"]


def test_one_of_each_value_comes_first_and_plain_tellings_before_assumed_ones(conflict: Conflict) -> None:
    texts = [f"{WORDS[:-1]}, report {number} says." for number in range(6)]
    reports = [a_report(f"Outlet {number}", text) for number, text in enumerate(texts)]
    rare = a_report("Rare", "Jets carried out air strikes.")
    assumed = a_report("Assumed", "Again air strikes.")
    shown = grounds_of(
        conflict,
        (assumed, telling(assumed, words=None)),
        *((one, telling(one)) for one in reports),
        (rare, telling(rare, "sy.gov.forces", "Jets")),
    )
    assert {ground.values for ground in shown[:2]} == {("Russian forces",), ("Syrian government forces",)}
    assert shown[-1].outlet == "Assumed"
    assert open_tellings(shown) == FOREMOST


def test_more_stand_open_where_more_values_are_told(conflict: Conflict) -> None:
    reports = [a_report(f"Outlet {number}", f"{WORDS[:-1]}, report {number} says.") for number in range(10)]
    shown = grounds_of(conflict, *((one, telling(one, f"other:Band {at}")) for at, one in enumerate(reports)))
    assert open_tellings(shown) == MOST_OPEN
    assert len(shown) == 10


def test_how_many_tellings_say_what(conflict: Conflict) -> None:
    reports = [a_report(f"Outlet {number}") for number in range(3)]
    rare = a_report("Rare", "Jets carried out air strikes.")
    shown = grounds_of(
        conflict, *((one, telling(one)) for one in reports), (rare, telling(rare, "sy.gov.forces", "Jets"))
    )
    assert value_counts(shown) == (
        "Alleged actor: Russian forces in 3 tellings of 3 reports; Syrian government forces in 1 telling of 1 report",
    )
    assert value_counts(shown[1:]) == ()


def test_reports_of_one_outlet_day_and_title_are_told_apart(conflict: Conflict) -> None:
    first, other = a_report("One"), a_report("One", f"{WORDS} More.")
    copy = replace(first, id="doc-copy")
    claims = {claim.id: claim for claim in map(telling, (first, other, copy))}
    documents = {one.id: one for one in (first, other, copy)}
    shown = numbered_reports(conflict, claims, claims, documents)
    assert [one.number for one in shown] == [1, 2, 3]
    assert [bool(one.twin) for one in shown] == [False, True, True]
    assert all("same outlet, day and title as report 1" in one.twin for one in shown[1:])
    assert {one.twin.rpartition("; ")[2] for one in shown[1:]} <= {"the same text", "another text"}


def test_a_speaker_beside_the_outlet_keeps_tellings_apart(conflict: Conflict) -> None:
    one, other = a_report("One"), a_report("Other")
    said = replace(telling(other), speakers=Found(("sohr",), "speaker.named"))
    assert len(grounds_of(conflict, (one, telling(one)), (other, said))) == 2
