from __future__ import annotations

from datetime import UTC, datetime

import pytest

from trucewatch.documents.html import read_html
from trucewatch.documents.unreadable import UnreadableReport
from trucewatch.model.raw import RawReport

PAGE = """<!DOCTYPE html><html><head><title>Market hit | The Wire</title><meta charset="utf-8">
<meta property="og:site_name" content="The Wire"></head><body>
<div class="consent"><p>We use cookies to measure how the site is read.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news</a></li></ul></nav>
<article><h1>Market hit</h1><p class="byline">By Wire staff</p>
<figure><img src="a.jpg"><figcaption>Smoke above the town on Friday. (Photo: a resident)</figcaption></figure>
<p>Six people were killed on Friday when shells hit a market in the town, a monitor said, the worst day this month.</p>
<p><span class="caption">A man beside his stall.</span> The army denied it. “We did not fire at the town,” a spokesman
said, and blamed the armed groups on the other bank of the river.</p>
<p>Residents said that two shells came from the hills and that a third did not explode in the market.</p>
<blockquote><p>“We will answer every breach of the truce,” said the group in its statement on Friday.</p></blockquote>
<p>The monitor counted four breaches in the province on Thursday, two of them shelling by the army, it said.</p>
<p class="tags">Tags: <a href="/t/truce">truce</a></p></article>
<aside><h3>Related</h3><ul><li><a href="/x">Talks resume in Geneva</a></li></ul></aside>
<footer><p>© The Wire. All rights reserved.</p></footer></body></html>"""


def raw(page: str | bytes) -> RawReport:
    content = page.encode() if isinstance(page, str) else page
    return RawReport(content=content, media="html", origin="a.html", retrieved=datetime(2016, 5, 22, tzinfo=UTC))


def test_the_article_comes_without_what_stands_around_it() -> None:
    text = "\n".join(read_html(raw(PAGE)).paragraphs)
    for told in ("Six people were killed", "The army denied it", "two shells came", "We will answer", "counted four"):
        assert told in text
    for around in ("cookies", "World news", "Smoke above", "A man beside", "Talks resume", "rights reserved"):
        assert around not in text


def test_paragraphs_stay_apart() -> None:
    paragraphs = read_html(raw(PAGE)).paragraphs
    assert (
        sum(paragraph.startswith(("Six people", "The army", "Residents", "The monitor")) for paragraph in paragraphs)
        == 4
    )


def test_reading_a_page_again_and_again_gives_the_same() -> None:
    first = read_html(raw(PAGE))
    assert all(read_html(raw(PAGE)) == first for _ in range(6))


LINKS = "".join(f"<li><a href='/{number}'>Latest headline number {number} of this day</a></li>" for number in range(40))


@pytest.mark.parametrize(
    "page",
    [
        f"<html><head><title>News</title></head><body><nav><ul>{LINKS}</ul></nav><div><ul>{LINKS}</ul></div></body></html>",
        "<html><body></body></html>",
        "<html><head><title>404</title></head><body><h1>Not found</h1><p>No such page.</p></body></html>",
        "<html><body><form><input name=q></form><script>var a = 'Six people were killed.';</script></body></html>",
        "<!-- only a comment -->",
    ],
)
def test_a_page_with_no_article_is_refused(page: str) -> None:
    with pytest.raises(UnreadableReport):
        read_html(raw(page))


def test_the_encoding_that_a_page_declares_is_used() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1252"').encode("windows-1252")
    found = read_html(raw(page))
    assert found.reader == "html, windows-1252"
    assert any("“We did not fire" in paragraph for paragraph in found.paragraphs)
