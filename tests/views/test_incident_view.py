from __future__ import annotations

import pytest

from tests.views import builders
from trucewatch.ledger import Ledger
from trucewatch.model import Truce
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
