"""Where the coder errs on a gold set: counts by act, field, kind and outlet, and what stopped the missed ones.

Holds no sentence of the set, only counts and the numbers of documents and sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from trucewatch.claims.code_document import code_reading
from trucewatch.claims.heads import WEIGHTS_FILE, Chooser, Weights, classifier, load_weights
from trucewatch.claims.reading import Reading, read
from trucewatch.coding import parse_request
from trucewatch.evaluation.error_kinds import KINDS
from trucewatch.evaluation.gold import as_record, documents_of, placed
from trucewatch.evaluation.gold_files import Row, read_claims, read_documents
from trucewatch.evaluation.scoring import Tally, match, party_f1, same_count, same_day, same_place
from trucewatch.language import load_parser, load_story_reader
from trucewatch.model import Stance
from trucewatch.model.codec import to_json
from trucewatch.model.ids import sha256_hex
from trucewatch.packs import load_conflict
from trucewatch.packs.acts import family, load_acts
from trucewatch.why_not import Heard

SHIPPED, NAMED, RULES = "as shipped", "named features alone", "rules alone"
Record = Mapping[str, Any]
Where = tuple[str, int]
"""A document's name and the number of a sentence in it, from 0 as in the gold's files."""

_OPTIONS_OF = {"speaker": "speakers"}


@dataclass(slots=True)
class Analysis:
    """All counts. `forms` are tallies with less and less of what was learned; the rest is of the shipped coder.

    `wheres` hold, for each (table, row), the claims counted there. `among` counts, for each field, on how many matched
    claims the gold's value was among the readings that the rules proposed.
    """

    corpus_sha256: str
    weights_sha256: str
    forms: dict[str, Tally] = field(default_factory=dict)
    acts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)
    kinds: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    among: defaultdict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    outlets: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    wheres: defaultdict[tuple[str, str], list[Where]] = field(default_factory=lambda: defaultdict(list))

    def note(self, counter: Counter[str], table: str, kind: str, claim: Record) -> None:
        counter[kind] += 1
        self.wheres[table, kind].append((claim["doc"], claim["sentence"]))


def analyse(docs: Path, claims: Path, conflict: str = "syria") -> Analysis:
    """Code the documents of a gold set in every form and count what is wrong. Raises GoldError, PackError."""
    rows = read_documents(docs)
    golds = read_claims(claims, rows)
    readings = _readings(rows, conflict)
    result = Analysis(sha256_hex(docs.read_bytes() + claims.read_bytes()), sha256_hex(WEIGHTS_FILE.read_bytes()))
    weights = load_weights()
    heard = [Heard() for _ in rows]
    shipped = [
        _records(row, _with_vectors(reading), weights, ear)
        for row, reading, ear in zip(rows, readings, heard, strict=True)
    ]
    forms = {
        SHIPPED: shipped,
        NAMED: [_records(row, reading, weights) for row, reading in zip(rows, readings, strict=True)],
        RULES: [_records(row, reading, without_learning()) for row, reading in zip(rows, readings, strict=True)],
    }
    for name, coded in forms.items():
        tally = result.forms[name] = Tally()
        for _, wanted, got in placed(rows, golds, [record for group in coded for record in group]):
            tally.add(wanted, got)
    told = placed(rows, golds, [record for group in shipped for record in group])
    for (document, wanted, got), reading, ear in zip(told, readings, heard, strict=True):
        _count(result, document, wanted, got, _Ears(reading, ear))
    return result


def without_learning() -> Weights:
    """Weights that know nothing: every candidate tells of an act, and the first reading of each field is taken."""
    known = load_weights()
    act = classifier(known.classifiers["act"].classes, {})
    return Weights(
        {name: Chooser({}, {}, {}) for name in known.choosers},
        {"act": act, "stance": classifier((Stance.ASSERTED.value,), {})},
        act_threshold=0.0,
    )


def _readings(rows: Sequence[Row], conflict_name: str) -> list[Reading]:
    conflict = load_conflict(conflict_name)
    documents = documents_of(rows)
    parsed = load_parser().parse_many([parse_request(document) for document in documents])
    return [read(document, sentences, conflict) for document, sentences in zip(documents, parsed, strict=True)]


def _with_vectors(reading: Reading) -> Reading:
    return replace(reading, word_vectors=load_story_reader().read([tree.sentence for tree in reading.trees]))


def _records(row: Row, reading: Reading, weights: Weights, heard: Heard | None = None) -> list[Row]:
    return [as_record(row["doc"], reading.document, claim) for claim in code_reading(reading, weights, heard)]


class _Ears:
    """What was heard of one document, by the place of a trigger in its text."""

    def __init__(self, reading: Reading, heard: Heard) -> None:
        self._heard = heard
        self._spans = {
            (candidate.sentence, candidate.token): candidate.span(reading.trees[candidate.sentence])
            for group in reading.candidates
            for candidate in group
        }
        starts = {tree.span.start: number for number, tree in enumerate(reading.trees)}
        self._repeated = {start for start, number in starts.items() if number in heard.repeats}
        self._read = [(tree.span.start, tree.span.end) for tree in reading.trees]

    def why_missed(self, gold: Record) -> str:
        """What stopped the coder at a gold claim's trigger."""
        here = [key for key, span in self._spans.items() if _touch(span.start, span.end, gold["spans"])]
        if any(start <= s < end for s, _ in gold["spans"] for start, end in self._read if start in self._repeated):
            return "the sentence is a repetition"
        if not here:
            return "no pattern of the packs proposes the word"
        judged = [self._heard.judgements[key] for key in here if key in self._heard.judgements]
        families = {family(act) for key in here for act in self._proposed(key)}
        if any(key in self._heard.fields for key in here):
            return "coded, and matched with another claim of the sentence"
        if any(key in self._heard.parts for key in here):
            return "taken for part of another telling"
        if judged and family(gold["act"]) not in families:
            return "below the threshold; the act is not proposed for the word"
        return "below the threshold"

    def _proposed(self, key: tuple[int, int]) -> tuple[str, ...]:
        return self._heard.judgements[key].candidate.acts if key in self._heard.judgements else ()

    def values(self, record: Record, name: str) -> list[Any]:
        """The readings that a field of a coded claim could have had, as JSON."""
        key = next(
            key for key, span in self._spans.items() if (span.start, span.end) == (record["start"], record["end"])
        )
        return [to_json(option.value) for option, _, _ in self._heard.fields[key][name]]


