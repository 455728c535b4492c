from __future__ import annotations

from html import unescape

from starlette.testclient import TestClient

from tests.views import builders

OTHER = "/in/yemen%20%26%20co"


def test_the_switcher_names_every_workspace_and_marks_this_one(client: TestClient) -> None:
    first, second = unescape(client.get("/").text), unescape(client.get(f"{OTHER}/").text)
    assert '<a href="/" aria-current="true">Syria</a>' in first
    assert f'<a href="{OTHER}/">Yemen</a>' in first
    assert f'<a href="{OTHER}/" aria-current="true">Yemen</a>' in second


def test_links_of_a_workspace_stay_in_it(client: TestClient) -> None:
    assert f'href="{OTHER}/truce/syria-2016"' in unescape(client.get(f"{OTHER}/about").text)
    assert client.get(f"{OTHER}/incident/{builders.strike_incident().id}").status_code == 404


def test_every_page_carries_the_statement_of_use(client: TestClient) -> None:
    for path in ("/", "/about", "/truce/syria-2016", "/nothing"):
        assert "Not to be used to find, follow or target anyone." in client.get(path).text
