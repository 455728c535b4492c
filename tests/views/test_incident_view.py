from __future__ import annotations

from pathlib import Path

import pytest

from tests.views import builders
from trucewatch.ledger import Ledger, Reading, open_ledger
from trucewatch.model import PassageKind, Truce
from trucewatch.packs import Conflict
from trucewatch.views.incident_view import explain_incident

INCIDENT = builders.strike_incident()


def test_the_parts_of_a_link_add_up(ledger: Ledger, conflict: Conflict) -> None:
    incident = explain_incident(ledger, conflict, INCIDENT.id)
    assert len(incident.links) == 2
    for link in incident.links:
        assert sum(part.contribution for part in link.parts) == pytest.approx(link.score)


def test_accounts_stand_side_by_side_and_revised_tolls_in_order(ledger: Ledger, conflict: Conflict) -> None:
    incident = explain_incident(ledger, conflict, INCIDENT.id)
    monitor, army = incident.accounts
    assert (monitor.killed, monitor.denies) == (("8 or more", "11"), False)
    assert (army.told_as, army.denies, army.killed) == (("denied",), True, ())
    assert [telling.report.outlet for telling in incident.tellings] == ["Orontes Wire", "Orontes Wire", "State News"]


def test_the_term_nearest_to_the_incident_comes_first(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    incident = explain_incident(ledger, conflict, INCIDENT.id, truces=[truce])
    assert [assessment.term_id for assessment in incident.assessments] == ["air", "aid"]


def test_words_of_a_source_on_the_truce_itself_are_kept_apart(tmp_path: Path, conflict: Conflict) -> None:
    text = "The truce was broken in Ariha on Friday, the Observatory said."
    report = builders.a_document("Orontes Wire", "Broken", ((PassageKind.BODY, text),), builders.DAY_OF_SHIP)
    words = builders.a_claim(
        report, "truce.breach", "broken", speakers=builders.read(report, ("sohr",), "the Observatory said")
    )
    incident = builders.single_incident(words, "Orontes Wire", "sohr")
    with open_ledger(tmp_path / "said.sqlite") as ledger:
        ledger.add_documents([Reading(report, (words,), "key")], builders.RUN)
        ledger.replace_incidents([incident], [], builders.RUN, as_of=ledger.claims_version())
        (said,) = explain_incident(ledger, conflict, incident.id).said_to_be_broken
    assert (said.speakers, said.claim_id) == ("Syrian Observatory for Human Rights", words.id)
