"""The table of commands: help, examples, version, wrong usage."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest

from tests.cli.conftest import Run
from trucewatch import __version__
from trucewatch.cli.main import COMMANDS, GROUPS

NAMES = [function.__name__.replace("_", "-") for function, _, _ in COMMANDS]


def test_help_lists_every_command(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    for name in NAMES:
        assert re.search(rf"^  {name}  ", result.output, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    (example,) = re.findall(r"^  Example: (.+)$", result.output, re.MULTILINE)
    program, command, *arguments = shlex.split(example)
    assert (program, command) == ("trucewatch", name)
    for option in (argument for argument in arguments if argument.startswith("-")):
        assert re.search(rf"(^|[ ,/]){option}\b", result.output.partition("Options:")[2])


@pytest.mark.parametrize(
    ("group", "name"), [(group, function.__name__) for group, (_, below) in GROUPS.items() for function, _, _ in below]
)
def test_every_command_of_a_group_has_help_with_an_example(run: Run, group: str, name: str) -> None:
    result = run(group, name, "--help")
    assert result.exit_code == 0
    (example,) = re.findall(r"^  Example: (.+)$", result.output, re.MULTILINE)
    assert shlex.split(example)[:3] == ["trucewatch", group, name]
    for option in (argument for argument in shlex.split(example) if argument.startswith("-")):
        assert re.search(rf"(^|[ ,/]){option}\b", result.output.partition("Options:")[2])


def test_nothing_shows_the_help(run: Run) -> None:
    assert "Commands:" in run().output


@pytest.mark.parametrize("arguments", [["--version"], ["version"]])
def test_version(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.output) == (0, f"trucewatch {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["read"],
        ["init"],
        ["init", "ws"],
        ["show"],
        ["code"],
        ["brief", "--since", "yesterday"],
        ["brief", "--since", "2016-02-30"],
        ["brief", "--since", "20160520"],
        ["brief", "--since", "2016-05-21", "--until", "2016-05-20"],
        ["read", "x", "--jobs", "0"],
        ["read", "x", "--published", "soon"],
        ["serve", "--port", "70000"],
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; from trucewatch.cli.main import app\n"
        "try: app(['read', '--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'numpy', 'onnxruntime', 'trafilatura', 'yaml', 'starlette', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_package_runs_as_a_program() -> None:
    done = subprocess.run([sys.executable, "-m", "trucewatch", "version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"trucewatch {__version__}\n"
