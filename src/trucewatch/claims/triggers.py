"""Words that can tell of an act, as the language pack's patterns propose them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.language_pack import LanguagePack, TriggerPattern

GAP = 4
"""How many words "~" in a pattern may stand for."""

_VERB_TAGS = frozenset({"VERB", "AUX", "ADJ"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that can tell of an act: its sentence and token, the acts that patterns give it, their words."""

    sentence: int
    token: int
    acts: tuple[str, ...]
    rules: tuple[str, ...]
    first: int
    last: int  # inclusive

    def span(self, tree: Tree) -> Span:
        return Span(tree.tokens[self.first].start, tree.tokens[self.last].end)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A pattern that begins in a sentence and does not fit: the token it begins at, its rule, what stopped it."""

    token: int
    rule: str
    why: str


class TriggerFinder:
    """Matches the patterns of one language on lemmas. Stateless after construction, safe to share."""

    def __init__(self, pack: LanguagePack) -> None:
        self._by_first: dict[str, list[TriggerPattern]] = defaultdict(list)
        for pattern in pack.triggers:
            self._by_first[pattern.words[0]].append(pattern)

    def find(self, number: int, tree: Tree) -> list[Candidate]:
        """Candidates of a sentence in text order, one a token."""
        hits: dict[int, list[tuple[TriggerPattern, int, int]]] = defaultdict(list)
        for at in range(len(tree)):
            for word in _forms(tree, at):
                for pattern in self._by_first.get(word, ()):
                    last = _match(pattern.words, tree, at)
                    if last is not None:
                        trigger = at if pattern.part == "verb" else last
                        if _fits(tree.tokens[trigger].upos, pattern.part):
                            hits[trigger].append((pattern, at, last))
        return [_candidate(number, token, hits[token]) for token in sorted(hits)]

    def nearly(self, tree: Tree) -> list[NearMiss]:
        """Patterns that a word of the sentence begins and that nothing comes of, in text order."""
        misses = {
            (at, pattern.rule): why
            for at in range(len(tree))
            for word in _forms(tree, at)
            for pattern in self._by_first.get(word, ())
            if (why := _stopped(pattern, tree, at)) is not None
        }
        return [NearMiss(at, rule, misses[at, rule]) for at, rule in sorted(misses)]


def _stopped(pattern: TriggerPattern, tree: Tree, at: int) -> str | None:
    """What keeps a pattern whose first word stands at `at` from fitting; None when it fits."""
    last = _match(pattern.words, tree, at)
    if last is None:
        return f"the words of {' '.join(pattern.words)!r} do not follow one another"
    trigger = at if pattern.part == "verb" else last
    upos = tree.tokens[trigger].upos
    if _fits(upos, pattern.part):
        return None
    return f"{tree.tokens[trigger].text!r} is wanted as a {pattern.part} and read as {upos}"


def _forms(tree: Tree, at: int) -> set[str]:
    """The lemma and the word itself: "dead", "talks", and words whose lemma the tagger misses."""
    return {tree.lemmas[at], tree.tokens[at].text.lower()}


def _match(words: tuple[str, ...], tree: Tree, at: int) -> int | None:
    """Index of the last word when the pattern's words stand from `at` on."""
    gap = False
    for word in words[1:]:
        if word == "~":
            gap = True
            continue
        reach = range(at + 1, min(at + 2 + (GAP if gap else 0), len(tree)))
        found = next((i for i in reach if word in _forms(tree, i)), None)
        if found is None:
            return None
        at, gap = found, False
    return at


def _fits(upos: str, part: str) -> bool:
    return upos in (_VERB_TAGS if part == "verb" else _NOUN_TAGS)


def _candidate(number: int, token: int, hits: Iterable[tuple[TriggerPattern, int, int]]) -> Candidate:
    ordered = sorted(hits, key=lambda hit: (-len(hit[0].words), hit[0].rule))
    return Candidate(
        sentence=number,
        token=token,
        acts=tuple(dict.fromkeys(pattern.act for pattern, _, _ in ordered)),
        rules=tuple(dict.fromkeys(pattern.rule for pattern, _, _ in ordered)),
        first=min(first for _, first, _ in ordered),
        last=max(last for _, _, last in ordered),
    )
