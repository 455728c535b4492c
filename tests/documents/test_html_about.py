from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from trucewatch.documents.dates import read_date
from trucewatch.documents.html_about import AboutPage, about_page

BODY = "<body><h1>Market hit</h1><p>Shells fell on the town on Friday.</p>{}</body>"


def about(head: str, more: str = "") -> AboutPage:
    return about_page(html.document_fromstring(f"<html><head>{head}</head>{BODY.format(more)}</html>"))


@pytest.mark.parametrize(
    ("head", "more", "where"),
    [
        ('<meta property="article:published_time" content="2016-05-20T10:00:00Z">', "", "meta article:published_time"),
        ('<meta name="DC.date.issued" content="20 May 2016">', "", "meta dc.date.issued"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2016-05-20"}]}</script>',
            "",
            "JSON-LD datePublished",
        ),
        ("", '<time datetime="2016-05-20T10:00">Friday</time>', "element time"),
        ("", "<p class='date'>20 May 2016</p>", "htmldate"),
    ],
)
def test_the_day_of_publication_and_where_it_stands(head: str, more: str, where: str) -> None:
    stated = about(head, more).published
    assert stated is not None
    assert stated.where == where
    found = read_date(stated.text)
    assert found is not None
    assert found.day == date(2016, 5, 20)


def test_a_place_for_the_date_that_holds_none_is_passed_over() -> None:
    stated = about(
        '<meta name="date" content="today"><script type="application/ld+json">{broken</script>',
        '<time datetime="2016-05-20">Friday</time>',
    ).published
    assert stated is not None
    assert stated.where == "element time"


def test_a_page_without_a_date_has_none() -> None:
    assert about("").published is None


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        (
            '<meta property="og:site_name" content="The Wire"><title>Market hit - The Wire</title>',
            "The Wire",
            "Market hit",
        ),
        ('<link rel="canonical" href="https://www.wire.example/a">', "wire.example", "Market hit"),
        (
            '<link rel="canonical" href="/a"><meta property="og:title" content="Hit: the market">',
            None,
            "Hit: the market",
        ),
        (
            '<script type="application/ld+json">[{"publisher": {"name": "Wire Co"}}]</script>',
            "Wire Co",
            "Market hit",
        ),
    ],
)
def test_outlet_and_title(head: str, outlet: str | None, title: str) -> None:
    found = about(head)
    assert (found.outlet, found.title) == (outlet, title)
