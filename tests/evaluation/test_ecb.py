from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from trucewatch.evaluation.ecb import clusters, fit, gold, pair_scores, read, same_lemma, stem


def write(folder: Path, part: str) -> None:
    """Two documents that tell of one strike and one vote; only the annotated sentences are held."""
    words = {
        "a": [["Jets", "bombed", "Harasta", "on", "Friday"]],
        "b": [["The", "bombing", "of", "Harasta", "on", "Friday"]],
        "c": [["Deputies", "voted", "in", "Vienna"]],
    }
    docs = [{"doc_id": id, "topic": "1", "subtopic": "1", "sentences": held} for id, held in words.items()]
    told = [("a", 4, [1], "bombed", "X"), ("b", 0, [1], "bombing", "X"), ("c", 2, [1], "voted", "Y")]
    mentions = [
        {"coref_chain": chain, "doc_id": id, "sent_id": at, "tokens_number": tokens, "tokens_str": text}
        for id, at, tokens, text, chain in told
    ]
    for name, rows in (("docs", docs), ("event_mentions", mentions)):
        with gzip.open(folder / f"{part}.{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.mark.parametrize(("one", "other"), [("bombed", "bombing"), ("strikes", "strike"), ("killed", "killing")])
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_sentences_are_found_by_the_mentions_words_and_linked(tmp_path: Path) -> None:
    write(tmp_path, "train")
    mentions = read(tmp_path, "train")
    assert [mention.names for mention in mentions[:2]] == [{"jets", "harasta", "friday"}, {"the", "harasta", "friday"}]
    found = clusters(mentions, pair_scores(mentions, fit(mentions)), 0.0)
    assert sorted(found, key=sorted) == sorted(gold(mentions), key=sorted)
    assert len(same_lemma(mentions, topics=True)) == 2
