"""From reports to claims: what is parsed, what is coded, and what a fault leaves standing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from trucewatch.coding import Coded, Failed, code_batch, code_report, code_text
from trucewatch.documents import UnreadableReport
from trucewatch.language import Sentence
from trucewatch.language.interface import ParseRequest
from trucewatch.model import Claim, Document, RawReport
from trucewatch.packs import Conflict, load_conflict

NOW = datetime(2016, 5, 20, tzinfo=UTC)
ENGLISH = "Government forces shelled the town of Darayya on Friday and the monitor said that two people were killed."
FRENCH = "Les forces gouvernementales ont bombardé la ville de Daraya vendredi et deux personnes ont été tuées, dit-on."
PAGE = f"""<html><head><title>Darayya</title></head><body><article><h1>Shells fall on Darayya</h1>
<p>{ENGLISH} The shelling went on into the night, and the town was without water, the council said.</p>
<figure><img src="a.jpg"><figcaption>Smoke rises over a street of the town in an old picture.</figcaption></figure>
<p>Aid has not come into the town since the year 2012, and the council asked again for a convoy on Friday.</p>
</article></body></html>"""


class Parser:
    """Gives no sentences and remembers what it was asked; a text with "unparseable" makes the whole call fail."""

    name = "fake parser"

    def __init__(self) -> None:
        self.asked: list[list[ParseRequest]] = []

    def parse_many(self, requests: Sequence[ParseRequest]) -> list[list[Sentence]]:
        self.asked.append(list(requests))
        for request in requests:
            if "unparseable" in request.text:
                raise ValueError("this text\ncannot be parsed")
        return [[] for _ in requests]


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> Parser:
    def code_document(document: Document, sentences: Sequence[Sentence], conflict: Conflict) -> tuple[Claim, ...]:
        assert (list(sentences), conflict.name) == ([], "syria")
        if "uncodable" in document.text:
            raise KeyError("rule")
        return ()

    fake = Parser()
    monkeypatch.setattr("trucewatch.coding.load_parser", lambda: fake)
    monkeypatch.setattr("trucewatch.coding.code_document", code_document)
    return fake


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    return load_conflict("syria")


def raw(text: str, origin: str = "a.txt", media: str = "text") -> RawReport:
    return RawReport(text.encode(), media, origin, NOW)


def test_a_batch_is_parsed_in_one_call(parser: Parser, conflict: Conflict) -> None:
    coded = code_batch([raw(ENGLISH), raw(ENGLISH + " It went on.")], conflict)
    assert coded.parser == "fake parser"
    assert all(isinstance(outcome, Coded) for outcome in coded.outcomes)
    assert [len(requests) for requests in parser.asked] == [2]


def test_one_report_that_cannot_be_parsed_fails_alone(parser: Parser, conflict: Conflict) -> None:
    batch = [raw(ENGLISH), raw(f"{ENGLISH} But this is unparseable.", "b.txt"), raw(f"{ENGLISH} It went on.", "c.txt")]
    first, second, third = code_batch(batch, conflict).outcomes
    assert isinstance(first, Coded)
    assert isinstance(second, Failed)
    assert second.unread.origin == "b.txt"
    assert second.unread.reason == "the program failed on it: ValueError: this text cannot be parsed"
    assert "parse_many" in second.trace
    assert isinstance(third, Coded)
    assert [len(requests) for requests in parser.asked] == [3, 1, 1, 1]


@pytest.mark.usefixtures("parser")
def test_one_report_that_cannot_be_coded_fails_alone(conflict: Conflict) -> None:
    bad, good = code_batch([raw(f"{ENGLISH} But this is uncodable."), raw(ENGLISH)], conflict).outcomes
    assert isinstance(bad, Failed)
    assert bad.unread.reason == "the program failed on it: KeyError: 'rule'"
    assert isinstance(good, Coded)


@pytest.mark.usefixtures("parser")
def test_a_report_without_text_is_unread_without_a_trace(conflict: Conflict) -> None:
    (outcome,) = code_batch([raw("  \n ", "b.txt")], conflict).outcomes
    assert isinstance(outcome, Failed)
    assert (outcome.unread.origin, outcome.trace) == ("b.txt", "")
    with pytest.raises(UnreadableReport):
        code_report(raw("  \n "), conflict)


def test_a_fault_in_a_reader_stops_nothing(parser: Parser, conflict: Conflict) -> None:
    unknown, good = code_batch([raw(ENGLISH, media="smoke"), raw(ENGLISH)], conflict).outcomes
    assert isinstance(unknown, Failed)
    assert unknown.trace
    assert isinstance(good, Coded)
    assert [len(requests) for requests in parser.asked] == [1]


def test_other_languages_are_kept_and_not_coded(parser: Parser, conflict: Conflict) -> None:
    (outcome,) = code_batch([raw(FRENCH)], conflict).outcomes
    assert isinstance(outcome, Coded)
    assert outcome.document.language != "en"
    assert outcome.claims == ()
    assert parser.asked == []
    assert code_report(raw(FRENCH), conflict)[1] == ()


def test_captions_are_not_parsed(parser: Parser, conflict: Conflict) -> None:
    document, _ = code_report(raw(PAGE, "a.html", "html"), conflict)
    ((request,),) = parser.asked
    told = " ".join(request.text[start:end] for start, end in request.segments or ())
    assert "two people were killed" in told
    assert "old picture" not in told
    assert request.text == document.text
    assert not request.presplit


def test_sentences_that_come_split_stay_split(parser: Parser, conflict: Conflict) -> None:
    sentences = (ENGLISH, "The shelling went on.")
    split = RawReport(" ".join(sentences).encode(), "json-text", "a.jsonl:1", NOW, sentences=sentences)
    document, _ = code_report(split, conflict)
    ((request,),) = parser.asked
    assert request.presplit
    assert [document.text[start:end] for start, end in request.segments or ()] == list(sentences)


@pytest.mark.usefixtures("parser")
def test_the_same_report_twice_in_a_batch_is_coded_twice(conflict: Conflict) -> None:
    first, second = code_batch([raw(ENGLISH), raw(ENGLISH)], conflict).outcomes
    assert first == second


def test_a_bare_text_is_read_like_a_report(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Document] = []
    monkeypatch.setattr("trucewatch.coding.code_document", lambda document, *_: seen.append(document) or ())
    assert code_text(ENGLISH, published=date(2016, 5, 20), outlet="Wire", title="Shells fall on Darayya") == ()
    assert code_text(f"Outlet: Herald\nPublished: 2016-05-19\n\n{ENGLISH}", published=date(2016, 5, 20)) == ()
    assert [(each.outlet, each.published) for each in seen] == [
        ("Wire", date(2016, 5, 20)),
        ("Herald", date(2016, 5, 19)),
    ]
    assert seen[0].text == f"Shells fall on Darayya\n\n{ENGLISH}"
    assert len(parser.asked) == 2


def test_a_bare_text_may_hold_what_no_encoding_holds(parser: Parser) -> None:
    code_text(f"{ENGLISH} \ud800", conflict="syria")
    assert len(parser.asked) == 1


def test_a_bare_text_without_words_is_unreadable() -> None:
    with pytest.raises(UnreadableReport):
        code_text(" ")


def test_a_report_about_other_things_is_kept_and_marked_as_passed_over(conflict: Conflict) -> None:
    about_bakers = (
        "The bakers of the town met on Monday. They chose a new oven. The bread was good. All ate it. All slept."
    )
    about_it, other = code_batch(
        [raw("Rebels shelled Daraya on Monday."), raw(about_bakers, "b.txt")], conflict
    ).outcomes
    assert isinstance(about_it, Coded)
    assert isinstance(other, Coded)
    assert (about_it.passed_over, other.passed_over) == (False, True)
