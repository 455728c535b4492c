from __future__ import annotations

import pytest

from tests.views import builders
from trucewatch.ledger import Ledger, UnknownId
from trucewatch.packs import Conflict
from trucewatch.views import ReportView, explain
from trucewatch.views.assessment_view import AssessmentExplanation
from trucewatch.views.claim_view import ClaimExplanation
from trucewatch.views.incident_view import IncidentExplanation

INCIDENT = builders.strike_incident()
ASSESSMENT = builders.strike_assessments(INCIDENT)[0]


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        (builders.STRIKE[0].id, ClaimExplanation),
        (INCIDENT.id, IncidentExplanation),
        (ASSESSMENT.id, AssessmentExplanation),
        (builders.WIRE.id, ReportView),
    ],
)
def test_an_id_or_its_beginning_is_enough(ledger: Ledger, conflict: Conflict, id: str, kind: type) -> None:
    assert type(explain(ledger, conflict, id)) is kind
    assert explain(ledger, conflict, id[:-3]) == explain(ledger, conflict, id)


def test_an_unknown_id_is_refused(ledger: Ledger, conflict: Conflict) -> None:
    with pytest.raises(UnknownId):
        explain(ledger, conflict, "claim-none")
