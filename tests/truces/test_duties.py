from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.incidents.builders import claim
from tests.truces.builders import incident_of, moment, period, term, truce
from trucewatch.incidents.incident import Incident
from trucewatch.model import Assessment, Claim, Quantity, Stance
from trucewatch.truces.duties import DutyCount, duty_counts, number_beside

SHIPS = Quantity(18, "fuel ships", "period", ("fuel ship", "tanker"))
UNTIL = date(2016, 6, 1)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Two fuel ships entered the port.", 2),
        ("Two more large fuel ships entered.", 2),
        ("A total of 1,200 fuel ships", 1200),
        ("The eighteen tankers came.", 18),
        ("A fuel ship entered on 5 May.", None),
        ("Five sailors of a fishing boat and of one other vessel saw a fuel ship.", None),
    ],
)
def test_the_number_beside_the_unit(sentence: str, number: int | None) -> None:
    assert number_beside(sentence, SHIPS) == number


def count(*told: tuple[Claim, str], quantity: Quantity | None = SHIPS, until: date = UNTIL) -> DutyCount:
    """Each claim an incident of its own, with its sentence."""
    duty = term("ships", mode="must", acts=("aid.deliver",), unmet_by=("aid.obstruct",), against=(), quantity=quantity,
                deadline=None if quantity else moment("2016-05-01"))  # fmt: skip
    held = truce(duty, periods=(period("main", datetime(2016, 2, 27, 19), datetime(2016, 4, 27, 19)),))
    incidents: list[Incident] = [incident_of(one) for one, _ in told]
    made = [
        Assessment(incident.id, incident.id, held.id, held.version, "ships", (), "permitted_act")
        for incident in incidents
    ]
    claims, words = {one.id: one for one, _ in told}, {one.id: sentence for one, sentence in told}
    (found,) = duty_counts(held, incidents, claims, words, made, until)
    return found


def ship(day: str | None, document: str = "a", act: str = "aid.deliver", stance: Stance = Stance.ASSERTED) -> Claim:
    return claim(act, document=document, day=day, stance=stance)


def test_occasions_and_numbers_give_a_range() -> None:
    found = count(
        (ship("2016-03-01"), "A fuel ship entered."),
        (ship("2016-03-20", "b"), "Five fuel ships have entered so far."),
        (ship("2016-03-21", "c"), "A convoy of lorries entered."),
    )
    (window,) = found.windows
    assert (window.start, window.end) == (date(2016, 2, 27), date(2016, 4, 27))
    assert (window.lowest, window.highest, len(window.told)) == (5, 6, 2)
    assert window.state(18, UNTIL) == "fewer_told"
    assert window.state(6, UNTIL) == "unclear"
    assert window.state(5, UNTIL) == "met_as_told"
    assert window.state(18, date(2016, 4, 27)) == "open"


def test_what_is_told_as_not_done_counts_for_nothing_and_is_kept() -> None:
    found = count(
        (ship("2016-03-01", act="aid.obstruct"), "A fuel ship was held."),
        (ship("2016-03-02", "b", stance=Stance.DENIED), "It denied that a fuel ship had entered."),
        (ship("2016-03-03", "c", stance=Stance.PLANNED), "A fuel ship is to enter."),
    )
    (window,) = found.windows
    assert (window.lowest, window.highest, [one.done for one in window.told]) == (0, 0, [False, False])


def test_silence_is_told_apart_from_less() -> None:
    (window,) = count().windows
    assert window.state(18, UNTIL) == "nothing_told"


def test_what_has_no_day_or_lies_later_is_in_no_window() -> None:
    found = count((ship(None), "A fuel ship entered."), (ship("2016-06-20", "b"), "A fuel ship entered."))
    assert (len(found.undated), found.windows[0].told) == (1, ())


@pytest.mark.parametrize(("per", "windows"), [("week", 9), ("day", 60), ("total", 1), ("period", 1)])
def test_windows(per: str, windows: int) -> None:
    assert len(count(quantity=Quantity(2, "flights", per, ("flight",))).windows) == windows
    assert len(count(quantity=Quantity(2, "flights", per, ("flight",)), until=date(2016, 1, 1)).windows) == 0


def test_a_deadline_is_a_window_too() -> None:
    found = count((ship("2016-04-01"), "Aid came."), quantity=None)
    (window,) = found.windows
    assert (found.asked, window.end, window.lowest) == (1, date(2016, 5, 1), 1)


def test_what_lies_outside_the_term_is_left_out() -> None:
    held = truce(term("ships", mode="must", acts=("aid.deliver",), quantity=SHIPS))
    one = ship("2016-03-01")
    outside = Assessment("x", incident_of(one).id, held.id, 1, "ships", (), "outside_scope(in_area)")
    words = {one.id: "A fuel ship entered."}
    (found,) = duty_counts(held, [incident_of(one)], {one.id: one}, words, [outside], UNTIL)
    assert found.windows[0].told == ()


def test_what_the_term_does_not_reach_is_told_and_not_counted() -> None:
    shipped = ship("2016-03-01")
    duty = term("ships", mode="must", acts=("aid.deliver",), against=(), quantity=SHIPS)
    held = truce(duty, periods=(period("main", datetime(2016, 2, 27, 19), datetime(2016, 4, 27, 19)),))
    incident, label = incident_of(shipped), "outside_scope(party_bound)"
    made = Assessment("assessment-1", incident.id, held.id, held.version, "ships", (), label)
    words = {shipped.id: "Two fuel ships entered."}
    (found,) = duty_counts(held, [incident], {shipped.id: shipped}, words, [made], UNTIL)
    assert [window.told for window in found.windows] == [()]
    assert [(one.claim_id, one.number, why) for one, why in found.left_out] == [(shipped.id, 2, label)]
