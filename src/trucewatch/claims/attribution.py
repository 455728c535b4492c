"""Who is given the words of a sentence: verbs of saying with their subjects, "according to", quoted sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from trucewatch.claims.mentions import PRONOUN, Mention
from trucewatch.claims.tree import Tree
from trucewatch.model import Parties, Span
from trucewatch.packs.language_pack import LanguagePack

_SUBJECT = ("nsubj", "csubj")
_TOLD = frozenset({"tell", "inform", "brief"})
_RELATIVE = ("acl:relcl", "acl", "parataxis", "ccomp", "advcl", "dep")
_SOURCE_GROUPS = ("media", "officials", "activists")
_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_NO_SPEAKERS = frozenset({PRONOUN, "public-place", "object", "holder"})
_DESCRIBED = frozenset({"people", "unlisted", "bearing-arms"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One giving of words. `chain` runs from the outermost speaker to the innermost; `cue` is the token that shows it.

    `pronoun` marks a speaker that only a pronoun or a bare surname names: who that is stands in an earlier sentence.
    `names` are the words that name the chain, in that sentence where `pronoun`, among `spans` otherwise.
    """

    sentence: int
    cue: int
    cue_lemma: str
    form: str  # verb, passive, according-to, noun
    chain: Parties
    spans: tuple[Span, ...]
    source: int  # token that governs the source
    pronoun: bool = False
    names: tuple[Span, ...] = ()

    @property
    def evidence(self) -> tuple[Span, ...]:
        """`spans`, then the words of earlier sentences that tell whom a pronoun or a bare surname means."""
        return (*self.spans, *(span for span in self.names if span not in self.spans))


@dataclass(slots=True)
class Memory:
    """Who spoke last and which surnames spoke for whom, as a reader keeps in mind from sentence to sentence."""

    last: Attribution | None = None
    surnames: dict[str, tuple[Parties, tuple[Span, ...]]] = field(default_factory=dict)


