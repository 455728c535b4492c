from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shared import SHARED
from trucewatch.documents import UnreadableReport, read_document
from trucewatch.documents.readers import READERS
from trucewatch.model.document import Document, PassageKind
from trucewatch.model.raw import RawReport

NOW = datetime(2016, 5, 22, 7, 0, tzinfo=UTC)
WORDS = "Six people were killed on Friday when shells hit a market in the town, a monitor said."
GIVEN = date(2016, 5, 19)


def raw(content: str | bytes = WORDS, media: str = "text") -> RawReport:
    encoded = content.encode() if isinstance(content, str) else content
    return RawReport(content=encoded, media=media, origin="a.txt", retrieved=NOW)


def check_sound(document: Document) -> None:
    at = 0
    for passage in document.passages:
        assert not document.text[at : passage.span.start].strip()
        assert passage.span.start >= at
        at = passage.span.end
    assert not document.text[at:].strip()


ANY_WORDS = st.lists(st.text(min_size=1, max_size=40) | st.just(WORDS), min_size=1, max_size=5)


@pytest.mark.parametrize("media", sorted(READERS))
@settings(deadline=None)  # the first page imports trafilatura
@given(paragraphs=ANY_WORDS, title=st.none() | st.text(max_size=40) | st.just(WORDS))
def test_every_reader_keeps_offsets_and_is_deterministic(media: str, paragraphs: list[str], title: str | None) -> None:
    content = "\n\n".join(paragraphs).encode("utf-8", "replace")
    if media == "html":
        content = b"<html><body><article><p>" + content.replace(b"\n\n", b"</p><p>") + b"</p></article></body></html>"
    report = replace(raw(content, media), title=title)
    try:
        document = read_document(report)
    except UnreadableReport:
        return
    check_sound(document)
    assert read_document(report) == document


def test_the_id_hangs_on_outlet_url_and_text_only() -> None:
    first = read_document(replace(raw(), outlet="Wire", url="http://w/1"))
    again = read_document(replace(raw(), outlet="Wire", url="http://w/1", origin="b.txt", published="2016-05-20"))
    assert first.id == again.id
    for other in (replace(raw(), outlet="Wire"), replace(raw(), outlet="Other", url="http://w/1")):
        assert read_document(other).id != first.id


def test_a_title_given_apart_stands_over_the_text() -> None:
    document = read_document(replace(raw(), title="Market hit in the old town | The Wire"))
    assert document.title == "Market hit in the old town"
    assert document.text == f"Market hit in the old town\n\n{WORDS}"
    assert [passage.kind for passage in document.passages] == [PassageKind.HEADLINE, PassageKind.LEAD]


def test_a_title_that_opens_the_text_is_not_put_there_twice() -> None:
    document = read_document(replace(raw(f"MARKET HIT IN THE OLD TOWN. {WORDS}"), title="Market hit in the old town"))
    assert document.text.lower().count("market hit in the old town") == 1
    assert document.passages[0].kind is PassageKind.HEADLINE


def test_presplit_text_is_kept_letter_by_letter() -> None:
    sentences = ("Market  hit\u200b.", "Six killed .")
    document = read_document(replace(raw(" ".join(sentences), "json-text"), sentences=sentences, title="Other title"))
    assert document.text == "Market  hit\u200b. Six killed ."
    assert document.presplit
    assert [passage.span.of(document.text) for passage in document.passages] == list(sentences)


@pytest.mark.parametrize(
    ("published", "text", "given_day", "day", "rule"),
    [
        ("4/5/2017", WORDS, None, date(2017, 4, 5), "source field: published.month_first"),
        ("2016-05-20", f"21.05.2016 {WORDS}", GIVEN, date(2016, 5, 20), "source field: published.iso"),
        (
            "2016-09-20",
            f"21.05.2016 {WORDS}",
            GIVEN,
            date(2016, 5, 21),
            "dateline: published.day_first; the source field says 2016-09-20",
        ),
        (None, f"21.05.2016 {WORDS}", GIVEN, date(2016, 5, 21), "dateline: published.day_first"),
        (
            None,
            f"Published: May 20, 2016\n\n{WORDS}",
            GIVEN,
            date(2016, 5, 20),
            "header Published: published.month_name",
        ),
        (None, WORDS, GIVEN, GIVEN, "option --published"),
        ("soon", WORDS, GIVEN, GIVEN, "option --published"),
        (" ", WORDS, None, None, "not given"),
        (None, WORDS, None, None, "not given"),
    ],
)
def test_the_day_of_publication(
    published: str | None, text: str, given_day: date | None, day: date | None, rule: str
) -> None:
    document = read_document(replace(raw(text), published=published, published_given=given_day))
    assert (document.published, document.published_rule) == (day, rule)


@pytest.mark.parametrize(
    ("report", "reason"),
    [
        (raw(" \n\u200b\n"), "it holds no text"),
        (raw("Title: Only a header\n\n"), "it holds no text"),
        (raw("Photo: the market.\n\nShare on Facebook"), "it holds no report: only captions, links or notices"),
        (raw("<html><body><p>Home</p></body></html>", "html"), "the page holds no article"),
        (replace(raw(), published="31 June 2016"), "its date of publication, '31 June 2016', is not a date"),
        (raw(f"Published: some day\n\n{WORDS}"), "its date of publication, 'some day', is not a date"),
        (raw(b"\x81\x8d\x90"), "its bytes are no text in UTF-8, in windows-1252 or in an encoding that it declares"),
    ],
)
def test_what_cannot_be_read_says_why(report: RawReport, reason: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        read_document(report)
    assert caught.value.reason == reason


def test_what_is_not_known_is_said_to_be_so() -> None:
    document = read_document(raw())
    assert (document.outlet, document.title, document.url) == ("unknown", "", None)


def test_a_headline_in_the_text_is_the_title_where_the_source_gives_none() -> None:
    assert read_document(raw(f"Market hit in the old town\n\n{WORDS}")).title == "Market hit in the old town"


def shared_records() -> Iterator[dict[str, str]]:
    with gzip.open(SHARED / "data/fakes/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@pytest.mark.shared
def test_real_reports_all_read_with_their_passages_in_place() -> None:
    documents = [
        read_document(replace(raw(record["text"], "json-text"), title=record["title"], published=record["date"]))
        for record in shared_records()
    ]
    assert len(documents) == 760
    for document in documents:
        check_sound(document)
        assert document.published is not None
        assert document.language == "en"


@pytest.mark.shared
def test_no_claim_of_the_gold_stands_in_what_is_left_out() -> None:
    def lines(name: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in (SHARED / "gold" / name).read_text(encoding="utf-8").splitlines()]

    kinds = {}
    for record in lines("train.docs.jsonl") + lines("dev.docs.jsonl"):
        sentences = record["sentences"]
        assert isinstance(sentences, list)
        document = read_document(replace(raw(" ".join(sentences), "json-text"), sentences=tuple(sentences)))
        kinds[record["doc"]] = [passage.kind for passage in document.passages]
    left_out = [
        claim
        for claim in lines("train.claims.jsonl") + lines("dev.claims.jsonl")
        if kinds[claim["doc"]][int(str(claim["sentence"]))] in (PassageKind.CAPTION, PassageKind.FURNITURE)
    ]
    assert left_out == []
