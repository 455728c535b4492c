from __future__ import annotations

import pytest

from trucewatch.documents.language import language_of

GERMAN = "Bei einem Luftangriff auf den Markt sind am Freitag sechs Menschen getötet worden, teilten Beobachter mit. "
TURKISH = "Cuma günü pazar yerine düzenlenen hava saldırısında altı kişi hayatını kaybetti, gözlemciler açıkladı. "
ENGLISH = "Six people were killed on Friday when an air strike hit a market in the town, a monitor said. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 3, "en"),
        (ENGLISH, "en"),
        ("Russian strikes kill 34 civilians", "en"),
        (GERMAN * 3, "und"),
        (GERMAN, "und"),
        (TURKISH * 3, "und"),
        ("قتل ستة أشخاص في غارة جوية", "und"),
        ("Шесть человек погибли", "und"),
        ("12 345", "und"),
    ],
)
def test_english_is_told_from_the_rest(text: str, language: str) -> None:
    assert language_of(text) == language
