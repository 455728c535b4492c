from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from trucewatch.intake import IntakeOptions
from trucewatch.intake.records import report_of_json
from trucewatch.model.raw import RawReport, Unread

OPTIONS = IntakeOptions(now=datetime(2016, 5, 22, tzinfo=UTC))


def report(record: dict[str, Any]) -> RawReport:
    found = report_of_json(json.dumps(record).encode(), "wire.jsonl:3", OPTIONS)
    assert isinstance(found, RawReport)
    return found


def test_an_outlet_given_as_an_object_stands_under_its_name() -> None:
    assert report({"text": "a", "source": {"id": None, "name": "Wire"}}).outlet == "Wire"


def test_empty_fields_say_nothing() -> None:
    found = report({"text": "", "body": "words", "title": " ", "headline": "Second choice", "published": None})
    assert (found.content, found.title, found.published) == (b"words", "Second choice", None)


def test_a_number_in_a_date_field_is_kept_as_written() -> None:
    assert report({"text": "a", "date": 1463788800}).published == "1463788800"


@pytest.mark.parametrize("line", [b"[" * 100_000, b'{"text": NaN,}', b"null", b'"text"', b"true", b"\xff\xfe{"])
def test_what_is_no_record_is_told_in_a_line(line: bytes) -> None:
    found = report_of_json(line, "wire.jsonl:3", OPTIONS)
    assert isinstance(found, Unread)
    assert found.origin == "wire.jsonl:3"
    assert found.reason
