"""Why a sentence gave the claims that it gave, or none: the coder run again with a listener."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.claims import code_document
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.find_acts import NO_ACT, chance_of_act
from trucewatch.claims.reading import UNREAD_PASSAGES, Reading, read
from trucewatch.claims.triggers import Candidate
from trucewatch.coding import CODED_LANGUAGE, parse_request
from trucewatch.documents import read_document
from trucewatch.language import load_parser
from trucewatch.language.sentences import sentence_spans
from trucewatch.model import Document, RawReport, Span
from trucewatch.model.codec import to_json
from trucewatch.packs import Conflict

LIKELIEST = 4
"""How many acts of a candidate are told."""

Key = tuple[int, int]
"""Sentence and token of a candidate."""


@dataclass(frozen=True, slots=True)
class NumberedSentence:
    """A sentence of a report, counted from 1 over all passages; `passage` is the kind of passage it stands in."""

    number: int
    span: Span
    text: str
    passage: str


@dataclass(frozen=True, slots=True)
class SeenOption:
    """A value that a field could have, its rule and words; `score` is None where grammar left no choice."""

    value: Any
    rule: str
    words: tuple[str, ...]
    score: float | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class SeenField:
    """One field of a claim and what it could have been, the likeliest first."""

    name: str
    options: tuple[SeenOption, ...]


@dataclass(frozen=True, slots=True)
class SeenCandidate:
    """A word that could tell of an act, and what came of it.

    `chances` are those of the likeliest acts, and of "none"; `outcome` is "claim", "below threshold" or "part of
    another telling", then `part_of` holds that telling's words.
    """

    words: str
    rules: tuple[str, ...]
    act: str
    chance: float
    threshold: float
    chances: Mapping[str, float]
    outcome: str
    part_of: str | None
    fields: tuple[SeenField, ...]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """All there is to say on one sentence. `remarks` are what kept the coder from reading it, as plain sentences."""

    origin: str
    sentence: NumberedSentence
    remarks: tuple[str, ...]
    parties: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]
    numbers: tuple[str, ...]
    candidates: tuple[SeenCandidate, ...]
    near_misses: tuple[str, ...]


def numbered_sentences(document: Document) -> tuple[NumberedSentence, ...]:
    """The sentences of a report as its readers count them, those of captions and furniture among them."""
    found = []
    for passage in document.passages:
        start, end = passage.span.start, passage.span.end
        spans = [(start, end)] if document.presplit else sentence_spans(document.text, start, end)
        found += [(Span(*span), passage.kind.value) for span in spans]
    return tuple(
        NumberedSentence(number, span, span.of(document.text), kind) for number, (span, kind) in enumerate(found, 1)
    )


def why_not(raw: RawReport, number: int, conflict: Conflict) -> WhyNot:
    """What the coder made of a report's sentence. Raises UnreadableReport, and IndexError without such a sentence."""
    document = read_document(raw)
    sentences = numbered_sentences(document)
    if not 1 <= number <= len(sentences):
        raise IndexError(f"sentence {number} is asked for, and the report has {len(sentences)}")
    sentence = sentences[number - 1]
    if document.language != CODED_LANGUAGE:
        remark = f"The report is taken to be in another language than English ({document.language}); it is not coded."
        return _unread(document, sentence, remark)
    if any(sentence.passage == kind.value for kind in UNREAD_PASSAGES):
        remark = f"The passage is taken for {sentence.passage}, and nothing is read from that."
        return _unread(document, sentence, remark)
    parsed = load_parser().parse_many([parse_request(document)])[0]
    heard = Heard()
    code_document(document, parsed, conflict, listener=heard)
    return _told(read(document, parsed, conflict), sentence, heard)


