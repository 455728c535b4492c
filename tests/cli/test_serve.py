"""Serving the pages."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.conftest import Run


def test_pages_are_served_at_the_printed_address_until_ctrl_c(filled: Path) -> None:
    command = [sys.executable, "-m", "trucewatch", "serve", "-w", str(filled), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert address is not None
            with urlopen(address[0], timeout=60) as page:
                assert "Wire" in page.read().decode()
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, errors) == (0, "")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::"])
def test_other_hosts_are_refused(run: Run, filled: Path, host: str) -> None:
    result = run("serve", "-w", filled, "--host", host)
    assert result.exit_code == 1
    assert "add --expose if that is meant" in result.stderr


def test_a_port_that_is_taken(run: Run, filled: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", "-w", filled, "--port", taken.getsockname()[1])
    assert result.exit_code == 1
    assert "is taken; choose another with --port" in result.stderr


def test_a_ledger_that_cannot_be_used_is_told_before_serving(run: Run, filled: Path) -> None:
    (filled / "ledger.sqlite").unlink()
    result = run("serve", "-w", filled)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "there is no ledger" in result.stderr
