"""The reports that the project coded itself: what stands in their files can be learned from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.shared import SHARED
from trucewatch.model import Stance
from trucewatch.packs import load_conflict
from trucewatch.packs.acts import load_acts

CODED = Path(__file__).parents[2] / "training" / "claims" / "coded"
GOLD = Path(__file__).parents[1] / "gold"
CONFLICTS = ("syria", "yemen", "ukraine", "gaza", "lebanon", "sudan", "nagorno-karabakh", "tigray")
Row = Mapping[str, Any]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _known(party: str) -> bool:
    return party.startswith("other:") or any(load_conflict(name).parties.known(party) for name in CONFLICTS)


def _faults(claim: Row, sentences: list[str]) -> list[str]:
    named = [*claim["actor"], *claim.get("target", []), *claim.get("speakers", [])]
    faults = [f"party {party}" for party in named if not _known(party)]
    if claim["trigger"] not in sentences[claim["sentence"]]:
        faults.append(f"trigger {claim['trigger']!r} does not stand in its sentence")
    if claim["act"] not in load_acts():
        faults.append(f"act {claim['act']}")
    if claim.get("stance", "asserted") not in set(Stance):
        faults.append(f"stance {claim['stance']}")
    return faults


def test_our_own_reports_are_coded_with_words_and_ids_that_exist() -> None:
    rows = _rows(CODED / "own.jsonl")
    assert len({row["doc"] for row in rows}) == len(rows) > 100
    faults = {
        (row["doc"], fault) for row in rows for claim in row["claims"] for fault in _faults(claim, row["sentences"])
    }
    assert faults == set()


def _public_sentences() -> dict[str, list[str]]:
    with gzip.open(SHARED / "data" / "fakes" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {f"fakes-{row['doc_id']}": " ".join(row["text"].split()) for row in map(json.loads, lines)}
    return {
        row["doc"]: [texts[row["doc"]][start:end] for start, end in row["sentences"]]
        for row in _rows(CODED / "fakes.jsonl")
    }


@pytest.mark.shared
def test_public_reports_are_coded_with_words_and_ids_that_exist() -> None:
    texts = _public_sentences()
    rows = _rows(CODED / "fakes.jsonl")
    faults = {
        (row["doc"], fault) for row in rows for claim in row["claims"] for fault in _faults(claim, texts[row["doc"]])
    }
    assert faults == set()


@pytest.mark.shared
def test_second_codings_are_of_reports_learned_from_with_words_and_ids_that_exist() -> None:
    texts = {row["doc"]: row["sentences"] for row in _rows(SHARED / "gold" / "train.docs.jsonl")} | _public_sentences()
    rows = _rows(CODED / "second.jsonl")
    assert {row["doc"] for row in rows} <= set(texts)
    assert len({row["doc"] for row in rows}) == len(rows) > 100
    faults = {
        (row["doc"], fault) for row in rows for claim in row["claims"] for fault in _faults(claim, texts[row["doc"]])
    }
    assert faults == set()


@pytest.mark.shared
def test_nothing_that_is_measured_on_is_learned_from() -> None:
    measured = {row["doc"] for name in ("dev", "seed") for row in _rows(SHARED / "gold" / f"{name}.docs.jsonl")}
    measured |= {row["doc"] for path in GOLD.glob("*.docs.jsonl") for row in _rows(path)}
    learned = {row["doc"] for name in ("fakes", "own", "second") for row in _rows(CODED / f"{name}.jsonl")}
    assert measured
    assert learned
    assert measured.isdisjoint(learned)


@pytest.mark.parametrize("name", ["samples-syria", "samples-yemen"])
def test_our_gold_is_coded_with_words_and_ids_that_exist(name: str) -> None:
    sentences = {row["doc"]: row["sentences"] for row in _rows(GOLD / f"{name}.docs.jsonl")}
    claims = _rows(GOLD / f"{name}.claims.jsonl")
    faults = {(c["doc"], fault) for c in claims for fault in _faults(c, sentences[c["doc"]])}
    assert claims
    assert faults == set()
