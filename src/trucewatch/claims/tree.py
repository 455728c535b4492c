"""A sentence's tree with what the coder asks of it again and again, worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from trucewatch.language.interface import NO_HEAD, Sentence
from trucewatch.model import Span

MAX_PATH = 6
"""Paths longer than this say nothing that a learner could use again."""


class Tree:
    """One sentence, its children lists, heads of spans and the paths between its words."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._paths: dict[tuple[int, int], str] = {}
        self._roles: dict[tuple[int, int], str] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def span(self) -> Span:
        return Span(self.sentence.start, self.sentence.end)

    @cached_property
    def below(self) -> tuple[tuple[int, ...], ...]:
        """Children of every token, in text order."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != NO_HEAD:
                children[token.head].append(index)
        return tuple(tuple(group) for group in children)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        return tuple(token.lemma.lower() for token in self.tokens)

    @cached_property
    def root(self) -> int:
        return self.sentence.root

    def head(self, index: int) -> int:
        return self.tokens[index].head

    def deprel(self, index: int) -> str:
        return self.tokens[index].deprel

    def ancestors(self, index: int) -> Iterator[int]:
        """From the head of a token up to the root."""
        while (index := self.tokens[index].head) != NO_HEAD:
            yield index

    def children(self, index: int, *deprels: str) -> list[int]:
        """Children with one of the relations; a name without subtype stands for its subtypes too."""
        return [c for c in self.below[index] if not deprels or _is_relation(self.deprel(c), deprels)]

    def subtree(self, index: int) -> list[int]:
        found = [index]
        for node in found:
            found.extend(self.below[node])
        return sorted(found)

    def token_span(self, index: int) -> Span:
        token = self.tokens[index]
        return Span(token.start, token.end)

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that overlap a span of the text; an empty range when none does."""
        inside = [i for i, t in enumerate(self.tokens) if t.start < span.end and span.start < t.end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def head_of(self, indices: range) -> int:
        """The token of a stretch that governs it: the one whose head lies outside; the last such for flat names."""
        tops = [i for i in indices if self.tokens[i].head not in indices]
        return tops[0] if tops else indices[0]

    def preposition(self, index: int) -> str:
        """Lemma of the case marker before a noun, or nothing."""
        for child in self.below[index]:
            if self.deprel(child) == "case" and child < index:
                return self.lemmas[child]
        return ""

    def path(self, source: int, target: int) -> str:
        """Relations on the way from source up to the common ancestor and down to target, prepositions included."""
        if (known := self._paths.get((source, target))) is None:
            known = self._paths[source, target] = self._path(source, target)
        return known

    def _path(self, source: int, target: int) -> str:
        if source == target:
            return "="
        chain = [source, *self.ancestors(source)]
        position = {node: at for at, node in enumerate(chain)}
        down: list[int] = []
        node = target
        while node not in position:
            down.append(node)
            if (node := self.tokens[node].head) == NO_HEAD:
                return "far"
        up = [f"^{self.deprel(step)}" for step in chain[: position[node]]]
        if len(up) + len(down) > MAX_PATH:
            return "far"
        return "".join(up + [f">{self._edge(step)}" for step in reversed(down)])

    def role(self, source: int, target: int) -> str:
        """A coarse path: which clause above `source` the other hangs on, by what relation, and if deeper.

        Coordination is seen through: what hangs on a conjunct's head is shared.
        """
        if (known := self._roles.get((source, target))) is None:
            known = self._roles[source, target] = self._role(source, target)
        return known

    def _role(self, source: int, target: int) -> str:
        chain = [source, *self.ancestors(source)]
        position = {node: at for at, node in enumerate(chain)}
        node, below = target, target
        depth = 0
        while node not in position:
            below, node = node, self.tokens[node].head
            depth += self.deprel(below) not in ("conj", "appos", "flat", "compound")
            if node == NO_HEAD:
                return "far"
        up = [self.deprel(step).partition(":")[0] for step in chain[: position[node]]]
        up = [relation for relation in up if relation != "conj"]
        if below == target and node == target:
            return "over/" + "+".join(up[-2:])
        deep = "" if depth <= 1 else "deep-"
        return f"{'+'.join(up[-2:])}/{deep}{self._edge(below)}"

    def _edge(self, index: int) -> str:
        relation = self.deprel(index)
        if relation.startswith(("obl", "nmod")):
            return f"{relation}({self.preposition(index)})"
        return relation


def _is_relation(relation: str, wanted: tuple[str, ...]) -> bool:
    return relation in wanted or relation.partition(":")[0] in wanted
