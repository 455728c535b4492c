"""Event mentions of ECB+ that are one event: the grouping's average linkage over mentions that are given.

    python -m trucewatch.evaluation.ecb FOLDER

FOLDER holds `train` and `dev` as `*.docs.jsonl.gz` and `*.event_mentions.jsonl.gz` (ECB+: Cybulska and Vossen, CC BY
3.0). What is linked, from the mentions' words and documents alone, is fitted on train; on dev the CoNLL F1 and its
parts stand beside two lemma baselines: one head lemma is one event, in all of dev, and within each gold topic.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from trucewatch.evaluation.coreference import Coreference, coreference
from trucewatch.evaluation.fitting import Rows, cosine, logistic, scores, tf_idf
from trucewatch.incidents.linkage import average_linkage

LINES = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
PARTICLES = frozenset({"up", "off", "out", "down", "in", "on", "over", "away", "into", "to"})
JOINING = frozenset(
    """the of in and to on that a by with for from at after as its an was is were be been he she""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class EventMention:
    """A mention with what linking looks at: its words by stem, its sentence and its document as vectors, its names."""

    id: str
    chain: str
    topic: str
    document: str
    stems: frozenset[str]
    head: str
    near: dict[str, float]
    sentence: dict[str, float]
    text: dict[str, float]
    names: frozenset[str]


