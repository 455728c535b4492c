from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.views import builders
from trucewatch import deciding
from trucewatch.deciding import Person
from trucewatch.ledger import Ledger, LedgerError, open_ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views.assessment_view import explain_assessment
from trucewatch.views.brief import brief
from trucewatch.views.incident_view import explain_incident
from trucewatch.views.markdown import brief_markdown
from trucewatch.views.people_view import people_on, people_text

INCIDENT = builders.strike_incident()
ASSESSMENT, OTHER = builders.strike_assessments(INCIDENT)
PERSON = Person("mk", "two films", builders.NOON)


@pytest.fixture
def ruled(tmp_path: Path) -> Path:
    """The hand-made ledger in which a body determined what one assessment holds."""
    path = tmp_path / "ledger.sqlite"
    builders.write_ledger(path)
    with open_ledger(path) as ledger:
        deciding.determine(ledger, ASSESSMENT.id, PERSON, "the task force")
    return path


def test_pages_say_who_found_it_and_who_entered_it(ruled: Path, conflict: Conflict, truce: Truce) -> None:
    with open_ledger(ruled, read_only=True) as ledger:
        (one,) = people_on(ledger, [INCIDENT.id])[INCIDENT.id]
        line = "the task force determined it (entered by mk, 22 May 2016: two films)."
        assert people_text(one) == line
        assert explain_assessment(ledger, conflict, ASSESSMENT.id, truces=[truce]).people == (one,)
        assert explain_assessment(ledger, conflict, OTHER.id, truces=[truce]).people == ()
        by_id = {shown.id: shown.people for shown in explain_incident(ledger, conflict, INCIDENT.id).assessments}
        assert by_id == {ASSESSMENT.id: (one,), OTHER.id: ()}
        view = brief(ledger, conflict, truces=[truce])
        assert [row.people for row in view.rows if row.people] == [(one,)]
        assert line in brief_markdown(view)


def test_a_ruling_can_be_withdrawn_and_leaves_no_trace_on_the_page(ruled: Path) -> None:
    with open_ledger(ruled) as ledger:
        (decision,) = ledger.decisions()
        deciding.withdraw(ledger, decision.id, PERSON)
        assert people_on(ledger, [INCIDENT.id]) == {}
        assert len(ledger.decisions()) == 2
        with pytest.raises(LedgerError, match="withdrawn already"):
            deciding.withdraw(ledger, decision.id, PERSON)


def test_a_body_is_to_be_named(ruled: Path) -> None:
    with open_ledger(ruled) as ledger, pytest.raises(LedgerError, match="who determined it is to be named"):
        deciding.determine(ledger, ASSESSMENT.id, PERSON, " ")


def test_other_answers_put_it_back_before_people(ruled: Path) -> None:
    with open_ledger(ruled) as ledger:
        changed = builders.strike_assessments(INCIDENT)
        other = replace(changed[0], label="reported_breach")
        ledger.replace_assessments([one.id for one in changed], [other], builders.RUN)
        (one,) = people_on(ledger, [INCIDENT.id])[INCIDENT.id]
        assert not one.stands
        assert people_text(one).endswith("To be looked at again: what it judged has changed.")


def test_an_assessment_that_rests_on_no_claim_is_judged_by_its_incident_s(ledger_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    path.write_bytes(ledger_path.read_bytes())
    with open_ledger(path) as ledger:
        made = deciding.retract(ledger, OTHER.id, PERSON)
        assert made.ruling.endswith(" ".join(sorted(INCIDENT.claim_ids)))
        assert _stand(ledger)


def _stand(ledger: Ledger) -> bool:
    return all(one.stands for one in people_on(ledger, [INCIDENT.id])[INCIDENT.id])
