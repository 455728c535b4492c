from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from tests.views.test_tally import WEEK
from trucewatch.ledger import Ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views.as_known import as_known
from trucewatch.views.tally import COLUMNS, Tally, tally
from trucewatch.views.tally_text import tally_csv, tally_html, tally_markdown


@pytest.fixture
def shown(ledger: Ledger, conflict: Conflict, truce: Truce) -> Tally:
    return tally(as_known(ledger, conflict, [truce]), conflict, [truce], WEEK, WEEK, program="Counted by a program.")


def test_csv_has_a_line_for_each_row(shown: Tally) -> None:
    lines = list(csv.DictReader(io.StringIO(tally_csv(shown))))
    assert tuple(lines[0]) == COLUMNS
    assert len(lines) == len(shown.weeks[0].rows)
    assert lines[0]["week_start"] == "2016-05-16"


def test_no_cell_is_a_formula_and_what_is_not_told_is_empty(shown: Tally) -> None:
    (week,) = shown.weeks
    row = replace(week.rows[0], alleged_by="=1+1", killed_max=None)
    text = tally_csv(replace(shown, weeks=(replace(week, rows=(row,)),)))
    (line,) = csv.DictReader(io.StringIO(text))
    assert (line["alleged_by"], line["killed_max"]) == ("'=1+1", "")


def test_markdown_says_what_was_read_and_by_when(shown: Tally) -> None:
    text = tally_markdown(shown)
    assert text.startswith("# Syria: weekly tally\n\nFrom the reports read by 2016-05-22 12:00:00 UTC. Counted by a ")
    assert "## Cessation of hostilities: 16 to 22 May 2016" in text
    assert "more than the week before" in text
    assert "No reports read from Orontes Wire on" in text


def test_html_loads_nothing_and_escapes_what_reports_hold(shown: Tally) -> None:
    (week,) = shown.weeks
    row = replace(week.rows[0], alleged_by="<script>alert(1)</script>")
    text = tally_html(replace(shown, weeks=(replace(week, rows=(row,)),)))
    assert "&lt;script&gt;" in text
    assert re.search(r"<(script|img|link|a)\b|\bsrc=|\bhref=", text) is None


def test_a_week_without_reports_says_so(shown: Tally) -> None:
    (week,) = shown.weeks
    text = tally_markdown(replace(shown, weeks=(replace(week, outlets=(), rows=()),)))
    assert "No report published in this week has been read, so nothing can be said about it" in text
