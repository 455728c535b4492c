from __future__ import annotations

import pytest

from trucewatch.documents.headline import find_headline, looks_like_headline, without_site

TITLE = "Shells hit Syria's market: six killed"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells hit Syria's market: six killed\n\nSix people", "Shells hit Syria's market: six killed"),
        ("SHELLS HIT SYRIAS MARKET six killed. Six people", "SHELLS HIT SYRIAS MARKET six killed. "),
        ("Fri 20 May 2016 Shells hit Syrias market six killed Six people", "Shells hit Syrias market six killed "),
        ("Six people were killed when shells hit a market.", None),
        ("Shells hit Syria's market: six killedX", None),
        ("Shells hit Syria's\n\nmarket: six killed", None),
        ("A long opening that says other things, and goes on and on and on and on. " + TITLE, None),
    ],
)
def test_the_title_is_found_where_it_opens_the_text(text: str, found: str | None) -> None:
    span = find_headline(text, TITLE)
    assert (span.of(text) if span else None) == found


def test_a_title_of_a_few_letters_is_not_looked_for() -> None:
    assert find_headline("Syria is at war", "Syria") is None


@pytest.mark.parametrize(
    ("title", "bare"), [("Raid kills six | Some Times", "Raid kills six"), ("A | B | Some Site", "A | B")]
)
def test_the_name_of_a_site_comes_off(title: str, bare: str) -> None:
    assert without_site(title) == bare


@pytest.mark.parametrize(
    ("line", "is_one"),
    [("Shells hit market in town", True), ("Shells hit a market.", False), ("Breaches so far:", False)],
)
def test_a_headline_is_short_and_no_sentence(line: str, is_one: bool) -> None:
    assert looks_like_headline(line) is is_one
