from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def shown(client: TestClient, query: str) -> list[str]:
    text = client.get(f"/?{query}").text
    return [
        heading
        for heading in ("Air strike reported", "Displacement reported", "Meeting or talks reported")
        if f">{heading}</a></h3>" in text
    ]


@pytest.mark.parametrize(
    ("query", "headings"),
    [
        ("", ["Air strike reported", "Displacement reported"]),
        ("acts=all", ["Air strike reported", "Displacement reported", "Meeting or talks reported"]),
        ("acts=people", ["Displacement reported"]),
        ("text=ariha", ["Air strike reported"]),
        ("finding=undetermined", ["Air strike reported"]),
        ("finding=reported_breach", []),
        ("since=2016-05-21&until=2016-05-21", ["Air strike reported", "Displacement reported"]),
        ("since=2016-05-22", []),
        ("since=&until=&acts=&text=&finding=", ["Air strike reported", "Displacement reported"]),
    ],
)
def test_filters(client: TestClient, query: str, headings: list[str]) -> None:
    assert shown(client, query) == headings


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("since=yesterday", "“since” is to be a day such as 2016-05-20"),
        ("until=2016-02-30", "“until” is to be a day"),
        ("page=0", "“page” is to be a number from 1"),
        ("page=²", "“page” is to be a number from 1"),
        ("page=99999999999999999999", "“page” is to be a number from 1"),
        ("acts=magic", "no group of acts"),
        ("finding=guess", "no finding"),
        ("text=" + "x" * 201, "shorter than 200 characters"),
    ],
)
def test_a_bad_parameter_gets_a_page_that_says_what_is_wanted(client: TestClient, query: str, message: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 400
    assert message in answer.text


def test_the_row_speaks_as_sourced(client: TestClient) -> None:
    text = client.get("/").text
    assert 'Said by <span class="source">Syrian Observatory for Human Rights</span>.' in text
    assert 'Denied by <span class="source">Syrian government forces</span>.' in text
    assert "3 reports · Orontes Wire, State News" in text
    assert "1 item could not be read." in text


def test_without_reports_no_page_says_that_nothing_took_place(client: TestClient) -> None:
    text = client.get("/in/yemen%20%26%20co/").text
    assert "No report has been read yet, so nothing can be said." in text
    assert "No incidents can be shown without reports." in text


def test_pages_of_the_brief_keep_the_filters(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucewatch.web.pages.brief.PAGE_SIZE", 1)
    first = client.get("/?text=idlib").text
    assert 'rel="next" href="?text=idlib&amp;page=2"' in first
    assert "Page 1 of 2" in first
    second = client.get("/?text=idlib&page=2").text
    assert 'rel="prev" href="?text=idlib&amp;page=1"' in second
    assert 'rel="next"' not in second
