"""spaCy's side of the comparison. Runs in its own environment and imports nothing of this project.

    python peer.py train SENTENCES MODEL --minutes 30
    python peer.py answer MODEL             # one JSON object a line in, one a line out

SENTENCES is JSON Lines: words, spaces, upos, xpos, heads (-1 is the root) and relations of one sentence a line.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

SEED = 20161219
WIDTH, DEPTH = 96, 4
"""Of the convolutional encoder, as in spaCy's own small models."""
SENTENCES_A_DOC = 10
WORDS_A_BATCH = 800


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = options.add_subparsers(dest="kind", required=True)
    training = kinds.add_parser("train")
    training.add_argument("sentences", type=Path)
    training.add_argument("model", type=Path)
    training.add_argument("--minutes", type=float, required=True)
    answering = kinds.add_parser("answer")
    answering.add_argument("model", type=Path)
    chosen = options.parse_args()
    if chosen.kind == "train":
        train(chosen.sentences, chosen.model, chosen.minutes)
    else:
        answer(spacy.load(chosen.model))


def pipeline() -> Language:
    """Part-of-speech tags, Penn tags and a dependency parser on one encoder."""
    nlp = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    encoder = {
        "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": WIDTH, "depth": DEPTH,
        "embed_size": 2000, "window_size": 1, "maxout_pieces": 3, "subword_features": True,
    }  # fmt: skip
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": listener,
    }  # fmt: skip
    nlp.add_pipe("tok2vec", config={"model": encoder})
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": parser})
    return nlp


def train(sentences: Path, model: Path, minutes: float) -> None:
    """Trains until the clock runs out, with averaged weights; says how many passes that were. A model that is there
    already is trained further."""
    spacy.util.fix_random_seed(SEED)
    there = model.exists()
    nlp = spacy.load(model) if there else pipeline()
    with sentences.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    docs = [_doc(nlp, rows[at : at + SENTENCES_A_DOC]) for at in range(0, len(rows), SENTENCES_A_DOC)]
    examples = [Example(nlp.make_doc("") if not doc else Doc(nlp.vocab, **_bare(doc)), doc) for doc in docs]
    optimizer = nlp.resume_training() if there else nlp.initialize(lambda: examples)
    optimizer.learn_rate = 1e-3
    before = float(nlp.meta["description"].split(" ")[0]) if there else 0.0
    dice = random.Random(f"{SEED}/{before}")
    started, passes, words = time.monotonic(), before, 0
    while time.monotonic() - started < 60 * minutes:
        dice.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in _batches(examples):
            nlp.update(batch, drop=0.1, sgd=optimizer, losses=losses)
            words += sum(len(example.reference) for example in batch)
            if time.monotonic() - started > 60 * minutes:
                break
        passes = before + words / sum(len(example.reference) for example in examples)
        spent = (time.monotonic() - started) / 60
        loss = {name: round(value) for name, value in losses.items()}
        print(f"{passes:.2f} passes in {spent:.1f} minutes; {loss}", flush=True)
        with nlp.use_params(optimizer.averages):
            nlp.meta["description"] = f"{passes:.2f} passes over {len(rows)} sentences"
            nlp.to_disk(model)


def _doc(nlp: Language, rows: list[dict]) -> Doc:
    """Some sentences that follow each other, as one document."""
    heads, starts = [], []
    for row in rows:
        first = len(heads)
        heads += [first + (at if head < 0 else head) for at, head in enumerate(row["heads"])]
        starts += [True] + [False] * (len(row["heads"]) - 1)
    flat = {key: [value for row in rows for value in row[key]] for key in ("words", "spaces", "upos", "xpos")}
    relations = [label if label != "root" else "ROOT" for row in rows for label in row["relations"]]
    return Doc(
        nlp.vocab, words=flat["words"], spaces=flat["spaces"], pos=flat["upos"], tags=flat["xpos"], heads=heads,
        deps=relations, morphs=[""] * len(heads),
    )  # fmt: skip


def _bare(doc: Doc) -> dict[str, list]:
    return {"words": [token.text for token in doc], "spaces": [bool(token.whitespace_) for token in doc]}


def _batches(examples: list[Example]) -> list[list[Example]]:
    found: list[list[Example]] = [[]]
    size = 0
    for example in examples:
        if size and size + len(example.reference) > WORDS_A_BATCH:
            found.append([])
            size = 0
        found[-1].append(example)
        size += len(example.reference)
    return found


def answer(nlp: Language) -> None:
    """`words`: trees of sentences given in words. `texts`: how long raw texts take, in processor seconds."""
    for line in sys.stdin:
        asked = json.loads(line)
        found = _trees(nlp, asked["words"]) if "words" in asked else _timed(nlp, asked["texts"])
        print(json.dumps({**found, "about": nlp.meta["description"], "memory": _peak()}), flush=True)


def _peak() -> int:
    """Resident kilobytes at most so far."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _trees(nlp: Language, sentences: list[list[str]]) -> dict[str, list]:
    docs = [Doc(nlp.vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1)) for words in sentences]
    parsed = list(nlp.pipe(docs))
    return {
        "upos": [[token.pos_ for token in doc] for doc in parsed],
        "heads": [[-1 if token.head.i == token.i else token.head.i for token in doc] for doc in parsed],
        "relations": [[token.dep_ if token.dep_ != "ROOT" else "root" for token in doc] for doc in parsed],
    }


def _timed(nlp: Language, texts: list[str]) -> dict[str, float]:
    started = time.process_time()
    sentences = words = 0
    for doc in nlp.pipe(texts):
        sentences += sum(1 for _ in doc.sents)
        words += len(doc)
    return {"seconds": time.process_time() - started, "sentences": sentences, "words": words}


if __name__ == "__main__":
    main()
