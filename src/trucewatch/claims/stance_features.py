"""How sure a telling is: cue words around the act and above it, with who speaks and how."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.claims.draft import Draft
from trucewatch.claims.once import once
from trucewatch.claims.reading import Reading
from trucewatch.claims.tree import Tree
from trucewatch.model import Span

_CUE_GROUPS = (
    "hedges.adverbs", "hedges.adjectives", "hedges.verbs", "hedges.modals", "hedges.nouns", "negations", "denials",
    "plans.modals", "plans.verbs", "plans.nouns", "plans.adverbs", "plans.adjectives", "conditions.words",
    "conditions.modals",
)  # fmt: skip
ANCESTORS = 4


def stance_features(reading: Reading, draft: Draft) -> list[str]:
    """Features for the classifier over the five stances."""
    return list(dict.fromkeys(_features(reading, draft)))


def stance_cues(reading: Reading, draft: Draft) -> tuple[Span, ...]:
    """The cue words that bear on the act: the words behind any stance but `asserted`."""
    tree = reading.trees[draft.sentence]
    return tuple(tree.token_span(at) for at in sorted({at for _, at, _ in _cues(reading, tree, draft.token)}))


def plain_negation(reading: Reading, draft: Draft) -> Span | None:
    """The word that negates the act itself ("did not shell", "no agreement"); not under "would", which is no denial."""
    tree = reading.trees[draft.sentence]
    children = tree.below[draft.token]
    if any(tree.lemmas[c] in reading.pack.cues["conditions.modals"] for c in children):
        return None
    for child in children:
        negates = tree.lemmas[child] in reading.pack.cues["negations"]
        if negates and tree.deprel(child).partition(":")[0] in ("advmod", "det", "aux"):
            return tree.token_span(child)
    return _denying_phrase(reading, draft)


def _denying_phrase(reading: Reading, draft: Draft) -> Span | None:
    """The phrase right before the act in "flew no missions, let alone bombed anything"."""
    tree = reading.trees[draft.sentence]
    start = tree.span.start
    before = reading.document.text[start : tree.tokens[draft.token].start].rstrip()
    for phrase in sorted(reading.pack.cues["denying_phrases"]):
        if before[-len(phrase) :].lower() == phrase:
            return Span(start + len(before) - len(phrase), start + len(before))
    return None


def denying_verb(reading: Reading, draft: Draft) -> Span | None:
    """The verb that denies the act: "denied that its aircraft had struck", "denied reports of strikes"."""
    tree = reading.trees[draft.sentence]
    below = draft.token
    for step, ancestor in enumerate(tree.ancestors(draft.token), start=1):
        content = tree.deprel(below).partition(":")[0] in ("ccomp", "xcomp", "obj")
        if step <= ANCESTORS and content and tree.lemmas[ancestor] in reading.pack.cues["denying_verbs"]:
            negated = any(tree.lemmas[c] in reading.pack.cues["negations"] for c in tree.below[ancestor])
            return None if negated else tree.token_span(ancestor)
        below = ancestor
    return None


def about_to(reading: Reading, draft: Draft) -> Span | None:
    """The word of "is about to attack", which tells of a plan and of nothing else; not under "if", "would" or "not"."""
    tree = reading.trees[draft.sentence]
    at = tree.head(draft.token)
    if at < 0 or tree.deprel(draft.token) != "xcomp" or not _before_to(reading, tree, at):
        return None
    cues = reading.pack.cues
    unsure = cues["negations"] | cues["conditions.words"] | cues["conditions.modals"]
    if unsure & {tree.lemmas[child] for child in tree.below[at]}:
        return None
    return tree.token_span(at)


def _cues(reading: Reading, tree: Tree, token: int) -> Iterator[tuple[str, int, str]]:
    """Cue group, token and where it stands to the act: `self`, `child`, `up1`..`up4` and their children."""
    places = [("self", token), *((f"child:{tree.deprel(c)}", c) for c in tree.below[token])]
    below = token
    for step, ancestor in enumerate(tree.ancestors(token), start=1):
        if step > ANCESTORS:
            break
        places.append((f"up{step}:{tree.deprel(below)}", ancestor))
        places += [(f"up{step}-child:{tree.deprel(c)}", c) for c in tree.below[ancestor] if c != below]
        below = ancestor
    for where, at in places:
        for group in _groups_of(reading, tree.lemmas[at], tree.tokens[at].text.lower()):
            yield group, at, where
        if _before_to(reading, tree, at):
            yield "plans.adjectives", at, where


@once
def _groups_of(reading: Reading, lemma: str, word: str) -> list[str]:
    """The groups of cues that a word is of, by its lemma or as it is written."""
    cues = reading.pack.cues
    return [group for group in _CUE_GROUPS if lemma in cues[group] or word in cues[group]]


def _before_to(reading: Reading, tree: Tree, at: int) -> bool:
    """Whether the word tells of a plan by the "to" that follows it: "about to attack", not "about the attack"."""
    followed = at + 1 < len(tree) and tree.lemmas[at + 1] == "to"
    return followed and tree.lemmas[at] in reading.pack.cues["plans.before_to"]


def _features(reading: Reading, draft: Draft) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    at = draft.token
    yield f"family={draft.family}"
    yield f"act={draft.act}"
    yield f"lemma={tree.lemmas[at]}"
    yield f"tag={tree.tokens[at].xpos}"
    yield f"deprel={tree.deprel(at)}"
    for group, cue, where in _cues(reading, tree, at):
        step = where.partition(":")[0]
        yield f"{group}/{step}"
        yield f"{group}/{where}"
        yield f"{group}/{tree.lemmas[cue]}/{step}"
        yield f"{group}/{step}/{draft.family}"
    for child in tree.below[at]:
        relation = tree.deprel(child)
        if relation.partition(":")[0] in ("aux", "mark", "advmod", "det", "amod", "cop", "case"):
            yield f"child={relation}/{tree.lemmas[child]}"
    head = tree.head(at)
    if head >= 0:
        yield f"head={tree.deprel(at)}/{tree.lemmas[head]}"
        for child in tree.below[head]:
            if child != at and tree.deprel(child).partition(":")[0] in ("aux", "mark", "advmod", "det"):
                yield f"head-child={tree.deprel(at)}/{tree.deprel(child)}/{tree.lemmas[child]}"
        if tree.head(head) >= 0:
            yield f"head2={tree.deprel(at)}/{tree.deprel(head)}/{tree.lemmas[tree.head(head)]}"
    for offset in (-3, -2, -1):
        if at + offset >= 0:
            yield f"before={tree.lemmas[at + offset]}"
