from __future__ import annotations

from dataclasses import replace

from tests.views import builders
from trucewatch.packs import Conflict
from trucewatch.views import incident_words

STRIKE = builders.strike_incident()


def test_places_that_are_not_one_entry_stand_side_by_side(conflict: Conflict) -> None:
    assert incident_words.incident_place(conflict, STRIKE) == "Ariha, Idlib"
    several = replace(STRIKE, places=("Ariha", "Idlib"), place_id=None)
    assert incident_words.incident_place(conflict, several) == "Ariha or Idlib"
    sites = replace(STRIKE, places=("Ariha Hospital", "the hospital"), place_id=None)
    assert incident_words.incident_place(conflict, sites) == "a place not in the gazetteer"
    camp = replace(STRIKE, places=("Atma camp", "Ariha"), place_id="sy.atma")
    assert incident_words.incident_place(conflict, camp) == "a camp in Idlib"
    most_told_is_another = replace(STRIKE, places=("Atma camp", "Ariha"))
    assert incident_words.incident_place(conflict, most_told_is_another) == "Ariha, Idlib"
    assert incident_words.incident_place(conflict, replace(STRIKE, places=(), place_id=None)) == "place not told"


def test_actors_that_are_disputed_are_alternatives(conflict: Conflict) -> None:
    assert incident_words.actors_text(conflict, STRIKE) == "Russian forces or Syrian government forces"
    agreed = replace(STRIKE, disputed=())
    assert incident_words.actors_text(conflict, agreed) == "Russian forces and Syrian government forces"


def test_open_matters() -> None:
    bare = replace(STRIKE, actors=("unknown",), targets=(), places=(), day=None, killed=None)
    assert incident_words.open_matters(bare) == (
        "who did it", "whom it was done to", "where", "when", "how many were killed",
    )  # fmt: skip
    talks = replace(bare, acts=("meet",))
    assert incident_words.open_matters(talks) == ("who did it", "where", "when")
    assert incident_words.open_matters(STRIKE) == ()


def test_only_some_acts_are_told_against_somebody() -> None:
    assert incident_words.side_names(STRIKE) == ("Against", "Target")
    assert incident_words.side_names(replace(STRIKE, acts=("aid.deliver", "attack.air"))) == ("Said of", "Target")
    assert incident_words.side_names(replace(STRIKE, acts=("attack.clash",))) == ("One side", "Other side")


def test_an_outlet_is_told_from_those_it_quotes(conflict: Conflict) -> None:
    own = replace(STRIKE.accounts[0], source="outlet:Orontes Wire")
    quoted, itself = incident_words.sources(conflict, replace(STRIKE, accounts=(STRIKE.accounts[0], own)))
    assert (quoted.name, quoted.itself) == ("Syrian Observatory for Human Rights", False)
    assert (itself.name, itself.itself) == ("Orontes Wire", True)
