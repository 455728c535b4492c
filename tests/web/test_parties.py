"""The page of parties that no list knows."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.views import builders


def test_the_name_stands_with_the_words_around_and_leads_to_its_report(client: TestClient) -> None:
    page = client.get("/parties").text
    assert "held talks in Geneva <mark>&lt;script&gt;" in page
    assert f"/report/{builders.HOSTILE_PAGE.id}?claim={builders.TALKS.id}#{builders.TALKS.id}" in page


def test_an_undated_report_is_in_no_week(client: TestClient) -> None:
    assert "None in these reports." in client.get("/parties?since=2016-05-20").text


def test_a_day_that_is_none(client: TestClient) -> None:
    answer = client.get("/parties?since=May")
    assert (answer.status_code, "“since” is to be a day" in answer.text) == (400, True)
