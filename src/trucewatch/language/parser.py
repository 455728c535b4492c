"""The parser: text to sentences with words, tags, a tree and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from trucewatch.language.borders import Borders
from trucewatch.language.interface import NO_HEAD, ParseRequest, Sentence, Token
from trucewatch.language.labels import Labels
from trucewatch.language.lemmas import Lemmatizer
from trucewatch.language.names import NameDecoder, tidied
from trucewatch.language.network import Network, SentenceScores, padded, piece_count
from trucewatch.language.pieces import MAX_PIECES, EncodedWord, PieceReader
from trucewatch.language.sentences import paragraph_spans, sentence_spans
from trucewatch.language.trees import best_heads
from trucewatch.language.words import word_spans

Span = tuple[int, int]

_PIECES_A_BATCH = 1536
_SENTENCES_A_BATCH = 32
_CUT_AFTER = ({";"}, {":", "—", "–", "--", "-", ")"}, {","})
"""Where an over-long sentence is cut, the best places first."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a parser is made of."""

    labels: Labels
    reader: PieceReader
    network: Network
    lemmatizer: Lemmatizer
    borders: Borders | None = None


class _Job(NamedTuple):
    """One sentence on its way through the network: the job's own number and the number of the text it is from."""

    slot: int
    owner: int
    text: str
    spans: list[Span]
    words: list[EncodedWord]
    cut: bool


