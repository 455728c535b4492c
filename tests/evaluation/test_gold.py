"""Scoring a gold set: the same figures as the gold's own scorer, and a line on each claim that is wrong."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from trucewatch.evaluation import ScoreReport, as_record, code_rows, read_claims, read_documents
from trucewatch.evaluation.gold import tally_of
from trucewatch.model import CLAIM_FIELDS

Row = dict[str, Any]
DOCUMENT: Row = {
    "doc": "one",
    "outlet": "wire",
    "published": "2016-05-31",
    "title": "",
    "sentences": ["Warplanes bombed a market in Idlib on Monday, activists said.", "The army denied it."],
}
GOLD: Row = {
    "doc": "one",
    "sentence": 0,
    "trigger": "bombed",
    "act": "attack.air",
    "actor": ["unknown"],
    "target": ["civilians"],
    "place": "Idlib",
    "day": {"start": "2016-05-30", "end": "2016-05-30", "precision": "day"},
    "killed": None,
    "injured": None,
    "speakers": ["activists"],
    "stance": "asserted",
}
RECORD: Row = {**{key: value for key, value in GOLD.items() if key != "sentence"}, "start": 10, "end": 16}


def test_records_hold_offsets_into_the_joined_sentences() -> None:
    ((document, claims),) = code_rows([DOCUMENT], "syria")
    assert document.text == " ".join(DOCUMENT["sentences"])
    records = [as_record("one", document, claim) for claim in claims]
    assert "attack.air" in [record["act"] for record in records]
    for record in records:
        assert document.text[record["start"] : record["end"]] == record["trigger"]
        assert set(record) == {"doc", "start", "end", "trigger", *CLAIM_FIELDS}


def test_no_documents_give_no_claims() -> None:
    assert code_rows([], "syria") == []


def test_a_line_on_each_claim_that_is_wrong() -> None:
    later = {**GOLD, "sentence": 1, "trigger": "denied", "stance": "denied"}
    spurious = {**RECORD, "start": 66, "end": 70, "trigger": "army", "act": "meet", "actor": ["un"]}
    tally, errors = tally_of([DOCUMENT], [GOLD, later], [{**RECORD, "stance": "hedged"}, spurious])
    assert (tally.matched, tally.right) == (1, 0)
    assert errors == [
        "WRONG one[0] 'bombed': stance: gold asserted got hedged",
        "MISSED one[1] 'denied' attack.air ['unknown']->['civilians']",
        "SPURIOUS one[1] 'army' meet ['un']->['civilians']",
    ]


def test_a_report_as_table_and_as_json() -> None:
    tally, errors = tally_of([DOCUMENT], [GOLD], [RECORD, {**RECORD, "start": 60, "end": 63}])
    report = ScoreReport(tally.as_dict(), tally.right, "abc", tuple(errors))
    table = report.as_table(1).splitlines()
    assert table[0] == "1 documents, 1 gold claims, 2 predicted, 1 right"
    assert table[1] == "found  precision 0.500  recall 1.000  f1 0.667"
    assert table[-1].startswith("SPURIOUS one[0]")
    told = json.loads(report.as_json())
    assert (told["corpus_sha256"], told["right_claims"], told["right"]["f1"]) == ("abc", 1, 0.6667)


def disturbed(golds: list[Row], documents: list[Row], seed: int) -> list[Row]:
    """The gold as a bad coder would give it: some left out, some twice, triggers moved, values swapped."""
    chance = random.Random(seed)
    sentences = {row["doc"]: row["sentences"] for row in documents}
    records = []
    for gold in golds:
        if chance.random() < 0.15:
            continue
        before = sentences[gold["doc"]][: gold["sentence"]]
        start = sum(len(sentence) + 1 for sentence in before)
        start += sentences[gold["doc"]][gold["sentence"]].find(gold["trigger"]) + chance.choice([0, 0, 0, 3, 40])
        other = chance.choice(golds)
        swapped = {key: other[key] for key in CLAIM_FIELDS if chance.random() < 0.2}
        record = {**gold, **swapped, "start": start, "end": start + len(gold["trigger"])}
        records += [{key: value for key, value in record.items() if key not in ("sentence", "trigger")}] * (
            2 if chance.random() < 0.1 else 1
        )
    return records


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(3))
def test_the_figures_are_those_of_the_golds_own_scorer(gold: Path, tmp_path: Path, seed: int) -> None:
    docs, claims, predicted = gold / "dev.docs.jsonl", gold / "dev.claims.jsonl", tmp_path / "predicted.jsonl"
    documents = read_documents(docs)
    golds = read_claims(claims, documents)
    records = disturbed(golds, documents, seed)
    predicted.write_text("".join(json.dumps(record) + "\n" for record in records))
    command = [sys.executable, gold / "score_claims.py", docs, claims, predicted, "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = tally_of(documents, golds, [{**record, "trigger": ""} for record in records])[0].as_dict()
    assert ours == theirs
    assert 0.2 < ours["right"]["f1"] < 0.8
