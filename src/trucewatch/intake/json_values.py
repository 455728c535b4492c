"""The records of a JSON array, or of JSON objects one after the other, from a stream of any size."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

CHUNK_BYTES = 1_000_000
_STRUCTURE = re.compile(rb'["{}\[\]]')
_IN_STRING = re.compile(rb'[\\"]')


class _Splitter:
    """Finds where each outermost object begins and ends, without parsing what is inside.

    An array around the objects is stepped over. What is kept of one object never grows over `max_bytes`.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._depth = 0  # of braces and brackets within the record
        self._in_string = False
        self._escaped = False
        self._parts: list[bytes] = []
        self._kept = 0
        self._too_long = False

    @property
    def inside(self) -> bool:
        return self._depth > 0

    def feed(self, chunk: bytes) -> Iterator[bytes | None]:
        """The records that end in this chunk; None for one that is longer than allowed."""
        at = start = 0
        if self._escaped:
            self._escaped, at = False, 1
        while match := (_IN_STRING if self._in_string else _STRUCTURE).search(chunk, at):
            mark, at = match.group(), match.end()
            if mark == b"\\":
                if at == len(chunk):
                    self._escaped = True
                at += 1
            elif mark == b'"':
                self._in_string = self.inside and not self._in_string
            elif mark in b"{[" and (self.inside or mark == b"{"):
                if not self.inside:
                    start = match.start()
                self._depth += 1
            elif mark in b"}]" and self.inside:
                self._depth -= 1
                if not self.inside:
                    self._keep(chunk[start:at])
                    yield self._taken()
        if self.inside:
            self._keep(chunk[start:])

    def _keep(self, part: bytes) -> None:
        self._kept += len(part)
        if self._kept > self._max_bytes:
            self._too_long = True
            self._parts.clear()
        else:
            self._parts.append(part)

    def _taken(self) -> bytes | None:
        record = None if self._too_long else b"".join(self._parts)
        self._parts, self._kept, self._too_long = [], 0, False
        return record


def json_records(stream: io.BufferedReader, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Number from 1 and the bytes of each outermost object; None for one of more than `max_bytes`.

    Raises ValueError when the stream ends inside a record.
    """
    splitter = _Splitter(max_bytes)
    number = 0
    while chunk := stream.read1(CHUNK_BYTES):
        for record in splitter.feed(chunk):
            number += 1
            yield number, record
    if splitter.inside:
        raise ValueError("the JSON ends in the middle of a record")
