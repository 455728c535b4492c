from __future__ import annotations

from dataclasses import replace

from tests.views import builders
from trucewatch.ledger import Ledger
from trucewatch.packs import Conflict
from trucewatch.views.tellings import report_reference, telling_views


def test_tellings_stand_in_the_order_of_publication_and_undated_ones_last(ledger: Ledger, conflict: Conflict) -> None:
    claim_ids = (builders.TALKS.id, *(claim.id for claim in reversed(builders.STRIKE)))
    tellings = telling_views(ledger, conflict, claim_ids)
    assert [telling.report.published_text for telling in tellings] == [
        "21 May 2016", "22 May 2016", "22 May 2016", "no day of publication",
    ]  # fmt: skip
    assert tellings[0].claim_id == builders.STRIKE[0].id
    assert tellings[-1].claim_id == builders.TALKS.id


def test_the_sentence_is_that_of_the_report_with_the_trigger_marked(ledger: Ledger, conflict: Conflict) -> None:
    (telling,) = telling_views(ledger, conflict, (builders.FLIGHT.id,))
    assert "".join(segment.text for segment in telling.sentence) in builders.WIRE.text
    assert [segment.text for segment in telling.sentence if "trigger" in segment.roles] == ["fled"]
    assert (telling.act, telling.stance, telling.place) == ("displacement", "stated", "a camp in Idlib")


def test_a_reference_has_what_a_reader_would_cite(conflict: Conflict) -> None:
    reference = report_reference(conflict, replace(builders.WIRE, url="https://example.org/1"))
    assert (reference.outlet, reference.url) == ("Orontes Wire", "https://example.org/1")
    assert reference.title == builders.WIRE.title
