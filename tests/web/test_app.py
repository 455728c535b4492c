from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.views import builders, workspaces
from trucewatch.web import create_app
from trucewatch.web.security import HEADERS

INCIDENT = builders.strike_incident()
ASSESSMENT = builders.strike_assessments(INCIDENT)[0]
PAGES = (
    "/",
    "/?acts=all",
    f"/incident/{INCIDENT.id}",
    f"/incident/{INCIDENT.id[:13]}",
    f"/report/{builders.WIRE.id}",
    f"/report/{builders.WIRE.id}?claim={builders.STRIKE[0].id}",
    f"/report/{builders.HOSTILE_PAGE.id}?claim={builders.TALKS.id}",
    f"/claim/{builders.STRIKE[0].id}",
    "/truce/syria-2016",
    "/truce/syria-2016?version=2",
    f"/assessment/{ASSESSMENT.id}",
    "/tally",
    "/tally?week=2016-05-20",
    "/about",
    "/parties",
    "/parties?since=2016-05-20&until=2016-05-24",
    "/in/yemen%20%26%20co/parties",
    "/series",
    "/series/sy.ariha",
    "/talks",
    "/in/yemen%20%26%20co/",
    "/in/yemen%20%26%20co/series",
    "/in/yemen%20%26%20co/talks",
    "/in/yemen%20%26%20co/about",
    "/in/yemen%20%26%20co/tally",
    "/static/style.css",
    "/static/mark.svg",
)
MISSING = (
    "/nothing",
    "/incident/incident-0",
    "/claim/claim-",
    "/report/doc-zz",
    f"/report/{builders.WIRE.id}?claim=claim-0",
    f"/incident/{builders.WIRE.id}",
    "/truce/none",
    "/truce/syria-2016?version=7",
    "/assessment/assessment-zz",
    "/static/none.css",
    "/duties/none",
    "/in/iraq/",
)


@pytest.mark.parametrize("path", PAGES)
def test_pages_answer(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_gives_a_page_that_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "To the brief" in answer.text


def test_an_ambiguous_id_names_the_candidates(client: TestClient) -> None:
    answer = client.get("/claim/claim-")
    assert "Several ids begin like this" in answer.text


@pytest.mark.parametrize("path", [*PAGES, *MISSING, "/?since=x"])
def test_every_answer_has_the_security_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_the_policy_allows_nothing_from_elsewhere_and_no_script() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'none'" in policy
    assert "unsafe" not in policy


def test_pages_answer_only_to_their_own_names(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_nothing_can_be_written(client: TestClient) -> None:
    assert client.post("/").status_code == 405
    assert client.delete(f"/incident/{INCIDENT.id}").status_code == 405


def test_a_ledger_that_cannot_be_read_gives_its_one_line(tmp_path: Path) -> None:
    workspace = workspaces.make_workspace(tmp_path / "syria")
    app = create_app([workspace])
    workspace.ledger_path.write_bytes(b"this is no ledger")
    answer = TestClient(app, base_url="http://localhost").get("/")
    assert answer.status_code == 503
    assert "The ledger cannot be read" in answer.text


def test_a_failure_gives_a_page_without_its_insides(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucewatch.web.pages.truce.truce_sheet", lambda *_: 1 / 0)
    answer = TestClient(app, base_url="http://localhost", raise_server_exceptions=False).get("/truce/syria-2016")
    assert answer.status_code == 500
    assert "This page could not be made" in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["Content-Security-Policy"]


def test_no_workspace_or_two_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="different names"):
        create_app([])
    workspace = workspaces.make_workspace(tmp_path / "syria")
    with pytest.raises(ValueError, match="different names"):
        create_app([workspace, workspace])
