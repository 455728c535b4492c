"""Opening sources: files, gzip and standard input as byte streams whose first bytes can be looked at."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal, Protocol

HEAD_BYTES = 65_536
GZIP_MAGIC = b"\x1f\x8b"

Source = Path | Literal["-"]

READ_ERRORS = (OSError, EOFError, zlib.error)
"""What reading a stream can raise: the system's errors, a gzip file cut short, damaged compressed data."""


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were already taken from it, whole again."""

    def __init__(self, head: bytes, rest: _Readable) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)]
        if chunk:
            self._head = self._head[len(chunk) :]
        else:
            chunk = self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def rejoined(head: bytes, rest: _Readable) -> io.BufferedReader:
    """`head` and then what is left of `rest`, as one stream."""
    return io.BufferedReader(_Rejoined(head, rest), HEAD_BYTES)


@contextmanager
def opened(source: Source) -> Iterator[io.BufferedReader]:
    """The bytes of a source, decompressed where they begin as gzip does."""
    with _raw(source) as raw:
        head = raw.read(len(GZIP_MAGIC))
        whole = rejoined(head, raw)
        if head != GZIP_MAGIC:
            yield whole
            return
        with gzip.GzipFile(fileobj=whole) as unzipped:
            yield rejoined(b"", unzipped)


@contextmanager
def _raw(source: Source) -> Iterator[IO[bytes]]:
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield file
    else:
        yield sys.stdin.buffer


def head_of(stream: io.BufferedReader) -> tuple[bytes, io.BufferedReader]:
    """The first bytes of a stream, and the stream as if they had not been taken.

    A gzip file that is cut short within them gives what there is; the cut is met again when the rest is read.
    """
    taken = b""
    while len(taken) < HEAD_BYTES:
        try:
            chunk = stream.read1(HEAD_BYTES - len(taken))
        except EOFError:
            if not taken:
                raise
            break
        if not chunk:
            break
        taken += chunk
    return taken, rejoined(taken, stream)


def reason_of(error: Exception) -> str:
    """Why a source could not be read, in plain words."""
    if isinstance(error, EOFError):
        return "the gzip file is cut short: it ends before its end mark"
    if isinstance(error, (zlib.error, gzip.BadGzipFile)):
        return f"the gzip file is damaged ({error})"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "permission to read it is denied"
    return f"it could not be read ({getattr(error, 'strerror', None) or error})"
