from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs.strict import Complaints, Node, PackError, read_yaml


def _read(tmp_path: Path, text: str) -> tuple[Node, Complaints]:
    path = tmp_path / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    complaints = Complaints()
    return read_yaml(path, complaints), complaints


def _lines(complaints: Complaints, tmp_path: Path) -> list[str]:
    with pytest.raises(PackError) as raised:
        complaints.raise_if_any()
    return [line.removeprefix(f"{tmp_path}/") for line in str(raised.value).splitlines()]


def test_all_complaints_come_in_one_error_with_file_line_and_key(tmp_path: Path) -> None:
    top, complaints = _read(tmp_path, "id: no\nterms:\n  - mode: often\n    actz: [a]\nday: 2016-13-01\n")
    keys = top.mapping(required=("id", "terms", "title"), optional=("day",))
    keys["id"].text()
    keys["title"].text()
    keys["day"].day()
    for term in keys["terms"].items():
        parts = term.mapping(required=("mode",), optional=("acts",))
        parts["mode"].choice(("must", "must_not"))
    assert _lines(complaints, tmp_path) == [
        "pack.yaml:1: id: is to be text (put it in quotes), not 'no'",
        "pack.yaml:1: title: is missing",
        "pack.yaml:3: terms[0].mode: 'often' is none of: must, must_not",
        "pack.yaml:4: terms[0].actz: unknown key; known here: mode, acts",
        "pack.yaml:5: day: is to be a date such as 2016-02-27, not '2016-13-01'",
    ]


def test_a_right_file_gives_its_values_and_no_complaint(tmp_path: Path) -> None:
    top, complaints = _read(
        tmp_path, "name: truce\nsize: 3\nshare: 0.5\nopen: false\nfrom: 2016-02-27\nat: 2016-02-27T00:00\nend: null\n"
    )
    keys = top.mapping(required=("name", "size", "share", "open", "from", "at", "end"))
    assert keys["name"].text() == "truce"
    assert keys["size"].integer() == 3
    assert keys["share"].number() == 0.5
    assert keys["size"].number() == 3.0
    assert keys["open"].flag() is False
    assert keys["from"].day().isoformat() == "2016-02-27"
    assert keys["at"].moment().isoformat() == "2016-02-27T00:00:00"
    assert keys["end"].is_null()
    assert (top.is_mapping(), keys["end"].is_mapping()) == (True, False)
    complaints.raise_if_any()


@pytest.mark.parametrize(
    ("text", "read", "message"),
    [
        ("a: [1]", "text", "is to be a single value, not a list"),
        ("a: x", "items", "is to be a list, not a single value"),
        ("a: [x]", "pairs", "is to be a mapping, not a list"),
        ("a: x", "integer", "is to be a whole number, not 'x'"),
        ("a: maybe", "flag", "is to be true or false, not 'maybe'"),
        ("a: yes", "flag", "is to be true or false, not 'yes'"),
        ("a: ''", "text", "is empty"),
        ("a: soon", "moment", "is to be a time such as 2016-02-27T00:00, not 'soon'"),
    ],
)
def test_a_wrong_value_is_said_where_it_stands(tmp_path: Path, text: str, read: str, message: str) -> None:
    top, complaints = _read(tmp_path, text)
    getattr(top.mapping(required=("a",))["a"], read)()
    assert _lines(complaints, tmp_path) == [f"pack.yaml:1: a: {message}"]


def test_a_key_that_stands_twice_is_a_complaint(tmp_path: Path) -> None:
    top, complaints = _read(tmp_path, "a: x\nb: y\na: z\n")
    top.mapping(required=("a", "b"))
    assert _lines(complaints, tmp_path) == ["pack.yaml:3: a: stands here twice"]


def test_a_missing_key_is_complained_of_once_whatever_is_read_from_it(tmp_path: Path) -> None:
    top, complaints = _read(tmp_path, "a: x\n")
    missing = top.mapping(required=("a", "b"))["b"]
    assert (missing.text(), missing.texts(), missing.mapping(required=("c",))["c"].items()) == ("", (), [])
    assert _lines(complaints, tmp_path) == ["pack.yaml:1: b: is missing"]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"a: [1", "no valid YAML"), (b"", "is empty"), (b"a: \xff\xfe", "cannot be read")],
)
def test_a_file_that_is_no_yaml_fails_as_a_whole(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "pack.yaml"
    path.write_bytes(content)
    with pytest.raises(PackError, match=message) as raised:
        read_yaml(path, Complaints())
    assert len(raised.value.complaints) == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.yaml: cannot be read"):
        read_yaml(tmp_path / "none.yaml", Complaints())
