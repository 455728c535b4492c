from __future__ import annotations

import pytest

from trucewatch.packs.folding import fold
from trucewatch.packs.name_index import NameIndex


def _found(names: list[str], text: str) -> list[str]:
    folded = fold(text)
    index = NameIndex((name, name) for name in names)
    return [
        f"{hit.meaning}={text[slice(*folded.original_range(hit.start, hit.written_end))]}" for hit in index.hits(folded)
    ]


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (["IS"], "It is said that IS attacked", ["IS=IS"]),
        (["US"], "us, the US and the USS Cole", ["US=US"]),
        (["rebels"], "Rebels and REBELS and rebels", ["rebels=Rebels", "rebels=REBELS", "rebels=rebels"]),
        (["Hit"], "a hit on Hit", ["Hit=Hit"]),
        (["al-Nusra"], "al Nusra, Al-Nusra, al‑Nusra", ["al-Nusra=al Nusra", "al-Nusra=Al-Nusra", "al-Nusra=al‑Nusra"]),
        (["Syria"], "Syrian Syria's Syrias", ["Syria=Syria", "Syria=Syrias"]),
        (["Assad"], "Assad’s and Assads' and Assadist", ["Assad=Assad", "Assad=Assads"]),
        (["army", "Syrian army"], "the Syrian army", ["Syrian army=Syrian army", "army=army"]),
        (["U.S."], "U.S.-led, by the U.S. itself", ["U.S.=U.S.", "U.S.=U.S."]),
        (["Hamas", "Hama"], "Hama's, Hama’s, Hamas", ["Hama=Hama", "Hama=Hama", "Hama=Hamas", "Hamas=Hamas"]),
        (["Donetsk People's"], "Donetsk People's", ["Donetsk People's=Donetsk People's"]),
        (["Erdogan"], "Erdoğan", ["Erdogan=Erdoğan"]),
    ],
)
def test_names_are_found_at_word_borders(names: list[str], text: str, found: list[str]) -> None:
    assert _found(names, text) == found


def test_an_index_without_names_finds_nothing() -> None:
    assert _found([], "anything") == []


def test_one_name_may_have_several_meanings() -> None:
    index = NameIndex([("Midan", "in Aleppo"), ("midan", "in Damascus")])
    assert index.meanings("MIDAN") == ["in Aleppo", "in Damascus"]
    assert index.meanings("elsewhere") == []
