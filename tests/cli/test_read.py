"""Reading from the command line."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPORTS, Run
from tests.fake_coder import FAULT
from trucewatch.ledger import open_ledger
from trucewatch.model import Document


def documents(workspace: Path) -> list[Document]:
    with open_ledger(workspace / "ledger.sqlite", read_only=True) as ledger:
        return list(ledger.documents())


def test_new_then_known(run: Run, workspace: Path, wire: Path) -> None:
    first = run("read", wire, "-w", workspace)
    assert first.exit_code == 0
    assert first.stdout.startswith("2 new reports with 2 claims, 0 known already, 0 not read;")
    second = run("read", wire, "-w", workspace)
    assert second.exit_code == 0
    assert second.stdout.startswith("0 new reports with 0 claims, 2 known already, 0 not read;")


def test_json_for_programs(run: Run, workspace: Path, wire: Path) -> None:
    result = run("read", wire, "nowhere.txt", "-w", workspace, "--json")
    summary = json.loads(result.stdout)
    assert (result.exit_code, summary["new"], summary["claims"]) == (0, 2, 2)
    assert [item["origin"] for item in summary["unread"]] == ["nowhere.txt"]


def test_standard_input_and_gzip(run: Run, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl.gz").write_bytes(gzip.compress(json.dumps(REPORTS[0]).encode()))
    assert run("read", "wire.jsonl.gz", "-w", workspace).exit_code == 0
    assert run("read", "-", "-w", workspace, input=json.dumps(REPORTS[1])).exit_code == 0
    assert {document.outlet for document in documents(workspace)} == {"Wire", "State"}


def test_options_for_sources_that_say_little(run: Run, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The shelling of the post went on, a spokesman said.")
    run("read", "a.txt", "-w", workspace, "--outlet", "Wire", "--published", "2016-05-20")
    (document,) = documents(workspace)
    assert (document.outlet, str(document.published), document.published_rule) == (
        "Wire",
        "2016-05-20",
        "option --published",
    )


def test_field_names_by_option_and_by_config(run: Run, workspace: Path, tmp_path: Path) -> None:
    record = {
        "words": "The shelling of the post went on.",
        "who": "Wire",
        "when": "2016-05-20",
        "head": "Post",
        "at": "http://w.example/1",
    }
    (tmp_path / "odd.jsonl").write_text(json.dumps(record))
    config = workspace / "trucewatch.toml"
    config.write_text(config.read_text() + '\noutlet_field = "who"\nurl_field = "nowhere"\n')
    run(
        "read", "odd.jsonl", "-w", workspace, "--text-field", "words", "--title-field", "head",
        "--published-field", "when", "--url-field", "at",
    )  # fmt: skip
    (document,) = documents(workspace)
    assert (document.outlet, document.title, document.url) == ("Wire", "Post", "http://w.example/1")
    assert str(document.published) == "2016-05-20"


BAD = {
    "binary.txt": b"\x00\x01\x02\xff" * 100,
    "short.jsonl.gz": gzip.compress(json.dumps(REPORTS[0]).encode() * 100)[:60],
    "empty.html": b"<html><body><nav>Home</nav></body></html>",
    "no-text.jsonl": b'{"title": "no text"}\n',
    "date.jsonl": b'{"text": "The shelling went on, a spokesman said.", "published": "the 45th of May"}\n',
    "broken.jsonl": b'{"text": "cut\n',
    "empty.txt": b"",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_the_rest_goes_in(
    run: Run, workspace: Path, wire: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    result = run("read", name, wire, "-w", workspace)
    assert result.exit_code == 0
    assert len(documents(workspace)) == 2
    heading, line = result.stderr.splitlines()
    assert heading == "Not read:"
    assert line.startswith(f"  {name}")
    assert len(line) > len(name) + 10


@pytest.mark.parametrize("name", BAD)
def test_nothing_read_at_all_ends_with_1(run: Run, workspace: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    assert run("read", name, "-w", workspace).exit_code == 1
    assert documents(workspace) == []


def test_a_fault_of_the_program_is_listed_and_traced_on_demand(
    run: Run, workspace: Path, wire: Path, tmp_path: Path
) -> None:
    (tmp_path / "fault.txt").write_text(f"The shelling should {FAULT}.")
    result = run("read", "fault.txt", wire, "-w", workspace)
    assert result.exit_code == 0
    assert "fault.txt: the program failed on it: KeyError" in result.stderr
    assert "--debug shows where" in result.stderr
    assert "Traceback" in run("read", "fault.txt", wire, "-w", workspace, "--debug").stderr


def test_the_workspace_is_found(run: Run, workspace: Path, wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("read", wire).exit_code == 1
    assert run("read", wire, env={"TRUCEWATCH_WORKSPACE": str(workspace)}).exit_code == 0
    below = workspace / "notes"
    below.mkdir()
    monkeypatch.chdir(below)
    assert run("read", wire).stdout.startswith("0 new reports with 0 claims, 2 known")


def test_no_workspace(run: Run, wire: Path, tmp_path: Path) -> None:
    result = run("read", wire)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"trucewatch: {tmp_path}: no workspace here or above; make one with")
    assert "is no workspace" in run("read", wire, "-w", "nowhere").stderr


def test_ctrl_c_says_what_is_kept(run: Run, workspace: Path, wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("trucewatch.cli.reading.read_into", interrupted)
    result = run("read", wire, "-w", workspace)
    assert result.exit_code == 130
    assert result.stderr == "trucewatch: stopped; what was stored stays, and reading again does the rest\n"
