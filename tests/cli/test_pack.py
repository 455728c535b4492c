"""Making, checking and looking into packs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_pack_is_begun_and_checked(run: Run, tmp_path: Path) -> None:
    begun = run("pack", "new", tmp_path / "mindanao", "--country", "ph")
    assert begun.exit_code == 0
    assert f"Next: fill the tables, then trucewatch pack check {tmp_path / 'mindanao'}" in begun.stdout
    checked = run("pack", "check", tmp_path / "mindanao", "yemen")
    assert (checked.exit_code, checked.stdout) == (0, f"{tmp_path / 'mindanao'}: nothing wrong\nyemen: nothing wrong\n")


def test_new_needs_a_country_or_a_pack_to_extend(run: Run, tmp_path: Path) -> None:
    assert run("pack", "new", tmp_path / "mine").exit_code == 2
    assert run("pack", "new", tmp_path / "mine", "--country", "ph", "--extends", "syria").exit_code == 2
    assert run("pack", "new", tmp_path / "mine", "--extends", "syria").exit_code == 0


def test_a_wrong_pack_ends_with_1_and_the_whole_list(run: Run, tmp_path: Path) -> None:
    run("pack", "new", tmp_path / "mine", "--country", "ph")
    with (tmp_path / "mine" / "parties.csv").open("a") as stream:
        stream.write("ph.a,A,nothing,,,,,\nph.b,,armed force,,,,,\n")
    checked = run("pack", "check", tmp_path / "mine")
    assert checked.exit_code == 1
    assert checked.stdout.splitlines()[-1] == f"{tmp_path / 'mine'}: 2 wrong"
    as_json = run("pack", "check", tmp_path / "mine", "--json")
    assert [(item["line"], item["key"]) for item in json.loads(as_json.stdout)] == [(6, "kind"), (7, "name")]


def test_show_tells_who_bore_which_name_on_a_day(run: Run) -> None:
    shown = run("pack", "show", "yemen", "ye.gov", "--day", "2023-05-01").stdout
    assert "Rashad al-Alimi" in shown
    assert "President Hadi" not in shown


def test_show_a_place_and_a_whole_pack(run: Run) -> None:
    assert "in     Aleppo, sy" in run("pack", "show", "syria", "sy.aleppo.azaz").stdout
    assert "Houthis" in run("pack", "show", "yemen").stdout
    assert json.loads(run("pack", "show", "yemen", "ye.aden", "--json").stdout)["heading"] == "Aden"


def test_show_an_unknown_id(run: Run) -> None:
    result = run("pack", "show", "yemen", "nothing")
    assert (result.exit_code, result.stderr) == (1, "trucewatch: yemen has no party and no place 'nothing'\n")
