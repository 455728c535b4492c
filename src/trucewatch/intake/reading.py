"""The way in: paths to reports, one after the other, with whatever cannot be read told in its place."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from trucewatch.intake.folders import files_of
from trucewatch.intake.json_values import json_records
from trucewatch.intake.lines import bounded_lines
from trucewatch.intake.options import MEGABYTE, IntakeOptions
from trucewatch.intake.records import report_of_json
from trucewatch.intake.sniff import Form, binary_kind, form_of, known_suffix
from trucewatch.intake.streams import READ_ERRORS, Source, head_of, opened, reason_of
from trucewatch.model.raw import RawReport, Unread

Found = Iterator[RawReport | Unread]

_UTF8_MARK = b"\xef\xbb\xbf"


def read_sources(paths: Sequence[Path | str], options: IntakeOptions) -> Found:
    """All reports of files, folders and `-` (standard input), in order; memory stays bounded by one report.

    Whatever cannot be read gives one `Unread` and the rest goes on. Nothing is raised for bad input.
    """
    for source in _sources(paths):
        if isinstance(source, Unread):
            yield source
        else:
            yield from _read_source(source, options)


def estimate_reports(paths: Sequence[Path | str]) -> int | None:
    """About how many reports there are, for a progress bar; None for standard input, which is read only once."""
    if "-" in map(str, paths):
        return None
    return sum(_count(source) for source in _sources(paths))


def _sources(paths: Sequence[Path | str]) -> Iterator[Source | Unread]:
    for path in paths:
        if str(path) == "-":
            yield "-"
        else:
            yield from files_of(Path(path))


def _read_source(source: Source, options: IntakeOptions) -> Found:
    origin = str(source)
    try:
        with opened(source) as stream:
            yield from _read_stream(stream, source, options)
    except READ_ERRORS as error:
        yield Unread(origin, reason_of(error))


def _read_stream(beginning: io.BufferedReader, source: Source, options: IntakeOptions) -> Found:
    origin = str(source)
    head, stream = head_of(beginning)
    if not head.removeprefix(_UTF8_MARK).strip():
        yield Unread(origin, "it is empty")
    elif kind := binary_kind(head):
        yield Unread(origin, f"it is {kind}, not text, HTML or JSON")
    else:
        form = form_of(head, known_suffix(source) if isinstance(source, Path) else None)
        yield from _READERS[form](stream, origin, options)


def _read_json_lines(stream: io.BufferedReader, origin: str, options: IntakeOptions) -> Found:
    for number, line in bounded_lines(stream, options.max_report_bytes):
        place = f"{origin}:{number}"
        if line is None:
            yield Unread(place, f"the line is longer than {_size(options)}, the limit for one report")
            continue
        record = line.removeprefix(_UTF8_MARK) if number == 1 else line
        if record.strip():
            yield report_of_json(record, place, options)


def _read_json(stream: io.BufferedReader, origin: str, options: IntakeOptions) -> Found:
    found = False
    try:
        for number, record in json_records(stream, options.max_report_bytes):
            found = True
            place = f"{origin}:record {number}"
            if record is None:
                yield Unread(place, f"the record is longer than {_size(options)}, the limit for one report")
            else:
                yield report_of_json(record, place, options)
    except ValueError as error:
        yield Unread(origin, str(error))
        return
    if not found:
        yield Unread(origin, "it holds no JSON object")


def _read_text(stream: io.BufferedReader, origin: str, options: IntakeOptions) -> Found:
    yield _whole(stream, "text", origin, options)


def _read_html(stream: io.BufferedReader, origin: str, options: IntakeOptions) -> Found:
    yield _whole(stream, "html", origin, options)


def _whole(stream: io.BufferedReader, media: str, origin: str, options: IntakeOptions) -> RawReport | Unread:
    content = stream.read(options.max_report_bytes + 1)
    if len(content) > options.max_report_bytes:
        return Unread(origin, f"it is larger than {_size(options)}, the limit for one report")
    return RawReport(
        content=content,
        media=media,
        origin=origin,
        retrieved=options.now,
        outlet=options.outlet,
        published_given=options.published_given,
    )


_READERS: dict[Form, Callable[[io.BufferedReader, str, IntakeOptions], Found]] = {
    Form.TEXT: _read_text,
    Form.HTML: _read_html,
    Form.JSON_LINES: _read_json_lines,
    Form.JSON: _read_json,
}


def _size(options: IntakeOptions) -> str:
    return f"{options.max_report_bytes / MEGABYTE:g} MB"


def _count(source: Source | Unread) -> int:
    if isinstance(source, Unread):
        return 1
    try:
        with opened(source) as beginning:
            head, stream = head_of(beginning)
            form = form_of(head, known_suffix(source) if isinstance(source, Path) else None)
            if form is Form.JSON_LINES:
                return sum(1 for _, line in bounded_lines(stream, MEGABYTE) if line is None or line.strip())
            return sum(1 for _ in json_records(stream, MEGABYTE)) if form is Form.JSON else 1
    except (*READ_ERRORS, ValueError):
        return 1
