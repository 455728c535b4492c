"""What holds for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shared import SHARED

# How long an example takes says more of the machine than of the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_user() -> Iterator[None]:
    """Packs are read from their tables, and nothing is left in the user's cache."""
    before = os.environ.get("TRUCEWATCH_CACHE")
    os.environ["TRUCEWATCH_CACHE"] = ""
    yield
    if before is None:
        del os.environ["TRUCEWATCH_CACHE"]
    else:
        os.environ["TRUCEWATCH_CACHE"] = before


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the project's gold and data where they are not beside the checkout."""
    if not (SHARED / "gold").is_dir():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason=f"needs {SHARED}"))


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of claims that people coded; tests that take it are marked `shared`."""
    return SHARED / "gold"
