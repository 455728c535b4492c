from __future__ import annotations

import io
import json
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.intake.json_values import json_records

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(st.dictionaries(st.text(), VALUES, max_size=3), max_size=4)


def records_of(content: bytes, max_bytes: int = 10_000) -> list[tuple[int, bytes | None]]:
    return list(json_records(io.BufferedReader(io.BytesIO(content)), max_bytes))


@given(RECORDS, st.sampled_from([None, 2]), st.integers(1, 40))
def test_an_array_gives_its_objects_wherever_chunks_end(
    records: list[dict[str, Any]], indent: int | None, chunk: int
) -> None:
    content = json.dumps(records, indent=indent, ensure_ascii=False).encode("utf-8", "surrogatepass")
    with patch("trucewatch.intake.json_values.CHUNK_BYTES", chunk):
        found = records_of(content)
    texts = [record.decode("utf-8", "surrogatepass") for _, record in found if record is not None]
    assert [json.loads(text) for text in texts] == records


def test_a_long_record_is_none_and_the_next_is_whole() -> None:
    content = json.dumps([{"text": "x" * 100}, {"text": "y"}]).encode()
    assert records_of(content, 50) == [(1, None), (2, b'{"text": "y"}')]


def test_a_cut_record_is_told() -> None:
    with pytest.raises(ValueError, match="in the middle of a record"):
        records_of(b'[{"text": "a"}, {"text": ')
