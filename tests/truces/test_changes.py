from __future__ import annotations

from dataclasses import replace

from tests.incidents.builders import claim, world
from tests.truces.builders import incident_of, term, truce
from trucewatch.model import Area, NotCovered, Policy
from trucewatch.truces import Assessor
from trucewatch.truces.changes import changed_terms, unchanged_terms

OLD = truce(term("a"), term("b"))
STRIKE = claim(actor=("ru.forces",), target=("civilians",), place="Idlib", day="2016-05-29")


def test_the_same_terms_in_another_file_change_nothing() -> None:
    same = replace(OLD, title="Another title", notes=("a note",))
    assert unchanged_terms(OLD, same) == {"a", "b"}
    assert changed_terms(OLD, same) == ()


def test_one_changed_term_leaves_the_others_as_they_are() -> None:
    new = replace(OLD, terms=(OLD.terms[0], term("b", acts=("kill",)), term("c")))
    assert unchanged_terms(OLD, new) == {"a"}
    assert changed_terms(OLD, new) == (("b", "changed"), ("c", "new"))
    assert changed_terms(new, OLD) == (("b", "changed"), ("c", "left out"))


def test_what_a_term_rests_on_changes_it_too() -> None:
    wider = replace(OLD, areas=(Area("syria", "country", ("sy", "lb")), OLD.areas[1]))
    others = replace(OLD, not_bound=(NotCovered("us.forces", "it never joined"),))
    for new in (wider, others, replace(OLD, policy=Policy(coarsest_day="day")), replace(OLD, timezone="UTC")):
        assert unchanged_terms(OLD, new) == frozenset()
        assert changed_terms(OLD, new) == (
            ("a", "rests on something that changed"),
            ("b", "rests on something that changed"),
        )


def test_what_cannot_change_is_taken_over_and_is_what_would_have_been_found() -> None:
    new = replace(OLD, version=2, terms=(OLD.terms[0], term("b", against=("groups",))))
    old, after = Assessor(replace(OLD, version=2), world()), Assessor(new, world())
    incident, claims = incident_of(STRIKE), {STRIKE.id: STRIKE}
    before = old.assess(incident, claims)
    assert after.assess(incident, claims, known=before) == after.assess(incident, claims)
    marked = [replace(one, label="taken over") for one in before]
    assert [one.label for one in after.assess(incident, claims, known=marked)] == [
        "taken over",
        "outside_scope(target_bound)",
    ]
