"""What a web page says of itself: title, outlet, day of publication, address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from trucewatch.documents.dates import read_date
from trucewatch.documents.normalise import one_line
from trucewatch.documents.sourced import Stated

_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
)
_EARLIEST, _LATEST = "1995-01-01", "2100-12-31"  # without them htmldate would ask the clock


@dataclass(frozen=True, slots=True)
class AboutPage:
    """None where the page does not say."""

    title: str | None
    outlet: str | None
    published: Stated | None
    url: str | None


def about_page(tree: Any) -> AboutPage:
    """Read from the page's head, its JSON-LD and its headings."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    url = _address(tree, meta)
    outlet = meta.get("og:site_name") or _publisher(linked) or meta.get("application-name") or _host(url)
    return AboutPage(title=_title(tree, meta, outlet), outlet=outlet, published=_published(tree, meta, linked), url=url)


def _meta(tree: Any) -> dict[str, str]:
    """The page's meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = one_line(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD; what does not parse says nothing."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _objects(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def _title(tree: Any, meta: dict[str, str], outlet: str | None) -> str | None:
    headings = [one_line(heading.text_content()) for heading in tree.iter("h1")]
    candidates = [meta.get("og:title"), headings[0] if len(headings) == 1 else None, meta.get("twitter:title")]
    candidates += [one_line(element.text_content()) for element in tree.xpath("//head/title")]
    title = next(filter(None, candidates), None)
    return _without_outlet(title, outlet) if title else None


def _without_outlet(title: str, outlet: str | None) -> str:
    """A page's title often ends in the outlet's name."""
    for separator in (" | ", " - ", " – ", " — "):
        before, found, after = title.rpartition(separator)
        if found and outlet and after.strip().lower() == outlet.lower():
            return before.strip()
    return title


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return one_line(name)
    return None


def _address(tree: Any, meta: dict[str, str]) -> str | None:
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    for address in (*canonical, meta.get("og:url")):
        if address and urlsplit_host(address):
            return str(address).strip()
    return None


def urlsplit_host(address: str) -> str | None:
    """The host of an absolute web address; None where it is none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None


def _host(url: str | None) -> str | None:
    host = urlsplit_host(url) if url else None
    return host.removeprefix("www.") if host else None


def _published(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> Stated | None:
    """The first of the places where pages keep the day of publication that holds a date."""
    return next((stated for stated in _stated_dates(tree, meta, linked) if read_date(stated.text)), None)


def _stated_dates(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> Iterator[Stated]:
    for name in _PUBLISHED_META:
        if name in meta:
            yield Stated(meta[name], f"meta {name}")
    for item in linked:
        if isinstance(item.get("datePublished"), str):
            yield Stated(item["datePublished"], "JSON-LD datePublished")
    for element in tree.xpath("//time[@datetime] | //*[@itemprop='datePublished'][@content]"):
        yield Stated(element.get("datetime") or element.get("content") or "", f"element {element.tag}")
    if day := _htmldate(tree):
        yield Stated(day, "htmldate")


def _htmldate(tree: Any) -> str | None:
    """Pages that mark no date often show one; htmldate knows where. Given a tree, it opens no connection."""
    import htmldate

    found = htmldate.find_date(tree, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    return str(found) if found else None