class AttributionReader:
    """Reads attributions of one language. Stateless; what a document has told so far is in the caller's `Memory`."""

    def __init__(self, pack: LanguagePack) -> None:
        self._verbs = pack.cues["speech_verbs"]
        self._nouns = pack.cues["speech_nouns"]
        self._quoting = pack.cues["quoted_source_verbs"]
        self._groups = {word: party for party in _SOURCE_GROUPS for word in pack.cues[f"source_nouns.{party}"]}

    def find(
        self, number: int, tree: Tree, mentions: tuple[Mention, ...], outlet: str, memory: Memory
    ) -> list[Attribution]:
        """Attributions of a sentence in text order; `memory` is brought up to date."""
        found = []
        for at in range(len(tree)):
            attribution = self._verb(number, tree, at, mentions, memory) or self._according(
                number, tree, at, mentions, memory
            )
            if attribution is not None:
                found.append(_without_own_outlet(attribution, tree, outlet))
        for attribution in found:
            memory.last = attribution
            self._remember_names(tree, attribution, memory)
        return found

    def _verb(
        self, number: int, tree: Tree, at: int, mentions: tuple[Mention, ...], memory: Memory
    ) -> Attribution | None:
        lemma = tree.lemmas[at]
        if lemma not in self._verbs or tree.tokens[at].upos not in ("VERB", "AUX"):
            return None
        if agent := tree.children(at, "obl:agent"):
            return self._build(number, tree, at, "passive", agent[0], mentions, memory)
        subject = _subject(tree, at)
        if subject is None:
            return None
        if any(tree.deprel(c).startswith("nsubj:pass") for c in tree.below[at]) and lemma not in self._quoting:
            return None
        return self._build(number, tree, at, "verb", subject, mentions, memory)

    def _according(
        self, number: int, tree: Tree, at: int, mentions: tuple[Mention, ...], memory: Memory
    ) -> Attribution | None:
        if tree.lemmas[at] not in ("accord", "according") or at + 2 >= len(tree) or tree.lemmas[at + 1] != "to":
            return None
        governed = tree.head(at)  # "according to" is the case of the noun it governs
        inside = [m.head for m in mentions if at + 1 < m.head <= at + 8 and m.kind != "adjective"]
        source = governed if governed > at + 1 else inside[0] if inside else at + 2
        return self._build(number, tree, at, "according-to", source, mentions, memory)

    def _build(
        self, number: int, tree: Tree, cue: int, form: str, source: int, mentions: tuple[Mention, ...], memory: Memory
    ) -> Attribution | None:
        ids, spans, earlier = self._who(tree, source, mentions, memory)
        if not ids:
            return None
        inner, inner_spans, inner_names = self._quoted(tree, cue, mentions, memory)
        outer, outer_spans = self._told_to(tree, cue, mentions)
        chain = tuple(dict.fromkeys((*outer, *ids, *inner)))
        cue_span = tree.token_span(cue)
        told = (*outer_spans, *spans, *inner_spans, cue_span)
        names = (*outer_spans, *(earlier or spans), *inner_names)
        return Attribution(number, cue, tree.lemmas[cue], form, chain, told, source, bool(earlier), names)

    def _who(
        self, tree: Tree, source: int, mentions: tuple[Mention, ...], memory: Memory
    ) -> tuple[Parties, tuple[Span, ...], tuple[Span, ...]]:
        """The party that a source phrase stands for, its words, and those of earlier sentences where only they tell who
        it is."""
        phrase = _phrase(tree, source)
        named = [m for m in mentions if m.head in phrase and m.kind not in _NO_SPEAKERS]
        heads = [m for m in named if m.first <= source <= m.last]
        bodies = [m for m in named if m.kind not in _DESCRIBED and m.ids and not _is_group(m)]
        if heads and heads[0] in bodies:
            together = [heads[0], *(m for c in tree.children(source, "conj") for m in bodies if m.head == c)]
            ids = tuple(dict.fromkeys(m.ids[0] for m in together))
            return ids, tuple(m.span for m in together), ()
        group = self._groups.get(tree.lemmas[source]) or next(
            (p for m in heads[:1] for p in m.ids if p in _SOURCE_GROUPS), None
        )
        if group in _SOURCE_GROUPS:
            return self._described(tree, source, str(group), bodies, memory)
        if bodies and bodies[0].kind != "adjective":
            return bodies[0].ids[:1], (bodies[0].span,), ()
        return self._person(tree, source, phrase, heads, memory)

    def _described(
        self, tree: Tree, source: int, group: str, bodies: list[Mention], memory: Memory
    ) -> tuple[Parties, tuple[Span, ...], tuple[Span, ...]]:
        """A source "at the police command" speaks for the body in its phrase; "the source" is who spoke last."""
        if bodies and group != "media":
            return bodies[0].ids[:1], (tree.token_span(source), bodies[0].span), ()
        definite = any(tree.lemmas[c] == "the" for c in tree.children(source, "det"))
        bare = len(tree.children(source, "nmod", "amod", "compound", "acl")) == 0
        if definite and bare and group != "media" and memory.last is not None:
            return memory.last.chain, (tree.token_span(source),), memory.last.names
        return (group,), (tree.token_span(source),), ()

    def _person(
        self, tree: Tree, source: int, phrase: list[int], heads: list[Mention], memory: Memory
    ) -> tuple[Parties, tuple[Span, ...], tuple[Span, ...]]:
        """Somebody whom no pack lists: known by surname, by pronoun, by description, or only as a person."""
        for at in phrase:
            if known := memory.surnames.get(tree.tokens[at].text.lower()):
                return known[0], (tree.token_span(at),), known[1]
        for at in phrase:
            if (group := self._groups.get(tree.lemmas[at])) is not None:
                return (group,), (tree.token_span(at),), ()
        if tree.lemmas[source] in _PRONOUNS and memory.last is not None:
            return memory.last.chain, (tree.token_span(source),), memory.last.names
        if heads and heads[0].ids:
            ids = ("activists",) if heads[0].kind == "people" else heads[0].ids[:1]
            return ids, (heads[0].span,), ()
        is_person = any(e.label == "PERSON" and e.first <= source < e.last for e in tree.sentence.entities)
        if is_person or tree.lemmas[source] in _PRONOUNS:
            return ("activists",), (tree.token_span(source),), ()
        return (), (), ()

    def _quoted(
        self, tree: Tree, cue: int, mentions: tuple[Mention, ...], memory: Memory
    ) -> tuple[Parties, tuple[Span, ...], tuple[Span, ...]]:
        """The inner source of "reported, citing a military source" and "quoted a source as saying", its words, and
        those that name it."""
        verbs = [cue] if tree.lemmas[cue] in self._quoting else []
        verbs += [c for c in tree.children(cue, "advcl", "xcomp", "acl", "conj") if tree.lemmas[c] in self._quoting]
        for verb in verbs:
            for source in tree.children(verb, "obj", "obl", "nsubj:pass"):
                ids, spans, earlier = self._who(tree, source, mentions, memory)
                if ids:
                    return ids[-1:], spans, earlier or spans
        return (), (), ()

    def _told_to(self, tree: Tree, cue: int, mentions: tuple[Mention, ...]) -> tuple[Parties, tuple[Span, ...]]:
        """The agency of "told AFP": the outermost speaker."""
        if tree.lemmas[cue] not in _TOLD:
            return (), ()
        for listener in tree.children(cue, "obj", "iobj", "obl"):
            for mention in mentions:
                if mention.head == listener and mention.ids == ("media",):
                    return ("media",), (mention.span,)
        return (), ()

    def _remember_names(self, tree: Tree, attribution: Attribution, memory: Memory) -> None:
        """Keep the surname of a person who spoke for a body: "Davis said" is read so further down."""
        phrase = set(_phrase(tree, attribution.source))
        for entity in tree.sentence.entities:
            if entity.label == "PERSON" and phrase.intersection(range(entity.first, entity.last)):
                known = attribution.chain[-1:], attribution.names[-1:]
                memory.surnames[tree.tokens[entity.last - 1].text.lower()] = known