class NetworkParser:
    """The shipped ``Parser``; make one with ``load_parser``."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._names = NameDecoder(parts.labels.names)
        self._root_relation = parts.labels.relations.index("root")

    @property
    def name(self) -> str:
        """Model name, version and content hash."""
        return self._parts.labels.model

    def parse(
        self,
        text: str,
        segments: Sequence[Span] | None = None,
        *,
        presplit: bool = False,
    ) -> list[Sentence]:
        """See ``Parser.parse``."""
        chosen = None if segments is None else tuple((start, end) for start, end in segments)
        return self.parse_many([ParseRequest(text, chosen, presplit)])[0]

    def parse_many(self, requests: Sequence[ParseRequest]) -> list[list[Sentence]]:
        """See ``Parser.parse_many``."""
        jobs: list[_Job] = []
        for owner, request in enumerate(requests):
            for start, end in sentences_of(request, self._parts.borders):
                self._add_jobs(jobs, owner, request, word_spans(request.text, start, end))
        return self._run(jobs, len(requests))

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[list[Sentence]]:
        """Parses sentences that are already in words, for measuring against a treebank.

        Offsets point into the words of a sentence joined by single spaces.  A sentence that is too long for the
        network comes back in several pieces.
        """
        jobs: list[_Job] = []
        for owner, words in enumerate(sentences):
            ends = list(accumulate(len(word) + 1 for word in words))
            spans = [(end - 1 - len(word), end - 1) for word, end in zip(words, ends, strict=True)]
            self._add_jobs(jobs, owner, ParseRequest(" ".join(words)), spans)
        return self._run(jobs, len(sentences))

    def _add_jobs(self, jobs: list[_Job], owner: int, request: ParseRequest, spans: list[Span]) -> None:
        forms = [request.text[start:end] for start, end in spans]
        words = self._parts.reader.encode(forms)
        ranges = _cut_ranges(forms, words)
        for first, last in ranges:
            piece = spans[first:last], words[first:last]
            jobs.append(_Job(len(jobs), owner, request.text, *piece, len(ranges) > 1))

    def _run(self, jobs: Sequence[_Job], count: int) -> list[list[Sentence]]:
        found: list[Sentence | None] = [None] * len(jobs)
        for batch in _batches(jobs):
            scores = self._parts.network.scores([job.words for job in batch])
            for job, row in zip(batch, scores, strict=True):
                found[job.slot] = self._sentence(job, row)
        answers: list[list[Sentence]] = [[] for _ in range(count)]
        for job, sentence in zip(jobs, found, strict=True):
            assert sentence is not None  # every job was in a batch
            answers[job.owner].append(sentence)
        return answers

    def _sentence(self, job: _Job, scores: SentenceScores) -> Sentence:
        labels = self._parts.labels
        heads = best_heads(scores.arcs)
        relations = self._parts.network.relations(scores, heads)
        relations[heads != 0, self._root_relation] = -1e9
        relations[heads == 0, self._root_relation] = 1e9
        chosen = relations.argmax(axis=1)
        tokens = []
        for index, (start, end) in enumerate(job.spans):
            form = job.text[start:end]
            upos, xpos = labels.upos[scores.upos[index]], labels.xpos[scores.xpos[index]]
            lemma = self._parts.lemmatizer.lemma(form, upos, xpos)
            head = int(heads[index]) - 1 if heads[index] else NO_HEAD
            tokens.append(Token(start, end, form, lemma, upos, xpos, head, labels.relations[chosen[index]]))
        tokens = [_without_fused_possessive(index, tokens) for index in range(len(tokens))]
        entities = tidied(self._names.decode(scores.names), tokens)
        return Sentence(job.spans[0][0], job.spans[-1][1], tuple(tokens), entities, cut=job.cut)


def _without_fused_possessive(index: int, tokens: Sequence[Token]) -> Token:
    """Scraped copy loses apostrophes: the lemma of "Syrias" in "Syrias north" is the name itself."""
    token = tokens[index]
    fused = token.upos == "PROPN" and token.deprel == "nmod:poss" and token.text.endswith("s") and len(token.text) > 3
    if not fused or any(other.head == index and other.deprel == "case" for other in tokens[index + 1 :]):
        return token
    return replace(token, lemma=token.text[:-1])


def sentences_of(request: ParseRequest, borders: Borders | None = None) -> Iterator[Span]:
    """Ranges of the sentences that a request asks for, in order; by the rules alone where no `borders` are given."""
    if request.segments is None:
        if request.presplit:
            raise ValueError("presplit needs segments: one for each sentence")
        paragraphs = paragraph_spans(request.text)
    else:
        paragraphs = list(_checked(request.segments, len(request.text)))
    for start, end in paragraphs:
        if request.presplit:
            yield start, end
        else:
            yield from sentence_spans(request.text, start, end, borders)


def _checked(segments: Sequence[Span], length: int) -> Iterator[Span]:
    earliest = 0
    for start, end in segments:
        if not earliest <= start <= end <= length:
            raise ValueError(f"segment {start} to {end} overlaps, runs backwards or leaves the text ({length})")
        earliest = end
        yield start, end


def _cut_ranges(words: Sequence[str], encoded: Sequence[EncodedWord]) -> list[Span]:
    """Word ranges that each fit the network; one range unless the sentence is too long, none without words."""
    ranges: list[Span] = []
    first, filled = 0, 0
    sizes = [len(word.pieces) for word in encoded]
    index = 0
    while index < len(words):
        if filled + sizes[index] > MAX_PIECES:
            cut = _best_cut(words, first, index)
            ranges.append((first, cut))
            first, filled, index = cut, 0, cut
        else:
            filled += sizes[index]
            index += 1
    if first < len(words):
        ranges.append((first, len(words)))
    return ranges


def _best_cut(words: Sequence[str], first: int, limit: int) -> int:
    """Where to cut before ``limit``: after the last good mark of the second half, else at ``limit``."""
    for marks in _CUT_AFTER:
        for index in range(limit - 1, (first + limit) // 2, -1):
            if words[index] in marks:
                return index + 1
    return limit


def _batches(jobs: Sequence[_Job]) -> Iterator[list[_Job]]:
    """Jobs of one padded length together, so that a sentence's scores do not depend on its neighbours."""
    batch: list[_Job] = []
    length = 0
    sized = [(padded(piece_count(job.words) + 2), job) for job in jobs]
    for job_length, job in sorted(sized, key=lambda pair: (pair[0], len(pair[1].words))):
        full = len(batch) == _SENTENCES_A_BATCH or (len(batch) + 1) * job_length > _PIECES_A_BATCH
        if batch and (full or job_length != length):
            yield batch
            batch = []
        length = job_length
        batch.append(job)
    if batch:
        yield batch
