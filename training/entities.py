"""Flat names of people, organisations and places, made from nested annotations."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.language.sentences import paragraph_spans, sentence_spans
from trucewatch.language.words import word_spans

if TYPE_CHECKING:
    from training.treebank import GoldSentence

LABELS = ("PERSON", "ORG", "PLACE")
OUTSIDE = "O"
MASKED = "?"
"""A token whose label the annotation leaves open: it teaches nothing."""

_GUM_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
_RE3D_TYPES = {"Person": "PERSON", "Organisation": "ORG", "Location": "PLACE"}
_NAME_RELATIONS = frozenset(
    ("flat", "compound", "amod", "nummod", "nmod:desc", "goeswith", "punct", "case", "det", "nmod")
)
_SURE = 0.5
_OPENING_WORDS = frozenset(
    [
        "The",
        "A",
        "An",
        "Our",
        "Their",
        "His",
        "Her",
        "Its",
        "My",
        "Your",
        "This",
        "That",
        "These",
        "Those",
        "All",
        "Both",
    ]
)
_PRONOUNS = frozenset(
    ["I", "We", "You", "He", "She", "They", "It", "Our", "My", "His", "Her", "Their", "Your", "Us", "Me", "Who"]
)
_BARE_OFFICES = frozenset(
    ["President", "Minister", "King", "Queen", "Prince", "Pope", "God", "Mayor", "Governor", "Secretary", "Chairman"]
)


def labels_from_tree(sentence: GoldSentence, mentions: Iterable[dict]) -> list[str]:
    """GUM marks whole noun phrases; a name is the phrase's head with the capitalised words that belong to it."""
    labels = [OUTSIDE] * len(sentence.tokens)
    for mention in sorted(mentions, key=lambda found: found["start"] - found["end"]):
        label = _GUM_TYPES.get(mention["type"])
        if label is None or not mention["proper"]:
            continue
        name = _name_in(sentence, mention["start"], mention["end"])
        if name is None or any(labels[index] != OUTSIDE for index in range(*name)):
            continue
        words = [token.form for token in sentence.tokens]
        if label == "PERSON" and (words[name[1] - 1] in _BARE_OFFICES or _is_people(sentence, *name)):
            labels[name[0] : name[1]] = [MASKED] * (name[1] - name[0])
        else:
            _mark(labels, words, *name, label)
    return labels


def _is_people(sentence: GoldSentence, start: int, end: int) -> bool:
    """Plurals and groups ("Muslims", "the Taliban") are persons to GUM and parties to us: left open."""
    plural = any(token.xpos == "NNPS" for token in sentence.tokens[start:end])
    return plural or (start > 0 and sentence.tokens[start - 1].form.lower() == "the")


def _name_in(sentence: GoldSentence, start: int, end: int) -> tuple[int, int] | None:
    tokens = sentence.tokens
    heads = [index for index in range(start, end) if not start <= tokens[index].head < end]
    if len(heads) != 1 or not _is_name_word(tokens[heads[0]].form):
        return None
    inside = {heads[0]}
    grown = True
    while grown:
        grown = False
        for index in range(start, end):
            token = tokens[index]
            if index not in inside and token.head in inside and _belongs(sentence, index):
                inside.add(index)
                grown = True
    first = last = heads[0]
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return _trim([token.form for token in tokens], first, last + 1)


def _belongs(sentence: GoldSentence, index: int) -> bool:
    """Whether a word belongs to the name above it; "of" carries a name on, "in" leads out of it."""
    deprel = sentence.tokens[index].deprel
    if deprel == "nmod":
        return any(token.head == index and token.form.lower() in ("of", "for", "de") for token in sentence.tokens)
    return deprel in _NAME_RELATIONS


