"""spaCy's small CNN pipeline, trained on the same treebanks, beside the shipped parser in one run.

    python -m benchmarks.spacy_reference train --data ../shared/data --minutes 30
    python -m benchmarks.spacy_reference measure --data ../shared/data

`train` makes an environment of its own (`--cache`), installs spaCy there and trains tagger, morphologizer and parser on
the training parts that the shipped parser learned its trees from, on one thread. It learns no names: the reference does
one task less than ours. Called again, it goes on with the weights that it left. `measure` takes both through the same
test sentences in given words, and through the same raw reports in turn, batch by batch, counting each one's own
processor seconds. spaCy is no dependency of anything here.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.evaluate import gold_words
from training.treebank import GoldSentence, free_to_learn_from, read_treebanks
from trucewatch.language import ParseRequest, load_parser
from trucewatch.language.parser import NetworkParser

_PEER = Path(__file__).parent / "peer.py"
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
_REPORTS_A_TURN = 16


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("step", choices=("train", "measure"))
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--cache", type=Path, default=Path(".cache/spacy-reference"))
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--reports", type=int, default=160)
    chosen = options.parse_args()
    if chosen.step == "train":
        train(chosen.data, chosen.cache, chosen.minutes)
    else:
        print(*measure(chosen.data, chosen.cache, chosen.reports), sep="\n")


def train(data: Path, cache: Path, minutes: float) -> None:
    """Installs spaCy and trains it; leaves the model in `cache`."""
    if not (cache / "bin" / "python").exists():
        subprocess.run(["uv", "venv", str(cache)], check=True)
    subprocess.run(
        ["uv", "pip", "install", "-q", "--python", str(cache / "bin" / "python"), "spacy>=3.8,<3.9"], check=True
    )
    sentences = cache / "train.jsonl"
    with sentences.open("w", encoding="utf-8") as file:
        for bank in read_treebanks(data, "train").values():
            file.writelines(json.dumps(_row(sentence)) + "\n" for sentence in bank if free_to_learn_from(sentence))
    command = _peer(cache, "train", str(sentences), str(cache / "model"), "--minutes", str(minutes))
    subprocess.run(command, check=True, env=os.environ | _ONE_THREAD)


def _peer(cache: Path, *arguments: str) -> list[str]:
    return [str(cache / "bin" / "python"), str(_PEER), *arguments]


def _row(sentence: GoldSentence) -> dict[str, list]:
    tokens = sentence.tokens
    return {
        "words": [token.form for token in tokens],
        "spaces": [token.space_after for token in tokens],
        "upos": [token.upos for token in tokens],
        "xpos": [token.xpos for token in tokens],
        "heads": [token.head for token in tokens],
        "relations": [token.deprel for token in tokens],
    }


class Peer:
    """spaCy in its own process; asked one thing at a time."""

    def __init__(self, cache: Path) -> None:
        self._process = subprocess.Popen(
            _peer(cache, "answer", str(cache / "model")), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=os.environ | _ONE_THREAD,
        )  # fmt: skip

    def ask(self, **question: object) -> dict:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(question), file=self._process.stdin, flush=True)
        return dict(json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def measure(data: Path, cache: Path, reports: int) -> Iterator[str]:
    """The table of both."""
    parser, peer = load_parser(), Peer(cache)
    assert isinstance(parser, NetworkParser)
    banks = read_treebanks(data, "test")
    news = [sentence for sentence in banks["gum"] if sentence.genre == "news"]
    yield "| gold words, test parts | UPOS | UAS | LAS |\n|---|---|---|---|"
    for name, sentences in (("EWT", banks["ewt"]), ("GUM news", news)):
        upos, _, _, uas, las = gold_words(parser, sentences)
        yield f"| {name}: {parser.name} | {_percent(upos, uas, las)} |"
        yield f"| {name}: spaCy's CNN | {_percent(*_peer_gold_words(peer, sentences))} |"
    ours, theirs = Counter[str](), Counter[str]()
    for texts in _turns(data, reports):
        _add(theirs, peer.ask(texts=texts))
        _add(ours, _timed(parser, texts))
    about = peer.ask(texts=["."])
    peer.close()
    yield f"\nspaCy: {about['about']}, at most {about['memory'] / 1024:.0f} MB resident. {reports} reports, raw text:"
    for name, counts in ((parser.name, ours), ("spaCy's CNN", theirs)):
        sentences = counts["sentences"] / counts["seconds"]
        yield f"{name}: {sentences:.0f} sentences, {_rate(counts):.0f} words a second of one core"
    yield f"ratio of words a second, ours to spaCy's: {_rate(ours) / _rate(theirs):.2f}"


def _rate(counts: Counter[str]) -> float:
    return counts["words"] / counts["seconds"]


def _percent(*figures: float) -> str:
    return " | ".join(f"{100 * figure:.1f}" for figure in figures)


def _peer_gold_words(peer: Peer, sentences: Sequence[GoldSentence]) -> list[float]:
    found = peer.ask(words=[[token.form for token in sentence.tokens] for sentence in sentences])
    right, words = Counter[str](), 0
    for row, sentence in enumerate(sentences):
        for at, truth in enumerate(sentence.tokens):
            head = found["heads"][row][at] == truth.head
            right["upos"] += found["upos"][row][at] == truth.upos
            right["uas"] += head
            right["las"] += head and found["relations"][row][at] == truth.deprel
        words += len(sentence.tokens)
    return [right[name] / words for name in ("upos", "uas", "las")]


def _turns(data: Path, count: int) -> Iterator[list[str]]:
    with gzip.open(data / "fakes" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:count]
    for at in range(0, len(texts), _REPORTS_A_TURN):
        yield texts[at : at + _REPORTS_A_TURN]


def _timed(parser: NetworkParser, texts: Sequence[str]) -> dict[str, float]:
    started = time.process_time()
    found = parser.parse_many([ParseRequest(text) for text in texts])
    sentences = [sentence for one in found for sentence in one]
    words = sum(len(sentence.tokens) for sentence in sentences)
    return {"seconds": time.process_time() - started, "sentences": len(sentences), "words": words}


def _add(counts: Counter[str], figures: dict) -> None:
    for name in ("seconds", "sentences", "words"):
        counts[name] += figures[name]


if __name__ == "__main__":
    main()