def _is_group(mention: Mention) -> bool:
    """Whether words may mean sources of a kind rather than a body: "residents", "officials", "media"."""
    return any(party in _SOURCE_GROUPS for party in mention.ids)


def _subject(tree: Tree, at: int) -> int | None:
    subjects = tree.children(at, *_SUBJECT)
    if subjects:
        return subjects[0]
    if tree.deprel(at) in ("conj", "advcl", "xcomp") and tree.head(at) >= 0:
        subjects = tree.children(tree.head(at), *_SUBJECT)
        return subjects[0] if subjects else None
    if tree.deprel(at) in ("acl", "acl:relcl"):
        return tree.head(at)
    return None


def _phrase(tree: Tree, head: int) -> list[int]:
    """The noun phrase under a head without clauses that hang on it."""
    found = [head]
    for node in found:
        found.extend(c for c in tree.below[node] if tree.deprel(c) not in _RELATIVE and tree.deprel(c) != "punct")
    return sorted(found)


def _without_own_outlet(attribution: Attribution, tree: Tree, outlet: str) -> Attribution:
    """An agency that is the outlet itself ("told AFP" in AFP's own copy) is no link of the chain."""
    if len(attribution.chain) < 2 or attribution.chain[0] != "media" or not outlet:
        return attribution
    words = attribution.spans[0]
    named = {t.text.lower() for t in tree.tokens if t.start >= words.start and t.end <= words.end}
    if attribution.pronoun or not named or not named <= set(_WORD.findall(outlet.lower())):
        return attribution
    return replace(
        attribution,
        chain=attribution.chain[1:],
        spans=attribution.spans[1:],
        names=tuple(span for span in attribution.names if span != words),
    )
