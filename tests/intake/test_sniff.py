from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.intake.sniff import Form, binary_kind, form_of, known_suffix


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", Form.TEXT), ("a.HTM", Form.HTML), ("a.ndjson.gz", Form.JSON_LINES), ("a.gz", None), ("README.md", None)],
)
def test_the_suffix_tells_the_form(name: str, form: Form | None) -> None:
    assert known_suffix(Path(name)) is form


@pytest.mark.parametrize(
    ("head", "named", "form"),
    [
        (b"\xef\xbb\xbf<html>", None, Form.HTML),
        (b"<!-- saved -->\n<!DOCTYPE html>", None, Form.HTML),
        (b"{not json", None, Form.TEXT),
        (b'{"a": 1}\n{"a": 2}\n', None, Form.JSON_LINES),
        (b'{"a": 1}\n', Form.JSON, Form.JSON_LINES),
        (b'{\n "a": 1}\n', None, Form.JSON),
        (b"<p>text that was named so", Form.TEXT, Form.TEXT),
    ],
)
def test_the_first_bytes_tell_the_rest(head: bytes, named: Form | None, form: Form) -> None:
    assert form_of(head, named) is form


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"plain words\n", None),
        ("حلب".encode(), None),
        ("Aleppo".encode("utf-16"), None),
        (b"words\0words", "a binary file"),
        (b"PK\x03\x04", "a zip archive or office document"),
    ],
)
def test_binary_files_are_told_from_text(head: bytes, kind: str | None) -> None:
    assert binary_kind(head) == kind