def stem(word: str) -> str:
    """A word without the endings that English verbs and nouns take; crude, and the same for all."""
    word = word.lower()
    for ending in ("ings", "ing", "ers", "ies", "ied", "ed", "es", "er", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and (word[-1] == word[-2] or word[-1] in "ey") else word


def read(folder: Path, part: str) -> list[EventMention]:
    """The mentions of `train` or `dev`."""
    documents = {row["doc_id"]: row for row in _rows(folder / f"{part}.docs.jsonl.gz")}
    stems = {id: [[stem(word) for word in words] for words in row["sentences"]] for id, row in documents.items()}
    texts = tf_idf([[s for words in stems[id] for s in words if s not in JOINING] for id in documents])
    text_of = dict(zip(documents, texts, strict=True))
    keys = [(id, at) for id in documents for at in range(len(stems[id]))]
    vectors = tf_idf([[s for s in stems[id][at] if s not in JOINING] for id, at in keys])
    sentence_of = dict(zip(keys, vectors, strict=True))
    rows = list(_rows(folder / f"{part}.event_mentions.jsonl.gz"))
    held = _sentences_held(rows, documents)
    return [
        _mention(
            str(number), row, documents[row["doc_id"]], held.get((row["doc_id"], row["sent_id"])), sentence_of, text_of
        )
        for number, row in enumerate(rows)
    ]


def _sentences_held(rows: Iterable[dict[str, Any]], documents: dict[str, dict[str, Any]]) -> dict[tuple[str, int], int]:
    """Where each numbered sentence stands: documents hold only their annotated sentences, mentions number all."""
    told: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        told[row["doc_id"], row["sent_id"]].append(row)
    held = {}
    for (id, number), mentions in told.items():
        fits = [sum(_stands(row, words) for row in mentions) for words in documents[id]["sentences"]]
        if max(fits, default=0):
            held[id, number] = fits.index(max(fits))
    return held


def _stands(row: dict[str, Any], words: Sequence[str]) -> bool:
    tokens = row["tokens_number"]
    return bool(tokens[-1] < len(words)) and " ".join(words[token] for token in tokens) == str(row["tokens_str"])


def _mention(
    id: str,
    row: dict[str, Any],
    document: dict[str, Any],
    at: int | None,
    sentence_of: dict[tuple[str, int], dict[str, float]],
    text_of: dict[str, dict[str, float]],
) -> EventMention:
    """The mention; by its own words alone where its sentence is not held."""
    own = [stem(word) for word in row["tokens_str"].split()]
    words = document["sentences"][at] if at is not None else row["tokens_str"].split()
    first = row["tokens_number"][0] if at is not None else 0
    window = [stem(word) for word in words[max(0, first - 6) : first + 8] if word.lower() not in JOINING]
    return EventMention(
        id=id,
        chain=row["coref_chain"],
        topic=document["topic"],
        document=row["doc_id"],
        stems=frozenset(own),
        head=own[0] if own[-1] in PARTICLES else own[-1],
        near=tf_idf([window])[0],
        sentence=sentence_of[row["doc_id"], at] if at is not None else {},
        text=text_of[row["doc_id"]],
        names=frozenset(word.lower() for word in words if word[:1].isupper() or word[:1].isdigit()),
    )


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def features(one: EventMention, other: EventMention) -> list[float]:
    """What speaks for and against two mentions being one event."""
    lemma = float(one.head == other.head)
    shared = len(one.stems & other.stems) / min(len(one.stems), len(other.stems))
    near, sentence, text = (
        cosine(one.near, other.near),
        cosine(one.sentence, other.sentence),
        cosine(one.text, other.text),
    )
    names = len(one.names & other.names) / (min(len(one.names), len(other.names)) + 2)
    alike = float(one.head[:4] == other.head[:4])
    same = float(one.document == other.document)
    return [lemma, shared, alike, near, sentence, text, names, same, lemma * text, lemma * sentence, lemma * names]


def fit(mentions: Sequence[EventMention]) -> Rows:
    """Weights from all pairs of a topic."""
    rows, labels = [], []
    for members in _by_topic(mentions).values():
        for one, other in combinations(members, 2):
            rows.append(features(one, other))
            labels.append(float(one.chain == other.chain))
    return logistic(np.array(rows), np.array(labels))


Margins = dict[tuple[int, int], float]


def pair_scores(mentions: Sequence[EventMention], weights: Rows) -> Margins:
    """Log odds of all pairs, by position."""
    pairs = list(combinations(range(len(mentions)), 2))
    found = scores(weights, np.array([features(mentions[one], mentions[other]) for one, other in pairs]))
    return dict(zip(pairs, found.tolist(), strict=True))


def clusters(mentions: Sequence[EventMention], found: Margins, line: float) -> list[frozenset[str]]:
    """Average linkage over all mentions; topics are not told."""
    groups = average_linkage([[number] for number in range(len(mentions))], lambda pair: found[pair] - line)
    return [frozenset(mentions[at].id for at in group) for group in groups]


def same_lemma(mentions: Iterable[EventMention], *, topics: bool) -> list[frozenset[str]]:
    """The baseline: one head lemma is one event, within a gold topic or anywhere."""
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        groups[mention.head, mention.topic if topics else ""].add(mention.id)
    return [frozenset(group) for group in groups.values()]


def gold(mentions: Iterable[EventMention]) -> list[frozenset[str]]:
    chains: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        chains[mention.chain].add(mention.id)
    return [frozenset(chain) for chain in chains.values()]


def _by_topic(mentions: Iterable[EventMention]) -> dict[str, list[EventMention]]:
    topics: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        topics[mention.topic].append(mention)
    return topics


def best_line(mentions: Sequence[EventMention], weights: Rows) -> float:
    """The line that gives the best CoNLL F1 on training mentions, three topics at a time without telling them apart."""
    topics = list(_by_topic(mentions).values())
    together = [[one for members in topics[at : at + 3] for one in members] for at in range(0, 12, 3)]
    total = dict.fromkeys(LINES, 0.0)
    for members in together:
        found = pair_scores(members, weights)
        for line in LINES:
            total[line] += coreference(gold(members), clusters(members, found, line)).conll
    return max(LINES, key=lambda line: total[line])


def main(folder: Path) -> None:
    train, dev = read(folder, "train"), read(folder, "dev")
    weights = fit(train)
    line = best_line(train, weights)
    print(f"ECB+ dev: {len(dev)} mentions, {len(gold(dev))} events; line {line} chosen on train")
    print(_told("one lemma, one event", coreference(gold(dev), same_lemma(dev, topics=False))))
    print(_told("the same within a topic", coreference(gold(dev), same_lemma(dev, topics=True))))
    print(_told("linked", coreference(gold(dev), clusters(dev, pair_scores(dev, weights), line))))


def _told(name: str, score: Coreference) -> str:
    parts = f"MUC {score.muc:.3f}  B3 {score.b_cubed:.3f}  CEAF-e {score.ceaf_e:.3f}  CoNLL {score.conll:.3f}"
    return f"{name:26}{parts}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
