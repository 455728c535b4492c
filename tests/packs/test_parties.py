"""How reports name parties. What holds for one side must hold for every other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.packs import PartyRegistry, load_conflict

SYRIA = load_conflict("syria").parties
YEMEN = load_conflict("yemen").parties


def _found(
    registry: PartyRegistry, text: str, *, day: date | None = None, outlet: str | None = None
) -> list[tuple[str, str]]:
    return [
        (text[found.start : found.end], "+".join(found.ids)) for found in registry.find(text, day=day, outlet=outlet)
    ]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Syrian army", "sy.gov.forces"),
        ("Russian warplanes", "ru.forces"),
        ("Turkish tanks", "tr.forces"),
        ("US special forces", "us.forces"),
        ("Israeli jets", "il.forces"),
        ("Iranian troops", "ir.forces"),
        ("Iraqi air force", "iq.forces"),
        ("French fighter jets", "fr.forces"),
        ("Syria's army", "sy.gov.forces"),
        ("Russia's military", "ru.forces"),
        ("Turkey’s defence ministry", "tr.forces"),
        ("Syrian foreign ministry", "sy.gov"),
        ("Russian foreign minister", "ru.gov"),
        ("Turkish president", "tr.gov"),
        ("US officials", "us.gov"),
        ("Iranian government", "ir.gov"),
        ("Russian defence ministry spokesman", "ru.forces"),
        ("Russian defense ministry", "ru.forces"),
        ("Turkish police", "tr.police"),
        ("regime helicopters", "sy.gov.forces"),
        ("government warplanes", "sy.gov.forces"),
        ("rebel fighters", "sy.rebels"),
        ("opposition forces", "sy.rebels"),
        ("opposition leaders", "sy.opposition"),
        ("Kurdish militia", "sy.sdf.ypg"),
        ("Assad's forces", "sy.gov.forces"),
        ("Nusra Front militants", "sy.nusra"),
        ("IS jihadists", "is"),
        ("SDF fighters", "sy.sdf"),
        ("Hezbollah fighters", "lb.hezbollah"),
        ("Ahrar al-Sham commander", "sy.rebels.ahrar-al-sham"),
        ("Jund al-Aqsa fighters", "other:Jund al-Aqsa"),
    ],
)
def test_a_side_and_its_noun_are_one_mention(text: str, ids: str) -> None:
    assert _found(SYRIA, f"On Friday {text} were named.") == [(text, ids)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Houthi fighters", "ye.houthis"),
        ("Houthi negotiator", "ye.houthis"),
        ("Houthi authorities", "ye.houthis.gov"),
        ("Yemeni ambassador", "ye.gov"),
        ("Yemeni army", "ye.forces"),
        ("Saudi-led coalition warplanes", "ye.coalition"),
        ("Saudi border guards", "sa.forces"),
        ("UAE forces", "ae.forces"),
        ("UN envoy Hans Grundberg", "un.envoy-ye"),
        ("Southern Giants Brigades", "ye.giants"),
    ],
)
def test_the_same_rules_read_the_parties_of_yemen(text: str, ids: str) -> None:
    found = _found(YEMEN, f"On Friday {text} were named.", day=date(2022, 4, 20))
    assert {party for _, party in found} == {ids}


def test_sides_that_share_a_noun_share_its_role() -> None:
    text = "Syrian and Russian warplanes, then Iraqi, Turkish and Iranian officials"
    assert _found(SYRIA, text) == [
        ("Syrian", "sy.gov.forces"),
        ("Russian warplanes", "ru.forces"),
        ("Iraqi", "iq.gov"),
        ("Turkish", "tr.gov"),
        ("Iranian officials", "ir.gov"),
    ]


def test_a_side_before_another_noun_is_an_adjective() -> None:
    text = "Russian airstrikes and regime bombardment"
    mentions = SYRIA.find(text)
    assert [(found.ids, found.kind) for found in mentions] == [(("ru.gov",), "adjective"), (("sy.gov",), "wording")]
    assert [SYRIA.forces_of(found.ids[0]) for found in mentions] == ["ru.forces", "sy.gov.forces"]


@pytest.mark.parametrize("holder", ["rebel-held", "regime-held", "IS-held", "government-controlled", "opposition-held"])
def test_who_holds_a_place_is_no_mention_but_can_be_asked_for(holder: str) -> None:
    text = f"a {holder} town"
    assert SYRIA.find(text) == []
    assert [text[found.start : found.end] for found in SYRIA.find_holders(text)] == [holder]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Government forces held on to the hill", "sy.gov.forces"),
        ("The rebels held talks", "sy.rebels"),
        ("Syrian rebels controlled the crossing", "sy.rebels"),
    ],
)
def test_who_held_on_or_held_talks_is_a_party(text: str, party: str) -> None:
    assert [found.ids for found in SYRIA.find(text)] == [(party,)]
    assert SYRIA.find_holders(text) == []


def test_copy_that_lost_its_hyphens_still_has_holders() -> None:
    assert [found.ids for found in SYRIA.find_holders("in rebel held areas of Aleppo")] == [("sy.rebels",)]


@pytest.mark.parametrize(
    "text", ["US-backed", "Russian-made", "Iran-backed", "anti-Assad", "pro-Turkey", "Damascus-based", "Russia-led"]
)
def test_what_describes_somebody_else_names_no_party(text: str) -> None:
    assert [found for found in SYRIA.find(f"a {text} thing") if found.kind != "adjective"] == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("US-led coalition", "coalition"),
        ("US-backed Syrian Democratic Forces", "sy.sdf"),
        ("Turkey-backed rebels", "sy.rebels.tr-backed"),
        ("Iranian-backed militias", "ir.forces"),
        ("Britain-based Syrian Observatory for Human Rights", "sohr"),
    ],
)
def test_a_listed_name_may_hold_such_words(text: str, ids: str) -> None:
    assert _found(SYRIA, f"the {text} said") == [(text, ids)]


def test_what_an_outlet_calls_somebody_counts_in_that_outlet_alone() -> None:
    text = "militants of the Coalition"
    assert _found(SYRIA, text, outlet="Reuters") == [("militants", "fighters"), ("Coalition", "coalition")]
    assert _found(SYRIA, text, outlet="Al-Manar") == [("militants", "sy.rebels"), ("Coalition", "coalition")]
    assert _found(SYRIA, text, outlet="etilaf") == [("militants", "fighters"), ("Coalition", "sy.opposition")]


def test_each_sides_outlets_are_read_by_the_same_rule_in_yemen() -> None:
    assert _found(YEMEN, "the army advanced", outlet="Al-Masirah") == [("army", "ye.houthis")]
    assert _found(YEMEN, "the army advanced", outlet="Marib Press") == [("army", "ye.forces")]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Kerry", date(2016, 5, 1), date(2018, 5, 1)),
        ("Staffan de Mistura", date(2016, 5, 1), date(2013, 5, 1)),
        ("Lavrov", date(2016, 5, 1), date(2001, 5, 1)),
        ("Syrian Democratic Forces", date(2016, 5, 1), date(2014, 5, 1)),
        ("Hayat Tahrir al-Sham", date(2017, 5, 1), date(2015, 5, 1)),
    ],
)
def test_names_and_offices_count_on_their_days(text: str, inside: date, outside: date) -> None:
    assert text in [words for words, _ in _found(SYRIA, text, day=inside)]
    assert text not in [words for words, _ in _found(SYRIA, text, day=outside)]
    assert text in [words for words, _ in _found(SYRIA, text)]


def test_words_that_may_mean_several_parties_give_them_all() -> None:
    assert _found(SYRIA, "the opposition and jihadists") == [
        ("opposition", "sy.opposition+sy.rebels"),
        ("jihadists", "is+sy.nusra"),
    ]


def test_states_and_capitals_say_that_they_may_be_places() -> None:
    text = "Moscow and Turkey met Damascus"
    assert [found.kind for found in SYRIA.find(text)] == ["capital", "state", "capital"]


@given(st.text(alphabet=st.sampled_from("Syria'sn army-’éß IS US rebels\t\u0301—Ḥ.")))
def test_mentions_slice_any_text_in_order_without_overlap(text: str) -> None:
    past = 0
    for found in SYRIA.find(text):
        assert past <= found.start < found.end <= len(text)
        assert found.ids
        past = found.end


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    assert all(text[found.start : found.end] for found in SYRIA.find(text))


def test_a_party_lies_within_itself_and_what_it_belongs_to() -> None:
    assert SYRIA.is_within("sy.rebels.ahrar-al-sham", "sy.rebels")
    assert SYRIA.is_within("sy.gov.forces", "sy.gov")
    assert SYRIA.is_within("is", "is")
    assert not SYRIA.is_within("sy.gov", "sy.gov.forces")
    assert not SYRIA.is_within("sy.rebels", "sy.opposition")
    assert not SYRIA.is_within("other:Somebody", "sy.rebels")
    assert SYRIA.is_within("other:Somebody", "other:Somebody")


def test_labels_are_names_to_show() -> None:
    assert SYRIA.label("sy.nusra") == "Nusra Front and its successors"
    assert SYRIA.label("other:Jund al-Aqsa") == "Jund al-Aqsa"
    assert SYRIA.label("outlet:manar") == "Al-Manar"
    assert SYRIA.label("outlet:Village Gazette") == "Village Gazette"
    assert SYRIA.label("no.such.party") == "no.such.party"


def test_a_group_without_a_side_of_its_own_has_its_parents() -> None:
    assert SYRIA.party("sy.rebels.zenki").side == SYRIA.party("sy.rebels").side == "opposition"
    assert SYRIA.party("sy.rebels.zenki").parent == "sy.rebels"
    assert SYRIA.party("sohr").parent is None


def test_forces_and_their_government_lead_to_each_other() -> None:
    for state in ("sy", "ru", "us", "tr", "ir", "il", "ye", "sa"):
        government = f"{state}.gov"
        assert SYRIA.government_of(SYRIA.forces_of(government)) == government
    assert SYRIA.forces_of("sy.rebels") == "sy.rebels"


def test_known_ids() -> None:
    assert SYRIA.known("jp.police")
    assert not SYRIA.known("other:Somebody")
    assert "sy.gov" in {party.id for party in SYRIA}


def test_iceland_is_no_part_of_islamic_state() -> None:
    parties = load_conflict("syria").parties
    assert parties.party("is.gov").parent is None
    assert parties.party("is.gov").side is None
    assert not parties.is_within("is.forces", "is")


def test_a_party_is_named_by_the_day() -> None:
    assert YEMEN.name_on("ye.houthis.gov", date(2024, 9, 1)) == "Government of Change and Construction"
    assert YEMEN.name_on("ye.houthis", date(2024, 9, 1)) == "Houthis"
    borne = {name for name, _ in YEMEN.aliases("ye.gov", day=date(2023, 1, 1))}
    assert "Presidential Leadership Council" in borne
    assert "President Hadi" not in borne


def test_what_may_be_found_and_who_belongs_to_whom() -> None:
    assert YEMEN.can_be_found("ye.houthis")
    assert not YEMEN.can_be_found("no.such")
    assert YEMEN.members("ye.forces") == ()
