from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.intake.lines import bounded_lines


@given(st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"").replace(b"\r", b""))))
def test_every_line_comes_with_its_number(lines: list[bytes]) -> None:
    content = b"".join(line + b"\n" for line in lines)
    found = list(bounded_lines(io.BufferedReader(io.BytesIO(content)), 8))
    assert [number for number, _ in found] == list(range(1, len(lines) + 1))
    assert [line for _, line in found] == [line if len(line) <= 8 else None for line in lines]


def test_the_last_line_needs_no_end() -> None:
    assert list(bounded_lines(io.BufferedReader(io.BytesIO(b"a\r\nb")), 8)) == [(1, b"a"), (2, b"b")]
