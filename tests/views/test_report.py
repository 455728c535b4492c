from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.views import builders
from trucewatch.ledger import Ledger, UnknownId, open_ledger
from trucewatch.packs import Conflict
from trucewatch.views import ReportView, report


def text_of(view: ReportView) -> str:
    return "\n\n".join("".join(segment.text for segment in passage.segments) for passage in view.passages)


def test_the_whole_text_is_shown_as_stored(ledger: Ledger, conflict: Conflict) -> None:
    for document in (builders.WIRE, builders.STATE, builders.HOSTILE_PAGE):
        assert text_of(report(ledger, conflict, document.id)) == document.text


def test_captions_and_furniture_are_shown_as_not_read(ledger: Ledger, conflict: Conflict) -> None:
    view = report(ledger, conflict, builders.WIRE.id)
    assert [(passage.kind, passage.read) for passage in view.passages] == [
        ("headline", True), ("lead", True), ("body", True), ("caption", False), ("furniture", False),
    ]  # fmt: skip


def test_triggers_are_marked_with_their_claims(ledger: Ledger, conflict: Conflict) -> None:
    view = report(ledger, conflict, builders.WIRE.id)
    marked = [(s.text, s.claim_ids) for passage in view.passages for s in passage.segments if s.claim_ids]
    assert marked == [("air strikes", (builders.STRIKE[0].id,)), ("fled", (builders.FLIGHT.id,))]
    assert [line.trigger.text for line in view.claims] == ["air strikes", "fled"]
    assert view.claims[0].incident_id == builders.strike_incident().id
    assert view.opened is None


def test_an_opened_claim_marks_the_words_of_each_field(ledger: Ledger, conflict: Conflict) -> None:
    view = report(ledger, conflict, builders.WIRE.id, builders.STRIKE[0].id)
    assert view.opened is not None
    spoken = [s.text for passage in view.passages for s in passage.segments if "actor" in s.roles]
    assert spoken == ["Russian warplanes"]
    with pytest.raises(UnknownId, match="no claim"):
        report(ledger, conflict, builders.WIRE.id, builders.STRIKE[1].id)


def test_words_outside_of_all_passages_are_not_hidden(tmp_path: Path, conflict: Conflict) -> None:
    from trucewatch.ledger import Reading

    gap = replace(builders.WIRE, id="doc-gap", passages=builders.WIRE.passages[1:2])
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add_documents([Reading(gap, (), "gap")], builders.RUN)
        view = report(ledger, conflict, gap.id)
    assert "".join(text_of(view).split()) == "".join(gap.text.split())
    assert [passage.read for passage in view.passages] == [False, True, False]
