"""Writes the lemma table: what the treebanks say and the rules of the run-time lemmatizer would miss.

python -m training.lemmas --data ../shared/data --out training/.cache/run
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

from training.treebank import free_to_learn_from, read_treebanks
from trucewatch.language.lemmas import Lemmatizer
from trucewatch.packs.language_pack import load_language

_KNOWN_TAGS = ("NOUN", "VERB", "ADJ", "ADV")

Key = tuple[str, str, str]


def main() -> None:
    """Builds the table from the training parts and reports how often it is right on the development parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("training/.cache/run"))
    options = parser.parse_args()
    counts = count_lemmas(options.data)
    content = build_table(counts, read_irregular(), pack_verbs())
    path = options.out / "lemmas.json.gz"
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    lemmatizer = Lemmatizer.from_file(path)
    print(f"{len(content['table'])} entries, {path.stat().st_size} bytes")
    for bank, sentences in read_treebanks(options.data, "dev").items():
        tokens = [token for sentence in sentences for token in sentence.tokens if token.lemma != "_"]
        right = sum(lemmatizer.lemma(token.form, token.upos, token.xpos) == token.lemma for token in tokens)
        print(f"{bank} dev, gold tags: {100 * right / len(tokens):.2f} of 100 lemmas right")


def count_lemmas(data: Path) -> dict[Key, Counter[str]]:
    """How often each form with its two tags has which lemma."""
    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    for sentences in read_treebanks(data, "train").values():
        for token in (token for sentence in sentences if free_to_learn_from(sentence) for token in sentence.tokens):
            if token.lemma != "_" and " " not in token.form:
                form = token.form.replace("’", "'")
                counts[form if token.upos == "PROPN" else form.lower(), token.upos, token.xpos][token.lemma] += 1
    return counts


def read_irregular(path: Path = Path(__file__).parent / "irregular_verbs.csv") -> dict[str, tuple[str, str]]:
    """Past and participle by base form. A treebank holds few of "fled", "retook", "beset": a report of war has all."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["base"]: (row["past"], row["participle"]) for row in csv.DictReader(file)}


def pack_verbs() -> set[str]:
    """Base forms that the language pack looks for: what it looks for must be found in every inflection."""
    patterns = load_language("en").triggers
    return {word for pattern in patterns if pattern.part == "verb" for word in pattern.words if word.isalpha()}


def build_table(
    counts: dict[Key, Counter[str]], irregular: dict[str, tuple[str, str]], verbs: set[str]
) -> dict[str, object]:
    """The file's content: ``known`` base forms and a ``table`` of exceptions to the rules."""
    known: dict[str, set[str]] = {tag: set() for tag in _KNOWN_TAGS}
    known["VERB"].update(irregular, verbs)
    for (_, upos, _), lemmas in counts.items():
        if upos in known:
            known[upos].update(lemma for lemma in lemmas if lemma.isalpha() and lemma.islower())
    known["VERB"] -= {word for word in known["VERB"] - verbs if f"{word}e" in verbs}  # "fre", of "freed"
    rules = Lemmatizer({}, {tag: frozenset(words) for tag, words in known.items()})
    table: dict[str, str] = {}
    for (form, upos, xpos), lemmas in sorted(counts.items()):
        best = max(sorted(lemmas), key=lambda lemma: lemmas[lemma])
        if best != rules.lemma(form, upos, xpos):
            table[f"{form} {upos} {xpos}"] = best
    table |= {  # over the treebank, which has "flead" for "fled"
        f"{form} VERB {tag}": base
        for base, forms in irregular.items()
        for form in forms
        for tag in ("VBD", "VBN", *(() if form in known["VERB"] else ("VBP", "VB")))  # a past form tagged as present
        if form != base
    }
    return {"table": table, "known": {tag: sorted(words) for tag, words in known.items()}}


if __name__ == "__main__":
    main()
