"""What stands on the pages of an incident, a report, a claim and a truce."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.views import builders

INCIDENT = builders.strike_incident()
FIRST = builders.STRIKE[0]
HOSTILE_PATHS = (
    "/?acts=all",
    f"/report/{builders.HOSTILE_PAGE.id}",
    f"/report/{builders.HOSTILE_PAGE.id}?claim={builders.TALKS.id}",
    f"/claim/{builders.TALKS.id}",
    f"/incident/{builders.single_incident(builders.TALKS, '', '').id}",
    "/about",
    "/parties",
    "/?text=%3Cscript%3Ealert(1)%3C/script%3E",
    "/incident/%3Cscript%3E",
    "/%3Cscript%3E",
)


class Elements(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def elements(client: TestClient, path: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(client.get(path).text)
    return parser.seen


@pytest.mark.parametrize("path", HOSTILE_PATHS)
def test_words_of_a_report_or_an_address_never_become_markup(client: TestClient, path: str) -> None:
    for tag, attributes in elements(client, path):
        assert tag not in {"script", "img", "iframe", "style", "object"}
        assert not any(name.startswith("on") or name == "style" for name in attributes)


@pytest.mark.parametrize("path", [*HOSTILE_PATHS, "/", f"/incident/{INCIDENT.id}", "/truce/syria-2016"])
def test_nothing_is_loaded_or_linked_from_elsewhere(client: TestClient, path: str) -> None:
    for _, attributes in elements(client, path):
        for name in ("href", "src", "action"):
            address = attributes.get(name) or "/"
            assert address.startswith(("/", "?", "#"))
            assert not address.startswith("//")


@pytest.mark.parametrize("path", ["/", f"/incident/{INCIDENT.id}", f"/report/{builders.WIRE.id}?claim={FIRST.id}"])
def test_ids_of_elements_stand_once_and_internal_links_lead_somewhere(client: TestClient, path: str) -> None:
    seen = elements(client, path)
    ids = [attributes["id"] for _, attributes in seen if "id" in attributes]
    assert len(ids) == len(set(ids))
    for address in {attributes["href"] for tag, attributes in seen if tag == "a"}:
        assert address
        assert client.get(address.partition("#")[0] or "/").status_code == 200


def test_incident(client: TestClient) -> None:
    text = client.get(f"/incident/{INCIDENT.id}").text
    for words in (
        "8 or more, then 11",
        '<strong class="denied">denied</strong>',
        "<q>cease attacks with any weapons, including aerial bombardments</q>",
        "Is the alleged actor bound by the truce?",
        '<q class="words">Russian warplanes</q>',
        "Why these tellings are held to be one incident",
        "same day told: 20 May 2016; both name Ariha.",
        "different alleged actors: Russian forces here, Syrian government forces there.",
        "Uncertain: these two alone come to 2.50, below the line of 6.00; other tellings hold them together.",
        "What each part counts, +2.50 in all",
        "-0.50",
        "Told of in 3 reports of Orontes Wire and State News, first on 21 May 2016, last on 22 May 2016.",
    ):
        assert words in text


def test_report_with_an_opened_claim(client: TestClient) -> None:
    text = client.get(f"/report/{builders.WIRE.id}?claim={FIRST.id}").text
    assert f'id="{FIRST.id}" href="/report/{builders.WIRE.id}?claim={FIRST.id}#{FIRST.id}">air strikes</a>' in text
    assert '<span class="in-sentence field">Russian warplanes</span><small class="role">Alleged actor</small>' in text
    assert '<span class="basis basis-assumed">assumed</span>' in text
    assert "caption, not read for claims" in text
    assert builders.WIRE.text_sha256 in text


def test_claim(client: TestClient) -> None:
    text = client.get(f"/claim/{FIRST.id}").text
    assert '<q class="words">Russian warplanes</q> <span class="offsets">105–122</span>' in text
    assert "<code>actor.subject</code>" in text
    assert FIRST.digest in text


def test_truce(client: TestClient) -> None:
    text = client.get("/truce/syria-2016").text
    assert "accepted under conditions" in text
    assert "https://example.org/js?a=1&amp;b=2" in text
    assert 'href="https' not in text


def test_an_assessment_tells_which_sentence_of_which_report_by_which_speaker(client: TestClient) -> None:
    assessment = builders.strike_assessments(INCIDENT)[0]
    text = client.get(f"/assessment/{assessment.id}").text
    for words in (
        "Is the alleged actor bound by the truce?",
        "Orontes Wire",
        "21 May 2016",
        "Syrian Observatory for Human Rights",
        "carried out <mark>air strikes</mark> on a market",
        "Military source denies strike",
        "Syrian government forces",
        f"/incident/{INCIDENT.id}",
        "/truce/syria-2016?version=2",
        "Of: Joint statement, 22 February 2016.",
    ):
        assert words in text


def test_an_assessment_tells_why_its_tellings_are_held_to_be_one_incident(client: TestClient) -> None:
    text = client.get(f"/assessment/{builders.strike_assessments(INCIDENT)[0].id}").text
    section = text.partition('<section aria-labelledby="grouped">')[2].partition("</section>")[0]
    for words in ("3 tellings taken for one event", "same day told: 20 May 2016", "2 joins uncertain"):
        assert words in section
    assert section.count('<li class="uncertain">') == 2
    assert "both tell of 20 May 2016" not in text  # the words that the ledger has


def test_an_assessment_tells_which_report_by_number_and_id_and_how_its_speaker_was_read(client: TestClient) -> None:
    assessment = builders.strike_assessments(INCIDENT)[0]
    text = client.get(f"/assessment/{assessment.id}").text
    for words in (
        'id="report-1"',
        '<a href="#report-1">Report 1</a>',
        f'<span class="id">{builders.WIRE.id}</span>',
        "read from its words",
        '<q class="words">the Syrian Observatory for Human Rights said</q> in this sentence',
        "Rests on no telling",
        "The terms have changed since these answers were made",
    ):
        assert words in text


def test_an_assessment_lists_its_tellings_and_the_terms_beside_each_test(client: TestClient) -> None:
    text = client.get(f"/assessment/{builders.strike_assessments(INCIDENT)[0].id}").text
    for words in (
        'id="telling-1"',
        'Telling <a href="#telling-1">1</a>',
        "All tellings",
        "<strong>The terms:</strong> Bound by this term:",
        "<strong>The terms:</strong> Runs from",
        "annex of “Joint statement”",
    ):
        assert words in text


def test_the_tally_says_where_the_terms_have_changed(client: TestClient) -> None:
    """The hand-made ledger does not know by which terms it was made."""
    assert "The terms have changed since these answers were made" in client.get("/tally?week=2016-05-20").text


def test_what_a_source_says_of_the_truce_stands_beside_the_tests(client: TestClient) -> None:
    """No telling of the strike says so, and then nothing of it stands there."""
    assert "What sources themselves say of the truce" not in client.get(f"/incident/{INCIDENT.id}").text
