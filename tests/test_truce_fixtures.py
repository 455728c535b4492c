"""Hard cases of real truces, each from the words of a report to the label. The reports are of our own writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from trucewatch.coding import code_report
from trucewatch.incidents import Telling, group_claims
from trucewatch.model import Assessment, Claim, Document, RawReport, Truce
from trucewatch.packs import Conflict, load_conflict, load_truce, load_truces
from trucewatch.truces import assess_incidents, overall

MONITOR = "the Syrian Observatory for Human Rights said."
SHELLED_DOUMA = f"Government forces shelled Douma on Saturday, killing three civilians, {MONITOR}"
STRUCK_COALITION = "Government warplanes struck the Syrian National Coalition in Idlib on Tuesday, residents said."
SHELLED_MARIB = "Houthi forces shelled a village in Marib on {}, killing two civilians, residents said."
SHELLED_STEPANAKERT = "Azerbaijani forces shelled Stepanakert on {}, killing two civilians, residents said."
MASSING = "The OSCE said that {} forces were massing troops with rocket launchers in Hrabove on Wednesday."


def read(text: str, published: str, conflict: Conflict, outlet: str = "example") -> tuple[Document, tuple[Claim, ...]]:
    raw = RawReport(
        content=text.encode(),
        media="text",
        origin="text",
        retrieved=datetime(2020, 1, 1, tzinfo=UTC),
        outlet=outlet,
        published_given=date.fromisoformat(published),
    )
    return code_report(raw, conflict)


def held(truces: tuple[Truce, ...], *reports: tuple[str, str]) -> list[Assessment]:
    """Reports, each a text with its day of publication, all the way to the assessments of their incidents."""
    conflict = load_conflict(truces[0].conflict)
    tellings = [
        Telling(claim, one.outlet, one.published, one.title, one.id, claim.sentence.of(one.text))
        for at, (text, day) in enumerate(reports)
        for one, claims in [read(text, day, conflict, f"outlet {at}")]
        for claim in claims
    ]
    claims = {telling.claim.id: telling.claim for telling in tellings}
    words = {telling.claim.id: telling.text for telling in tellings}
    return assess_incidents(group_claims(tellings, conflict), claims, words, truces, conflict)


def label(name: str, text: str, published: str, term: str | None = None) -> str:
    return overall(one for one in held(load_truces([name]), (text, published)) if term in {None, one.term_id})


def reason(made: list[Assessment], test: str) -> str:
    """The reason of a test in the assessment whose label shows."""
    foremost = next(one for one in made if one.label == overall(made))
    return next(finding.reason for finding in foremost.findings if finding.test == test)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2016-05-01", "reported_breach_disputed"),  # Saturday 30 April
        ("2016-04-24", "outside_scope(in_period)"),
        ("2016-05-08", "outside_scope(in_period)"),
    ],
)
def test_the_regime_of_calm_whose_start_was_told_three_ways(published: str, expected: str) -> None:
    assert label("syria-2016-calm", SHELLED_DOUMA, published) == expected


def test_each_start_is_named_in_the_reason() -> None:
    made = held(load_truces(["syria-2016-calm"]), (SHELLED_DOUMA, "2016-05-01"))
    words = reason(made, "in_period")
    assert "the agency: midnight on April 29-30 (2016-04-30 00:00" in words
    assert "not by the agency, further down: 00:01 on Sunday 1 May (2016-05-01 00:01" in words


@pytest.mark.parametrize(
    ("published", "expected"), [("2016-03-09", "reported_breach"), ("2016-03-16", "undetermined(target_bound)")]
)
def test_the_opposition_accepted_for_two_weeks_only(published: str, expected: str) -> None:
    assert label("syria-2016", STRUCK_COALITION, published) == expected


def test_damascus_accepted_on_a_condition_wider_than_the_text() -> None:
    made = held(load_truces(["syria-2016"]), (SHELLED_DOUMA, "2016-03-06"))
    assert "on the condition: operations go on against Islamic State" in reason(made, "party_bound")


def test_where_the_condition_leaves_somebody_out_whom_the_text_protects_it_is_disputed() -> None:
    """A desk that holds the list of groups that accepted: the one that Damascus' condition leaves out is on it."""
    truce = load_truce("syria-2016")
    sides = tuple(replace(one, status="accepted") if one.id == "groups" else one for one in truce.parties)
    text = f"Government warplanes bombed Jaish al-Fatah positions in Idlib on Tuesday, {MONITOR}"
    made = held((replace(truce, parties=sides),), (text, "2016-03-09"))
    assert overall(made) == "reported_breach_disputed"
    assert "The text does not leave Jaish al-Fatah out." in reason(made, "target_bound")
    assert label("syria-2016", text, "2016-03-09") == "undetermined(target_bound)"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Houthi forces attacked the port of Mokha with a drone on Saturday, residents said.",
            "2021-09-12",
            "outside_scope(in_area)",
        ),
        (
            "Houthi forces shelled Hays on Saturday, killing two civilians, residents said.",
            "2019-09-15",
            "reported_breach",
        ),
    ],
)
def test_mokha_lies_outside_the_area_of_hodeidah(text: str, published: str, expected: str) -> None:
    assert label("hodeidah-2018", text, published) == expected


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        ("Saturday", "2022-10-02", "reported_breach"),
        ("Sunday", "2022-10-03", "undetermined(in_period)"),
        ("Monday", "2022-10-04", "outside_scope(in_period)"),
    ],
)
def test_the_yemen_truce_lapsed_on_2_october_2022_at_seven_in_the_evening(
    day: str, published: str, expected: str
) -> None:
    assert label("yemen-2022", SHELLED_MARIB.format(day), published) == expected


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        ("Monday", "2020-11-10", "outside_scope(in_period)"),
        ("Tuesday", "2020-11-11", "undetermined(in_period)"),  # its first hour lies before midnight in Moscow
        ("Wednesday", "2020-11-12", "reported_breach"),
    ],
)
def test_karabakh_runs_on_moscow_time(day: str, published: str, expected: str) -> None:
    assert label("karabakh-2020", SHELLED_STEPANAKERT.format(day), published) == expected


