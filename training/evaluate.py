"""Measures the shipped model with the shipped run time, and prints the figures of the model card.

python -m training.evaluate --data ../shared/data
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.entities import MASKED, confirmed_phrases, free_re3d_documents, read_re3d_documents
from training.treebank import GoldSentence, free_to_learn_from, read_treebanks
from trucewatch.language import ParseRequest, Sentence, load_parser
from trucewatch.language.parser import NetworkParser

_BEGIN, _END = "<!-- figures -->", "<!-- end of figures -->"

Span = tuple[int, int]
Names = set[tuple[int, int, str]]


def main() -> None:
    """Prints every figure for one part of the data, and puts them into the card when asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--part", choices=("dev", "test"), default="test")
    options.add_argument(
        "--card", type=Path, action="append", default=[], help="a model card to write the figures into"
    )
    chosen = options.parse_args()
    parser = load_parser()
    assert isinstance(parser, NetworkParser)
    figures = "\n".join(_figures(parser, chosen.data, chosen.part))
    print(figures)
    for card in chosen.card:
        before, _, rest = card.read_text(encoding="utf-8").partition(_BEGIN)
        _, _, after = rest.partition(_END)
        card.write_text(f"{before}{_BEGIN}\n{figures}\n{_END}{after}", encoding="utf-8")


def _figures(parser: NetworkParser, data: Path, part: str) -> Iterator[str]:
    banks = read_treebanks(data, part)
    gum = banks["gum"]
    free = [sentence for sentence in gum if free_to_learn_from(sentence)]
    news = [sentence for sentence in gum if sentence.genre == "news"]
    sets = {"EWT": banks["ewt"], "GUM": gum, "GUM, free genres": free, "GUM news": news}
    yield f"Model {parser.name}, {part} parts."
    yield "\n| gold words | UPOS | XPOS | lemma | UAS | LAS |\n|---|---|---|---|---|---|"
    for name, sentences in sets.items():
        yield f"| {name} | {_row(gold_words(parser, sentences))} |"
    yield "\n| raw text, F1 | sentences | words | UPOS | UAS | LAS |\n|---|---|---|---|---|---|"
    for name, sentences in sets.items():
        yield f"| {name} | {_row(raw_text(parser, sentences))} |"
    yield "\n| names, exact span and type | precision | recall | F1 |\n|---|---|---|---|"
    yield f"| GUM {part}, free genres, gold words | {_row(gum_names(parser, free))} |"
    for label, figures in re3d_names(parser, data).items():
        yield f"| re3d dev without BBC, raw text, {label} | {_row(figures)} |"
    for label, figures in re3d_phrases(parser, data).items():
        yield f"| the same by re3d's own phrases, {label} | {_row(figures)} |"
    yield f"\nSpeed: {speed(parser, data)}."


def _row(figures: Iterable[float]) -> str:
    return " | ".join(f"{100 * figure:.1f}" for figure in figures)


def gold_words(parser: NetworkParser, sentences: Sequence[GoldSentence]) -> list[float]:
    """Shares of words with the right UPOS, XPOS, lemma, head, and head and relation; punctuation counted."""
    right: Counter[str] = Counter()
    parsed = parser.parse_words([[token.form for token in sentence.tokens] for sentence in sentences])
    for gold, pieces in zip(sentences, parsed, strict=True):
        offset = 0
        for piece in pieces:
            for token, truth in zip(piece.tokens, gold.tokens[offset:], strict=False):
                head = token.head + offset if token.head >= 0 else -1
                right["words"] += 1
                right["upos"] += token.upos == truth.upos
                right["xpos"] += token.xpos == truth.xpos
                right["lemma"] += token.lemma == truth.lemma
                right["uas"] += head == truth.head
                right["las"] += head == truth.head and token.deprel == truth.deprel
            offset += len(piece.tokens)
    return [right[key] / right["words"] for key in ("upos", "xpos", "lemma", "uas", "las")]


def raw_text(parser: NetworkParser, sentences: Sequence[GoldSentence]) -> list[float]:
    """F1 of sentences, words, UPOS, heads, and heads with relations, when only the text is given."""
    text, gold = _joined(sentences)
    parsed = parser.parse(text)
    gold_words = {span: facts for _, words in gold for span, facts in words.items()}
    own_words: dict[Span, tuple[str, Span | None, str]] = {}
    for sentence in parsed:
        for token in sentence.tokens:
            head = sentence.tokens[token.head] if token.head >= 0 else None
            own_words[token.start, token.end] = (token.upos, (head.start, head.end) if head else None, token.deprel)
    both = own_words.keys() & gold_words.keys()
    total = len(own_words) + len(gold_words)
    own_sentences = {(sentence.start, sentence.end) for sentence in parsed}
    gold_sentences = {span for span, _ in gold}
    return [
        2 * len(own_sentences & gold_sentences) / (len(own_sentences) + len(gold_sentences)),
        2 * len(both) / total,
        2 * sum(own_words[span][0] == gold_words[span][0] for span in both) / total,
        2 * sum(own_words[span][1] == gold_words[span][1] for span in both) / total,
        2 * sum(own_words[span][1:] == gold_words[span][1:] for span in both) / total,
    ]


GoldWords = dict[Span, tuple[str, Span | None, str]]


