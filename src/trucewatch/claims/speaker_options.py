"""Who could be the one who says it: attributions of the sentence, of the sentences before, or the outlet itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from trucewatch.claims.attribution import Attribution, AttributionReader, Memory
from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.participant_relations import sort_of
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties
from trucewatch.packs.language_pack import load_language

OUTLET_ITSELF: Parties = ()
_OPEN_QUOTES = frozenset('"“‘«')
_QUOTES = frozenset('"“”«»')
_NEVER_SPEAK = frozenset({"holder", "object", "adjective", "public-place"})
_SUBJECTS_ABOVE = frozenset({"^ccomp>nsubj", "^xcomp>nsubj", "^obj>nsubj", "^obl>nsubj"})


@cache
def _reader(language: str) -> AttributionReader:
    return AttributionReader(load_language(language))


def attributions_of(reading: Reading) -> tuple[tuple[Attribution, ...], ...]:
    """Attributions by sentence, read in order so that "he added" knows who spoke last."""
    memory = Memory()
    reader = _reader(reading.pack.name)
    return tuple(
        tuple(reader.find(number, tree, reading.parties[number], reading.document.outlet, memory))
        for number, tree in enumerate(reading.trees)
    )


def speaker_options(
    reading: Reading, draft: Draft, attributions: Sequence[Sequence[Attribution]]
) -> list[Option[Parties]]:
    """The attributions in reach and the outlet's own voice."""
    here = attributions[draft.sentence]
    options = [
        Option(a.chain, a.evidence, f"speaker.{a.form}", tuple(_features(reading, draft, a, here)), _words(a))
        for a in here
    ]
    nearest = True
    for number in (*range(draft.sentence - 1, -1, -1), *range(draft.sentence + 1, len(attributions))):
        for last in reversed(attributions[number]):
            features = tuple(_inherited(reading, draft, last, len(here), nearest))
            rule = "speaker.goes-on" if number < draft.sentence else "speaker.told-later"
            options.append(Option(last.chain, last.evidence, rule, features, _words(last)))
            nearest = False
    options += _named_here(reading, draft)
    options += _named_elsewhere(reading, draft)
    options.append(Option(OUTLET_ITSELF, (), "speaker.outlet", tuple(_own_voice(reading, draft, attributions))))
    return _merged(options)


def _words(attribution: Attribution) -> tuple[tuple[int, int], ...]:
    return ((attribution.sentence, attribution.source), (attribution.sentence, attribution.cue))


def _merged(options: Sequence[Option[Parties]]) -> list[Option[Parties]]:
    """One option a chain: a speaker given the words twice has twice as much speaking for it."""
    by_chain: dict[Parties, Option[Parties]] = {}
    for option in options:
        known = by_chain.get(option.value)
        if known is None:
            by_chain[option.value] = option
        else:
            by_chain[option.value] = replace(known, features=tuple(dict.fromkeys((*known.features, *option.features))))
    return list(by_chain.values())


def _features(reading: Reading, draft: Draft, attribution: Attribution, here: Sequence[Attribution]) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    path = tree.path(draft.token, attribution.cue)
    inside = draft.token in set(tree.subtree(attribution.cue))
    yield f"said={path}"
    yield f"said+form={attribution.form}/{path}"
    yield f"said+family={path}/{draft.family}"
    yield f"cue={attribution.cue_lemma}"
    yield f"cue+family={attribution.cue_lemma}/{draft.family}"
    yield f"cue+path={attribution.cue_lemma}/{path}"
    yield f"form={attribution.form}"
    yield f"inside={inside}/{attribution.form}"
    yield f"inside+deprel={inside}/{tree.deprel(attribution.cue)}"
    side = "after" if attribution.cue > draft.token else "before"
    yield f"cue-side={side}/{attribution.form}"
    yield f"cue-side+inside={side}/{inside}/{attribution.cue_lemma}"
    yield f"cue-distance={side}/{bucket(abs(attribution.cue - draft.token))}"
    yield f"source={_source(reading, attribution.chain)}"
    yield f"source+cue={_source(reading, attribution.chain)}/{attribution.cue_lemma}"
    yield f"chain={len(attribution.chain)}"
    yield f"pronoun={attribution.pronoun}"
    yield f"cue-is-root={attribution.cue == tree.root}"
    if attribution.cue == draft.token:
        yield f"cue-is-act/{draft.family}"
    rivals = sum(1 for other in here if other is not attribution)
    yield f"rivals={bucket(rivals)}"
    nearer = [o for o in here if abs(o.cue - draft.token) < abs(attribution.cue - draft.token)]
    yield f"nearer={bucket(len(nearer))}"
    if any(_quoted_at(reading, draft)):
        yield f"in-quotes/{path}"


