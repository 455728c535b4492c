"""Where and when an act could have been."""

from __future__ import annotations

from datetime import date

from tests.claims.builders import FRIDAY, reading_of
from trucewatch.claims.draft import Draft
from trucewatch.claims.reading import Reading
from trucewatch.claims.setting_options import PLACE_REACH, day_options, place_options
from trucewatch.model import Day


def last_draft(reading: Reading) -> Draft:
    number = max(number for number, found in enumerate(reading.candidates) if found)
    candidate = reading.candidates[number][-1]
    return Draft(candidate, candidate.acts[0], "act.test")


def places_for(text: str) -> dict[str | None, tuple[str, tuple[str, ...]]]:
    """Name of the place: rule and words."""
    reading = reading_of(text)
    options = place_options(reading, last_draft(reading))
    return {o.value.name if o.value else None: (o.rule, tuple(s.of(text) for s in o.spans)) for o in options}


def days_for(text: str) -> dict[Day | None, tuple[str, ...]]:
    reading = reading_of(text)
    return {o.value: tuple(s.of(text) for s in o.spans) for o in day_options(reading, last_draft(reading))}


def test_a_place_of_the_sentence() -> None:
    places = places_for("Rebels shelled Daraya.")
    assert places == {"Daraya": ("place.named", ("Daraya",)), None: ("place.not-told", ())}


def test_a_place_of_the_gazetteer_is_resolved() -> None:
    reading = reading_of("Rebels shelled Daraya.")
    place = place_options(reading, last_draft(reading))[0].value
    assert place is not None
    assert place.place_id is not None
    assert place.country == "sy"


def test_a_place_told_before_counts_for_a_few_sentences_and_from_the_headline_always() -> None:
    quiet = "It rained. "
    near = places_for(
        "It was quiet. It rained. Smoke rose over Daraya. " + quiet * (PLACE_REACH - 1) + "Rebels shelled it."
    )
    assert near["Daraya"][0] == "place.told-before"
    far = places_for("It was quiet. It rained. Smoke rose over Daraya. " + quiet * PLACE_REACH + "Rebels shelled it.")
    assert "Daraya" not in far
    opening = places_for("Smoke rose over Daraya. It was quiet. " + quiet * (PLACE_REACH + 2) + "Rebels shelled it.")
    assert opening["Daraya"][0] == "place.told-before"


def test_a_place_is_offered_once_where_it_is_told_nearest() -> None:
    text = "Smoke rose over Daraya. Rebels shelled Daraya."
    reading = reading_of(text)
    spans = [o.spans for o in place_options(reading, last_draft(reading)) if o.value]
    assert [[span.start for span in group] for group in spans] == [[text.rindex("Daraya")]]


def test_days_of_the_sentence_and_of_the_one_before() -> None:
    days = days_for("It rained on Monday. Rebels shelled Daraya on Friday.")
    assert days == {
        Day(FRIDAY, FRIDAY, "day"): ("Friday",),
        Day(date(2016, 5, 16), date(2016, 5, 16), "day"): ("Monday",),
        None: (),
    }


def test_a_place_and_a_day_can_be_told_in_the_next_sentences_but_not_far_ahead() -> None:
    text = "Rebels shelled the market. The raid on Daraya was on Monday. It rained. It rained in Homs on Tuesday."
    reading = reading_of(text)
    draft = Draft(reading.candidates[0][0], "attack.shelling", "act.test")
    places = {o.value.name: o.rule for o in place_options(reading, draft) if o.value}
    assert places == {"Daraya": "place.told-later"}
    assert {o.value.start for o in day_options(reading, draft) if o.value} == {date(2016, 5, 16)}
