from __future__ import annotations

from datetime import date

from trucewatch.ledger import Ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views import brief
from trucewatch.views.row_words import extent, findings_text, source_names, told_in


def test_the_extent_never_says_no_incidents_when_nothing_was_read(
    ledger: Ledger, empty_ledger: Ledger, conflict: Conflict
) -> None:
    assert extent(brief(empty_ledger, conflict)) == "No incidents can be shown without reports."
    assert extent(brief(ledger, conflict, date(2017, 1, 1))) == "No incidents can be shown without reports."
    assert extent(brief(ledger, conflict, date(2016, 5, 22))) == "No incident in these reports fits."


def test_the_extent_states_the_remainder_and_what_is_left_out(ledger: Ledger, conflict: Conflict) -> None:
    left_out = "Not counted: 1 incident of statements and talks alone."
    assert extent(brief(ledger, conflict)) == f"2 incidents. {left_out}"
    assert extent(brief(ledger, conflict, limit=1)) == f"Incidents 1 to 1 of 2; 1 follow. {left_out}"
    assert extent(brief(ledger, conflict, page=9)) == f"Page 9 is past the last one, 1. {left_out}"


def test_phrases_of_a_row(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    row = brief(ledger, conflict, truces=[truce]).rows[0]
    assert source_names(row.said_by) == "Syrian Observatory for Human Rights"
    assert told_in(row) == "3 reports of 2 outlets"
    assert findings_text(row) == "Undetermined (the reports leave open whether an excluded party is involved)"
