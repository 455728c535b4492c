from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.test_check import add, said
from trucewatch.packs.new_pack import new_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack with a region and a town in it."""
    new_pack(tmp_path / "mine", title="Mine", country="ph")
    add(
        tmp_path / "mine" / "places.csv",
        "ph.lanao,Lanao,governorate,,,ph,7.9,124.2,40,,",
        "ph.lanao.balindong,Balindong,town,ph.lanao,,ph,7.92,124.19,4,,",
    )
    return tmp_path / "mine"


def test_places_that_lie_right_are_not_spoken_of(folder: Path) -> None:
    assert said(folder) == []


def test_a_place_far_from_what_it_lies_in_is_said(folder: Path) -> None:
    line = add(folder / "places.csv", "ph.lanao.far,Far Town,town,ph.lanao,,ph,17.9,124.2,4,,")
    (complaint,) = said(folder)
    assert complaint.startswith(f"places.csv:{line}: lat: lies 1112 km from 'ph.lanao', which reaches 40 km")


def test_a_place_that_lies_in_itself_is_said(folder: Path) -> None:
    line = add(
        folder / "places.csv",
        "ph.lanao.a,Aville,town,ph.lanao,ph.lanao.b,ph,7.9,124.2,4,,",
        "ph.lanao.b,Bville,town,ph.lanao,ph.lanao.a,ph,7.9,124.2,4,,",
    )
    assert said(folder) == [
        f"places.csv:{line - 1}: within: 'ph.lanao.a' lies in itself, by way of 'ph.lanao.b'",
        f"places.csv:{line}: within: 'ph.lanao.b' lies in itself, by way of 'ph.lanao.a'",
    ]


def test_the_same_place_under_two_ids_is_said(folder: Path) -> None:
    line = add(folder / "places.csv", "ph.lanao.again,Watu,town,ph.lanao,,ph,7.93,124.19,4,Balindong,")
    assert said(folder) == [
        f"places.csv:{line}: id: 'Balindong' is 'ph.lanao.balindong' already, of the same kind and spot"
    ]


def test_a_name_that_is_never_found_is_said(folder: Path) -> None:
    conflict = folder / "conflict.yaml"
    conflict.write_text(conflict.read_text().replace("no_place: []", "no_place: [Hope]"), encoding="utf-8")
    line = add(folder / "places.csv", "ph.lanao.hope,Hope,village,ph.lanao,,ph,7.9,124.2,4,,")
    assert said(folder) == [f"places.csv:{line}: name: 'Hope' is never found as 'ph.lanao.hope'"]
