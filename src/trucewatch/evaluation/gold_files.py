"""Gold files: documents split into sentences and the claims that people coded, each one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_KINDS = {str: "text", int: "a whole number", list: "a list of texts", dict: "an object"}
_CLAIM_KEYS: Mapping[str, tuple[type, bool]] = {
    "doc": (str, False),
    "sentence": (int, False),
    "trigger": (str, False),
    "act": (str, False),
    "actor": (list, False),
    "target": (list, False),
    "place": (str, True),
    "day": (dict, True),
    "killed": (dict, True),
    "injured": (dict, True),
    "speakers": (list, False),
    "stance": (str, False),
}
"""The kind of each key's value and whether it may be null."""


class GoldError(ValueError):
    """A gold file that cannot be used: the message names file, line, key and what is wrong."""


def read_documents(path: Path) -> list[Row]:
    """Documents with `doc`, `sentences` and, if they like, `outlet`, `title`, `published`. Raises GoldError."""
    rows = []
    known: set[str] = set()
    for where, row in _objects(path):
        _check(row, "doc", str, where)
        _check(row, "sentences", list, where)
        if not any(sentence.strip() for sentence in row["sentences"]):
            raise GoldError(f"{where}: sentences: is empty")
        for key in ("outlet", "title", "published"):
            _check(row, key, str, where, may_be_null=True)
        if row["doc"] in known:
            raise GoldError(f"{where}: doc: {row['doc']!r} stands here a second time")
        known.add(row["doc"])
        rows.append(row)
    return rows


def read_claims(path: Path, documents: Sequence[Row]) -> list[Row]:
    """The claims of these documents; each trigger stands in its numbered sentence. Raises GoldError."""
    sentences_of = {row["doc"]: row["sentences"] for row in documents}
    rows = []
    for where, row in _objects(path):
        for key, (kind, may_be_null) in _CLAIM_KEYS.items():
            if key not in row:
                raise GoldError(f"{where}: {key}: is missing")
            _check(row, key, kind, where, may_be_null=may_be_null)
        if row["doc"] not in sentences_of:
            raise GoldError(f"{where}: doc: {row['doc']!r} is none of the documents")
        _check_trigger(row, sentences_of[row["doc"]], where)
        rows.append(row)
    return rows


def _objects(path: Path) -> Iterator[tuple[str, Row]]:
    """Each object with the file and line it stands in."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise GoldError(f"{path.name}: is not UTF-8 text") from None
    for number, line in enumerate(lines, start=1):
        where = f"{path.name}:{number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{where}: no valid JSON: {error.msg}") from None
        if not isinstance(row, dict):
            raise GoldError(f"{where}: an object is wanted")
        yield where, row


def _check(row: Row, key: str, kind: type, where: str, *, may_be_null: bool = False) -> None:
    value = row.get(key)
    if value is None and may_be_null:
        return
    if key not in row:
        raise GoldError(f"{where}: {key}: is missing")
    of_texts = kind is not list or (isinstance(value, list) and all(isinstance(item, str) for item in value))
    if not isinstance(value, kind) or isinstance(value, bool) or not of_texts:
        raise GoldError(f"{where}: {key}: must be {_KINDS[kind]}{' or null' if may_be_null else ''}")


def _check_trigger(row: Row, sentences: Sequence[str], where: str) -> None:
    if not 0 <= row["sentence"] < len(sentences):
        raise GoldError(f"{where}: sentence: there is no sentence {row['sentence']} in {row['doc']!r}")
    if not row["trigger"] or row["trigger"] not in sentences[row["sentence"]]:
        raise GoldError(f"{where}: trigger: {row['trigger']!r} does not stand in sentence {row['sentence']}")
