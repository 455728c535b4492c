"""From a report to its claims: all steps on one page.

Rules propose every value that a field could have, each with the words it would be read from; small models,
learned from coded reports, choose among them. A choice without words behind it is an assumption and carries no span.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from trucewatch.claims.choose import best
from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.find_acts import find_acts
from trucewatch.claims.heads import Weights, load_weights
from trucewatch.claims.listening import Listener, Told
from trucewatch.claims.participants import choose_actors, choose_targets
from trucewatch.claims.plain_days import likely_days
from trucewatch.claims.reading import Reading, read
from trucewatch.claims.setting_options import place_options
from trucewatch.claims.speaker_options import attributions_of, speaker_options
from trucewatch.claims.stance_features import about_to, denying_verb, plain_negation, stance_cues, stance_features
from trucewatch.claims.toll_options import toll_options
from trucewatch.language import load_story_reader
from trucewatch.language.interface import Sentence
from trucewatch.model import CLAIM_FIELDS, Claim, Document, Found, Stance
from trucewatch.model.codec import to_json
from trucewatch.model.ids import sha256_hex, short_id
from trucewatch.packs.conflict import Conflict

T = TypeVar("T")


def code_document(
    document: Document,
    sentences: Sequence[Sentence],
    conflict: Conflict,
    weights: Weights | None = None,
    listener: Listener | None = None,
) -> tuple[Claim, ...]:
    """The claims of a parsed report, in text order. `weights` are the shipped ones unless given."""
    reading = read(document, sentences, conflict)
    if not any(reading.candidates):
        return ()
    vectors = load_story_reader().read([tree.sentence for tree in reading.trees])
    return code_reading(replace(reading, word_vectors=vectors), weights or load_weights(), listener)


def code_reading(reading: Reading, weights: Weights, listener: Listener | None = None) -> tuple[Claim, ...]:
    """The claims of a document in which all mentions have been found. Without word vectors named features decide."""
    drafts = find_acts(reading, weights, listener)
    choosers = weights.choosers

    def told(slot: str) -> Told | None:
        return partial(listener.chose, slot) if listener else None

    actors = choose_actors(reading, drafts, choosers["actor"], told("actor"))
    acting = [option.value for option in actors]
    targets = choose_targets(reading, drafts, acting, choosers["target"], told("target"))
    attributions = attributions_of(reading)

    def chosen(slot: str, options: Callable[[Draft], list[Option[T]]]) -> list[Found[T]]:
        return list(map(_found, best(reading, drafts, list(map(options, drafts)), choosers[slot], told(slot))))

    speakers = chosen("speaker", lambda draft: speaker_options(reading, draft, attributions))
    places = chosen("place", lambda draft: place_options(reading, draft))
    days = chosen("day", lambda draft: likely_days(reading, draft))
    killed = chosen("killed", lambda draft: toll_options(reading, draft, "killed"))
    injured = chosen("injured", lambda draft: toll_options(reading, draft, "injured"))
    stances = _stances(reading, drafts, weights, listener)
    claims = [
        _claim(
            reading, draft,
            actor=_found(actors[at]), target=_found(targets[at]), place=places[at], day=days[at],
            killed=killed[at], injured=injured[at], speakers=speakers[at],
            stance=stances[at],
        )
        for at, draft in enumerate(drafts)
    ]  # fmt: skip
    return _told_once(drafts, claims, listener)


def _told_once(drafts: Sequence[Draft], claims: Sequence[Claim], listener: Listener | None) -> tuple[Claim, ...]:
    """Without second words for one telling ("an air raid bombed"): what adds or changes no field of another claim of
    its sentence is none (codebook, when to write a claim). Of 4,091 coded claims 4 are such."""
    first: dict[object, Draft] = {}
    kept = []
    for draft, claim in zip(drafts, claims, strict=True):
        known = first.setdefault((draft.sentence, *(getattr(claim, name).value for name in CLAIM_FIELDS)), draft)
        if known is draft:
            kept.append(claim)
        elif listener:
            listener.completes(draft, known)
    return tuple(kept)


def _found(option: Option[T]) -> Found[T]:
    return Found(option.value, option.rule, option.spans)


def _stances(
    reading: Reading, drafts: Sequence[Draft], weights: Weights, listener: Listener | None
) -> list[Found[Stance]]:
    by_rule = [_stance_by_rule(reading, draft) for draft in drafts]
    unruled = [draft for draft, found in zip(drafts, by_rule, strict=True) if found is None]
    vectors = reading.vectors([((draft.sentence, draft.token),) for draft in unruled])
    features = [stance_features(reading, draft) for draft in unruled]
    scored = iter(weights.classifiers["stance"].scores(features, vectors))
    stances = []
    for draft, ruled in zip(drafts, by_rule, strict=True):
        scores = {} if ruled else next(scored)
        found = ruled or _likeliest_stance(reading, draft, scores)
        if listener:
            listener.stance(draft, scores, found.rule, found.value.value)
        stances.append(found)
    return stances


def _stance_by_rule(reading: Reading, draft: Draft) -> Found[Stance] | None:
    if (negation := plain_negation(reading, draft)) is not None:
        return Found(Stance.DENIED, "stance.negated", (negation,))
    if (verb := denying_verb(reading, draft)) is not None:
        return Found(Stance.DENIED, "stance.denying-verb", (verb,))
    if plan := about_to(reading, draft):
        return Found(Stance.PLANNED, "stance.about-to", (plan,))
    return None


def _likeliest_stance(reading: Reading, draft: Draft, scores: Mapping[str, float]) -> Found[Stance]:
    stance = Stance(max(scores, key=lambda name: scores[name]))
    cues = stance_cues(reading, draft) if stance is not Stance.ASSERTED else ()
    trigger = draft.candidate.span(reading.trees[draft.sentence])
    return Found(stance, f"stance.{'cues' if cues else 'plain-telling'}", cues or (trigger,))


def _claim(reading: Reading, draft: Draft, **fields: Found) -> Claim:  # type: ignore[type-arg]
    tree = reading.trees[draft.sentence]
    trigger = draft.candidate.span(tree)
    act = Found(draft.act, draft.rule, (trigger,))
    document_id = reading.document.id
    reading_of_it = {name: to_json(value) for name, value in fields.items()}
    return Claim(
        id=short_id("clm", document_id, draft.act, trigger.start, trigger.end),
        digest=sha256_hex(repr((draft.act, trigger, sorted(reading_of_it.items())))),
        document_id=document_id,
        sentence=tree.span,
        trigger=trigger,
        act=act,
        **fields,
    )
