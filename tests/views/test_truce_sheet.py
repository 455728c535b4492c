from __future__ import annotations

import pytest

from trucewatch.model import Truce
from trucewatch.packs import Conflict, load_conflict, load_truce, truce_names
from trucewatch.views import truce_sheet


def test_terms_in_words(truce: Truce, conflict: Conflict) -> None:
    sheet = truce_sheet(truce, conflict)
    air, aid = sheet.terms
    assert (air.by, air.mode, air.acts) == ("Government side", "must not", ("air strike", "shelling or missile fire"))
    assert (air.against, air.exact) == ("Groups that accepted and civilians", True)
    assert air.exceptions == ("self defence: proportionate force (js.annex)",)
    assert (aid.against, aid.mode, aid.exact) == ("whoever", "must", False)


def test_excluded_and_never_joined_are_kept_apart(truce: Truce, conflict: Conflict) -> None:
    sheet = truce_sheet(truce, conflict)
    assert [(line.standing, line.why) for line in sheet.outside] == [
        ("excluded by the text", "named in the text"),
        ("not bound", "no acceptance was given"),
    ]
    assert sheet.bound[0].members == ("Syrian government forces", "Russian forces")
    assert (sheet.periods[0].start, sheet.periods[0].end) == ("27 February 2016, 00:00", "no end set")


@pytest.mark.parametrize("name", truce_names())
def test_the_truces_that_ship_have_a_sheet(name: str) -> None:
    truce = load_truce(name)
    sheet = truce_sheet(truce, load_conflict(truce.conflict))
    assert len(sheet.terms) == len(truce.terms)


def test_what_is_disputed_changed_or_not_checked_stands_beside_it() -> None:
    calm = truce_sheet(load_truce("syria-2016-calm"), load_conflict("syria"))
    assert calm.parent == "syria-2016"
    assert any("disputed: the agency, further down" in note for note in calm.periods[0].notes)
    assert "not checked against a source" in calm.terms[0].notes
    sudan = truce_sheet(load_truce("jeddah-2023"), load_conflict("sudan"))
    assert any("from 31 May 2023, 00:00: said that it suspended its part" in note for note in sudan.bound[0].notes)
    gaza = truce_sheet(load_truce("gaza-2025"), load_conflict("gaza"))
    assert "600 lorries a day" in next(term for term in gaza.terms if term.id == "aid").notes
    assert "33 people held in Gaza in all" in next(term for term in gaza.terms if term.id == "hostages").notes
