from __future__ import annotations

from trucewatch.ledger import Ledger
from trucewatch.packs import Conflict
from trucewatch.views import Narrowing, brief, brief_markdown
from trucewatch.views.statement import STATEMENT_OF_USE


def test_the_brief_as_markdown(ledger: Ledger, conflict: Conflict) -> None:
    text = brief_markdown(brief(ledger, conflict))
    assert text.startswith("# Syria: brief, all days\n\n4 reports from 3 outlets read")
    assert "## Air strike reported: Ariha, Idlib, 20 May 2016" in text
    assert "- **Denied by:** Syrian government forces" in text
    assert "- **Killed, as told:** 8 to 11" in text
    assert "- **Why one incident:** 3 tellings taken for one event: days that fit (2 of 2 joins)" in text
    assert text.endswith(f"{STATEMENT_OF_USE}\n")


def test_words_of_reports_form_no_markup(ledger: Ledger, conflict: Conflict) -> None:
    text = brief_markdown(brief(ledger, conflict, narrowing=Narrowing(acts="talks")))
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "<img" not in text
