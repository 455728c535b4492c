"""Noun phrases as the peers' codes for sides."""

from __future__ import annotations

import pytest

from tests.evaluation.peer_builders import reading_of
from trucewatch.evaluation.peer_sides import SideReader, code_of_id
from trucewatch.model import Span

NOWHERE = Span(0, 0)


def reader(text: str, scheme: str = "plover") -> SideReader:
    return SideReader(reading_of(text), scheme)


def code(text: str, words: str, scheme: str = "plover") -> str:
    sides = reader(text, scheme)
    start = sides.reading.document.text.index(words)
    return sides.phrase_code(Span(start, start + len(words)), (), NOWHERE)


def test_ids_have_the_code_of_their_country_or_body() -> None:
    assert code_of_id("fr.gov") == "FRA"
    assert code_of_id("co.farc") == "COL"
    assert code_of_id("un.ilo") == "IGO"
    assert code_of_id("gon.forces") == "GON"
    assert code_of_id("fighters") == ""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Egypt's deputy prime minister", "EGYGOV"),
        ("Peruvian lawmakers", "PERLEG"),
        ("The former president of Chile", "CHLELI"),
        ("Colombian rebels", "COLREB"),
        ("FARC", "COLREB"),
        ("Ethnic Hungarians in Romania", "ROUCVL"),
        ("Two hundred Liberians", "LBRCVL"),
        ("Liberians", "LBR"),
        ("Cairo", "EGYGOV"),
        ("The World Bank", "IGO"),
    ],
)
def test_who_a_phrase_names(words: str, wanted: str) -> None:
    assert code(f"{words} protested on Friday.", words).strip() == wanted


def test_a_capital_is_a_government_only_where_it_acts_and_in_plover() -> None:
    assert code("Iran accused Cairo on Friday.", "Cairo", "cameo") == "EGY"
    assert code("The minister arrived in Cairo on Friday.", "Cairo") == "EGY"


def test_a_country_tells_whose_role_it_is() -> None:
    assert code("Lawmakers in Kenya and Uganda protested.", "Kenya") == "KENLEG"
    assert code("Lawmakers in Kenya and Uganda protested.", "Uganda") == "UGALEG"
    assert code("The streets of Kenya were empty.", "Kenya") == "KEN"


def test_words_of_a_countrys_name_are_no_sector() -> None:
    text = "The People's Republic of China protested on Friday."
    assert code(text, "People's Republic of China") == "CHN"


def test_a_sector_can_be_another_one_in_plover() -> None:
    text = "A Kenyan newspaper protested on Friday."
    assert code(text, "Kenyan newspaper") == "KENJRN"
    assert code(text, "Kenyan newspaper", "cameo") == "KENMED"


def test_peoples_are_named_beside_parties() -> None:
    sides = reader("Police in Ghana deported 168 Liberians on Friday.")
    text = sides.reading.document.text
    assert {"Ghana", "Liberians"} <= {span.of(text) for span, _ in sides.named(Span(0, 5))}


def test_who_is_coordinated_is_found_unless_it_is_the_other_side() -> None:
    sides = reader("Iran accused Israel and Jordan on Friday.")
    israel, jordan = Span(13, 19), Span(24, 30)
    assert sides.with_conjuncts([israel], []) == (israel, jordan)
    assert sides.with_conjuncts([israel], [jordan]) == (israel,)


def test_all_sides_of_a_text() -> None:
    found = reader("Kenyan police arrested students on Friday.").all_sides()
    assert {"KENCOP", "KENEDU"} <= found
    assert "UGA" not in found
