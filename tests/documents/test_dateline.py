from __future__ import annotations

from datetime import date

import pytest

from trucewatch.documents.dateline import find_dateline

DAY = date(2016, 5, 20)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("20.05.2016Get short URL Shells fell.", "20.05.2016"),
        ("Fri 20 May 2016 Shells fell.", "Fri 20 May 2016"),
        ("Date of publication: 20 May 2016 Shells fell.", "Date of publication: 20 May 2016"),
        ("Last updated at May 202016 BEIRUT Shells fell.", "Last updated at May 202016"),
        ("AFP Friday 20 May 2016 Shells fell.", "AFP Friday 20 May 2016"),
        ("20.05.2016(updated 1840 20.05.2016) Shells fell.", "20.05.2016(updated 1840 20.05.2016)"),
        ("Posted on May 20 2016 by Some Writer Shells fell.", "Posted on May 20 2016"),
        ("AMMAN, May 20, 2016 (Agency) -- Shells fell.", None),
        ("Damascus, 20 May 2016 — Shells fell.", None),
    ],
)
def test_full_dates_that_open_a_text(text: str, stamp: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.day == DAY
    assert (found.stamp.of(text) if found.stamp else None) == stamp


@pytest.mark.parametrize(
    "text",
    [
        "AMMAN, May 20 -- Shells fell.",
        "May 20, 2016 was the worst day of the truce.",
        "Shells fell on 20 May 2016 in the north.",
        "On Friday, May 20, 2016 - as on other days - shells fell.",
        "",
    ],
)
def test_no_year_or_part_of_a_sentence_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_it_can_stand_after_the_headline() -> None:
    text = "Shells fall on town Monitor AFP Friday 20 May 2016 Shells fell."
    found = find_dateline(text, text.index(" AFP"))
    assert found is not None
    assert found.stamp is not None
    assert found.stamp.of(text) == "AFP Friday 20 May 2016"
