from __future__ import annotations

from dataclasses import replace

from tests.views import builders
from trucewatch.ledger import Ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict
from trucewatch.views.truce_changes import held, held_against, truce_diff

STRIKE = builders.strike_incident()


def test_every_incident_is_held_against_the_terms(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    found = held(ledger)
    rows = {row.incident_id: row for row in held_against(found, conflict, [truce])}
    assert set(rows) == {entry.incident.id for entry in ledger.incidents()}
    strike = rows[STRIKE.id]
    assert strike.heading == "Air strike reported"
    assert {one.term_id for one in strike.assessments} == {"air"}
    assert strike.label.label == "reported_breach_disputed"
    words = found.sentences[builders.STRIKE[1].id]
    assert words.startswith("A military source denied")


def test_the_same_terms_change_no_label(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    diff = truce_diff(held(ledger), conflict, truce, truce)
    assert (diff.terms, diff.changes, diff.held_again, diff.kept) == ((), (), 0, 3)


def test_labels_that_change_say_why(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    shorter = replace(truce.periods[0], end=truce.periods[0].start.replace(month=3))
    new = replace(truce, version=3, periods=(shorter,), terms=truce.terms[:1])
    diff = truce_diff(held(ledger), conflict, truce, new)
    assert diff.terms == (("air", "rests on something that changed"), ("aid", "left out"))
    by_term = {change.term_id: change for change in diff.changes if change.incident_id == STRIKE.id}
    assert by_term["air"].after is None
    assert by_term["none"].before is None
    assert by_term["air"].why == ("The incident is no longer held against this term.",)


def test_a_term_that_binds_others_names_the_test(ledger: Ledger, conflict: Conflict, truce: Truce) -> None:
    new = replace(truce, terms=(replace(truce.terms[0], against=("gov",)), truce.terms[1]))
    (change,) = truce_diff(held(ledger), conflict, truce, new).changes
    assert change.after is not None
    assert change.after.label == "outside_scope(target_bound)"
    assert change.why[0].startswith("Does the truce protect the target? yes, now no: ")
