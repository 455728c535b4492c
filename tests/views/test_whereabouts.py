"""How closely a place is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.views import builders
from trucewatch.model import Claim, Document, PassageKind, Place
from trucewatch.packs import Conflict, load_conflict
from trucewatch.views.whereabouts import LEAST_KM, Whereabouts, whereabouts, whereabouts_of_all

DAY = date(2016, 5, 20)


@pytest.fixture(scope="module")
def syria() -> Conflict:
    return load_conflict("syria")


def told(conflict: Conflict, words: str, name: str, place: Place | None = None) -> tuple[Claim, Document]:
    """A claim of shelling at the name; its place is what the gazetteer has, unless given."""
    document = builders.a_document("Wire", "A report", ((PassageKind.BODY, words),), DAY)
    if place is None:
        (entry,) = conflict.gazetteer.lookup(name)
        place = Place(name, entry.id, entry.admin1, entry.country)
    found = builders.read(document, place, name)
    return builders.a_claim(document, "attack.shelling", "shelled", place=found), document


def of(conflict: Conflict, words: str, name: str, place: Place | None = None) -> Whereabouts | None:
    return whereabouts(conflict, *told(conflict, words, name, place))


def test_a_place_told_by_another_keeps_the_words_and_a_radius(syria: Conflict) -> None:
    where = of(syria, "Gunmen shelled a post about 15 km south of Palmyra on Friday.", "Palmyra")
    assert where is not None
    assert where.text.startswith("“about 15 km south of Palmyra”, within about ")
    assert where.text.endswith("; precision 2 by UCDP's scale, 2 by ACLED's")
    assert where.radius_km is not None
    assert where.radius_km >= LEAST_KM
    assert (where.ucdp, where.acled, where.candidates) == (2, 2, ())


@pytest.mark.parametrize(("name", "ucdp", "acled"), [("Palmyra", 1, 1), ("Syria", 6, 3)])
def test_a_place_named_itself(syria: Conflict, name: str, ucdp: int, acled: int) -> None:
    where = of(syria, f"Gunmen shelled {name} on Friday.", name)
    assert where is not None
    assert (where.ucdp, where.acled) == (ucdp, acled)
    assert where.text.startswith(f"{name}, within about {where.radius_km:,} km;")


def test_what_is_finer_than_a_settlement_is_told_by_its_region(conflict: Conflict) -> None:
    camp = Place("Atma camp", "sy.atma", "sy.idlib", "sy")
    where = of(conflict, "Gunmen shelled tents 500 metres north of Atma camp.", "Atma camp", camp)
    assert where == Whereabouts(
        "a camp in Idlib, shown no closer than that; precision 4 by UCDP's scale, 3 by ACLED's", None, 4, 3
    )


@pytest.mark.parametrize(
    ("name", "text", "precision"),
    [
        ("Bustan al-Qasr", "Aleppo city, Aleppo, shown no closer than that, within about 8 km", 1),
        ("Castello Road", "near Aleppo city, Aleppo, shown no closer than that, within about 8 km", 2),
    ],
)
def test_a_quarter_or_a_street_is_told_by_its_settlement(syria: Conflict, name: str, text: str, precision: int) -> None:
    where = of(syria, f"Gunmen shelled a school 500 metres north of {name}.", name)
    assert where is not None
    assert where.text == f"{text}; precision {precision} by UCDP's scale, {precision} by ACLED's"


def test_a_part_of_a_settlement_is_told_by_the_settlement(syria: Conflict) -> None:
    where = of(syria, "Gunmen shelled the eastern outskirts of Palmyra on Friday.", "Palmyra")
    assert where is not None
    assert where.text.startswith("Palmyra, within about ")


def test_places_that_a_name_could_mean_are_candidates_only(syria: Conflict) -> None:
    both = Place("Xanadu", candidates=("sy.aleppo", "sy.idlib"))
    where = of(syria, "Gunmen shelled Xanadu.", "Xanadu", both)
    assert where is not None
    assert "none was taken" in where.text
    assert len(where.candidates) == 2
    assert (where.radius_km, where.ucdp, where.acled) == (None, None, None)


def test_names_spelt_alike_are_guesses(syria: Conflict) -> None:
    where = of(syria, "Gunmen shelled Tadmoor.", "Tadmoor", Place("Tadmoor"))
    assert where is not None
    assert "none of them taken" in where.text
    assert any(candidate.startswith("Palmyra") for candidate in where.candidates)


@pytest.mark.parametrize("place", [Place("Xqzzv"), Place("Tadmor hospital"), Place("Gone", "sy.gone")])
def test_nothing_is_said_of_what_nothing_is_known_of(syria: Conflict, place: Place) -> None:
    assert of(syria, f"Gunmen shelled {place.name}.", place.name, place) is None


def test_a_claim_without_a_place(syria: Conflict) -> None:
    document = builders.a_document("Wire", "A report", ((PassageKind.BODY, "Gunmen shelled it."),), DAY)
    assert whereabouts(syria, builders.a_claim(document, "attack.shelling", "shelled"), document) is None


def test_the_same_of_several_claims_stands_once(syria: Conflict) -> None:
    claims = [told(syria, f"Gunmen shelled Palmyra {when}.", "Palmyra") for when in ("on Friday", "again")]
    documents = {document.id: document for _, document in claims}
    assert len(whereabouts_of_all(syria, [claim for claim, _ in claims], documents)) == 1
