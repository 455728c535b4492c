"""Plain text, which may begin with mail-like lines that say what it is."""

from __future__ import annotations

import re

from trucewatch.documents.charset import decoded
from trucewatch.documents.paragraphs import paragraphs_of
from trucewatch.documents.sourced import Sourced, Stated
from trucewatch.model.raw import RawReport

_HEADER_KEYS = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "source": "outlet",
    "published": "published",
    "date": "published",
    "url": "url",
    "link": "url",
}
_HEADER_LINE = re.compile(r"([A-Za-z]+):[ \t]*(.*)")


def read_plain(raw: RawReport) -> Sourced:
    text, charset = decoded(raw.content)
    header, body = split_header(text)
    published = header.get("published")
    return Sourced(
        paragraphs=tuple(paragraphs_of(body)),
        reader="text" if charset == "utf-8" else f"text, {charset}",
        title=header.get("title"),
        outlet=header.get("outlet"),
        published=Stated(published, "header Published") if published else None,
        url=header.get("url"),
    )


def split_header(text: str) -> tuple[dict[str, str], str]:
    """What `Title:`, `Outlet:`, `Published:` and `Url:` lines at the start say, and the text after the blank line.

    Without a blank line after them, or with any other line among them, there is no header and the text is whole.
    """
    header: dict[str, str] = {}
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if not line.strip():
            return (header, "".join(lines[number:])) if header else ({}, text)
        match = _HEADER_LINE.fullmatch(line.strip())
        key = _HEADER_KEYS.get(match.group(1).lower()) if match else None
        if match is None or key is None:
            return {}, text
        header[key] = match.group(2)
    return {}, text
