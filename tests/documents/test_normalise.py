from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.normalise import clean, one_line


def test_layout_is_made_plain() -> None:
    assert clean("\ufeffA\u00ad\u200bB\u00a0 \tC\r\nD \r\n \n\n\x07E\u2028F ") == "AB C\nD\n\nE\nF"


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\n\n\n" not in once
    assert "  " not in once
    once.encode("utf-8")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"], max_codepoint=0x5FF)))
def test_letters_stay(text: str) -> None:
    assert one_line(text) == unicodedata.normalize("NFC", text).strip()
