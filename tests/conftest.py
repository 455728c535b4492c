"""What holds for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.shared import SHARED

# How long an example takes says more of the machine than of the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


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
