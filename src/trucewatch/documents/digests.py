"""What a text is recognised by when it comes again: MinHash digests of its word runs and of its chain of names.

Two chains are digested. The **word chain** is every word; runs of four of them survive a cut and most light edits.
The **name chain** is only words with a capital or a digit; a rewrite that swaps synonyms leaves it almost as it was.
Of each chain the smallest hashes of its runs are kept: a text that holds another's words holds its smallest hashes,
in proportion to its length (bottom-k MinHash: Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass
from hashlib import blake2b

from trucewatch.model import Digest, Document, PassageKind

WORD_RUN = 4
NAME_RUN = 3
KEPT_WORD_RUNS = 48
KEPT_NAME_RUNS = 24
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST_NAME = 4
_UNREAD = frozenset({PassageKind.CAPTION, PassageKind.FURNITURE})

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """A text's words in lower case, and those of them that are names or numbers, in order."""

    words: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def word_runs(self) -> frozenset[Run]:
        return runs(self.words, WORD_RUN)

    @property
    def name_runs(self) -> frozenset[Run]:
        return runs(self.names, NAME_RUN)


def telling_text(document: Document) -> str:
    """The text without captions, links and notices, which sites set around a report."""
    told = (passage.span.of(document.text) for passage in document.passages if passage.kind not in _UNREAD)
    return "\n".join(told)


def chains_of(text: str) -> Chains:
    """Apostrophes and accents stay; case and punctuation, which sites change, go."""
    written = _WORD.findall(text)
    words = tuple(word.replace("’", "'").replace("'", "").lower() for word in written)
    return Chains(words, tuple(word for word, form in zip(words, written, strict=True) if _names(form)))


def _names(form: str) -> bool:
    return form[0].isdigit() or (form[0].isupper() and len(form) >= _SHORTEST_NAME)


def runs(chain: tuple[str, ...], length: int) -> frozenset[Run]:
    """Every stretch of `length` words; the whole chain where it is shorter."""
    if len(chain) <= length:
        return frozenset([chain] if chain else [])
    return frozenset(zip(*(chain[at:] for at in range(length)), strict=False))


def digest_of(chains: Chains) -> Digest:
    return Digest(
        len(chains.words),
        _smallest(chains.word_runs, KEPT_WORD_RUNS, b"words"),
        _smallest(chains.name_runs, KEPT_NAME_RUNS, b"names"),
    )


def _smallest(of: frozenset[Run], kept: int, chain: bytes) -> tuple[int, ...]:
    return tuple(heapq.nsmallest(kept, (run_hash(run, chain) for run in of)))


def run_hash(run: Run, chain: bytes) -> int:
    """A signed 64-bit number, the same on every machine; runs of the two chains never meet."""
    hashed = blake2b(" ".join(run).encode("utf-8", "backslashreplace"), digest_size=8, person=chain).digest()
    return int.from_bytes(hashed, "big", signed=True)
