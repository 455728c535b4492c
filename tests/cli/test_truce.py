"""Terms from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from trucewatch.packs.truce_loader import TRUCES


def own(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = (TRUCES / "syria-2016.yaml").read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_check_runs_the_examples_of_every_version(run: Run) -> None:
    result = run("truce", "check", "--no-sentences", "minsk-2015")
    assert (result.exit_code, result.stdout.count("examples as wanted")) == (0, 2)


def test_check_names_what_is_wrong_and_fails(run: Run, tmp_path: Path) -> None:
    wrong = run("truce", "check", own(tmp_path, ("kind: cessation", "kind: a_cessation")))
    assert wrong.exit_code == 1
    assert "own.yaml" in wrong.stdout
    assert "kind: 'a_cessation_of_hostilities' is none of" in wrong.stdout
    failing = run(
        "truce", "check", "--no-sentences", own(tmp_path, ("    label: reported_breach", "    label: permitted_act"))
    )
    assert failing.exit_code == 1
    assert "Wanted permitted_act, is reported_breach" in failing.stdout


def test_show_prints_the_last_version_or_the_one_asked_for(run: Run) -> None:
    assert "version 3, from 17 May 2016" in run("truce", "show", "syria-2016").stdout
    first = run("truce", "show", "syria-2016", "--version", "1").stdout
    assert "version 1, from 27 February 2016 until 9 May 2016" in first
    assert json.loads(run("truce", "show", "yemen-2022", "--json").stdout)["id"] == "yemen-2022"
    unknown = run("truce", "show", "syria-2016", "--version", "9")
    assert (unknown.exit_code, unknown.stderr) == (1, "trucewatch: syria-2016 has no version 9; it has 1, 2, 3\n")


def test_assess_holds_incidents_against_terms_of_one_s_own(run: Run, filled: Path, tmp_path: Path) -> None:
    result = run("truce", "assess", own(tmp_path), "-w", filled)
    assert result.exit_code == 0
    assert "2 incidents held against the terms" in result.stdout
    assert "Undetermined" in result.stdout
    incident = json.loads(run("truce", "assess", "syria-2016", "-w", filled, "--json").stdout)[0]["incident_id"]
    one = run("truce", "assess", "syria-2016", incident, "-w", filled).stdout
    assert "Is the alleged actor bound by the truce?" in one


def test_diff_tells_what_a_change_of_terms_changes(run: Run, filled: Path, tmp_path: Path) -> None:
    less = own(tmp_path, ("      - attack.shelling\n", ""))
    result = run("truce", "diff", "syria-2016@1", less, "-w", filled)
    assert result.exit_code == 0
    assert "civilians: changed" in result.stdout
    assert "now not held against it" in result.stdout
    same = run("truce", "diff", "syria-2016@1", own(tmp_path), "-w", filled, "--json")
    assert json.loads(same.stdout)["changes"] == []


def test_a_truce_of_another_conflict_is_refused(run: Run, filled: Path) -> None:
    result = run("truce", "assess", "yemen-2022", "-w", filled)
    assert (result.exit_code, result.stderr) == (
        1,
        "trucewatch: the truce yemen-2022 is of the conflict yemen, not of syria\n",
    )


def test_apply_tells_how_much_a_change_of_terms_touches(run: Run, wire: Path, tmp_path: Path) -> None:
    terms = own(tmp_path)
    run("init", tmp_path / "own", "--conflict", "syria", "--truce", terms)
    run("read", wire, "-w", tmp_path / "own")
    same = run("truce", "apply", "-w", tmp_path / "own")
    assert same.stdout == "no terms have changed; every assessment stands as it is\n"
    own(tmp_path, ("      - attack.shelling\n", ""))
    changed = run("truce", "apply", "-w", tmp_path / "own").stdout
    assert changed.startswith("the terms of syria-2016 have changed: 2 assessments made anew, ")
    assert run("truce", "apply", "-w", tmp_path / "own").stdout == same.stdout
