"""Documents: raw reports to text that is stored once, never changed, and that every span refers to. Pure."""

from __future__ import annotations

from trucewatch.documents.reading import UnreadableReport, read_document

__all__ = ["UnreadableReport", "read_document"]