def _joined(sentences: Sequence[GoldSentence]) -> tuple[str, list[tuple[Span, GoldWords]]]:
    """The sentences as running text with paragraphs, and where each word of it is."""
    parts: list[str] = []
    gold: list[tuple[Span, GoldWords]] = []
    length = 0
    for sentence in sentences:
        gap = "\n\n" if sentence.starts_paragraph else " "
        parts += [gap, sentence.text]
        start = length + len(gap)
        length = start + len(sentence.text)
        spans = [(left + start, right + start) for left, right in sentence.surface]
        words: GoldWords = {}
        for span, token in zip(spans, sentence.tokens, strict=True):
            words[span] = (token.upos, spans[token.head] if token.head >= 0 else None, token.deprel)
        gold.append(((spans[0][0], spans[-1][1]), words))
    return "".join(parts), gold


def gum_names(parser: NetworkParser, sentences: Sequence[GoldSentence]) -> list[float]:
    """Precision, recall and F1 of names on gold words."""
    counts: Counter[str] = Counter()
    parsed = parser.parse_words([[token.form for token in sentence.tokens] for sentence in sentences])
    for gold, pieces in zip(sentences, parsed, strict=True):
        labels = gold.entities or []
        own: Names = set()
        offset = 0
        for piece in pieces:
            own |= {(name.first + offset, name.last + offset, name.label) for name in piece.entities}
            offset += len(piece.tokens)
        _count(counts, _names_of(labels), own, {index for index, label in enumerate(labels) if label == MASKED})
    return _precision_recall(counts)


def re3d_names(parser: NetworkParser, data: Path) -> dict[str, list[float]]:
    """The same on war reports, from raw text, by type."""
    counts: dict[str, Counter[str]] = {label: Counter() for label in ("all", "PERSON", "ORG", "PLACE")}
    for text, words in read_re3d_documents(data, "dev"):
        labels = [label for _, label in words]
        starts = {start: index for index, ((start, _), _) in enumerate(words)}
        own = {
            (starts.get(first, -1), starts.get(last, -2) + 1, label)
            for sentence in parser.parse(text)
            for first, last, label in _name_starts(sentence)
        }
        open_ = {index for index, label in enumerate(labels) if label == MASKED}
        gold = _names_of(labels)
        for kind, count in counts.items():
            _count(
                count,
                {name for name in gold if kind in ("all", name[2])},
                {name for name in own if kind in ("all", name[2])},
                open_,
            )
    return {kind: _precision_recall(count) for kind, count in counts.items()}


def re3d_phrases(parser: NetworkParser, data: Path) -> dict[str, list[float]]:
    """The same by the other set of labels: re3d's confirmed phrases as marked, but for the article before them. A
    country that acts is an organisation there, common nouns and "of" are part of a phrase, and nothing is left open."""
    counts: dict[str, Counter[str]] = {label: Counter() for label in ("all", "PERSON", "ORG", "PLACE")}
    for document in free_re3d_documents(data, "dev"):
        gold = set(confirmed_phrases(document))
        own = {
            (sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end, name.label)
            for sentence in parser.parse(document["text"])
            for name in sentence.entities
        }
        for kind, count in counts.items():
            of_gold, of_own = ({name for name in names if kind in ("all", name[2])} for names in (gold, own))
            _count(count, of_gold, of_own, set())
    return {kind: _precision_recall(count) for kind, count in counts.items()}


def _name_starts(sentence: Sentence) -> Iterable[tuple[int, int, str]]:
    for name in sentence.entities:
        yield sentence.tokens[name.first].start, sentence.tokens[name.last - 1].start, name.label


def _names_of(labels: Sequence[str]) -> Names:
    found: Names = set()
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end] == f"I-{label[2:]}":
                end += 1
            found.add((start, end, label[2:]))
    return found


def _count(counts: Counter[str], gold: Names, own: Names, open_: set[int]) -> None:
    """Names of ours that touch a word the annotation leaves open count neither way."""
    own = {name for name in own if not open_ & set(range(name[0], name[1]))}
    counts["both"] += len(gold & own)
    counts["gold"] += len(gold)
    counts["own"] += len(own)


def _precision_recall(counts: Counter[str]) -> list[float]:
    precision = counts["both"] / max(1, counts["own"])
    recall = counts["both"] / max(1, counts["gold"])
    return [precision, recall, 2 * precision * recall / max(1e-9, precision + recall)]


def speed(parser: NetworkParser, data: Path) -> str:
    """Sentences a second of one thread on real reports, from text to trees, in processor time, 16 reports at a time."""
    with gzip.open(data / "fakes" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:160]
    parser.parse(texts[0])
    started = time.process_time()
    sentences = words = 0
    for at in range(0, len(texts), 16):
        for found in parser.parse_many([ParseRequest(text) for text in texts[at : at + 16]]):
            sentences += len(found)
            words += sum(len(sentence.tokens) for sentence in found)
    spent = time.process_time() - started
    rates = f"{sentences / spent:.0f} sentences of {words / sentences:.0f} words, {words / spent:.0f} words"
    return f"{rates} a second of one core ({len(texts)} FA-KES reports, 16 at a time)"


if __name__ == "__main__":
    main()
