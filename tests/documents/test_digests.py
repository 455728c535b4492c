from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents import read_document
from trucewatch.documents.digests import KEPT_WORD_RUNS, chains_of, digest_of, run_hash, runs, telling_text
from trucewatch.model import Passage, PassageKind, RawReport, Span

NUMBERED = " ".join(f"word{at}" for at in range(300))


def test_case_punctuation_and_apostrophes_make_no_difference() -> None:
    assert chains_of("Syria’s army, they said.").words == ("syrias", "army", "they", "said")
    assert chains_of("Two shells hit Harasta on 7 May").names == ("harasta", "7")


def test_a_chain_shorter_than_a_run_is_one_run() -> None:
    assert runs(("a", "b"), 4) == {("a", "b")}
    assert runs((), 4) == frozenset()
    assert runs(("a", "b", "c"), 2) == {("a", "b"), ("b", "c")}


def test_a_digest_keeps_the_smallest_hashes_and_is_the_same_everywhere() -> None:
    digest = digest_of(chains_of(NUMBERED))
    assert len(digest.word_hashes) == KEPT_WORD_RUNS
    assert list(digest.word_hashes) == sorted(digest.word_hashes)
    assert run_hash(("one", "two"), b"words") == -3379767606203585319
    assert run_hash(("one", "two"), b"words") != run_hash(("one", "two"), b"names")


@given(st.integers(60, 240))
def test_a_cut_shares_hashes_in_proportion_to_its_length(cut: int) -> None:
    whole, part = digest_of(chains_of(NUMBERED)), digest_of(chains_of(" ".join(NUMBERED.split()[:cut])))
    shared = len(set(whole.word_hashes) & set(part.word_hashes))
    assert shared >= 3
    inside = [hash for hash in whole.word_hashes if hash in {run_hash(r, b"words") for r in _runs(cut)}]
    assert shared == len(inside)


def _runs(cut: int) -> frozenset[tuple[str, ...]]:
    return chains_of(" ".join(NUMBERED.split()[:cut])).word_runs


def test_captions_and_notices_are_no_part_of_the_telling() -> None:
    now = datetime(2016, 5, 20, tzinfo=UTC)
    told = "Shells hit the town on Friday, a resident said, and two houses burned."
    document = read_document(RawReport(told.encode(), "text", "a.txt", now))
    captioned = replace(
        document, passages=(Passage(PassageKind.CAPTION, Span(0, 10)), Passage(PassageKind.BODY, Span(10, 20)))
    )
    assert telling_text(document) == told
    assert telling_text(captioned) == told[10:20]
