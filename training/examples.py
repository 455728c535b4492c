"""Treebank sentences as the numbers that the network learns from."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from training.entities import LABELS, MASKED, OUTSIDE
from training.treebank import GoldSentence
from trucewatch.language.pieces import MAX_PIECES, PieceReader

IGNORED = -100

_QUOTES = frozenset(('"', "''", "``", "“", "”", "‘", "’"))
_NEGATIONS = frozenset(("n't", "n’t"))


@dataclass(frozen=True)
class Inventory:
    """Tag names in the order of the network's outputs."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    names: list[str]

    @staticmethod
    def of(sentences: list[GoldSentence]) -> Inventory:
        """Every tag that the training sentences hold."""
        tokens = [token for sentence in sentences for token in sentence.tokens]
        names = [OUTSIDE] + [f"{place}-{label}" for label in LABELS for place in "BI"]
        return Inventory(
            sorted({token.upos for token in tokens}),
            sorted({token.xpos for token in tokens}),
            sorted({token.deprel for token in tokens}),
            names,
        )


@dataclass
class Example:
    """One sentence; heads count from 1, 0 is the root.  ``IGNORED`` marks what nobody annotated."""

    words: list[str]
    upos: list[int]
    xpos: list[int]
    heads: list[int]
    relations: list[int]
    names: list[int]


def from_treebank(sentence: GoldSentence, inventory: Inventory) -> Example:
    """A sentence with its tree, and with names where the treebank has them."""
    names = [IGNORED] * len(sentence.tokens)
    if sentence.entities is not None:
        names = _name_numbers(sentence.entities, inventory)
    return Example(
        [token.form for token in sentence.tokens],
        [inventory.upos.index(token.upos) for token in sentence.tokens],
        [inventory.xpos.index(token.xpos) for token in sentence.tokens],
        [token.head + 1 for token in sentence.tokens],
        [inventory.relations.index(token.deprel) for token in sentence.tokens],
        names,
    )


def from_names(words: list[str], labels: list[str], inventory: Inventory) -> Example:
    """A sentence with names only."""
    open_ = [IGNORED] * len(words)
    return Example(words, open_, open_, open_, open_, _name_numbers(labels, inventory))


def _name_numbers(labels: list[str], inventory: Inventory) -> list[int]:
    return [IGNORED if label == MASKED else inventory.names.index(label) for label in labels]


def roughen(example: Example, possessive: int, dice: random.Random) -> Example:
    """Now and then the copy that scraped news gives: no final stop, no commas, quotation marks or apostrophes.

    ``possessive`` is the number of the tag POS.
    """
    words = list(example.words)
    lost = set()
    if dice.random() < 0.10 and words[-1] in (".", "!", "?"):
        lost.add(len(words) - 1)
    if dice.random() < 0.30:
        lost |= {index for index, word in enumerate(words) if word == ","}
    if dice.random() < 0.15:
        lost |= {index for index, word in enumerate(words) if word in _QUOTES}
    if dice.random() < 0.20:
        for index, word in enumerate(words):
            if example.xpos[index] == possessive and index and index + 1 not in example.heads:
                words[index - 1] += word[1:]
                lost.add(index)
            elif word in _NEGATIONS:
                words[index] = "nt"
    lost -= {head - 1 for head in example.heads}
    if len(lost) == len(words):
        return example
    kept = [index for index in range(len(words)) if index not in lost]
    moved = {0: 0, IGNORED: IGNORED} | {old + 1: new + 1 for new, old in enumerate(kept)}
    return Example(
        [words[index] for index in kept],
        [example.upos[index] for index in kept],
        [example.xpos[index] for index in kept],
        [moved[example.heads[index]] for index in kept],
        [example.relations[index] for index in kept],
        [example.names[index] for index in kept],
    )


@dataclass
class Batch:
    """Padded tensors; see ``Network.words`` for the shapes.  Targets are ``[batch, words]``."""

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    absent: Tensor
    """``[batch, 1 + words]``: True for padding words."""
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor


def collate(examples: list[Example], reader: PieceReader) -> Batch:
    """One batch of examples that all fit the encoder."""
    rows = [_piece_row(example.words, reader) for example in examples]
    most_pieces = max(len(row[0]) for row in rows)
    most_words = max(len(example.words) for example in examples)

    def padded(lists: list[list[int]], size: int, filler: int) -> Tensor:
        return torch.tensor([row + [filler] * (size - len(row)) for row in lists])

    lengths = torch.tensor([len(example.words) for example in examples])
    return Batch(
        padded([row[0] for row in rows], most_pieces, 0),
        padded([row[1] for row in rows], most_pieces, 5),
        padded([row[2] for row in rows], most_words + 1, 0),
        torch.arange(most_words + 1)[None, :] > lengths[:, None],
        padded([example.upos for example in examples], most_words, IGNORED),
        padded([example.xpos for example in examples], most_words, IGNORED),
        padded([example.heads for example in examples], most_words, IGNORED),
        padded([example.relations for example in examples], most_words, IGNORED),
        padded([example.names for example in examples], most_words, IGNORED),
    )


def _piece_row(words: list[str], reader: PieceReader) -> tuple[list[int], list[int], list[int]]:
    pieces, shapes, firsts = [reader.start], [5], [0]
    for word in reader.encode(words):
        firsts.append(len(pieces))
        pieces.extend(word.pieces)
        shapes.extend([word.shape] * len(word.pieces))
    return [*pieces, reader.stop], [*shapes, 5], firsts


def piece_count(words: list[str], reader: PieceReader) -> int:
    """Pieces of the sentence without its two markers."""
    return sum(len(word.pieces) for word in reader.encode(words))


def fits(example: Example, reader: PieceReader) -> bool:
    """Whether the encoder can read the sentence whole."""
    return bool(example.words) and piece_count(example.words, reader) <= MAX_PIECES


def batches(examples: list[Example], sizes: list[int], budget: int, dice: random.Random) -> list[list[int]]:
    """Numbers of examples grouped by like length into batches of about ``budget`` pieces, in random order."""
    order = sorted(range(len(examples)), key=lambda number: sizes[number] + dice.uniform(-2, 2))
    grouped: list[list[int]] = []
    current: list[int] = []
    longest = 0
    for number in order:
        longest = max(longest, sizes[number])
        if current and longest * (len(current) + 1) > budget:
            grouped.append(current)
            current, longest = [], sizes[number]
        current.append(number)
    grouped.append(current)
    dice.shuffle(grouped)
    return grouped
