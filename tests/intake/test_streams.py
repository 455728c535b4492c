from __future__ import annotations

import errno
import gzip
import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.intake.streams import head_of, opened, reason_of, rejoined


@given(st.binary(max_size=200), st.binary(max_size=200), st.integers(1, 50))
def test_a_rejoined_stream_reads_as_the_whole(head: bytes, rest: bytes, size: int) -> None:
    stream = rejoined(head, io.BytesIO(rest))
    found = b"".join(iter(lambda: stream.read(size), b""))
    assert found == head + rest


@pytest.mark.parametrize("content", [b"", b"x", b"plain words", b"\x1f"])
def test_opening_tells_gzip_by_its_first_bytes(tmp_path: Path, content: bytes) -> None:
    for name, stored in (("plain", content), ("zipped", gzip.compress(content))):
        (tmp_path / name).write_bytes(stored)
        with opened(tmp_path / name) as stream:
            assert stream.read() == content


def test_looking_at_the_head_takes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"0123456789" * 20_000)
    with opened(path) as stream:
        head, whole = head_of(stream)
        assert head == path.read_bytes()[: len(head)]
        assert whole.read() == path.read_bytes()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "permission to read it is denied"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "there is no such file or folder"),
        (EOFError(), "the gzip file is cut short: it ends before its end mark"),
        (zlib.error("bad block"), "the gzip file is damaged (bad block)"),
        (OSError(errno.EIO, "Input/output error"), "it could not be read (Input/output error)"),
    ],
)
def test_reasons_are_plain(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason
