from __future__ import annotations

import pytest

from trucewatch.ledger import Ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict, load_conflict, load_truces, truce_names
from trucewatch.views.truce_changes import held, held_against, truce_diff
from trucewatch.views.truce_sheet import truce_sheet
from trucewatch.views.truce_text import WIDTH, diff_lines, held_lines, sheet_lines


def test_a_sheet_names_terms_sides_and_who_is_left_out(conflict: Conflict, truce: Truce) -> None:
    text = "\n".join(sheet_lines(truce_sheet(truce, conflict)))
    for words in (
        "air [js.annex]: \u201ccease attacks",
        "Government side must not: air strike",
        "excluded by the text, named in the text [js.2]",
        "not bound, no acceptance was given",
        "27 February 2016, 00:00 to no end set",
        "No map of excluded areas was published.",
    ):
        assert words in text


@pytest.mark.parametrize("name", truce_names())
def test_every_sheet_fits_the_width(name: str) -> None:
    for truce in load_truces([name]):
        lines = "\n".join(sheet_lines(truce_sheet(truce, load_conflict(truce.conflict)))).splitlines()
        assert all(len(line) <= WIDTH for line in lines if "http" not in line)


def test_what_is_held_is_counted_and_listed(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    rows = held_against(held(ledger), conflict, [truce])
    text = "\n".join(held_lines(rows))
    assert text.startswith("3 incidents held against the terms")
    assert "Reported breach, disputed: a point that the terms turn on is disputed" in text
    assert "Outside the terms: " not in text
    everything = "\n".join(held_lines(rows, all_of_them=True))
    assert "Outside the terms: no term lists this act as it is told" in everything
    assert "\x1b" not in everything


def test_a_diff_without_changes(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    text = "\n".join(diff_lines(truce_diff(held(ledger), conflict, truce, truce)))
    assert "no term differs" in text
    assert "0 labels changed" in text
