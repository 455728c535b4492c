from __future__ import annotations

from datetime import UTC, datetime

from trucewatch.documents.plain import read_plain, split_header
from trucewatch.documents.sourced import Stated
from trucewatch.model.raw import RawReport


def raw(content: bytes) -> RawReport:
    return RawReport(content=content, media="text", origin="a.txt", retrieved=datetime(2016, 5, 22, tzinfo=UTC))


def test_a_header_says_what_the_report_is() -> None:
    found = read_plain(
        raw(b"Title: Market hit\r\nOUTLET: Wire\r\nDate: 20 May 2016\r\nUrl: http://w/1\r\n\r\nShells fell.\r\n")
    )
    assert (found.title, found.outlet, found.url) == ("Market hit", "Wire", "http://w/1")
    assert found.published == Stated("20 May 2016", "header Published")
    assert found.paragraphs == ("Shells fell.",)


def test_a_first_paragraph_with_a_colon_is_no_header() -> None:
    for text in ("Damascus: shells fell.\n\nMore.", "Title: only this line", "Title: a\nand other words\n\nMore."):
        assert split_header(text) == ({}, text)


def test_another_encoding_is_noted() -> None:
    assert read_plain(raw("caf\u00e9 bombed".encode("latin-1"))).reader == "text, windows-1252"
