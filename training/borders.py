"""Learns sentence borders from the treebanks, in a minute of one core.

    python -m training.borders --data ../shared/data --model src/trucewatch/language/model

Prints how well sentences are found in the development parts by the rules alone and by what was learned; the two limits
are chosen there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from training.treebank import GoldSentence, free_to_learn_from, read_treebanks
from trucewatch.language.borders import Borders, Gap, features
from trucewatch.language.sentences import chunks, gap_behind, paragraph_spans, sentence_spans

LEAST_SEEN = 5
"""Gaps at which a feature must occur to be learned."""
STEPS, RATE, DECAY = 400, 0.05, 2e-6
SUREST_NEEDED = 1.0
"""The rules are overruled at log-odds of at least this, three to one, for news has fewer surprises than the web."""
DIGITS = 2
DIGESTED = ("parser.onnx", "relations.onnx", "tokenizer.json", "lemmas.json.gz", "borders.json")
"""Files that decide what the parser gives."""

Paragraph = tuple[str, set[int]]
"""A paragraph and the places in it at which a sentence ends."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--model", type=Path, default=Path("src/trucewatch/language/model"))
    chosen = options.parse_args()
    train = [paragraph for bank in _free(chosen.data, "train").values() for paragraph in paragraphs(bank)]
    dev = {name: list(paragraphs(bank)) for name, bank in _free(chosen.data, "dev").items()}
    weights = learn([pair for paragraph in train for pair in gaps(*paragraph)])
    every = [paragraph for bank in dev.values() for paragraph in bank]
    borders = best_limits(weights, [pair for paragraph in every for pair in gaps(*paragraph)])
    for name, bank in dev.items():
        alone, learned = f1(bank, None), f1(bank, borders)
        print(f"{name} dev: sentences F1 {100 * alone:.1f} by rules alone, {100 * learned:.1f} learned")
    print(f"{len(weights)} weights; adds from log-odds {borders.add}, takes away below {borders.drop}")
    content = {"weights": dict(sorted(weights.items())), "add": borders.add, "drop": borders.drop}
    (chosen.model / "borders.json").write_text(json.dumps(content, indent=0, ensure_ascii=False) + "\n", "utf-8")
    mark(chosen.model)


def _free(data: Path, part: str) -> dict[str, list[GoldSentence]]:
    banks = read_treebanks(data, part)
    return {name: [sentence for sentence in bank if free_to_learn_from(sentence)] for name, bank in banks.items()}


def paragraphs(sentences: Sequence[GoldSentence]) -> Iterator[Paragraph]:
    """The sentences of a treebank as running text."""
    text, ends = "", set[int]()
    for sentence in sentences:
        if sentence.starts_paragraph and text:
            yield text, ends
            text, ends = "", set()
        text += (" " if text else "") + sentence.text
        ends.add(len(text))
    yield text, ends


def gaps(text: str, ends: set[int]) -> Iterator[tuple[Gap, bool]]:
    """The gaps of a paragraph that may be borders, with whether they are, each told what went before truly."""
    for start, end in paragraph_spans(text):
        runs, first = list(chunks(text, start, end)), 0
        for place in range(len(runs)):
            gap = gap_behind(text, runs, place, first)
            border = runs[place][1] in ends
            if gap is not None and gap.may_end():
                yield gap, border
            first = place + 1 if border else first


def learn(pairs: Sequence[tuple[Gap, bool]]) -> dict[str, float]:
    """Weights of a logistic regression, by full-batch Adam with a little decay."""
    seen = Counter(name for gap, _ in pairs for name in features(gap))
    numbers = {name: row for row, (name, count) in enumerate(sorted(seen.items())) if count >= LEAST_SEEN}
    numbers = {name: row for row, name in enumerate(numbers)}
    rows, columns = [], []
    for row, (gap, _) in enumerate(pairs):
        found = [numbers[name] for name in features(gap) if name in numbers]
        rows += [row] * len(found)
        columns += found
    truth = np.array([border for _, border in pairs], dtype=np.float64)
    at, of = np.array(rows), np.array(columns)
    weights, mean, spread = np.zeros(len(numbers)), np.zeros(len(numbers)), np.zeros(len(numbers))
    for step in range(1, STEPS + 1):
        odds = np.bincount(at, weights[of], len(pairs))
        error = 1 / (1 + np.exp(-odds)) - truth
        slope = np.bincount(of, error[at], len(numbers)) / len(pairs) + DECAY * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-9)
    rounded = {name: round(float(weights[row]), DIGITS) for name, row in numbers.items()}
    return {name: weight for name, weight in rounded.items() if weight}


def best_limits(weights: dict[str, float], pairs: Sequence[tuple[Gap, bool]]) -> Borders:
    """The limits with the fewest wrong gaps."""
    odds = Borders(weights, 0, 0)
    scored = [(odds.log_odds(features(gap)), gap.ruled, border) for gap, border in pairs]
    tried = [SUREST_NEEDED + step / 4 for step in range(9)]
    add = min(tried, key=lambda limit: sum((odd >= limit) != border for odd, ruled, border in scored if not ruled))
    drop = min(tried, key=lambda limit: sum((odd > -limit) != border for odd, ruled, border in scored if ruled))
    return Borders(weights, add, -drop)


def f1(bank: Sequence[Paragraph], borders: Borders | None) -> float:
    """F1 of whole sentences."""
    both = own = gold = 0
    for text, ends in bank:
        starts = [0, *(end + 1 for end in sorted(ends)[:-1])]
        truth = set(zip(starts, sorted(ends), strict=True))
        found = {span for paragraph in paragraph_spans(text) for span in sentence_spans(text, *paragraph, borders)}
        both, own, gold = both + len(truth & found), own + len(found), gold + len(truth)
    return 2 * both / (own + gold)


def mark(model: Path) -> None:
    """Writes the hash of all files that decide what the parser gives into ``labels.json``."""
    digest = hashlib.sha256()
    for name in DIGESTED:
        digest.update((model / name).read_bytes())
    labels = json.loads((model / "labels.json").read_text(encoding="utf-8"))
    labels["digest"] = digest.hexdigest()[:12]
    (model / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
