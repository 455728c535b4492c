from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.packs.folding import fold, fold_name, spelling_key, wide_spelling_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Médecins  Sans\nFrontières", "medecins sans frontieres"),
        ("al-Nusra", "al nusra"),
        ("Syria’s", "syrias"),
        ("Ma'arrat al-Nu'man", "maarrat al numan"),
        ("STRASSE straße", "strasse strasse"),
    ],
)
def test_case_accents_apostrophes_and_hyphens_fall_away(written: str, folded: str) -> None:
    assert fold_name(written) == folded


@given(st.text())
def test_every_folded_range_slices_the_original(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origins)
    assert list(folded.origins) == sorted(folded.origins)
    for at in range(len(folded.text)):
        start, end = folded.original_range(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(st.text())
def test_folding_a_name_twice_changes_nothing_more(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(fold_name(fold_name(text)))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Raqa", "Raqqa", "ar-Raqqah", "Al Raqqa"),
        ("Idlib", "Idleb"),
        ("Daraa", "Deraa", "Dar'a"),
        ("Deir al-Zor", "Dayr az-Zawr", "Deir ez-Zour"),
        ("Hodeida", "al-Hudaydah", "Hudaydah"),
        ("Qamishli", "al-Qameshli"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Qatar", "Qatrah"), ("Marib", "Mareb al-Wadi")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize(
    "names",
    [
        ("Kharkiv", "Kharkov"),
        ("Luhansk", "Lugansk"),
        ("Sloviansk", "Slovyansk", "Slavyansk"),
        ("Zaporizhzhia", "Zaporozhye", "Zaporizhia"),
        ("Mekelle", "Mek'ele", "Mekele"),
        ("Aghdam", "Agdam"),
        ("Kalbajar", "Kelbajar"),
    ],
)
def test_spellings_of_other_scripts_share_the_wide_key(names: tuple[str, ...]) -> None:
    assert len({wide_spelling_key(name) for name in names}) == 1


def test_the_wide_key_keeps_different_names_apart() -> None:
    names = ("Kharkiv", "Kherson", "Luhansk", "Lutsk", "Donetsk", "Bakhmut", "Mariupol", "Melitopol")
    assert len({wide_spelling_key(name) for name in names}) == len(names)
