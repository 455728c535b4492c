"""The worked examples that are sentences, from words to label."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs.truce_loader import TRUCES, load_truce_file
from trucewatch.worked_examples import run_examples

FILES = [path for path in sorted(TRUCES.glob("*.yaml")) if any(one.sentence for one in load_truce_file(path).examples)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_lead_to_the_label(path: Path) -> None:
    outcomes = [outcome for outcome in run_examples(load_truce_file(path)) if outcome.example.sentence]
    assert outcomes
    assert [(one.example.line, one.label) for one in outcomes] == [
        (one.example.line, one.example.label) for one in outcomes
    ]


def test_without_sentences_no_parser_is_needed() -> None:
    outcomes = run_examples(load_truce_file("yemen-2022"), sentences=False)
    assert len(outcomes) == sum(bool(one.claims) for one in load_truce_file("yemen-2022").examples)
    assert all(outcome.as_wanted for outcome in outcomes)
