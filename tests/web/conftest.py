"""The pages of a hand-made workspace, and of an empty one beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.views import workspaces
from trucewatch.web import create_app


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    folder: Path = tmp_path_factory.mktemp("web")
    made = [
        workspaces.make_workspace(folder / "syria"),
        workspaces.make_workspace(folder / "yemen & co", "Yemen", empty=True),
    ]
    return create_app(made)


@pytest.fixture
def client(app: Starlette) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://localhost") as client:
        yield client
