"""Reads the treebanks and the entity annotations that the shipped weights may learn from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.entities import labels_from_tree

# GUM genres whose own texts may be shared under a licence without a non-commercial clause.
FREE_GUM_GENRES = frozenset(["news", "interview", "bio", "voyage", "speech", "textbook", "vlog", "conversation"])


@dataclass(slots=True)
class GoldToken:
    """One syntactic word as the treebank has it; ``head`` counts from 0, -1 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    space_after: bool = True


@dataclass(slots=True)
class GoldSentence:
    """One sentence; ``entities`` is a BIO label a token, or None where nobody annotated them."""

    source: str
    genre: str
    tokens: list[GoldToken]
    text: str
    entities: list[str] | None = None
    starts_paragraph: bool = False
    surface: list[tuple[int, int]] = field(default_factory=list)
    """Character ranges of the tokens in ``text``."""


def read_conllu(path: Path) -> Iterator[tuple[str, GoldSentence]]:
    """Pairs of sentence id and sentence, in file order."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    genre = ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
                if key.strip() == "meta::genre":
                    genre = value.strip()
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments["sent_id"], _sentence(rows, comments, path.name.split("-")[0], genre)
                comments, rows = {}, []


def _sentence(rows: list[list[str]], comments: dict[str, str], source: str, genre: str) -> GoldSentence:
    tokens: list[GoldToken] = []
    pieces: list[tuple[list[int], str]] = []
    fused_until = 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            fused_until = int(row[0].split("-")[1])
            pieces.append(([], row[1]))
            continue
        token = GoldToken(row[1], row[2], row[3], row[4], int(row[6]) - 1, row[7], "SpaceAfter=No" not in row[9])
        if int(row[0]) <= fused_until:
            pieces[-1][0].append(len(tokens))
        else:
            pieces.append(([len(tokens)], row[1]))
        tokens.append(token)
    text = comments["text"]
    paragraph = any(key.startswith(("newpar", "newdoc")) for key in comments)
    return GoldSentence(source, genre, tokens, text, None, paragraph, _surface(text, tokens, pieces))


def _surface(text: str, tokens: list[GoldToken], pieces: list[tuple[list[int], str]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = 0
    for members, form in pieces:
        start = text.find(form, position)
        if start < 0:
            return []
        position = start + len(form)
        spans.extend(_fused_spans(start, position, [tokens[member].form for member in members]))
    return spans


def _fused_spans(start: int, end: int, forms: list[str]) -> list[tuple[int, int]]:
    """Where the parts of a fused word stand; parts that do not spell it out share its range by length."""
    spans = []
    for number, form in enumerate(forms):
        last = end if number == len(forms) - 1 else min(end, start + len(form))
        spans.append((start, last))
        start = last
    return spans


def free_to_learn_from(sentence: GoldSentence) -> bool:
    """True where the licence of the text lets weights learned from it be shared (see MODEL_CARD.md)."""
    return sentence.source == "ewt" or sentence.genre in FREE_GUM_GENRES


def read_treebanks(data: Path, part: str) -> dict[str, list[GoldSentence]]:
    """Sentences of ``ewt`` and ``gum`` for ``part`` (train, dev or test), GUM with its entities."""
    ewt = [sentence for _, sentence in read_conllu(data / "ud" / f"ewt-{part}.conllu.gz")]
    mentions = _gum_mentions(data / "gum_entities" / f"{part}.jsonl.gz")
    gum = []
    for sentence_id, sentence in read_conllu(data / "ud" / f"gum-{part}.conllu.gz"):
        row = mentions.get(sentence_id)
        if row is not None and len(row["tokens"]) == len(sentence.tokens):
            sentence.entities = labels_from_tree(sentence, row["entities"])
        gum.append(sentence)
    return {"ewt": ewt, "gum": gum}


def _gum_mentions(path: Path) -> dict[str, dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {row["sent_id"]: row for row in map(json.loads, lines)}
