"""The table of readers: a source format is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.documents.html import read_html
from trucewatch.documents.jsontext import read_jsontext
from trucewatch.documents.plain import read_plain
from trucewatch.documents.sourced import Sourced
from trucewatch.model.raw import RawReport

Reader = Callable[[RawReport], Sourced]

READERS: dict[str, Reader] = {
    "html": read_html,
    "json-text": read_jsontext,
    "text": read_plain,
}
"""By the `media` of a raw report."""
