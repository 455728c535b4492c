"""What tests of commands share: a way to run them, and a workspace read without the language model."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.fake_coder import fake_coder
from trucewatch.cli.main import app

Run = Callable[..., Result]

REPORTS = (
    {"outlet": "Wire", "published": "2016-05-20", "text": "The shelling of the post went on, a spokesman said."},
    {"outlet": "State", "published": "2016-05-22", "text": "The shelling of the bridge stopped, the ministry said."},
)


@pytest.fixture
def run() -> Run:
    """Run a command as a person would: `run("read", path)`."""
    return lambda *arguments, **options: CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


@pytest.fixture(autouse=True)
def _nothing_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty current folder, no workspace from the environment, and no model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRUCEWATCH_WORKSPACE", raising=False)
    monkeypatch.setattr("trucewatch.pipeline.batch_coder", lambda conflict, jobs: fake_coder)  # noqa: ARG005 - as the real one


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(json.dumps(report) + "\n" for report in REPORTS))
    return path


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    """A workspace without reports."""
    assert run("init", tmp_path / "ws", "--conflict", "syria", "--truce", "syria-2016").exit_code == 0
    return tmp_path / "ws"


@pytest.fixture
def filled(run: Run, workspace: Path, wire: Path) -> Path:
    """A workspace with the two reports of `REPORTS`."""
    assert run("read", wire, "-w", workspace).exit_code == 0
    return workspace
