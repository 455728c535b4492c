"""Sources to reports: what is read, and one clear line for each thing that is not."""

from __future__ import annotations

import gzip
import io
import json
import random
import tempfile
import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.intake import FieldNames, IntakeOptions, estimate_reports, read_sources
from trucewatch.model.raw import RawReport, Unread

NOW = datetime(2016, 5, 22, 7, 0, tzinfo=UTC)
OPTIONS = IntakeOptions(now=NOW)


def read(path: Path | str, options: IntakeOptions = OPTIONS) -> list[RawReport | Unread]:
    return list(read_sources([path], options))


def one_report(path: Path | str, options: IntakeOptions = OPTIONS) -> RawReport:
    (report,) = read(path, options)
    assert isinstance(report, RawReport)
    return report


def one_unread(path: Path | str, options: IntakeOptions = OPTIONS) -> Unread:
    (unread,) = read(path, options)
    assert isinstance(unread, Unread)
    return unread


def jsonl(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_json_lines_take_fields_by_their_usual_names(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    record = {
        "headline": "Raid",
        "body": "A monitor spoke.",
        "source": "Wire",
        "date": "4/5/2017",
        "link": "http://w/1",
    }
    path.write_bytes(jsonl(record))
    report = one_report(path)
    assert report.content == b"A monitor spoke."
    assert (report.title, report.outlet, report.published, report.url) == ("Raid", "Wire", "4/5/2017", "http://w/1")
    assert (report.media, report.origin, report.retrieved) == ("json-text", f"{path}:1", NOW)


def test_options_map_fields_and_fill_in(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(jsonl({"copy": "Shells fell.", "outlet": "Old name"}))
    fields = FieldNames(text=("copy",))
    options = IntakeOptions(now=NOW, fields=fields, outlet="Wire", published_given=date(2016, 5, 21))
    report = one_report(path, options)
    assert (report.content, report.outlet, report.published_given) == (b"Shells fell.", "Wire", date(2016, 5, 21))


def test_sentences_of_a_corpus_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl"
    path.write_bytes(jsonl({"doc": "d1", "outlet": "wire", "sentences": ["One fell.", "Two fell."]}))
    report = one_report(path)
    assert report.sentences == ("One fell.", "Two fell.")
    assert report.content == b"One fell. Two fell."
    assert report.origin == f"{path}:1 (d1)"


def test_a_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(jsonl({"text": "First."}) + b'{"text": \n\n' + jsonl(["no"], {"title": "t"}, {"text": "Last."}))
    found = read(path)
    assert [item.origin.rpartition(":")[2] for item in found] == ["1", "2", "4", "5", "6"]
    assert [isinstance(item, RawReport) for item in found] == [True, False, False, False, True]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.jsonl", b" \n\n ", "empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        ("noise.jsonl", bytes(range(256)) * 4, "a binary file"),
        ("sitrep", b"%PDF-1.7 ...", "a PDF file"),
        ("bad.jsonl", b'{"text": oops}\n', "not valid JSON"),
        ("list.jsonl", b"[1, 2]\n", "this is a list"),
        ("number.jsonl", b"12\n", "this is a number"),
        ("notext.jsonl", b'{"title": "t", "text": "  "}\n', "no text"),
        ("wrongtext.jsonl", b'{"text": ["a"]}\n', "'text' is a list"),
        ("wrongsentences.jsonl", b'{"sentences": ["a", 3]}\n', "list of strings"),
        ("latin.jsonl", '{"text": "café"}\n'.encode("latin-1"), "not UTF-8"),
        ("none.json", b"[1, 2]", "no JSON object"),
        ("cut.json", b'[{"text": "a"', "ends in the middle"),
        ("plain.gz", b"\x1f\x8b\x08 and no more gzip", "gzip"),
    ],
)
def test_bad_input_gives_one_clear_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    unread = one_unread(path)
    assert reason in unread.reason
    assert unread.origin.startswith(str(path))
    assert "\n" not in unread.reason


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    unread = one_unread(tmp_path / "nothing.txt")
    assert (unread.origin, unread.reason) == (str(tmp_path / "nothing.txt"), "there is no such file or folder")


def test_reports_before_the_cut_of_a_gzip_file_are_kept(tmp_path: Path) -> None:
    chance = random.Random(5)
    texts = [" ".join(str(chance.random()) for _ in range(500)) for _ in range(40)]
    whole = gzip.compress(jsonl(*({"text": text} for text in texts)))
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    *kept, last = read(path)
    assert len(kept) >= 10
    assert [report.content.decode() for report in kept if isinstance(report, RawReport)] == texts[: len(kept)]
    assert isinstance(last, Unread)
    assert "cut short" in last.reason


def test_a_cut_gzip_text_gives_no_half_report(tmp_path: Path) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(b"Shells fell on the town. " * 50)[:-12])
    assert "cut short" in one_unread(path).reason


