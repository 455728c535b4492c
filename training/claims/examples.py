"""What each model learns from: options of gold claims, and which of them the coders chose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from training.claims.gold import CodedReport, Gold
from trucewatch.claims.act_features import act_features, context_of
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.find_acts import NO_ACT
from trucewatch.claims.participant_options import actor_options, target_options
from trucewatch.claims.participant_values import UNKNOWN
from trucewatch.claims.reading import Reading
from trucewatch.claims.setting_options import day_options, place_options
from trucewatch.claims.speaker_options import attributions_of, speaker_options
from trucewatch.claims.stance_features import stance_features
from trucewatch.claims.toll_options import toll_options
from trucewatch.evaluation.scoring import same_count, same_day, same_place
from trucewatch.model.codec import to_json

WITHOUT_ACTOR = 6
"""Of every so many claims one shows its target's options without saying who acts."""


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


def actor_items(report: CodedReport) -> list[ChoiceItem]:
    return [
        _flagged(draft, actor_options(report.reading, draft), lambda value, g=gold: set(value) == set(g["actor"]))
        for draft, gold in drafts_of(report)
    ]


def target_items(report: CodedReport) -> list[ChoiceItem]:
    """Targets, given who acts; each so many-th without, for the program does not always know."""
    items = []
    for at, (draft, gold) in enumerate(drafts_of(report)):
        actor = UNKNOWN if at % WITHOUT_ACTOR == 0 else tuple(gold["actor"])
        options = target_options(report.reading, draft, actor)
        items.append(_flagged(draft, options, lambda value, g=gold: set(value) == set(g["target"])))
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
