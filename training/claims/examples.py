"""What each model learns from: options of gold claims, and which of them the coders chose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from training.claims.gold import CodedReport, Gold
from training.claims.heads import ChoiceExample, ClassExample
from trucewatch.claims.act_features import act_features, context_of
from trucewatch.claims.choose import best, vectors_of
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.find_acts import NO_ACT
from trucewatch.claims.heads import Chooser
from trucewatch.claims.participants import OPTIONS, with_report
from trucewatch.claims.reading import Reading
from trucewatch.claims.setting_options import day_options, place_options
from trucewatch.claims.speaker_options import attributions_of, speaker_options
from trucewatch.claims.stance_features import stance_features
from trucewatch.claims.toll_options import toll_options
from trucewatch.evaluation.scoring import same_count, same_day, same_place
from trucewatch.model.codec import to_json


@dataclass(frozen=True)
class ClassItem:
    """A trigger by its place, what is named of it, and what the coders made of it."""

    sentence: int
    token: int
    features: list[str]
    label: str


@dataclass(frozen=True)
class ChoiceItem:
    """A trigger by its place, the options of one of its fields, and which of them the coders chose."""

    sentence: int
    token: int
    options: list[Option[Any]]
    right: list[bool]


def act_items(report: CodedReport) -> list[ClassItem]:
    context = context_of(report.reading)
    items = []
    for number, group in enumerate(report.reading.candidates):
        for candidate in group:
            gold = report.of_candidate.get((number, candidate.token))
            features = act_features(report.reading, context, candidate)
            items.append(ClassItem(number, candidate.token, features, gold["act"] if gold else NO_ACT))
    return items


def stance_items(report: CodedReport) -> list[ClassItem]:
    return [
        ClassItem(draft.sentence, draft.token, stance_features(report.reading, draft), gold["stance"])
        for draft, gold in drafts_of(report)
    ]


def drafts_of(report: CodedReport) -> list[tuple[Draft, Gold]]:
    """Gold claims as drafts, in text order."""
    drafts = []
    for number, group in enumerate(report.reading.candidates):
        for candidate in group:
            gold = report.of_candidate.get((number, candidate.token))
            if gold:
                drafts.append((Draft(candidate, gold["act"], "gold"), gold))
    return drafts


def participant_items(report: CodedReport, slot: str) -> list[ChoiceItem]:
    return [
        _flagged(draft, OPTIONS[slot](report.reading, draft), lambda value, g=gold: set(value) == set(g[slot]))
        for draft, gold in drafts_of(report)
    ]


def first_choices(report: CodedReport, slot: str, first: Chooser) -> list[Option[Any]]:
    """What a first pass picks for the report's gold claims."""
    return [best(report.reading, draft, OPTIONS[slot](report.reading, draft), first) for draft, _ in drafts_of(report)]


def second_pass_items(report: CodedReport, slot: str, early: Sequence[Option[Any]]) -> list[ChoiceItem]:
    """The options again, with first choices for the rest of the report."""
    pairs = drafts_of(report)
    drafts = [draft for draft, _ in pairs]
    items = []
    for at, (draft, gold) in enumerate(pairs):
        wider = with_report(at, drafts, OPTIONS[slot](report.reading, draft), early)
        items.append(_flagged(draft, wider, lambda value, g=gold: set(value) == set(g[slot])))
    return items


def slot_items(report: CodedReport, slot: str) -> list[ChoiceItem]:
    attributions = attributions_of(report.reading)
    return [_slot_item(report.reading, draft, gold, slot, attributions) for draft, gold in drafts_of(report)]


def _slot_item(reading: Reading, draft: Draft, gold: Gold, slot: str, attributions: Any) -> ChoiceItem:
    if slot == "speaker":
        options = speaker_options(reading, draft, attributions)
        exact = _flagged(draft, options, lambda value: list(value) == gold["speakers"])
        inner = (gold["speakers"] or [""])[-1]
        return exact if any(exact.right) else _flagged(draft, options, lambda value: (value or ("",))[-1] == inner)
    if slot == "place":
        return _flagged(draft, place_options(reading, draft), lambda v: same_place(gold["place"], v and v.name))
    if slot == "day":
        return _flagged(draft, day_options(reading, draft), lambda v: same_day(gold["day"], to_json(v)))
    tolls = toll_options(reading, draft, slot)
    return _flagged(draft, tolls, lambda v: same_count(gold[slot], to_json(v)) and (v is None) == (gold[slot] is None))


def _flagged(draft: Draft, options: Sequence[Option[Any]], is_right: Callable[[Any], bool]) -> ChoiceItem:
    return ChoiceItem(draft.sentence, draft.token, list(options), [bool(is_right(option.value)) for option in options])


def class_example(report: CodedReport, item: ClassItem) -> ClassExample:
    return ClassExample(_vector(report.reading, item.sentence, item.token), item.features, item.label)


def choice_example(report: CodedReport, item: ChoiceItem) -> ChoiceExample:
    vectors = vectors_of(report.reading, item.options)
    assert vectors is not None, "training needs a parser that gives word vectors"
    return ChoiceExample(
        trigger=_vector(report.reading, item.sentence, item.token),
        features=[option.features for option in item.options],
        vectors=vectors,
        rules=[option.rule for option in item.options],
        right=item.right,
    )


def _vector(reading: Reading, number: int, token: int) -> np.ndarray:
    vector = reading.vectors([(number, token)])
    assert vector is not None, "training needs a parser that gives word vectors"
    return vector


def act_examples(reports: Sequence[CodedReport]) -> list[ClassExample]:
    return [class_example(report, item) for report in reports for item in act_items(report)]


def stance_examples(reports: Sequence[CodedReport]) -> list[ClassExample]:
    return [class_example(report, item) for report in reports for item in stance_items(report)]


def participant_examples(reports: Sequence[CodedReport], slot: str) -> list[ChoiceExample]:
    return [choice_example(report, item) for report in reports for item in participant_items(report, slot)]


def slot_examples(reports: Sequence[CodedReport], slot: str) -> list[ChoiceExample]:
    return [choice_example(report, item) for report in reports for item in slot_items(report, slot)]


def second_pass_examples(reports: Sequence[CodedReport], slot: str, first: Chooser) -> list[ChoiceExample]:
    """`first` must not know these reports."""
    return [
        choice_example(report, item)
        for report in reports
        for item in second_pass_items(report, slot, first_choices(report, slot, first))
    ]
