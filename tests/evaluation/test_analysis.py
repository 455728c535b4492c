"""Where the coder errs: counts, and what stopped the claims that were missed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.evaluation.test_gold import DOCUMENT, GOLD
from trucewatch.evaluation.analysis import NAMED, RULES, SHIPPED, Analysis, acts_in_order, analyse
from trucewatch.evaluation.analysis_text import as_markdown

SENTENCES = [
    *DOCUMENT["sentences"],
    "The bridge over the river was a fine old thing.",
    "Warplanes bombed a market in Idlib on Monday, activists said.",
    "The village prevailed.",
]


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    folder = tmp_path_factory.mktemp("gold")
    docs, claims = folder / "docs.jsonl", folder / "claims.jsonl"
    docs.write_text(json.dumps({**DOCUMENT, "sentences": SENTENCES}))
    golds = (
        GOLD,
        {**GOLD, "sentence": 2, "trigger": "bridge", "act": "destroy"},
        {**GOLD, "sentence": 3},
    )
    claims.write_text("".join(json.dumps(gold) + "\n" for gold in golds))
    return analyse(docs, claims)


def test_every_form_is_scored(analysis: Analysis) -> None:
    assert list(analysis.forms) == [SHIPPED, NAMED, RULES]
    assert {tally.gold for tally in analysis.forms.values()} == {3}
    assert analysis.forms[RULES].predicted >= analysis.forms[SHIPPED].predicted >= 1


def test_what_stopped_a_missed_claim(analysis: Analysis) -> None:
    assert analysis.missed["no pattern of the packs proposes the word"] == 1
    assert analysis.missed["the sentence is a repetition"] == 1
    assert analysis.wheres["missed", "the sentence is a repetition"] == [("one", 3)]


def test_counts_add_up(analysis: Analysis) -> None:
    shipped = analysis.forms[SHIPPED]
    for column, total in (
        ("gold", 3),
        ("missed", 3 - shipped.matched),
        ("spurious", shipped.predicted - shipped.matched),
    ):
        assert sum(counts[column] for counts in analysis.acts.values()) == total
    assert sum(analysis.missed.values()) == 3 - shipped.matched
    assert sum(analysis.spurious.values()) == shipped.predicted - shipped.matched
    assert all(counts.total() == shipped.matched for counts in analysis.among.values())
    assert analysis.outlets["wire"].gold == 3
    assert acts_in_order(analysis)[0] == "attack.air"


def test_the_page_holds_counts_and_no_words_of_the_reports(analysis: Analysis) -> None:
    page = as_markdown(analysis)
    assert "| no pattern of the packs proposes the word | 1 | one[2] |" in page
    assert "| attack.air | 2 |" in page
    assert "market" not in page
    assert not any(sentence in page for sentence in SENTENCES)


def test_the_page_in_the_repository_is_one_of_these(analysis: Analysis) -> None:
    headings = [line for line in as_markdown(analysis).splitlines() if line.startswith("#")]
    page = (Path(__file__).parents[2] / "docs" / "error-analysis.md").read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith("#")] == headings
