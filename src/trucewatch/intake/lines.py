"""Lines of a stream of any size, with memory bounded by the longest line that is allowed."""

from __future__ import annotations

import io
from collections.abc import Iterator

SKIP_BYTES = 1_000_000


def bounded_lines(stream: io.BufferedReader, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Line number from 1 and the line without its end; None for a line of more than `max_bytes`, which is skipped."""
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes and not line.endswith(b"\n"):
            _skip_to_line_end(stream)
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def _skip_to_line_end(stream: io.BufferedReader) -> None:
    while chunk := stream.readline(SKIP_BYTES):
        if chunk.endswith(b"\n"):
            return
