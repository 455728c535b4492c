"""The one way in which reading a report fails."""

from __future__ import annotations


class UnreadableReport(Exception):  # noqa: N818 - a thing that reports meet, named as the rooms name it
    """A report that holds nothing to read; `reason` is one line that a person understands."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
