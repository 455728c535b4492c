"""Words to word pieces: the numbers that the encoder reads, the same in training and at run time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

MAX_PIECES = 254
"""Pieces of one sentence, without the two markers around it; the encoder has 256 positions."""

MAX_PIECES_A_WORD = 8
"""Of longer words (addresses, runs of symbols) only the beginning is read."""

_LONGEST_READ = 60
"""Characters of a word that are looked at."""

SHAPES = ("lower", "Title", "UPPER", "miXed", "digits", "other")


@dataclass(frozen=True, slots=True)
class EncodedWord:
    """Piece numbers of one word (at least one) and the number of its shape in ``SHAPES``."""

    pieces: tuple[int, ...]
    shape: int


class PieceReader:
    """Looks up the pieces of words; remembers frequent words.  Safe to share between threads."""

    def __init__(self, tokenizer_file: Path) -> None:
        tokenizer = Tokenizer.from_file(str(tokenizer_file))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.start = _number(tokenizer, "[CLS]")
        self.stop = _number(tokenizer, "[SEP]")
        self.unknown = _number(tokenizer, "[UNK]")
        self._tokenizer = tokenizer
        self._encode_word = lru_cache(maxsize=32768)(self._encode_word_afresh)

    def encode(self, words: Sequence[str]) -> list[EncodedWord]:
        """One ``EncodedWord`` a word; words without a known piece read as the unknown piece."""
        return [self._encode_word(word[:_LONGEST_READ]) for word in words]

    def _encode_word_afresh(self, word: str) -> EncodedWord:
        readable = word.encode("utf-8", "replace").decode("utf-8")
        pieces = self._tokenizer.encode(readable, add_special_tokens=False).ids[:MAX_PIECES_A_WORD]
        return EncodedWord(tuple(pieces) or (self.unknown,), shape_of(word))


def shape_of(word: str) -> int:
    """Number of the word's casing in ``SHAPES``: the encoder itself reads lower case only."""
    if any(character.isdigit() for character in word):
        return 4
    if word.islower():
        return 0
    if word.istitle() or (word[:1].isupper() and word[1:].islower()):
        return 1
    if word.isupper():
        return 2
    return 3 if any(character.isalpha() for character in word) else 5


def _number(tokenizer: Tokenizer, piece: str) -> int:
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError(f"the tokenizer file has no {piece}")
    return int(number)