def _touch(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < e and s < end for s, e in spans)


def _count(result: Analysis, row: Row, golds: Sequence[Row], records: Sequence[Row], ears: _Ears) -> None:
    result.outlets[row.get("outlet") or "not given"].add(golds, records)
    pairs = match(golds, records)
    found, used = {id(gold) for gold, _ in pairs}, {id(record) for _, record in pairs}
    for gold in golds:
        result.acts[gold["act"]]["gold"] += 1
        if id(gold) not in found:
            result.acts[gold["act"]]["missed"] += 1
            result.note(result.missed, "missed", ears.why_missed(gold), gold)
    for record in records:
        if id(record) not in used:
            result.acts[record["act"]]["spurious"] += 1
            result.note(result.spurious, "spurious", _why_spurious(record, golds), record)
    for told, read_so in pairs:
        _count_fields(result, told, read_so, ears)


def _why_spurious(record: Record, golds: Sequence[Record]) -> str:
    beside = [gold for gold in golds if gold["sentence"] == record["sentence"]]
    if not beside:
        return "the gold has no claim in the sentence"
    same = any(family(gold["act"]) == family(record["act"]) for gold in beside)
    return "the gold has the act's family there, once less" if same else "the gold has only other acts there"


def _count_fields(result: Analysis, gold: Record, record: Record, ears: _Ears) -> None:
    if gold["act"] == record["act"]:
        result.acts[gold["act"]]["same act"] += 1
    else:
        result.acts[gold["act"]]["other act"] += 1
        result.confusions[gold["act"], record["act"]] += 1
    for name, kind_of in KINDS.items():
        if (kind := kind_of(gold, record)) is not None:
            result.note(result.kinds[name], name, kind, gold)
    for name, same in _SAME.items():
        key = _OPTIONS_OF.get(name, name)
        result.among[name][any(same(gold[key], value) for value in ears.values(record, name))] += 1


def _same_speaker(gold: Sequence[str], got: Sequence[str]) -> bool:
    return (gold[-1] if gold else "") == (got[-1] if got else "")


_SAME: Mapping[str, Callable[[Any, Any], bool]] = {
    "actor": lambda gold, got: party_f1(gold, got) == 1,
    "target": lambda gold, got: party_f1(gold, got) == 1,
    "speaker": _same_speaker,
    "place": lambda gold, got: same_place(gold, got["name"] if got else None),
    "day": same_day,
    "killed": same_count,
    "injured": same_count,
}
"""Whether a reading is the gold's, by the scorer's rules."""


def acts_in_order(result: Analysis) -> list[str]:
    """The acts that the set or the coder holds, in the table of acts' order."""
    return [act for act in load_acts() if result.acts[act]]
