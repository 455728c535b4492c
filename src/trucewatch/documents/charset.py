"""Bytes to characters: the encoding they show, else the one they declare, else the usual one of old Western pages."""

from __future__ import annotations

import codecs
import re

from trucewatch.documents.unreadable import UnreadableReport

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_DECLARED_WITHIN = 4096  # bytes from the start of a page
_LAST_RESORT = "windows-1252"


def decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; raises UnreadableReport where none fits."""
    for mark, name in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode(content[len(mark) :], name), name
    for name in ("utf-8", *_declared(content), _LAST_RESORT):
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableReport(f"its bytes are no text in UTF-8, in {_LAST_RESORT} or in an encoding that it declares")


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        raise UnreadableReport(f"it begins as {name} text does, but its bytes are not valid {name}") from None


def _declared(content: bytes) -> tuple[str, ...]:
    match = _DECLARED.search(content[:_DECLARED_WITHIN])
    return (match.group(1).decode("ascii", "replace"),) if match else ()
