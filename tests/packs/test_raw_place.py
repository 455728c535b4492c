from __future__ import annotations

import pytest

from trucewatch.packs.raw_place import is_latin


@pytest.mark.parametrize("name", ["Idlib", "Dayr az-Zawr", "Şırnak", "N'Djamena", "Ain al-Arab"])
def test_names_in_latin_letters(name: str) -> None:
    assert is_latin(name)


@pytest.mark.parametrize("name", ["إدلب", "Київ", "SY", "12", "", "https://x/Київ"])
def test_other_letters_codes_and_nothing(name: str) -> None:
    assert not is_latin(name)
