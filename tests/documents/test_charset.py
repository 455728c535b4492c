from __future__ import annotations

import pytest

from trucewatch.documents.charset import decoded
from trucewatch.documents.unreadable import UnreadableReport

WORDS = "“Idlib” — café"


@pytest.mark.parametrize(
    ("content", "text", "name"),
    [
        (WORDS.encode(), WORDS, "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), WORDS, "utf-8"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), WORDS, "utf-16-le"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS, "utf-16-be"),
        (WORDS.encode("windows-1252"), WORDS, "windows-1252"),
        ('<meta charset="windows-1256">حلب'.encode("windows-1256"), '<meta charset="windows-1256">حلب', "windows-1256"),
        (b"<meta charset=no-such-name>caf\xe9", "<meta charset=no-such-name>café", "windows-1252"),
    ],
)
def test_the_encoding_is_found(content: bytes, text: str, name: str) -> None:
    assert decoded(content) == (text, name)


@pytest.mark.parametrize("content", [b"\x81\x8d\x90 no text", b"\xff\xfeodd"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport):
        decoded(content)