def _unread(document: Document, sentence: NumberedSentence, remark: str) -> WhyNot:
    return WhyNot(document.origin, sentence, (remark,), (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class _Judged:
    candidate: Candidate
    scores: Mapping[str, float]
    act: str
    threshold: float


@dataclass(slots=True)
class Heard:
    """A listener that keeps everything."""

    repeats: set[int] = field(default_factory=set)
    judgements: dict[Key, _Judged] = field(default_factory=dict)
    parts: dict[Key, Draft] = field(default_factory=dict)
    fields: dict[Key, dict[str, list[tuple[Option[Any], float | None, bool]]]] = field(default_factory=dict)

    def repeated(self, sentence: int) -> None:
        self.repeats.add(sentence)

    def judged(self, candidate: Candidate, scores: Mapping[str, float], act: str, threshold: float) -> None:
        self.judgements[candidate.sentence, candidate.token] = _Judged(candidate, scores, act, threshold)

    def completes(self, draft: Draft, other: Draft) -> None:
        self.parts[draft.sentence, draft.token] = other

    def chose(
        self,
        slot: str,
        draft: Draft,
        options: Sequence[Option[Any]],
        scores: Sequence[float],
        choice: Option[Any],
    ) -> None:
        told: Sequence[float | None] = scores or [None] * len(options)
        rows = [(option, score, option is choice) for option, score in zip(options, told, strict=True)]
        self._of(draft)[slot] = sorted(rows, key=lambda row: (not row[2], -(row[1] or 0.0)))

    def stance(self, draft: Draft, scores: Mapping[str, float], rule: str, stance: str) -> None:
        likeliest = sorted(scores, key=lambda name: -scores[name]) or [stance]
        self._of(draft)["stance"] = [
            (Option(name, (), rule if name == stance else "", ()), scores.get(name), name == stance)
            for name in likeliest
        ]

    def _of(self, draft: Draft) -> dict[str, list[tuple[Option[Any], float | None, bool]]]:
        return self.fields.setdefault((draft.sentence, draft.token), {})


def _told(reading: Reading, sentence: NumberedSentence, heard: Heard) -> WhyNot:
    """The sentence's part of what was heard; a sentence too long for the parser is several to the coder."""
    text = reading.document.text
    here = [number for number, tree in enumerate(reading.trees) if tree.span.overlaps(sentence.span)]
    judged = [judgement for key, judgement in sorted(heard.judgements.items()) if key[0] in here]
    taken = {(judgement.candidate.sentence, judgement.candidate.token) for judgement in judged}
    misses = [
        f"{miss.rule}: {miss.why}"
        for number in here
        for miss in reading.tools.triggers.nearly(reading.trees[number])
        if (number, miss.token) not in taken
    ]
    return WhyNot(
        reading.document.origin,
        sentence,
        tuple(_remarks(reading, here, heard)),
        tuple(f"{m.span.of(text)}: {', '.join(m.ids) or m.kind}" for n in here for m in reading.parties[n]),
        tuple(place.span.of(text) for n in here for place in reading.places[n]),
        tuple(f"{t.span.of(text)}: {t.day.start} to {t.day.end}" for n in here for t in reading.times[n]),
        tuple(quantity.span.of(text) for n in here for quantity in reading.quantities[n]),
        tuple(_seen(reading, judgement, heard) for judgement in judged),
        tuple(misses),
    )


def _remarks(reading: Reading, here: Sequence[int], heard: Heard) -> list[str]:
    if not here:
        return ["The parser found no words in it."]
    if any(number in heard.repeats for number in here):
        return ["It stands in the report before, word for word; a repeated sentence is not coded again."]
    if not any(reading.candidates[number] for number in here):
        return ["No word of it stands in the language pack as one that can tell of an act."]
    return []


def _seen(reading: Reading, judged: _Judged, heard: Heard) -> SeenCandidate:
    candidate = judged.candidate
    key = (candidate.sentence, candidate.token)
    text = reading.document.text
    chance = chance_of_act(judged.scores)
    part_of = heard.parts.get(key)
    outcome = "below threshold" if chance < judged.threshold else "part of another telling" if part_of else "claim"
    fields = heard.fields.get(key, {})
    return SeenCandidate(
        words=candidate.span(reading.trees[candidate.sentence]).of(text),
        rules=candidate.rules,
        act=judged.act,
        chance=round(chance, 3),
        threshold=round(judged.threshold, 3),
        chances=_chances(judged.scores),
        outcome=outcome,
        part_of=part_of.candidate.span(reading.trees[part_of.sentence]).of(text) if part_of else None,
        fields=tuple(SeenField(name, tuple(_option(text, *row) for row in rows)) for name, rows in fields.items()),
    )


def _chances(scores: Mapping[str, float]) -> dict[str, float]:
    top = max(scores.values())
    odds = {name: math.exp(score - top) for name, score in scores.items()}
    likeliest = sorted(odds, key=lambda name: -odds[name])[:LIKELIEST]
    kept = dict.fromkeys((*likeliest, NO_ACT))
    return {name: round(odds[name] / sum(odds.values()), 3) for name in kept}


def _option(text: str, option: Option[Any], score: float | None, chosen: bool) -> SeenOption:
    words = tuple(span.of(text) for span in option.spans)
    return SeenOption(to_json(option.value), option.rule, words, None if score is None else round(score, 2), chosen)
