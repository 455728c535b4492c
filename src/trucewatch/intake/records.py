"""One JSON record to one report."""

from __future__ import annotations

import json
import re
from typing import Any

from trucewatch.intake.options import IntakeOptions
from trucewatch.model.raw import RawReport, Unread

_SURROGATE = re.compile("[\ud800-\udfff]")


class _NotAReportError(Exception):
    """Why a record is no report, in plain words."""


def report_of_json(line: bytes, origin: str, options: IntakeOptions) -> RawReport | Unread:
    """The report that a JSON object holds, or why it holds none."""
    try:
        return _report(_record(line), origin, options)
    except _NotAReportError as complaint:
        return Unread(origin, str(complaint))


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _NotAReportError(f"not UTF-8, as JSON must be (byte {error.start + 1} of the record)") from None
    except json.JSONDecodeError as error:
        raise _NotAReportError(f"not valid JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise _NotAReportError("not valid JSON: nested too deep") from None
    if not isinstance(record, dict):
        raise _NotAReportError(f"a record must be a JSON object, and this is {_kind(record)}")
    return record


def _report(record: dict[str, Any], origin: str, options: IntakeOptions) -> RawReport:
    names = options.fields
    sentences = _sentences(record)
    text = " ".join(sentences) if sentences else _text(record, names.text)
    identifier = record.get("doc")
    return RawReport(
        content=text.encode("utf-8"),
        media="json-text",
        origin=f"{origin} ({identifier})" if isinstance(identifier, str) and identifier else origin,
        retrieved=options.now,
        outlet=options.outlet or _words(record, names.outlet),
        title=_words(record, names.title),
        published=_words(record, names.published),
        url=_words(record, names.url),
        published_given=options.published_given,
        sentences=sentences,
    )


def _sentences(record: dict[str, Any]) -> tuple[str, ...]:
    """The sentences of a corpus that comes split; empty when it does not."""
    value = record.get("sentences")
    if not isinstance(value, list) or not value:
        return ()
    if not all(isinstance(sentence, str) for sentence in value):
        raise _NotAReportError("its sentences must be a list of strings")
    return tuple(_sound(sentence) for sentence in value)


def _text(record: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = record.get(name)
        if value is None:
            continue
        if not isinstance(value, str):
            raise _NotAReportError(f"its {name!r} is {_kind(value)}, not text")
        if value.strip():
            return _sound(value)
    raise _NotAReportError(f"no text: the record has none of {', '.join(names)}, or they are empty")


def _words(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of these fields that says something; a source given as an object stands under its name."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return _sound(value.strip())
    return None


def _sound(text: str) -> str:
    """Half a surrogate pair, which JSON escapes can hold and no encoding can, becomes the replacement character."""
    return _SURROGATE.sub("\ufffd", text)


def _kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"
