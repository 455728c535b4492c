"""The hand-made ledger, its conflict and its truce."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.views import builders
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.model import Truce
from trucewatch.packs import Conflict


@pytest.fixture(scope="session")
def ledger_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("views") / "ledger.sqlite"
    builders.write_ledger(path)
    return path


@pytest.fixture
def ledger(ledger_path: Path) -> Iterator[Ledger]:
    with open_ledger(ledger_path, read_only=True) as ledger:
        yield ledger


@pytest.fixture
def empty_ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        yield ledger


@pytest.fixture(scope="session")
def conflict() -> Conflict:
    return builders.a_conflict()


@pytest.fixture(scope="session")
def truce() -> Truce:
    return builders.a_truce()
