from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from tests.views import builders
from trucewatch.ledger import Ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views import Narrowing, brief, explain, print_brief, print_explanation
from trucewatch.views.statement import STATEMENT_OF_USE

INCIDENT = builders.strike_incident()


@pytest.fixture
def console() -> Console:
    return Console(file=StringIO(), width=200, force_terminal=False)


def printed(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_the_brief(console: Console, ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    print_brief(console, brief(ledger, conflict, truces=[truce]))
    text = printed(console)
    for words in (
        "4 reports from 3 outlets read",
        "first reported 21 May 2016",
        "Air strike reported  Ariha, Idlib, 20 May 2016",
        "said by    Syrian Observatory for Human Rights",
        "denied by  Syrian government forces",
        "killed 8 to 11 and injured “dozens”",
        "Undetermined: the reports leave open whether an excluded party is involved",
        "disputed   whether it took place and who did it",
        "why one    3 tellings taken for one event: days that fit (2 of 2 joins)",
        STATEMENT_OF_USE[:60],
    ):
        assert words in text


def test_a_claim_with_its_words(console: Console, ledger: Ledger, conflict: Conflict) -> None:
    print_explanation(console, explain(ledger, conflict, builders.STRIKE[0].id))
    text = printed(console)
    assert "“Russian warplanes” 105-122" in text
    assert "actor.subject" in text
    assert "assumed" in text


def test_an_incident_with_its_accounts_links_and_findings(
    console: Console, ledger: Ledger, conflict: Conflict, truce: Truce
) -> None:
    print_explanation(console, explain(ledger, conflict, INCIDENT.id, truces=[truce]))
    text = printed(console)
    assert "8 or more, then 11" in text
    assert "3 tellings taken for one event" in text
    assert "telling 3 (State News, 22 May 2016, “raids”) with telling 1" in text
    assert "same day told: 20 May 2016 (+3.00)" in text
    assert "uncertain: these two alone come to 2.50" in text
    assert "Is the alleged actor bound by the truce?" in text
    assert "“cease attacks with any weapons, including aerial bombardments”" in text


def test_an_assessment_and_a_report(console: Console, ledger: Ledger, conflict: Conflict) -> None:
    print_explanation(console, explain(ledger, conflict, builders.strike_assessments(INCIDENT)[0].id))
    print_explanation(console, explain(ledger, conflict, builders.WIRE.id))
    text = printed(console)
    assert "Was the truce in force then?" in text
    assert "Share this story" in text


def test_control_characters_of_a_report_do_not_reach_the_terminal(
    console: Console, ledger: Ledger, conflict: Conflict
) -> None:
    print_explanation(console, explain(ledger, conflict, builders.HOSTILE_PAGE.id))
    print_explanation(console, explain(ledger, conflict, builders.TALKS.id))
    print_brief(console, brief(ledger, conflict, narrowing=Narrowing(acts="all")))
    text = printed(console)
    assert "\x1b" not in text
    assert "\ufffd[31mred" in text
