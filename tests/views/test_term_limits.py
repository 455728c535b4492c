"""What the terms set, beside each test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.truces.builders import term, truce
from trucewatch.model import Area, Instrument, NotCovered, Truce, TruceException
from trucewatch.packs import Conflict, load_conflict
from trucewatch.truces.label import TESTS
from trucewatch.views.term_limits import clause_text, term_limits, truce_limits

SYRIA: Conflict = load_conflict("syria")
JOINT = Instrument("js", "Joint statement with its annex", date(2016, 2, 22))


def limits(held: Truce) -> dict[str, str]:
    return term_limits(held, held.terms[0], SYRIA)


def test_every_test_has_the_terms_beside_it() -> None:
    told = limits(truce())
    assert tuple(told) == TESTS
    assert all(told.values())


def test_sides_are_told_by_name_with_their_standing() -> None:
    told = limits(truce(term(by=("government", "groups"), against=("groups", "civilians"))))
    assert "the government side (Government of Syria and Russian forces: accepted the truce)" in told["party_bound"]
    assert "groups (Rebel groups: acceptance not established)" in told["party_bound"]
    assert "Not bound: US-led coalition against Islamic State." in told["party_bound"]
    assert told["target_bound"].endswith("acceptance not established); civilians.")
    assert told["not_excluded"].startswith("Excluded by the text: Islamic State and ")


def test_days_acts_and_area_are_told() -> None:
    told = limits(truce(term(acts=("attack.air", "attack.clash"))))
    assert told["in_period"].startswith("Runs from 27 February 2016, 00:00 to 30 June 2016, 18:00 (Asia/Damascus)")
    assert "version 1 of the terms is for acts from 27 February 2016" in told["in_period"]
    assert told["act_listed"] == "Acts that count under this term: air strike, clash."
    assert told["in_area"].startswith("Holds in Syria (country: ")


def test_what_fails_before_any_term_is_asked_has_the_limits_of_all_terms_beside_it() -> None:
    two = truce(
        term(acts=("attack.air",)), term("aid", acts=("attack.air", "attack.clash"), unmet_by=("attack.clash",))
    )
    told = truce_limits(two, SYRIA)
    assert told["act_listed"] == ("Acts that count under any term: air strike, clash. Told as a duty not met: clash.")
    assert told["in_area"].startswith("Any term: Holds in Syria (country: ")
    assert told["in_period"].startswith("Any term: Runs from 27 February 2016, 00:00 to 30 June 2016, 18:00")


def test_land_that_nobody_drew_stands_with_the_area() -> None:
    areas = (Area("syria", "country", ("sy",)), Area("held", "undelineated", (), note="no map was published"))
    assert limits(truce(areas=areas))["in_area"].endswith("Held: no map was published.")


def test_a_truce_that_excludes_nobody_says_so() -> None:
    held = replace(truce(), excluded=(), not_bound=())
    assert limits(held)["not_excluded"] == "Excluded by the text: nobody."
    assert "Not bound" not in limits(held)["party_bound"]
    again = replace(held, excluded=(NotCovered("is", "named in the text"),))
    assert limits(again)["not_excluded"] == "Excluded by the text: Islamic State."


def test_a_clause_is_spelled_out_by_its_text() -> None:
    held = truce(instruments=(JOINT,))
    assert clause_text(held, "js.2") == "point 2 of “Joint statement”"
    assert clause_text(held, "js.annex") == "annex of “Joint statement”"
    assert clause_text(held, "js") == "Joint statement"


def test_a_clause_of_no_text_at_hand_stays_as_it_is() -> None:
    assert clause_text(truce(instruments=(JOINT,)), "other.2") == "other.2"
    assert clause_text(None, "js.2") == "js.2"
    assert clause_text(truce(), None) is None


def test_exceptions_are_told_with_their_clause() -> None:
    exception = TruceException("sd", "self_defence", "if proportionate", "js.2")
    held = truce(term(exceptions=("sd",)), exceptions=(exception,), instruments=(JOINT,))
    assert limits(held)["exception_claimed"] == (
        "Exceptions of this term: if proportionate (point 2 of “Joint statement”)."
    )
    assert limits(truce())["exception_claimed"] == "Exceptions of this term: none."