def _inherited(reading: Reading, draft: Draft, last: Attribution, here: int, nearest: bool) -> Iterator[str]:
    """Features of a speaker of another sentence; `nearest` for the last one before this sentence."""
    tree = reading.trees[draft.sentence]
    back = draft.sentence - last.sentence
    reach = f"back={bucket(back)}" if back > 0 else "later"
    source = _source(reading, last.chain)
    yield f"goes-on={reach}/{nearest}"
    yield f"goes-on+here={reach}/{min(here, 2)}"
    yield f"goes-on+far+source={source}/{reach}/{min(here, 1)}"
    yield f"goes-on+family={draft.family}/{reach}/{min(here, 1)}"
    yield f"goes-on+opening={last.sentence <= 1}/{source}"
    if not nearest or back < 0:
        return
    before = reading.trees[last.sentence]
    opens = tree.tokens[0].text
    closed = before.tokens[-1].text[-1:] in _QUOTES or before.tokens[-2:][0].text[:1] in _QUOTES
    yield f"goes-on+quote={opens[:1] in _OPEN_QUOTES}/{closed}/{min(here, 1)}"
    yield f"goes-on+cue={last.cue_lemma}"
    yield f"goes-on+first={tree.lemmas[0]}"
    yield f"goes-on+form={last.form}"
    if any(_quoted_at(reading, draft)):
        yield f"goes-on+in-quotes/{min(here, 1)}"
    odd = sum(text.text in _QUOTES for text in before.tokens) % 2
    yield f"goes-on+open-quote={bool(odd)}"
    yield f"goes-on+number={bool(reading.quantities[draft.sentence])}/{reach}"
    yield f"goes-on+tense={tree.tokens[tree.root].xpos}/{reach}"


def _named_here(reading: Reading, draft: Draft) -> Iterator[Option[Parties]]:
    """Whoever the sentence names: an attribution can stand in words that no rule knows ("NGO", "sources on the
    ground"), and somebody who claims or promises an act of their own speaks of it themselves."""
    tree = reading.trees[draft.sentence]
    for mention in reading.parties[draft.sentence]:
        if not mention.ids or mention.kind in _NEVER_SPEAK:
            continue
        path = tree.path(draft.token, mention.head)
        sort = _source(reading, mention.ids)
        features = [
            f"named+sort={sort}/{draft.family}",
            f"named+kind={mention.kind}",
            f"named+relation={tree.deprel(mention.head)}/{sort}",
            f"named+last={mention.last >= len(tree) - 2}/{sort}",
        ]
        if path.startswith(">nsubj") or path in _SUBJECTS_ABOVE:
            features += [
                f"self={path}",
                f"self+family={draft.family}/{path}",
                f"self+sort={sort}/{draft.family}",
                f"self+head={tree.lemmas[tree.head(draft.token)] if tree.head(draft.token) >= 0 else ''}",
                f"self+lemma={tree.lemmas[draft.token]}",
            ]
        words = ((mention.sentence, mention.head),)
        yield Option(mention.ids[:1], (mention.span,), "speaker.named", tuple(features), words)


def _named_elsewhere(reading: Reading, draft: Draft) -> Iterator[Option[Parties]]:
    """Whoever an earlier sentence names, the nearest mention of each: whom "the ministry" or "the group" stands for."""
    seen: set[str] = set()
    for number in range(draft.sentence - 1, -1, -1):
        for mention in reversed(reading.parties[number]):
            if not mention.ids or mention.kind in _NEVER_SPEAK or mention.ids[0] in seen:
                continue
            seen.add(mention.ids[0])
            sort = _source(reading, mention.ids)
            features = (
                f"named-before={bucket(draft.sentence - number)}",
                f"named-before+sort={sort}/{draft.family}",
                f"named-before+kind={mention.kind}",
                f"named-before+relation={reading.trees[number].deprel(mention.head)}/{sort}",
            )
            words = ((mention.sentence, mention.head),)
            yield Option(mention.ids[:1], (mention.span,), "speaker.named-before", features, words)


def _own_voice(reading: Reading, draft: Draft, attributions: Sequence[Sequence[Attribution]]) -> Iterator[str]:
    here = attributions[draft.sentence]
    tree = reading.trees[draft.sentence]
    yield "outlet"
    yield f"outlet+family={draft.family}/{min(len(here), 2)}"
    yield f"outlet+here={min(len(here), 2)}"
    yield f"outlet+sentence={bucket(draft.sentence)}/{min(len(here), 2)}"
    yield f"outlet+lemma={tree.lemmas[draft.token]}"
    yield f"outlet+deprel={tree.deprel(draft.token)}/{min(len(here), 2)}"
    yield f"outlet+tense={tree.tokens[draft.token].xpos}/{min(len(here), 1)}"
    yield f"outlet+number={bool(reading.quantities[draft.sentence])}/{min(len(here), 1)}"
    if draft.sentence and attributions[draft.sentence - 1]:
        yield f"outlet+after-speech/{min(len(here), 1)}"
    heads = {tree.deprel(a) for a in tree.ancestors(draft.token)}
    for relation in ("acl:relcl", "advcl", "acl"):
        if relation in heads or tree.deprel(draft.token) == relation:
            yield f"outlet+under={relation}/{min(len(here), 1)}"
    first = next(tree.ancestors(draft.token), draft.token)
    yield f"outlet+head={tree.lemmas[first]}"
    if any(_quoted_at(reading, draft)):
        yield "outlet+in-quotes"


def _quoted_at(reading: Reading, draft: Draft) -> Iterator[bool]:
    """Whether an odd number of quotation marks stands before the trigger in its sentence."""
    tree = reading.trees[draft.sentence]
    yield sum(token.text in _QUOTES for token in tree.tokens[: draft.token]) % 2 == 1


def _source(reading: Reading, chain: Parties) -> str:
    """The sort of the innermost speaker."""
    return sort_of(reading, chain[-1:], "outlet")