def _trim(words: list[str], start: int, end: int) -> tuple[int, int] | None:
    """Drops words around a name that are no part of it: articles, common nouns, punctuation, a possessive."""
    while start < end and (not _is_name_word(words[start]) or words[start] in _OPENING_WORDS):
        start += 1
    while start < end and not _is_name_word(words[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()


def _mark(labels: list[str], words: list[str], start: int, end: int, label: str) -> None:
    """A comma parts names: "Palmyra, Syria" is two."""
    commas = [index for index in range(start, end) if words[index] == ","]
    for first, last in zip([start, *(comma + 1 for comma in commas)], [*commas, end], strict=True):
        part = _trim(words, first, last)
        if part is not None:
            labels[part[0]] = f"B-{label}"
            labels[part[0] + 1 : part[1]] = [f"I-{label}"] * (part[1] - part[0] - 1)


LabelledWord = tuple[tuple[int, int], str]


def read_re3d(data: Path, part: str) -> list[tuple[list[str], list[str]]]:
    """Pairs of words and labels, a sentence each, of the re3d documents that may be shared."""
    pairs = []
    for text, document in read_re3d_documents(data, part):
        labels = dict(document)
        for sentence in _sentences(text):
            pairs.append(([text[start:end] for start, end in sentence], [labels[span] for span in sentence]))
    return pairs


def read_re3d_documents(data: Path, part: str) -> list[tuple[str, list[LabelledWord]]]:
    """Texts with the ranges and labels of their words; all documents but the BBC's, which are not free."""
    documents = free_re3d_documents(data, part)
    sure = _sure_names(documents)
    found = []
    for document in documents:
        text = document["text"]
        labelled: list[LabelledWord] = []
        for spans in _sentences(text):
            words = [text[left:right] for left, right in spans]
            labelled += zip(spans, _re3d_labels(words, spans, document["entities"], sure), strict=True)
        found.append((text, labelled))
    return found


def free_re3d_documents(data: Path, part: str) -> list[dict]:
    """All documents as re3d has them, but the BBC's, which are not free."""
    with gzip.open(data / "re3d" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if not row["source"].startswith("BBC")]


def confirmed_phrases(document: dict) -> Iterator[tuple[int, int, str]]:
    """The outermost confirmed phrases of a re3d document, without an article or pronouns, with our labels."""
    confirmed = [one for one in document["entities"] if one["type"] in _RE3D_TYPES and one["conf"] >= _SURE]
    end = 0
    for one in sorted(confirmed, key=lambda phrase: (phrase["start"], -phrase["end"])):
        article = next((len(word) for word in ("the ", "The ", "a ", "A ") if one["text"].startswith(word)), 0)
        if one["start"] >= end and one["text"].capitalize() not in _PRONOUNS:
            yield one["start"] + article, one["end"], _RE3D_TYPES[one["type"]]
        end = max(end, one["end"])


def _sentences(text: str) -> Iterator[list[tuple[int, int]]]:
    for paragraph in paragraph_spans(text):
        for start, end in sentence_spans(text, *paragraph):
            spans = word_spans(text, start, end)
            if spans:
                yield spans


def _sure_names(documents: list[dict]) -> dict[str, str]:
    """Names that an annotator confirmed somewhere in the set, with the type given most often."""
    counts: dict[str, dict[str, int]] = {}
    for document in documents:
        for entity in document["entities"]:
            if entity["type"] in _RE3D_TYPES and entity["conf"] >= 0.8 and _is_name_word(entity["text"]):
                types = counts.setdefault(entity["text"], {})
                types[entity["type"]] = types.get(entity["type"], 0) + 1
    return {name: max(sorted(types), key=lambda kind: types[kind]) for name, types in counts.items()}


def _re3d_labels(
    words: list[str], spans: list[tuple[int, int]], entities: list[dict], sure: dict[str, str]
) -> list[str]:
    """re3d marks phrases longest first, and lists unconfirmed machine suggestions beside them.

    A confirmed phrase counts when a name is left after trimming and its last word was kept; a phrase that ends in a
    common noun ("ISIL targets") and an unconfirmed suggestion leave their capitalised words open, unless these are
    themselves a name confirmed elsewhere.  So does a confirmed name that the annotators passed over.  A country is a
    place, whether it acts or not.
    """
    labels = [OUTSIDE] * len(words)
    phrases = []
    for entity in entities:
        covered = [
            index for index, (left, right) in enumerate(spans) if left >= entity["start"] and right <= entity["end"]
        ]
        if covered and entity["type"] in _RE3D_TYPES:
            phrases.append((entity, covered[0], covered[-1] + 1))
    phrases.sort(key=lambda phrase: (phrase[0]["conf"] < _SURE, phrase[1] - phrase[2]))
    places = set()
    for entity, start, end in phrases:
        name = _trim(words, start, end)
        if entity["type"] == "Location" and name is not None and name[0] - start < 2 and name[1] == end:
            places.add(name)
    for entity, start, end in phrases:
        name = _trim(words, start, end)
        if name is None or any(labels[index] not in (OUTSIDE, MASKED) for index in range(*name)):
            continue
        label = "PLACE" if name in places else _RE3D_TYPES[entity["type"]]
        if words[name[0]] in _PRONOUNS:
            continue
        if _is_whole(words, name, start, end, label) and (
            entity["conf"] >= _SURE or sure.get(entity["text"]) == entity["type"]
        ):
            _mark(labels, words, *name, label)
        else:
            _mask(labels, words, start, end)
    missed = [index for index, word in enumerate(words) if labels[index] == OUTSIDE and word in sure]
    for index in missed:
        labels[index] = MASKED
    return labels


def _is_whole(words: list[str], name: tuple[int, int], start: int, end: int, label: str) -> bool:
    """Whether the name still stands for the phrase: not "ISIL" for "ISIL targets" nor "Iraq" for its government."""
    complete = name[1] == end or words[end - 1] in ("'s", "’s", "'", "’")
    return complete and (label == "PLACE" or "of" not in words[start : name[0]])


def _mask(labels: list[str], words: list[str], start: int, end: int) -> None:
    for index in range(start, end):
        if labels[index] == OUTSIDE and words[index][:1].isupper():
            labels[index] = MASKED
