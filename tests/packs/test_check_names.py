from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.test_check import add, said
from trucewatch.packs.new_pack import new_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_pack(tmp_path / "mine", title="Mine", country="ph")
    return tmp_path / "mine"


def test_a_phrase_of_two_parties_at_once_is_to_stand_on_one_line(folder: Path) -> None:
    line = add(
        folder / "aliases.csv", "militants,ph.rebels,common,,2017-01-01,", "militants,ph.forces,common,2016-01-01,,"
    )
    assert said(folder) == [
        f"aliases.csv:{line}: alias: 'militants' is ph.rebels (line {line - 1}) and ph.forces at once; "
        "write ph.rebels;ph.forces on one line if either may be meant, or part their days or outlets"
    ]


def test_a_phrase_whose_days_do_not_meet_may_change_hands(folder: Path) -> None:
    add(folder / "aliases.csv", "Front,ph.rebels,name,,2016-01-01,", "Front,ph.forces,name,2016-01-02,,")
    assert said(folder) == []


def test_a_line_for_some_outlets_goes_before_the_line_for_all(folder: Path) -> None:
    add(folder / "outlets.csv", "mine,Mine,mine,state,ph.gov")
    add(folder / "aliases.csv", "the enemy,ph.rebels,wording,,,state", "the enemy,ph.forces,wording,,,")
    assert said(folder) == []


def test_the_same_line_twice_is_said(folder: Path) -> None:
    line = add(folder / "aliases.csv", "rebels,ph.rebels,common,,,")
    assert said(folder)[0].startswith(f"aliases.csv:{line}: alias: 'rebels' stands here again for ph.rebels")


def test_an_alias_that_is_never_found_is_dead(folder: Path) -> None:
    conflict = folder / "conflict.yaml"
    conflict.write_text(conflict.read_text().replace("no_party: []", "no_party: [Grey Wolves]"), encoding="utf-8")
    line = add(folder / "aliases.csv", "Grey Wolves,ph.rebels,name,,,")
    assert said(folder) == [
        f"aliases.csv:{line}: alias: 'Grey Wolves' is never found as ph.rebels: it reads as no party"
    ]


def test_a_party_that_nothing_names_is_said(folder: Path) -> None:
    line = add(folder / "parties.csv", "ph.silent,Silent,armed force,,,,,")
    assert said(folder) == [f"parties.csv:{line}: id: no alias and no side names 'ph.silent'"]


def test_alliances_that_come_round_to_themselves_are_said(folder: Path) -> None:
    line = add(folder / "parties.csv", "ph.a,A,armed force,,,,ph.b,", "ph.b,B,armed force,,,,ph.a,ph.nobody")
    add(folder / "aliases.csv", "Group Alpha,ph.a,name,,,", "Group Beta,ph.b,name,,,")
    assert said(folder) == [
        f"parties.csv:{line - 1}: member_of: 'ph.a' is a member of itself, by way of others",
        f"parties.csv:{line}: allies: 'ph.nobody' is no party of this pack or of the world",
        f"parties.csv:{line}: member_of: 'ph.b' is a member of itself, by way of others",
    ]
