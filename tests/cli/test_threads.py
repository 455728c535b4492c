"""The command line sets numpy's threads before numpy reads them."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = "import os, sys, trucewatch.cli.main; print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'])"


def _printed(given: dict[str, str]) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    return subprocess.run(
        [sys.executable, "-c", CODE], env=kept | given, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_one_thread_before_numpy_is_imported() -> None:
    assert _printed({}) == "False 1"


def test_a_number_that_the_user_gave_stands() -> None:
    assert _printed({"OPENBLAS_NUM_THREADS": "3"}) == "False 3"