def test_karabakh_has_two_texts_and_gazakh_is_in_one_of_them() -> None:
    told = "Armenian forces did not withdraw from {} on Saturday, the Red Cross said."
    made = held(load_truces(["karabakh-2020"]), (told.format("Qazakh"), "2020-11-23"))
    assert overall(made) == "reported_breach_disputed"
    assert "The texts of the truce differ" in reason([one for one in made if one.term_id == "aghdam"], "in_area")
    assert label("karabakh-2020", told.format("Aghdam"), "2020-11-23", "aghdam") == "duty_unmet_reported"


@pytest.mark.parametrize(
    ("side", "term", "expected"),
    [
        ("separatist", "withdrawal-formations", "reported_breach"),
        ("Ukrainian", "withdrawal-ukraine", "outside_scope(in_area)"),
    ],
)
def test_minsk_reckons_the_sides_from_two_lines(side: str, term: str, expected: str) -> None:
    """The town lies within thirty-five kilometres of the line of 2014 and farther from the line of contact."""
    assert label("minsk-2015", MASSING.format(side), "2015-06-11", term) == expected


def test_paired_daily_tallies_bear_out_nothing_of_each_other() -> None:
    """Each guarantor's word on the other's side settles nothing, and their incidents stay apart."""
    made = held(
        load_truces(["syria-2016-december"]),
        ("The Russian defence ministry said that rebels shelled a village in Hama on Tuesday.", "2017-01-11"),
        ("The Turkish military said that government forces shelled rebels in Idlib on Tuesday.", "2017-01-11"),
    )
    assert len({one.incident_id for one in made}) == 2
    labels = {one.label for one in made if one.term_id == "attacks"}
    assert labels
    assert all(label.startswith("undetermined(party_bound") for label in labels)


def test_a_party_s_own_word_that_the_truce_was_broken_is_no_result() -> None:
    text = "The Russian defence ministry said that rebels had violated the truce 19 times in Aleppo on Tuesday."
    assert label("syria-2016-december", text, "2017-01-11") == "undetermined(act_listed)"


def test_what_the_other_guarantor_confirms_none_of_is_no_breach_by_the_first_one_s_word() -> None:
    made = held(
        load_truces(["syria-2016-december"]),
        ("The Russian defence ministry said that rebels shelled a village in Hama on Tuesday.", "2017-01-11"),
        ("The Turkish military denied that rebels shelled a village in Hama on Tuesday.", "2017-01-11"),
    )
    told = [one for one in made if one.term_id == "attacks"]
    assert told
    assert "reported_breach" not in {one.label for one in told}
    grounds = {ground.claim_id for one in told for finding in one.findings for ground in finding.grounds}
    assert len(grounds) == 2


@pytest.mark.parametrize("name", ["Hirbinifsah", "Harb Nafsah", "Harbnafsah"])
def test_one_village_under_three_spellings(name: str) -> None:
    text = f"Government forces shelled {name} on Saturday, killing three civilians, {MONITOR}"
    assert label("syria-2016", text, "2016-03-06") == "reported_breach"


def test_a_name_that_no_gazetteer_holds_is_not_guessed() -> None:
    text = f"Government forces shelled Harb Bebsi on Saturday, killing three civilians, {MONITOR}"
    assert label("syria-2016", text, "2016-03-06", "civilians") == "undetermined(in_area)"


def test_a_recorder_s_breaches_by_fire_and_by_arrest_are_kept_apart() -> None:
    made = held(
        load_truces(["syria-2016"]),
        (
            "Government forces shelled Douma on Saturday, killing three civilians, the Syrian Network for Human Rights "
            "said.",
            "2016-03-06",
        ),
        (
            "Government forces arrested 12 people in Hama on Saturday, the Syrian Network for Human Rights said.",
            "2016-03-06",
        ),
    )
    by_incident: dict[str, list[Assessment]] = {}
    for one in made:
        by_incident.setdefault(one.incident_id, []).append(one)
    assert sorted(overall(told) for told in by_incident.values()) == ["outside_scope(act_listed)", "reported_breach"]


def test_two_totals_of_one_counter_are_two_statements_and_neither_is_a_result() -> None:
    told = "UNIFIL said that Israeli forces had violated the truce {} times since November."
    made = held(
        load_truces(["lebanon-2024"]), (told.format("7,500"), "2025-11-20"), (told.format("7,300"), "2025-11-22")
    )
    assert len({one.incident_id for one in made}) == 2
    assert {one.label for one in made} == {"undetermined(act_listed)"}


def test_a_live_fire_exercise_is_fire_where_the_text_excepts_no_exercise() -> None:
    text = "The OSCE said that Ukrainian forces fired machine guns in Horlivka in a live-fire exercise on Wednesday."
    truces = load_truces(["minsk-2015"])
    assert not any(one.kind == "exercise" for truce in truces for one in truce.exceptions)
    assert overall(held(truces, (text, "2016-09-10"))) == "reported_breach"
