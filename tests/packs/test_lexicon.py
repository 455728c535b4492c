from __future__ import annotations

from datetime import date

import pytest

from trucewatch.packs.lexicon import Alias, Side


@pytest.mark.parametrize(
    ("day", "leaning", "holds"),
    [
        (date(2016, 1, 1), "state", True),
        (date(2016, 12, 31), "state", True),
        (date(2015, 12, 31), "state", False),
        (date(2017, 1, 1), "state", False),
        (None, "state", True),
        (date(2016, 5, 1), "opposition", False),
        (date(2016, 5, 1), None, False),
    ],
)
def test_an_alias_holds_on_its_days_in_its_outlets(day: date | None, leaning: str | None, holds: bool) -> None:
    alias = Alias(("x",), "wording", date(2016, 1, 1), date(2016, 12, 31), ("state",))
    assert alias.holds(day, leaning) is holds


def test_a_person_of_a_side_is_of_its_government_unless_the_side_says_otherwise() -> None:
    assert Side({"gov": "x.gov"}, "x").party("person") == "x.gov"
    assert Side({"gov": "x.gov", "person": "x"}, "x").party("person") == "x"
    assert Side({}, "x").party("forces") == "x"
