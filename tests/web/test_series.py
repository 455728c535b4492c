"""The pages of towns and of talks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient

from tests.views import builders, workspaces
from trucewatch.ledger import Reading, open_ledger
from trucewatch.model import PassageKind, Stance
from trucewatch.web import create_app

TAKEN_REPORT = builders.a_document(
    "Orontes Wire",
    "Rebels take Ariha",
    ((PassageKind.LEAD, "Rebel groups captured Ariha on Friday."),),
    date(2016, 5, 21),
)
DENIED_REPORT = builders.a_document(
    "State News",
    "Army in Ariha",
    ((PassageKind.LEAD, "A military source denied that rebel groups had captured Ariha on Friday."),),
    date(2016, 5, 21),
)


def taken(document: builders.Document, *, denied: bool = False) -> builders.Claim:
    said = {"stance": builders.read(document, Stance.DENIED, "denied")} if denied else {}
    return builders.a_claim(
        document, "territory.take", "captured",
        actor=builders.read(document, ("sy.rebels",), "ebel groups"),
        place=builders.read(document, builders.ARIHA, "Ariha on"),
        day=builders.read(document, builders.FRIDAY, "on Friday"),
        **said,
    )  # fmt: skip


TAKEN, DENIED = taken(TAKEN_REPORT), taken(DENIED_REPORT, denied=True)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = workspaces.make_workspace(tmp_path_factory.mktemp("series") / "syria")
    with open_ledger(workspace.ledger_path) as ledger:
        ledger.add_documents(
            [Reading(TAKEN_REPORT, (TAKEN,), "t"), Reading(DENIED_REPORT, (DENIED,), "d")], builders.RUN
        )
    with TestClient(create_app([workspace]), base_url="http://localhost") as client:
        yield client


def test_towns_are_listed_with_the_number_of_tellings(pages: TestClient) -> None:
    text = pages.get("/series").text
    assert '<a href="/series/sy.ariha">Ariha</a></th><td>Idlib</td><td class="number">2</td>' in text
    assert '<a href="/series" aria-current="page">Towns</a>' in text


def test_a_town_shows_who_is_said_to_hold_it_and_who_tells_otherwise(pages: TestClient) -> None:
    text = pages.get("/series/sy.ariha").text
    assert "Who is said to hold Ariha" in text
    assert "Rebel groups said to hold it" in text
    assert "Rebel groups said not to hold it" in text
    assert f'<tr id="{TAKEN.id}">' in text
    assert f'contradicted by <a href="#{TAKEN.id}">1</a>' in text
    assert f'href="/report/{TAKEN_REPORT.id}?claim={TAKEN.id}#{TAKEN.id}"' in text
    assert pages.get("/series/Ariha").text == text


def test_a_place_that_is_not_known_is_not_found(pages: TestClient) -> None:
    answer = pages.get("/series/Nowhereville")
    assert answer.status_code == 404
    assert "is no place of the gazetteer" in answer.text


def test_a_town_of_which_nothing_is_told_says_so(pages: TestClient) -> None:
    assert "No report read so far tells of it." in pages.get("/series/sy.atma").text


def test_talks_are_shown_and_their_words_escaped(pages: TestClient) -> None:
    text = pages.get("/talks").text
    assert "What is said of talks and agreements" in text
    assert "United Nations" in text
    assert "<script>" not in text


@pytest.mark.parametrize("number", ["0", "x", "-1", "1.5", "9" * 9])
def test_a_page_of_talks_that_is_no_number_is_refused(pages: TestClient, number: str) -> None:
    assert pages.get(f"/talks?page={number}").status_code == 400


def test_a_page_before_the_first_telling_is_empty_and_leads_back(pages: TestClient) -> None:
    text = pages.get("/talks?page=2").text
    assert "No report read so far tells of it." in text
    assert 'href="/talks?page=1"' in text
