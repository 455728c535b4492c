"""All tellings that a page rests on, under one number each, with all that each was read to tell side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.model import Claim, Document
from trucewatch.packs import Conflict
from trucewatch.views.readings import FieldReading, field_reading
from trucewatch.views.saying import Saying, saying
from trucewatch.views.tellings import ReportReference, TellingView, telling_view
from trucewatch.views.wording import each_once

SIDE_BY_SIDE = ("act", "actor", "target", "place", "day", "stance")


@dataclass(frozen=True, slots=True)
class NumberedTelling:
    """A telling under its number on the page; `also` are the reports, by number, that carry it in the same words."""

    number: int
    claim_id: str
    report_number: int
    report: ReportReference
    telling: TellingView
    saying: Saying
    readings: tuple[FieldReading, ...]
    also: tuple[tuple[int, str], ...] = ()


def numbered_tellings(
    conflict: Conflict,
    claim_ids: Iterable[str],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    reports: Mapping[str, int],
) -> tuple[NumberedTelling, ...]:
    """One for all tellings that say all the same in the same words; in the order of reports and of their sentences.

    `reports` are the numbers of the reports by id.
    """
    ordered = sorted(
        each_once(claim_ids), key=lambda id: (reports[claims[id].document_id], claims[id].trigger.start, id)
    )
    together: dict[tuple[object, ...], list[NumberedTelling]] = {}
    for claim_id in ordered:
        claim = claims[claim_id]
        document = documents[claim.document_id]
        readings = tuple(field_reading(conflict, claim, field, document) for field in SIDE_BY_SIDE)
        told = telling_view(conflict, claim, document)
        number = reports[document.id]
        one = NumberedTelling(0, claim_id, number, told.report, told, saying(conflict, claim, document), readings)
        sentence = " ".join("".join(part.text for part in told.sentence).split())
        key = (
            sentence,
            told.stance,
            claim.speakers.value,
            one.saying.stretches,
            *((r.value, r.stretches) for r in readings),
        )
        together.setdefault(key, []).append(one)
    return tuple(_as_one(number, alike) for number, alike in enumerate(together.values(), start=1))


def _as_one(number: int, alike: list[NumberedTelling]) -> NumberedTelling:
    first = alike[0]
    return NumberedTelling(
        number, first.claim_id, first.report_number, first.report, first.telling, first.saying, first.readings,
        tuple((one.report_number, one.claim_id) for one in alike[1:]),
    )  # fmt: skip


def numbers_by_claim(tellings: Iterable[NumberedTelling]) -> dict[str, int]:
    """The number under which each claim stands."""
    return {id: one.number for one in tellings for id in (one.claim_id, *(other for _, other in one.also))}
