"""Gold files are read whole or refused with file, line and key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trucewatch.evaluation import GoldError, read_claims, read_documents

DOCUMENT = {"doc": "one", "outlet": None, "published": "2016-05-20", "title": "T", "sentences": ["Shells fell.", "Two"]}
CLAIM = {
    "doc": "one",
    "sentence": 0,
    "trigger": "Shells",
    "act": "attack.shelling",
    "actor": ["unknown"],
    "target": [],
    "place": None,
    "day": None,
    "killed": {"min": 2, "max": 2},
    "injured": None,
    "speakers": [],
    "stance": "asserted",
}


def written(folder: Path, *rows: Any) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


def test_documents_and_their_claims(tmp_path: Path) -> None:
    assert read_documents(written(tmp_path, DOCUMENT)) == [DOCUMENT]
    assert read_claims(written(tmp_path, CLAIM, CLAIM), [DOCUMENT]) == [CLAIM, CLAIM]


def test_blank_lines_and_separators_inside_a_text_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    row = {**DOCUMENT, "sentences": ["one\u2028line"]}
    path.write_text(f"\n{json.dumps(row, ensure_ascii=False)}\n\n")
    assert read_documents(path) == [row]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (without(DOCUMENT, "doc"), "doc: is missing"),
        (without(DOCUMENT, "sentences"), "sentences: is missing"),
        ({**DOCUMENT, "doc": 7}, "doc: must be text"),
        ({**DOCUMENT, "doc": None}, "doc: must be text"),
        ({**DOCUMENT, "sentences": "Shells fell."}, "sentences: must be a list of texts"),
        ({**DOCUMENT, "sentences": ["Shells fell.", None]}, "sentences: must be a list of texts"),
        ({**DOCUMENT, "sentences": []}, "sentences: is empty"),
        ({**DOCUMENT, "title": 3}, "title: must be text or null"),
        ({**DOCUMENT, "doc": "first"}, "doc: 'first' stands here a second time"),
        (["one"], "an object is wanted"),
    ],
)
def test_a_document_that_cannot_be_used(tmp_path: Path, row: Any, complaint: str) -> None:
    with pytest.raises(GoldError) as told:
        read_documents(written(tmp_path, {**DOCUMENT, "doc": "first"}, row))
    assert str(told.value) == f"gold.jsonl:2: {complaint}"


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (without(CLAIM, "speakers"), "speakers: is missing"),
        (without(CLAIM, "day"), "day: is missing"),
        ({**CLAIM, "doc": "two"}, "doc: 'two' is none of the documents"),
        ({**CLAIM, "sentence": 2}, "sentence: there is no sentence 2 in 'one'"),
        ({**CLAIM, "sentence": True}, "sentence: must be a whole number"),
        ({**CLAIM, "trigger": "Two"}, "trigger: 'Two' does not stand in sentence 0"),
        ({**CLAIM, "trigger": ""}, "trigger: '' does not stand in sentence 0"),
        ({**CLAIM, "actor": "is"}, "actor: must be a list of texts"),
        ({**CLAIM, "killed": 2}, "killed: must be an object or null"),
    ],
)
def test_a_claim_that_cannot_be_used(tmp_path: Path, row: Any, complaint: str) -> None:
    with pytest.raises(GoldError) as told:
        read_claims(written(tmp_path, CLAIM, row), [DOCUMENT])
    assert str(told.value) == f"gold.jsonl:2: {complaint}"


def test_text_that_is_no_json_or_no_text(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{")
    with pytest.raises(GoldError, match=r"^gold\.jsonl:1: no valid JSON: "):
        read_documents(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(GoldError, match=r"^gold\.jsonl: is not UTF-8 text$"):
        read_documents(path)
