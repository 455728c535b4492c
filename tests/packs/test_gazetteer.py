from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.packs import Gazetteer, conflict_names, load_conflict
from trucewatch.packs.complaints import Complaints
from trucewatch.packs.conflict import load_world
from trucewatch.packs.gazetteer import PlaceEntry, haversine_km
from trucewatch.packs.sentences import read_sentences

SYRIA = load_conflict("syria").gazetteer
YEMEN = load_conflict("yemen").gazetteer


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Raqa", "sy.raqqa"),
        ("ar-Raqqah", "sy.raqqa"),
        ("Idleb", "sy.idlib"),
        ("Deir Ezzor", "sy.deir-ez-zor"),
        ("Dayr az Zawr", "sy.deir-ez-zor"),
        ("Deraa", "sy.daraa"),
        ("Kobane", "sy.aleppo.kobani"),
        ("Ain al-Arab", "sy.aleppo.kobani"),
        ("Tadmur", "sy.homs.palmyra"),
        ("Khan Shaykhun", "sy.idlib.khan-sheikhoun"),
        ("MANBIJ", "sy.aleppo.manbij"),
        ("Latakiya", "sy.latakia"),
    ],
)
def test_a_place_is_looked_up_under_its_spellings(name: str, entry: str) -> None:
    assert [found.id for found in SYRIA.lookup(name)] == [entry]


def test_places_of_yemen_are_looked_up_under_their_spellings() -> None:
    assert [found.id for found in YEMEN.lookup("al-Hudaydah")] == ["ye.hodeidah"]
    assert [found.id for found in YEMEN.lookup("Ta'izz")] == ["ye.taiz"]


def test_a_name_that_fits_several_places_gives_them_all() -> None:
    assert {found.id for found in SYRIA.lookup("al-Midan")} == {"sy.aleppo.al-midan", "sy.damascus.al-midan-damascus"}


def test_a_name_that_fits_nowhere_gives_nothing() -> None:
    assert SYRIA.lookup("Nowhereville") == ()


def test_the_bare_name_of_a_province_and_its_city_is_the_province() -> None:
    assert [found.kind for found in SYRIA.lookup("Idlib")] == ["governorate"]
    assert [found.kind for found in SYRIA.lookup("Idlib city")] == ["city"]


def test_mentions_are_the_longest_names() -> None:
    text = "Shells fell near Deir Ezzor air base, in Syria’s eastern Ghouta and on Maarat al-Numan; Hamas is no place."
    assert [(found.text, found.entry_ids) for found in SYRIA.find(text)] == [
        ("Deir Ezzor air base", ("sy.deir-ez-zor.deir-ez-zor-air-base",)),
        ("Syria", ("sy",)),
        ("eastern Ghouta", ("sy.rural-damascus.eastern-ghouta",)),
        ("Maarat al-Numan", ("sy.idlib.maarat-al-numan",)),
    ]


def test_lower_case_words_are_no_places() -> None:
    assert SYRIA.find("a mare and a hit, then a turkey") == []


@given(st.text(alphabet=st.sampled_from("Homs-al Bab’s é\u0301ḤDeir zor")))
def test_mentions_slice_any_text(text: str) -> None:
    past = 0
    for found in SYRIA.find(text):
        assert past <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        past = found.end


def test_distance_is_great_circle_and_symmetric() -> None:
    distance = SYRIA.distance_km("sy.damascus", "sy.aleppo.aleppo-city")
    assert distance == pytest.approx(309, abs=8)
    assert distance == SYRIA.distance_km("sy.aleppo.aleppo-city", "sy.damascus")
    assert SYRIA.distance_km("sy.damascus", "sy.damascus") == 0


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_no_two_points_are_further_apart_than_half_the_globe(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    assert 0 <= haversine_km(lat1, lon1, lat2, lon2) <= 20016


def test_a_place_lies_in_its_governorate_and_country() -> None:
    assert SYRIA.contains("sy.aleppo", "sy.aleppo.azaz")
    assert SYRIA.contains("sy", "sy.aleppo.azaz")
    assert SYRIA.contains("sy", "sy.aleppo")
    assert SYRIA.contains("sy.aleppo.azaz", "sy.aleppo.azaz")
    assert not SYRIA.contains("sy.idlib", "sy.aleppo.azaz")
    assert not SYRIA.contains("sy.aleppo.azaz", "sy.aleppo")
    assert not SYRIA.contains("tr", "sy.aleppo.azaz")


@pytest.mark.parametrize(("gazetteer", "country", "governorates"), [(SYRIA, "sy", 14), (YEMEN, "ye", 22)])
def test_every_governorate_is_there_with_its_pcode(gazetteer: Gazetteer, country: str, governorates: int) -> None:
    named = [entry for entry in gazetteer if entry.country == country and entry.kind == "governorate"]
    assert len({entry.pcode for entry in named}) == len(named) == governorates


@pytest.mark.parametrize("name", conflict_names())
def test_the_shipped_places_cover_the_conflict(name: str) -> None:
    """At least 80 named places besides countries and capitals of the world, each below its governorate's id."""
    conflict = load_conflict(name)
    world = {entry.id for entry, _ in load_world().places}
    entries = [entry for entry in conflict.gazetteer if entry.id not in world]
    assert len(entries) >= 80
    for entry in entries:
        assert entry.admin1 is None or entry.id.startswith(f"{entry.admin1}.")


@pytest.mark.parametrize("name", conflict_names())
def test_a_shipped_conflict_has_twenty_worked_sentences(name: str) -> None:
    assert len(read_sentences(load_conflict(name).folder, Complaints())) >= 20


def test_places_lie_in_what_is_around_them() -> None:
    gaza = load_conflict("gaza").gazetteer
    assert gaza.around("ps.gaza.shujaiya") == ("ps.gaza.gaza-city", "ps.gaza")
    assert gaza.contains("ps.gaza.gaza-city", "ps.gaza.shujaiya")
    assert gaza.contains("ps.gaza", "ps.gaza.shujaiya")
    assert gaza.contains("ps", "ps.gaza.shujaiya")
    assert not gaza.contains("ps.gaza.rafah", "ps.gaza.shujaiya")


def test_a_spelling_that_no_table_has_is_guessed_and_not_taken() -> None:
    ukraine = load_conflict("ukraine").gazetteer
    assert ukraine.lookup("Huljajpole") == ()
    assert [entry.id for entry in ukraine.guess("Huljajpole")] == ["ua.zaporizhzhia.huliaipole"]
    assert [entry.id for entry in ukraine.guess("Bakhmut")] == ["ua.donetsk.bakhmut"]
    assert ukraine.guess("Nowhereville") == ()


def test_a_possessive_is_not_hidden_by_a_word_that_is_no_place() -> None:
    hama = PlaceEntry("sy.hama", "Hama", "city", None, "sy", 35.13, 36.75, 8.0)
    gazetteer = Gazetteer([(hama, ())], no_place=("Hamas",))
    text = "Hama's mills stood still, Hamas said."
    assert [(found.text, found.entry_ids) for found in gazetteer.find(text)] == [("Hama", ("sy.hama",))]
