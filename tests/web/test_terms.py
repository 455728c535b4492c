"""Pages say where the terms have changed since their answers were made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.views import builders, workspaces
from trucewatch.ledger import open_ledger
from trucewatch.model import Truce
from trucewatch.packs import PackError
from trucewatch.reassessing import terms_digests
from trucewatch.web.site import Desk, desks
from trucewatch.web.terms import NOT_READABLE, terms_note

TRUCE = builders.a_truce()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose assessments were made by the truce as it stands."""
    workspace = workspaces.make_workspace(tmp_path / "syria")
    run = replace(builders.RUN, id="run-2", terms=terms_digests([TRUCE]))
    with open_ledger(workspace.ledger_path) as ledger:
        ledger.finish_grouping(run, as_of=ledger.claims_version(), ruled=0, weights="")
    (made,) = desks([workspace])
    return made


def note(desk: Desk, *now: Truce) -> str:
    with desk.ledger() as ledger:
        return terms_note(replace(desk, load_truces=lambda: now), ledger)


def test_nothing_is_said_while_the_terms_are_the_same(desk: Desk) -> None:
    assert note(desk, TRUCE) == ""


def test_changed_terms_are_named_with_what_to_do(desk: Desk) -> None:
    (first, *others) = TRUCE.terms
    changed = replace(TRUCE, terms=(replace(first, acts=("attack.air",)), *others))
    said = note(desk, changed)
    assert TRUCE.title in said
    assert "trucewatch truce apply" in said
    assert TRUCE.title in note(desk)


def test_files_that_cannot_be_read_are_said_to_be_so(desk: Desk) -> None:
    def broken() -> tuple[Truce, ...]:
        raise PackError(())

    with desk.ledger() as ledger:
        assert terms_note(replace(desk, load_truces=broken), ledger) == NOT_READABLE


def test_an_empty_ledger_has_nothing_to_say(tmp_path: Path) -> None:
    (empty,) = desks([workspaces.make_workspace(tmp_path / "empty", empty=True)])
    with empty.ledger() as ledger:
        assert terms_note(empty, ledger) == ""
