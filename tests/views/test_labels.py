from __future__ import annotations

import pytest

from trucewatch.model import CLAIM_FIELDS, Answer, PassageKind, Place, Stance
from trucewatch.packs import Conflict
from trucewatch.packs.acts import load_acts
from trucewatch.truces.label import TESTS
from trucewatch.views import labels


def test_every_act_of_the_packs_has_a_name_a_heading_and_a_family() -> None:
    assert set(labels.table("acts")) == set(load_acts())
    for act in load_acts():
        assert labels.act_name(act)
        assert labels.act_heading(act)
        assert sum(family.holds(act) for family in labels.act_families()) == 1, act


def test_every_id_of_the_model_has_words() -> None:
    assert set(labels.table("tests")) == set(TESTS)
    assert set(CLAIM_FIELDS) < set(labels.table("fields"))
    assert set(labels.table("stances")) == {stance.value for stance in Stance}
    assert set(labels.table("answers")) == {answer.value for answer in Answer}
    assert set(labels.table("passages")) == {kind.value for kind in PassageKind}


def test_an_id_that_the_tables_lack_is_shown_as_it_is() -> None:
    assert labels.act_name("attack.laser") == "attack.laser"
    assert labels.finding_label("verified").name == "verified"


@pytest.mark.parametrize(
    ("label", "name", "sentence", "tone"),
    [
        ("reported_breach", "Reported breach", "as told, a term of the truce forbids this", "breach"),
        (
            "undetermined(party_bound, in_area)",
            "Undetermined",
            "the reports leave open whether the alleged actor is bound and whether the truce reaches that place",
            "open",
        ),
        ("outside_scope(in_period)", "Outside the terms", "told of outside the truce's period", "outside"),
        ("permitted_act", "Permitted", "as told, the terms provide for this", "outside"),
    ],
)
def test_finding_label(label: str, name: str, sentence: str, tone: str) -> None:
    assert labels.finding_label(label) == labels.FindingLabel(label, name, sentence, tone)


@pytest.mark.parametrize(
    ("stances", "heading"),
    [
        (["asserted", "denied"], "Air strike reported"),
        (["denied"], "Air strike: denied"),
        (["planned", "conditional", "planned"], "Air strike: announced for later and stated as a possibility"),
    ],
)
def test_an_act_that_nobody_states_outright_is_not_headed_as_reported(stances: list[str], heading: str) -> None:
    assert labels.told_heading("attack.air", stances) == heading


def test_every_tone_is_known() -> None:
    assert {entry["tone"] for entry in labels.table("findings").values()} == set(labels.TONES)


def test_parties(conflict: Conflict) -> None:
    named = labels.party_names(conflict, ("ru.forces", "unknown", "other:Tribe"))
    assert named == ("Russian forces", "Tribe")
    assert labels.parties_text(conflict, ()) == "not told"
    assert labels.speakers_text(conflict, (), "Wire") == "Wire itself"
    assert labels.speakers_text(conflict, ("un", "sohr"), "Wire") == (
        "United Nations, quoting Syrian Observatory for Human Rights"
    )


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (None, "not told"),
        (Place("Ariha", "sy.ariha", "sy.idlib", "sy"), "Ariha, Idlib"),
        (Place("Idlib", "sy.idlib", None, "sy"), "Idlib"),
        (Place("Atma camp", "sy.atma", "sy.idlib", "sy"), "a camp in Idlib"),
        (Place("Zaytun"), "a place not in the gazetteer"),
        (Place("National Hospital of Idlib"), "a place not in the gazetteer"),
        (Place("Ariha", candidates=("sy.ariha", "sy.idlib")), "Ariha (several places of this name)"),
        (Place("Old", "gone", "sy.idlib", "sy"), "a place no longer in the gazetteer, in Idlib"),
    ],
)
def test_a_place_is_named_no_finer_than_a_settlement(conflict: Conflict, place: Place | None, text: str) -> None:
    assert labels.place_text(conflict, place) == text


def test_fields_stand_in_the_order_of_the_codebook() -> None:
    assert labels.in_field_order(["killed", "occurrence", "actor"]) == ("occurrence", "actor", "killed")


def test_codes_of_acts_in_a_reason_are_put_in_words() -> None:
    assert labels.with_act_names("The term lists attack.air, truce.breach.") == (
        f"The term lists {labels.act_name('attack.air')}, {labels.act_name('truce.breach')}."
    )
    assert labels.with_act_names("attack.ground is told as planned.").startswith(
        labels.act_name("attack.ground").capitalize()
    )
    assert labels.with_act_names("The New Arab, www.example.org, v2.x") == "The New Arab, www.example.org, v2.x"


def test_codes_of_one_word_are_named_where_a_reason_lists_them() -> None:
    assert (
        labels.with_act_names("The term lists attack.air, kill.")
        == f"The term lists air strike, {labels.act_name('kill')}."
    )
    assert labels.with_act_names("No term lists meet.") == f"No term lists {labels.act_name('meet')}."
    assert labels.with_act_names("They meet on no point.") == "They meet on no point."


@pytest.mark.parametrize(
    "reason",
    [
        "The term lists {}; the army denies that it happened.",
        "The term is about mortars; no report of {} names one of these.",
        "Only denials of {} were read.",
        "{} is told as planned or conditional, not as done.",
        "Told both as done ({}) and as not done ({}).",
        "What the term asks for is told as not done: {}.",
        "No term lists {}.",
    ],
)
@pytest.mark.parametrize("codes", ["kill", "meet, attack.air", "attack.clash, release"])
def test_no_code_of_an_act_is_left_in_a_reason(reason: str, codes: str) -> None:
    names = ", ".join(map(labels.act_name, codes.split(", ")))
    wanted = reason.format(names, names)
    assert labels.with_act_names(reason.format(codes, codes)) == wanted[:1].upper() + wanted[1:]
