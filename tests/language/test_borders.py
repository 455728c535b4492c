"""Learned sentence borders."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.language.borders import Borders, Gap, features
from trucewatch.language.loading import MODEL_FOLDER
from trucewatch.language.sentences import sentence_spans


@pytest.fixture(scope="module")
def shipped() -> Borders:
    return Borders.from_file(MODEL_FOLDER / "borders.json")


def sentences(text: str, borders: Borders | None) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text), borders)]


def test_a_date_before_the_report_is_cut_off(shipped: Borders) -> None:
    text = "13 Oct 2016 The army shelled the town. Two people died."
    assert sentences(text, None)[0].startswith("13 Oct 2016 The army")
    assert sentences(text, shipped) == ["13 Oct 2016", "The army shelled the town.", "Two people died."]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town. | Nobody was hurt.",
        "Gen. J. R. Doe of the U.S. Army met Example Front fighters in Deir Example.",
        '"There is no aid" Doctor Example said on Friday.',
        "Jets of the Free Example Army bombed Example City on Monday.",
        "It began on Friday 12 June near Example.",
    ],
)
def test_plain_copy_is_split_as_by_rule(shipped: Borders, text: str) -> None:
    assert sentences(text.replace(" | ", " "), shipped) == text.split(" | ")


def test_limits() -> None:
    gap = Gap("Doe", "The", "army", 3, ruled=False)
    (first, *_) = features(gap)
    assert Borders({first: 2.0}, add=2.0, drop=-1.0).ends(gap)
    assert not Borders({first: 1.9}, add=2.0, drop=-1.0).ends(gap)
    ruled = Gap("Doe.", "The", "army", 3, ruled=True)
    assert Borders({}, add=2.0, drop=-1.0).ends(ruled)
    assert not Borders({first: -1.0}, add=2.0, drop=-1.0).ends(ruled)


@pytest.mark.parametrize(
    ("before", "after"), [("the", "town"), ("Friday", "12"), ('aid"', "Doctor"), ("aid”", "Doctor")]
)
def test_only_rules_end_a_sentence_there(before: str, after: str) -> None:
    assert not Borders({"any": 99.0}, add=0.0, drop=0.0).ends(Gap(before, after, "", 1, ruled=False))


def test_a_paragraph_keeps_its_letters(shipped: Borders) -> None:
    text = "Contact: Example Desk Tel 555 0100 | Fighters LEFT the Example camp ... They came back !!! ok"
    assert "".join("".join(sentences(text, shipped)).split()) == "".join(text.split())


def test_reads_what_training_writes(tmp_path: Path) -> None:
    path = tmp_path / "borders.json"
    path.write_text('{"weights": {"any": 1.5}, "add": 1.0, "drop": -2.0}', encoding="utf-8")
    assert Borders.from_file(path) == Borders({"any": 1.5}, 1.0, -2.0)
