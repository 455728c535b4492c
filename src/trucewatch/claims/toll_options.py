"""How many were killed or injured: the numbers of the sentence, "no casualties", or nothing told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.once import once
from trucewatch.claims.quantities import Quantity
from trucewatch.claims.reading import Reading
from trucewatch.claims.tree import Tree
from trucewatch.model import Count, Span

NOBODY = Count(0, 0)
_DWELLINGS = frozenset({"home", "apartment", "flat", "tent"})


def toll_options(reading: Reading, draft: Draft, harm: str) -> list[Option[Count | None]]:
    """Options for `harm`, which is `killed` or `injured`. Numbers of buildings are none, and of the killed not those of
    people only said to be injured ("injuring eight")."""
    tree = reading.trees[draft.sentence]
    options: list[Option[Count | None]] = []
    for quantity in reading.quantities[draft.sentence]:
        if _is_of_places(reading, tree, quantity.noun) or (
            harm == "killed" and _only_injured(reading, tree, quantity.noun)
        ):
            continue
        features = tuple(_features(reading, draft, tree, quantity, harm))
        words = ((draft.sentence, quantity.noun),)
        options.append(Option(quantity.count, (quantity.span,), f"{harm}.{quantity.rule}", features, words))
    if (nobody := _told_nobody(reading, draft.sentence)) is not None:
        options.append(Option(NOBODY, (nobody,), f"{harm}.nobody", ("nobody", f"nobody+harm={harm}")))
    options.append(Option(None, (), f"{harm}.not-told", tuple(_not_told(reading, draft, tree, harm))))
    return options


@once
def _harms(reading: Reading, lemma: str) -> tuple[str, ...]:
    """Which harm a word tells of; "casualty" and "victim" tell of either."""
    counts = reading.pack.counts
    found = [
        h for h in ("killed", "injured") if any(lemma in counts[f"{h}.{p}"] for p in ("verbs", "nouns", "adjectives"))
    ]
    return (*found, *(("both",) if lemma in counts["both"] else ()))


@once
def _harms_told(reading: Reading, number: int) -> frozenset[str]:
    """The harms that any word of a sentence tells of."""
    return frozenset(harm for lemma in reading.trees[number].lemmas for harm in _harms(reading, lemma))


def _is_of_places(reading: Reading, tree: Tree, noun: int) -> bool:
    return tree.lemmas[noun] in reading.pack.cues["victims.places"] | reading.pack.cues["site_words"] | _DWELLINGS


def _only_injured(reading: Reading, tree: Tree, noun: int) -> bool:
    """Whether the word over a number tells of injury, and none joined to it of death."""
    governor = next((at for at in (noun, tree.head(noun)) if at >= 0 and _harms(reading, tree.lemmas[at])), None)
    if governor is None or _told_of(reading, tree, [governor]) != {"injured"}:
        return False
    joined = [*tree.children(governor, "conj"), *tree.below[noun]]
    joined += [tree.head(at) for at in (governor, noun) if tree.deprel(at) == "conj"]
    return not _told_of(reading, tree, joined) & {"killed", "both"}


def _told_of(reading: Reading, tree: Tree, words: Iterable[int]) -> set[str]:
    return {harm for at in words for harm in _harms(reading, tree.lemmas[at])}


def _features(reading: Reading, draft: Draft, tree: Tree, quantity: Quantity, harm: str) -> Iterator[str]:
    noun = quantity.noun
    lemma = tree.lemmas[noun]
    yield f"rule={quantity.rule}"
    yield f"counted={lemma}"
    people = lemma in reading.pack.cues["victims.people"]
    fighters = lemma in reading.pack.cues["victims.fighters"]
    party = any(m.head == noun or m.first <= noun <= m.last for m in reading.parties[draft.sentence])
    yield f"who={'people' if people else 'fighters' if fighters else 'party' if party else 'other'}"
    governors = [noun, *_short(tree, noun, 4)]
    told = [(step, h) for step, at in enumerate(governors) for h in _harms(reading, tree.lemmas[at])]
    yield f"told={told[0][1] if told else 'nothing'}"
    yield f"told+step={told[0][1]}/{told[0][0]}" if told else "told-nowhere"
    for child in tree.below[noun]:
        for h in _harms(reading, tree.lemmas[child]):
            yield f"told-below={h}/{tree.deprel(child)}"
    if tree.head(noun) >= 0:
        yield f"governor={tree.deprel(noun)}/{tree.lemmas[tree.head(noun)]}"
        yield f"relation={tree.deprel(noun)}"
    path = tree.path(draft.token, noun)
    side = "after" if noun > draft.token else "before"
    yield f"path={path}"
    yield f"path+told={path}/{told[0][1] if told else 'nothing'}"
    yield f"distance={side}/{bucket(abs(noun - draft.token))}"
    yield f"family+told={draft.family}/{told[0][1] if told else 'nothing'}"
    yield f"act-lemma+told={tree.lemmas[draft.token]}/{told[0][1] if told else 'nothing'}"
    near = [
        h
        for offset in range(1, 4)
        if quantity.last + offset < len(tree)
        for h in _harms(reading, tree.lemmas[quantity.last + offset])
    ]
    yield f"after={near[0] if near else 'nothing'}"
    prior = [
        h
        for offset in range(1, 4)
        if quantity.first - offset >= 0
        for h in _harms(reading, tree.lemmas[quantity.first - offset])
    ]
    yield f"before={prior[0] if prior else 'nothing'}"
    yield f"before+after={prior[0] if prior else ''}/{near[0] if near else ''}/{told[0][1] if told else ''}"
    if quantity.first:
        yield f"word-before={tree.lemmas[quantity.first - 1]}"
    acts = [c for c in reading.candidates[draft.sentence] if min(draft.token, noun) < c.token < max(draft.token, noun)]
    yield f"acts-between={side}/{bucket(len(acts))}"
    larger = [q for q in reading.quantities[draft.sentence] if (q.count.min or 0) > (quantity.count.min or 0)]
    yield f"larger={bucket(len(larger))}"
    yield f"order={bucket(reading.quantities[draft.sentence].index(quantity))}"
    yield f"harm={harm}/{told[0][1] if told else 'nothing'}"


def _short(tree: Tree, at: int, steps: int) -> list[int]:
    found = []
    for ancestor in tree.ancestors(at):
        found.append(ancestor)
        if len(found) == steps:
            break
    return found


@once
def _told_nobody(reading: Reading, number: int) -> Span | None:
    """The words that say nobody was harmed: "no casualties"."""
    tree = reading.trees[number]
    text = tree.span.of(reading.document.text).lower()
    for phrase in sorted(reading.pack.counts["none"]):
        if (at := text.find(phrase)) >= 0:
            return Span(tree.span.start + at, tree.span.start + at + len(phrase))
    return None


def _not_told(reading: Reading, draft: Draft, tree: Tree, harm: str) -> Iterator[str]:
    words = _harms_told(reading, draft.sentence)
    yield "none"
    yield f"none+act={draft.act}"
    yield f"none+words={harm in words}/{'both' in words}"
    yield f"none+words+family={harm in words}/{draft.family}"
    yield f"none+lemma={tree.lemmas[draft.token]}"
    yield f"none+own={'/'.join(_harms(reading, tree.lemmas[draft.token]))}"
    yield f"none+numbers={bucket(len(reading.quantities[draft.sentence]))}/{harm in words}"
    acts = len(reading.candidates[draft.sentence])
    yield f"none+acts={bucket(acts)}/{harm in words}"