def test_a_very_long_line_is_passed_over_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    with path.open("wb") as file:
        file.write(jsonl({"text": "Before."}) + b'{"text": "')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + jsonl({"text": "After."}))
    options = IntakeOptions(now=NOW, max_report_bytes=2_000_000)
    tracemalloc.start()
    found = read(path, options)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(item) for item in found] == [RawReport, Unread, RawReport]
    assert isinstance(found[1], Unread)
    assert (found[1].origin, found[1].reason) == (f"{path}:2", "the line is longer than 2 MB, the limit for one report")
    assert peak < 12_000_000


@pytest.mark.parametrize(("name", "form"), [("big.txt", "it is larger"), ("big.json", "the record is longer")])
def test_a_report_over_the_limit_is_not_read(tmp_path: Path, name: str, form: str) -> None:
    path = tmp_path / name
    path.write_bytes(b'[{"text": "' + b"x" * 5000 + b'"}]')
    unread = one_unread(path, IntakeOptions(now=NOW, max_report_bytes=1000))
    assert unread.reason == f"{form} than 0.001 MB, the limit for one report"


@pytest.mark.parametrize("layout", ["array", "indented array", "one object", "lines"])
def test_json_files_in_any_layout(tmp_path: Path, layout: str) -> None:
    records: list[dict[str, Any]] = [{"text": 'A }] quote \\" {'}, {"text": "B", "more": {"deep": [1, {}]}}]
    path = tmp_path / "wire.json"
    match layout:
        case "array":
            path.write_text(json.dumps(records))
        case "indented array":
            path.write_text(json.dumps(records, indent=2))
        case "one object":
            path.write_text("\n".join(json.dumps(record, indent=1) for record in records))
        case _:
            path.write_bytes(jsonl(*records))
    found = read(path)
    assert [report.content.decode() for report in found if isinstance(report, RawReport)] == [
        r["text"] for r in records
    ]
    assert estimate_reports([path]) == 2


def test_folders_give_known_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "README.md", "photo.jpg", "sub/c.jsonl.gz", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(jsonl({"text": "C"})) if name.endswith("gz") else b"<p>Some words.</p>")
    names = [Path(item.origin).name for item in read(tmp_path)]
    assert names == ["a.html", "b.txt", "c.jsonl.gz:1"]
    assert estimate_reports([tmp_path]) == 3


def test_a_folder_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Notes.")
    assert "holds no file ending in" in one_unread(tmp_path).reason


def test_a_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("Shells fell on the town.")
    assert one_report(path).media == "text"


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"<!DOCTYPE html><html><body><p>Words.</p></body></html>", "html"),
        (b'{"text": "Words."}\n', "json-text"),
        (b'[{"text": "Words."}]', "json-text"),
        (b"[Corrects toll] Words.", "text"),
        (gzip.compress(b"Words."), "text"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch, content: bytes, media: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    report = one_report("-")
    assert (report.media, report.origin.partition(":")[0]) == (media, "-")


def test_standard_input_cannot_be_counted() -> None:
    assert estimate_reports(["-"]) is None


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=5), st.booleans())
def test_any_text_comes_through_as_it_was(texts: list[str], zipped: bool) -> None:
    content = jsonl(*({"text": text} for text in texts), {"text": "end"})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wire.jsonl"
        path.write_bytes(gzip.compress(content) if zipped else content)
        found = read(path)
    assert [item.content.decode() for item in found if isinstance(item, RawReport)] == [*texts, "end"]


def test_half_a_surrogate_pair_does_not_stop_reading(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(b'{"text": "A \\ud83d B", "title": "\\udc00"}\n')
    report = one_report(path)
    assert (report.content.decode(), report.title) == ("A \ufffd B", "\ufffd")
