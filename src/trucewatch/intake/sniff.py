"""Which kind of source this is: from its suffix where it has a known one, else from its first bytes."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path


class Form(StrEnum):
    """How a source holds its reports."""

    TEXT = "text"
    HTML = "html"
    JSON_LINES = "JSON Lines"
    JSON = "JSON"  # one array, or objects over several lines


SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".jsonl": Form.JSON_LINES,
    ".ndjson": Form.JSON_LINES,
    ".json": Form.JSON,
}

_BINARY_STARTS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"(\xb5/\xfd": "a zstd archive",
    b"WARC/": "a WARC web archive",
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, and UTF-32 little-endian, which begins as UTF-16 does
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MAX_CONTROL_SHARE = 0.02
_HTML_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)
_OBJECT_START = re.compile(rb'\s*\{\s*("|\})')
_ARRAY_START = re.compile(rb"\s*\[\s*[{\]]")


def known_suffix(path: Path) -> Form | None:
    """The form that a file's name tells, `.gz` set aside; None when it tells none."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return SUFFIXES.get(name.suffix.lower())


def binary_kind(head: bytes) -> str | None:
    """What binary thing these first bytes belong to; None when they may be text."""
    for start, kind in _BINARY_STARTS.items():
        if head.startswith(start):
            return kind
    if head.startswith(_WIDE_MARKS):
        return None
    control = len(head) - len(head.translate(None, _CONTROL))
    if b"\0" in head or control > _MAX_CONTROL_SHARE * len(head):
        return "a binary file"
    return None


def form_of(head: bytes, named: Form | None) -> Form:
    """The form of a source, from its first bytes and what its name tells."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if named not in (None, Form.JSON):
        return named
    if _OBJECT_START.match(head):
        return Form.JSON_LINES if _first_line_is_whole(head) else Form.JSON
    if named is Form.JSON or _ARRAY_START.match(head):
        return Form.JSON
    return Form.HTML if _HTML_START.match(head) else Form.TEXT


def _first_line_is_whole(head: bytes) -> bool:
    line, end, _ = head.lstrip().partition(b"\n")
    if not end:
        return True  # a line longer than the first bytes: records are rarely laid out over lines of that length
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
