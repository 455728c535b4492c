"""Coded reports as the numbers that the claims network learns from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from training.claims import examples as ex
from training.claims.examples import ChoiceItem, ClassItem
from training.claims.gold import CodedReport
from training.claims.names import NAMING_KINDS
from trucewatch.language.pieces import PieceReader
from trucewatch.language.story import lay_out, windows

SLOTS = ("actor", "target", "speaker", "place", "day", "killed", "injured")
CLASSES = ("act", "stance")
LEAST_COUNT = 3
NOT_TOLD = {"actor.not-told": 1.3, "target.not-told": 2.0}
"""How much more a choice of nobody weighs. The training reports were coded by one person, who seldom wrote `unknown`;
where two coders settled each case, as the codebook asks, it stands about so many times as often."""
Place = tuple[int, int]
"""(sentence, token)."""


class Story:
    """A report as the encoder reads it, and in which row of its answer each word stands."""

    def __init__(self, sentences: Sequence[Sequence[str]], reader: PieceReader) -> None:
        """`sentences` are its words, sentence by sentence."""
        words = [reader.encode(list(sentence)) for sentence in sentences]
        self.row: dict[Place, int] = {}
        self.inputs = []
        for window in windows([sum(len(word.pieces) for word in sentence) for sentence in words]):
            self.inputs.append(lay_out(window, words, reader.start, reader.stop))
            for number in range(window.first, window.last):
                for token in range(len(words[number])):
                    self.row[number, token] = len(self.row)
        self.size = sum(len(one.pieces) for one in self.inputs)


def words_of(report: CodedReport) -> list[list[str]]:
    """The words of a report, sentence by sentence."""
    return [[token.text for token in tree.sentence.tokens] for tree in report.reading.trees]


@dataclass(frozen=True)
class Vocabulary:
    """Numbers of the named features, rules and classes of each head."""

    features: dict[str, dict[str, int]]
    rules: dict[str, list[str]]
    classes: dict[str, list[str]]


@dataclass(frozen=True)
class Choice:
    """One question of one claim: its options as words, named features and rules, and which of them are right."""

    trigger: Place
    words: list[tuple[Place, ...]]
    bags: list[list[int]]
    rules: list[int]
    right: list[bool]
    weight: float


@dataclass(frozen=True)
class Case:
    """One trigger to be classed."""

    place: Place
    bag: list[int]
    label: int


@dataclass(frozen=True)
class Lesson:
    """One report, ready to learn from."""

    story: Story
    names: list[list[int]]
    """For each window the places of pieces that stand in names."""
    choices: dict[str, list[Choice]]
    cases: dict[str, list[Case]]


def items_of(report: CodedReport) -> dict[str, Any]:
    """All questions of a report, by head."""
    return {
        "act": ex.act_items(report),
        "stance": ex.stance_items(report),
        "actor": ex.actor_items(report),
        "target": ex.target_items(report),
        **{slot: ex.slot_items(report, slot) for slot in SLOTS[2:]},
    }


def vocabulary_of(items: Sequence[dict[str, Any]], is_allowed: Callable[[str], bool]) -> Vocabulary:
    """Features seen often enough, without those that name a party."""
    features, rules, classes = {}, {}, {}
    for name in (*SLOTS, *CLASSES):
        if name in CLASSES:
            bags = [item.features for report in items for item in report[name]]
            classes[name] = sorted({item.label for report in items for item in report[name]})
        else:
            options = [option for report in items for item in report[name] for option in item.options]
            bags = [option.features for option in options]
            rules[name] = sorted({option.rule for option in options})
        features[name] = {n: at for at, n in enumerate(f for f in _frequent(bags) if is_allowed(f))}
    return Vocabulary(features, rules, classes)


def _frequent(bags: Iterable[Sequence[str]]) -> list[str]:
    counts = Counter(feature for bag in bags for feature in set(bag))
    return sorted(name for name, count in counts.items() if count >= LEAST_COUNT)


def lesson_of(report: CodedReport, items: dict[str, Any], vocabulary: Vocabulary, reader: PieceReader) -> Lesson:
    """The numbers of one report."""
    story = Story(words_of(report), reader)
    cases, choices = {}, {}
    for name in CLASSES:
        classes = {label: at for at, label in enumerate(vocabulary.classes[name])}
        cases[name] = [_case(item, vocabulary.features[name], classes) for item in items[name]]
    for name in SLOTS:
        rules = {rule: at for at, rule in enumerate(vocabulary.rules[name])}
        open_ = [item for item in items[name] if any(item.right) and not all(item.right)]
        choices[name] = [_choice(item, vocabulary.features[name], rules) for item in open_]
    return Lesson(story, _name_pieces(report, story), choices, cases)


def told_twice(lesson: Lesson, second: Lesson) -> Lesson:
    """One report as two coders coded it: where they differ, both are asked."""
    return replace(
        lesson,
        choices={name: lesson.choices[name] + second.choices[name] for name in SLOTS},
        cases={name: lesson.cases[name] + second.cases[name] for name in CLASSES},
    )


def _case(item: ClassItem, names: dict[str, int], classes: dict[str, int]) -> Case:
    return Case((item.sentence, item.token), _bag(item.features, names), classes[item.label])


def _choice(item: ChoiceItem, names: dict[str, int], rules: dict[str, int]) -> Choice:
    return Choice(
        (item.sentence, item.token),
        [option.words for option in item.options],
        [_bag(option.features, names) for option in item.options],
        [rules[option.rule] for option in item.options],
        item.right,
        max(
            (
                NOT_TOLD[option.rule]
                for option, right in zip(item.options, item.right, strict=True)
                if right and option.rule in NOT_TOLD
            ),
            default=1.0,
        ),
    )


def _bag(features: Sequence[str], names: dict[str, int]) -> list[int]:
    return [names[f] for f in dict.fromkeys(features) if f in names]


def _name_pieces(report: CodedReport, story: Story) -> list[list[int]]:
    """Places of first pieces of names, window by window."""
    named = {
        (number, at)
        for number, mentions in enumerate(report.reading.parties)
        for mention in mentions
        if mention.kind in NAMING_KINDS
        for at in range(mention.first, mention.last + 1)
    }
    named |= {(number, p.head) for number, places in enumerate(report.reading.places) for p in places}
    rows = {story.row[place] for place in named}
    found, row = [], 0
    for one in story.inputs:
        ends = [*one.firsts[1:], len(one.pieces) - 1]
        found.append([
            at for index, first in enumerate(one.firsts) if row + index in rows
            for at in range(first, max(first + 1, min(ends[index], first + 8)))
        ])  # fmt: skip
        row += len(one.firsts)
    return found
