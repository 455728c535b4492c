"""Cleaning text once, before it is stored: what is left has no invisible characters and one kind of line end."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)  # soft hyphens, zero widths, direction marks
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r" ?\n(?: ?\n)+ ?")
_LINE_BREAK = re.compile(r" ?\n ?")


def clean(text: str) -> str:
    """NFC; line ends as `\\n`, at most one blank line in a row; runs of spaces as one; invisible characters gone."""
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))
    text = _LINE_BREAK.sub("\n", _SPACES.sub(" ", text))
    return _BLANK_LINES.sub("\n\n", text).strip()


def one_line(text: str) -> str:
    """Cleaned, and on one line."""
    return " ".join(clean(text).split())
