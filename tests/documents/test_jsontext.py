from __future__ import annotations

from datetime import UTC, datetime

import pytest

from trucewatch.documents.jsontext import read_jsontext, unmarked
from trucewatch.documents.paragraphs import paragraphs_of
from trucewatch.model.raw import RawReport


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("<p>Shells <b>fell</b>.</p><p>Six &amp; more died.</p>", ["Shells fell.", "Six & more died."]),
        ("Shells fell.<br><br/>Six died.", ["Shells fell.", "Six died."]),
        ("A &ldquo;truce&rdquo; &#8211; so called", ["A “truce” – so called"]),
        ("<p>One.</p><script>alert('x')</script><p>Two.</p>", ["One.", "Two."]),
        ("<p>One.</p><figure><img><figcaption>A picture</figcaption></figure>", ["One."]),
        ("fewer than 3 < 5 and 7 > 6", ["fewer than 3 < 5 and 7 > 6"]),
        ("AT&T said", ["AT&T said"]),
    ],
)
def test_markup_in_feeds_comes_off(text: str, paragraphs: list[str]) -> None:
    assert paragraphs_of(unmarked(text)) == paragraphs


def test_a_whole_page_in_a_record_is_read_as_a_page() -> None:
    telling = "Six people were killed on Friday when shells hit a market in the town, a monitor said. "
    page = f"<!DOCTYPE html><html><body><nav>Home</nav><article><p>{telling * 3}</p></article></body></html>"
    raw = RawReport(page.encode(), "json-text", "wire.jsonl:1", datetime(2016, 5, 22, tzinfo=UTC))
    found = read_jsontext(raw)
    assert found.paragraphs == ((telling * 3).strip(),)
    assert found.reader == "json-text, html"
