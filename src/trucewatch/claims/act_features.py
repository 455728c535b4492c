"""What speaks for and against a candidate's telling of an act, and of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trucewatch.claims.draft import bucket
from trucewatch.claims.participant_relations import sort_of
from trucewatch.claims.reading import Reading
from trucewatch.claims.tree import Tree
from trucewatch.claims.triggers import Candidate

_CORE = (
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "compound",
    "amod",
    "det",
    "case",
    "advcl",
    "ccomp",
    "xcomp",
    "acl",
    "conj",
    "mark",
    "aux",
    "cop",
)
_MOST_TOLD = 3
_CLOSE = ("compound", "amod", "nmod", "obl", "obj", "nsubj", "nsubj:pass", "obl:agent", "nummod")


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole report is about, counted once: the means that each of its sentences tells and those told most,
    how often each act is proposed, and for each candidate how many before it propose its act or are its word."""

    means: tuple[tuple[str, ...], ...]
    most_told: tuple[str, ...]
    proposed: Counter[str]
    earlier: Mapping[Candidate, tuple[int, int]]


def context_of(reading: Reading) -> Context:
    means = tuple(tuple(_means_in(reading, tree, range(len(tree)))) for tree in reading.trees)
    counts = Counter(name for names in means for name in names)
    most_told = sorted(counts, key=lambda name: (-counts[name], name))[:_MOST_TOLD]
    proposed: Counter[str] = Counter()
    words: Counter[str] = Counter()
    earlier = {}
    for candidate in (candidate for group in reading.candidates for candidate in group):
        act, lemma = candidate.acts[0], reading.trees[candidate.sentence].lemmas[candidate.token]
        earlier[candidate] = (proposed[act], words[lemma])
        proposed[act] += 1
        words[lemma] += 1
    return Context(means, tuple(most_told), proposed, earlier)


def _means_in(reading: Reading, tree: Tree, tokens: range | list[int]) -> list[str]:
    words = {tree.lemmas[at] for at in tokens} | {tree.tokens[at].text.lower() for at in tokens}
    return [name for name, group in reading.pack.means.items() if not words.isdisjoint(group)]


def act_features(reading: Reading, context: Context, candidate: Candidate) -> list[str]:
    """Features of one candidate, most telling first; the classifier's classes are the acts and "none"."""
    return list(_features(reading, context, candidate))


def _features(reading: Reading, context: Context, candidate: Candidate) -> Iterator[str]:
    tree = reading.trees[candidate.sentence]
    at = candidate.token
    token, lemma = tree.tokens[at], tree.lemmas[at]
    yield f"lemma={lemma}"
    yield f"word={token.text.lower()}"
    yield f"lemma+pos={lemma}/{token.xpos}"
    yield f"deprel={token.deprel}"
    yield f"pos={token.xpos}"
    yield f"lemma+deprel={lemma}/{token.deprel}"
    for act in candidate.acts:
        yield f"act={act}"
    yield f"first-act={candidate.acts[0]}"
    yield f"acts={len(candidate.acts)}"
    for rule in candidate.rules:
        if " " in rule:
            yield f"rule={rule}"
    yield from _around(tree, at)
    yield from _means(reading, context, tree, at, candidate)
    yield from _company(reading, tree, candidate)
    yield from _history(reading, context, candidate)


def _around(tree: Tree, at: int) -> Iterator[str]:
    lemma = tree.lemmas[at]
    head = tree.head(at)
    if head >= 0:
        yield f"head={tree.deprel(at)}/{tree.lemmas[head]}"
        yield f"head-pos={tree.tokens[head].upos}"
        yield f"lemma+head={lemma}/{tree.lemmas[head]}"
    else:
        yield "root"
    for child in tree.below[at]:
        relation = tree.deprel(child)
        base = relation.partition(":")[0]
        if base not in _CORE:
            continue
        yield f"child={relation}"
        if base in ("obl", "nmod"):
            yield f"child={relation}({tree.preposition(child)})"
            yield f"child={relation}({tree.preposition(child)})/{tree.lemmas[child]}"
        else:
            yield f"child={relation}/{tree.lemmas[child]}"
        if base in ("obj", "compound", "amod", "det", "nsubj"):
            yield f"lemma+child={lemma}/{relation}/{tree.lemmas[child]}"
    for offset in (-2, -1, 1, 2):
        if 0 <= at + offset < len(tree):
            yield f"near{offset:+d}={tree.lemmas[at + offset]}"
            yield f"near-pos{offset:+d}={tree.tokens[at + offset].upos}"
    if at + 1 < len(tree):
        yield f"pair={lemma} {tree.lemmas[at + 1]}"
    if at:
        yield f"pair={tree.lemmas[at - 1]} {lemma}"


def _means(reading: Reading, context: Context, tree: Tree, at: int, candidate: Candidate) -> Iterator[str]:
    phrase = [at, *(c for c in tree.below[at] if tree.deprel(c) in _CLOSE)]
    phrase += [g for c in phrase[1:] for g in tree.below[c] if tree.deprel(g) in _CLOSE]
    lemma = tree.lemmas[at]
    for name in _means_in(reading, tree, phrase):
        yield f"means-near={name}"
        yield f"means-near+act={name}/{candidate.acts[0]}"
    for name in context.means[candidate.sentence]:
        yield f"means-sentence={name}"
        yield f"means-sentence+lemma={name}/{lemma}"
    for place, name in enumerate(context.most_told):
        yield f"means-report{place}={name}"
        yield f"means-report{place}+lemma={name}/{lemma}"
    for name in context.means[0]:
        yield f"means-title={name}"
        yield f"means-title+lemma={name}/{lemma}"
    for name in candidate.acts:
        yield f"report-proposes={name}/{bucket(context.proposed[name])}"


def _company(reading: Reading, tree: Tree, candidate: Candidate) -> Iterator[str]:
    """Parties, numbers and other candidates around: an act has somebody who does it or suffers it."""
    at = candidate.token
    for mention in reading.parties[candidate.sentence]:
        if mention.first <= at <= mention.last:
            yield f"in-mention={mention.kind}"
        path = tree.path(at, mention.head)
        if path.count("^") + path.count(">") <= 2:
            yield f"mention={path}"
            yield f"mention={path}/{sort_of(reading, mention.ids, mention.kind)}"
    for locality in reading.places[candidate.sentence]:
        if locality.span.start <= tree.tokens[at].start < locality.span.end:
            yield "in-place"
        path = tree.path(at, locality.head)
        if path.count("^") + path.count(">") <= 2:
            yield f"place={path}"
    below = set(tree.subtree(at))
    if any(q.noun in below for q in reading.quantities[candidate.sentence]):
        yield "has-number"
    for other in reading.candidates[candidate.sentence]:
        if other.token == at:
            continue
        path = tree.path(at, other.token)
        if path.count("^") + path.count(">") <= 2:
            yield f"other={path}/{other.acts[0].partition('.')[0]}"
            yield f"other={path}/{tree.lemmas[other.token]}"
    holder = any(h.first <= at <= h.last for h in reading.holders[candidate.sentence])
    if holder:
        yield "in-holder"


def _history(reading: Reading, context: Context, candidate: Candidate) -> Iterator[str]:
    tree = reading.trees[candidate.sentence]
    same_act, same_word = context.earlier[candidate]
    yield f"sentence={bucket(candidate.sentence)}"
    yield f"length={bucket(len(tree))}"
    yield f"earlier-act={bucket(same_act)}"
    yield f"earlier-word={bucket(same_word)}"
    if same_word:
        for child in tree.children(candidate.token, "det"):
            yield f"again+det={tree.lemmas[child]}"
