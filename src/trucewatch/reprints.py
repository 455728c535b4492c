"""Copies among the reports of a ledger: each new report meets those that share its digest, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.documents.digests import chains_of, digest_of, telling_text
from trucewatch.documents.reprints import reprint_of
from trucewatch.ledger import Ledger
from trucewatch.model import Digest, Document

BATCH = 64
LEAST_WORD_HASHES = 3
LEAST_NAME_HASHES = 5
MOST_COMPARED = 60
"""So many of the reports that share most are compared word by word: a text of a hundred copies needs no more."""


def find_reprints(ledger: Ledger) -> int:
    """Look at the reports that were not looked at yet; how many. Killed at any moment, the next call goes on."""
    looked_at = 0
    while documents := ledger.undigested(BATCH):
        _look_at(ledger, documents)
        looked_at += len(documents)
    return looked_at


def _look_at(ledger: Ledger, documents: tuple[Document, ...]) -> None:
    chains = {document.id: chains_of(telling_text(document)) for document in documents}
    digests = {id: digest_of(chain) for id, chain in chains.items()}
    pairs = sorted(set(_proposed(ledger, digests)))
    missing = ledger.documents_by_id(sorted({id for pair in pairs for id in pair} - set(chains)))
    chains |= {id: chains_of(telling_text(document)) for id, document in missing.items()}
    found = (reprint_of(first, chains[first], second, chains[second]) for first, second in pairs)
    ledger.add_digests(digests, [reprint for reprint in found if reprint is not None])


def _proposed(ledger: Ledger, digests: dict[str, Digest]) -> Iterator[tuple[str, str]]:
    """Pairs worth comparing: with what the ledger holds, and within the batch."""
    for id, digest in digests.items():
        for other in _alike(ledger, digest):
            yield _ordered(id, other)
    batch = sorted(digests)
    for at, first in enumerate(batch):
        for second in batch[at + 1 :]:
            if _enough(digests[first], digests[second]):
                yield first, second


def _alike(ledger: Ledger, digest: Digest) -> list[str]:
    by_words = ledger.sharing(digest.word_hashes, min(LEAST_WORD_HASHES, len(digest.word_hashes) or 1))
    by_names = ledger.sharing(digest.name_hashes, LEAST_NAME_HASHES)
    shared = {id: by_words.get(id, 0) + by_names.get(id, 0) for id in (*by_words, *by_names)}
    return sorted(shared, key=lambda id: (-shared[id], id))[:MOST_COMPARED]


def _enough(first: Digest, second: Digest) -> bool:
    words = len(set(first.word_hashes) & set(second.word_hashes))
    names = len(set(first.name_hashes) & set(second.name_hashes))
    fewest = min(LEAST_WORD_HASHES, len(first.word_hashes) or 1, len(second.word_hashes) or 1)
    return words >= fewest or names >= LEAST_NAME_HASHES


def _ordered(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)
