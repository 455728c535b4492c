"""What the coder must know of a language: words that tell of acts, of speaking, of doubt, of time and of number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trucewatch.packs.acts import load_acts
from trucewatch.packs.strict import Complaints, Node, read_yaml

LANGUAGES = Path(__file__).parent / "languages"
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class TriggerPattern:
    """Lemmas that can tell of an act. `words` may hold "~": the next word stands up to four words on.

    `part` is `verb` (the first word is the trigger) or `noun` (the last word is).
    """

    rule: str
    act: str
    part: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that is run as a test: the act must (not) be read from it."""

    act: str
    sentence: str
    says: bool


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language's words. `cues`, `counts` and `days` are named groups of words, see the files for their meaning."""

    name: str
    triggers: tuple[TriggerPattern, ...]
    examples: tuple[Example, ...]
    means: Mapping[str, Words]
    cues: Mapping[str, Words]
    counts: Mapping[str, Words]
    numbers: Mapping[str, int]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]


@cache
def load_language(name: str = "en", root: Path = LANGUAGES) -> LanguagePack:
    """The pack of a language. Raises `PackError` with every complaint about its files."""
    complaints = Complaints()
    folder = root / name
    triggers: list[TriggerPattern] = []
    examples: list[Example] = []
    for path in sorted((folder / "triggers").glob("*.yaml")):
        for act, node in read_yaml(path, complaints).pairs().items():
            _read_act(act, node, triggers, examples)
    counts = read_yaml(folder / "counts.yaml", complaints).pairs()
    numbers = {word: node.integer() for word, node in counts.pop("numbers").pairs().items()}
    days = read_yaml(folder / "days.yaml", complaints).mapping(required=("weekdays", "months", "seasons"))
    pack = LanguagePack(
        name=name,
        triggers=tuple(triggers),
        examples=tuple(examples),
        means=_groups(read_yaml(folder / "means.yaml", complaints).pairs()),
        cues=_groups(read_yaml(folder / "cues.yaml", complaints).pairs()),
        counts=_groups(counts),
        numbers=numbers,
        weekdays={word: node.integer() for word, node in days["weekdays"].pairs().items()},
        months={word: node.integer() for word, node in days["months"].pairs().items()},
        seasons={word: _month_range(node) for word, node in days["seasons"].pairs().items()},
    )
    complaints.raise_if_any()
    return pack


def _month_range(node: Node) -> tuple[int, int]:
    months = [member.integer() for member in node.items()]
    if len(months) != 2:
        node.complain("is to be the first and the last month, such as [3, 5]")
        return (1, 1)
    return (months[0], months[1])


def _read_act(act: str, node: Node, triggers: list[TriggerPattern], examples: list[Example]) -> None:
    if act not in load_acts():
        node.complain(f"unknown act {act!r}")
    keys = node.mapping(required=("nouns", "verbs", "says", "does_not_say"))
    for part in ("verb", "noun"):
        for pattern in keys[f"{part}s"].texts():
            triggers.append(TriggerPattern(f"{act}/{part}/{pattern}", act, part, tuple(pattern.split())))
    examples += [Example(act, sentence, True) for sentence in keys["says"].texts()]
    examples += [Example(act, sentence, False) for sentence in keys["does_not_say"].texts()]


def _groups(nodes: Mapping[str, Node], prefix: str = "") -> dict[str, Words]:
    """Lists of words by name; a mapping of lists gives `outer.inner` names."""
    groups: dict[str, Words] = {}
    for name, node in nodes.items():
        if node.is_mapping():
            groups |= _groups(node.pairs(), f"{prefix}{name}.")
        else:
            groups[prefix + name] = frozenset(node.texts())
    return groups
