"""Who could be the actor and the target of a claim: mentions near and far, groups told together, nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.mentions import PRONOUN, Mention
from trucewatch.claims.once import once
from trucewatch.claims.participant_census import census_features, census_of
from trucewatch.claims.participant_elsewhere import told_elsewhere
from trucewatch.claims.participant_groups import hurt_beside
from trucewatch.claims.participant_relations import is_hurt, sort_of, standing
from trucewatch.claims.participant_sides import both_sides, fighting_together
from trucewatch.claims.participant_values import (
    CIVILIANS,
    SKIPPED_KINDS,
    UNKNOWN,
    VIOLENT,
    by_force,
    could_act,
    meant,
    party_option,
    sides_told,
    value_for,
    voice_of,
)
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties
from trucewatch.packs.acts import load_acts

_NO_ANTECEDENTS = frozenset({"adjective", "object", "public-place", "holder", PRONOUN})


def actor_options(reading: Reading, draft: Draft) -> list[Option[Parties]]:
    """Everybody the words could mean as the one who acts, and "unknown"."""
    options = list(_mentioned(reading, draft, "actor"))
    options += _pairs(reading, draft, "actor", options)
    options.append(Option(UNKNOWN, (), "actor.not-told", tuple(_nobody(reading, draft, "unknown"))))
    return options


def target_options(reading: Reading, draft: Draft, actor: Parties) -> list[Option[Parties]]:
    """Everybody the words could mean as the one `actor` acts on; civilians implied; the holder of a place; nobody."""
    options = list(_mentioned(reading, draft, "target"))
    options += _pairs(reading, draft, "target", options)
    options += _holders(reading, draft)
    options += _states(reading, draft)
    options += _with_people(reading, draft)
    if draft.family not in VIOLENT or not load_acts()[draft.act].target_required:
        options.append(Option((), (), "target.none", tuple(_nobody(reading, draft, "none"))))
    options.append(Option(UNKNOWN, (), "target.not-told", tuple(_nobody(reading, draft, "unknown"))))
    options.append(Option(CIVILIANS, (), "target.people-implied", tuple(_nobody(reading, draft, "implied"))))
    return [_against(reading, draft, option, actor) for option in options]


def _against(reading: Reading, draft: Draft, option: Option[Parties], actor: Parties) -> Option[Parties]:
    """The option with what it is to the actor: fighting is done against the other side."""
    relation = standing(reading.conflict.parties, actor, option.value)
    sort = sort_of(reading, actor)
    features = (
        f"against={relation}/{draft.family}",
        f"against+rule={relation}/{option.rule}",
        f"against+sort={relation}/{sort_of(reading, option.value)}/{draft.family}",
        f"by={sort}/{option.rule}/{draft.family}",
    )
    return Option(option.value, option.spans, option.rule, (*option.features, *features), option.words)


def antecedent(reading: Reading, pronoun: Mention) -> Mention | None:
    """Whom a pronoun most likely means: the last subject named before it, in its sentence or the one before."""
    for number in (pronoun.sentence, pronoun.sentence - 1):
        if number < 0:
            break
        tree = reading.trees[number]
        before = [
            m for m in reading.parties[number]
            if m.ids and m.kind not in _NO_ANTECEDENTS and (number < pronoun.sentence or m.head < pronoun.head)
        ]  # fmt: skip
        subjects = [m for m in before if tree.deprel(m.head).startswith("nsubj")]
        if subjects:
            return subjects[-1] if number == pronoun.sentence else subjects[0]
    return None


def _mentioned(reading: Reading, draft: Draft, slot: str) -> Iterator[Option[Parties]]:
    census = census_of(reading, draft.family in VIOLENT)
    here = could_act(reading, draft.sentence)
    for mention in here:
        if mention.ids:
            ids = value_for(reading, draft, mention.ids, slot)
            features = [
                *_mention_features(reading, draft, mention),
                *census_features(reading, draft, ids, here, census),
            ]
            yield party_option(ids, [mention], slot, "named", features)
        elif (named := antecedent(reading, mention)) is not None:
            ids = value_for(reading, draft, named.ids, slot)
            features = list(_pronoun_features(reading, draft, mention, named))
            yield party_option(ids, [mention, named], slot, "pronoun", features)
    for group in sides_told(reading, draft.sentence):
        ids = tuple(dict.fromkeys(p for m in group for p in value_for(reading, draft, m.ids, slot)))
        if len(ids) > 1:
            features = [f"set/{f}" for f in _mention_features(reading, draft, group[0])]
            features += [f"set-size={len(ids)}", *_link_features(reading, draft, group)]
            yield party_option(ids, group, slot, "together", features)
    yield from told_elsewhere(reading, draft, slot)
    yield from both_sides(reading, draft, slot)


@once
def _mention_features(reading: Reading, draft: Draft, mention: Mention) -> tuple[str, ...]:
    """The same for an actor as for a target: which of them a feature speaks for is learned."""
    return tuple(_of_mention(reading, draft, mention))


def _of_mention(reading: Reading, draft: Draft, mention: Mention) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    at = draft.token
    path = tree.path(at, mention.head)
    sort = sort_of(reading, mention.ids)
    upos = tree.tokens[at].upos
    voice = voice_of(reading, draft)
    role = tree.role(at, mention.head)
    yield f"role={role}"
    yield f"role+pos={role}/{upos}/{voice}"
    yield f"role+family={role}/{draft.family}/{voice}"
    yield f"role+sort={role}/{sort}/{voice}"
    yield f"role+kind={role}/{mention.kind}"
    yield f"path={path}"
    yield f"path+family={path}/{draft.family}"
    yield f"path+act={path}/{draft.act}"
    yield f"path+pos={path}/{upos}/{voice}"
    yield f"path+sort={path}/{sort}"
    yield f"path+lemma={path}/{tree.lemmas[at]}"
    yield f"sort={sort}"
    yield f"kind={mention.kind}"
    yield f"sort+family={sort}/{draft.family}"
    yield f"sort+act={sort}/{draft.act}"
    yield f"kind+family={mention.kind}/{draft.family}"
    distance = mention.head - at
    side = "after" if distance > 0 else "before"
    yield f"side={side}/{upos}/{voice}"
    yield f"side+family={side}/{draft.family}/{voice}"
    yield f"distance={side}/{bucket(abs(distance))}"
    yield f"relation={tree.deprel(mention.head)}/{tree.preposition(mention.head)}/{side}"
    yield f"relation+act={tree.deprel(mention.head)}/{tree.preposition(mention.head)}/{side}/{draft.family}"
    head = tree.head(mention.head)
    if head >= 0:
        yield f"governor={tree.lemmas[head]}/{tree.deprel(mention.head)}"
        if tree.lemmas[head] in reading.pack.cues["speech_verbs"]:
            yield f"of-speech={tree.deprel(mention.head)}"
    between = [m for m in reading.parties[draft.sentence] if min(at, mention.head) < m.head < max(at, mention.head)]
    yield f"between={side}/{bucket(len(between))}"
    if any(q.noun == mention.head for q in reading.quantities[draft.sentence]):
        yield f"counted/{draft.family}"
        yield f"counted+path={path}"
    if is_hurt(reading, mention):
        yield "hurt"
        yield f"hurt={draft.family}/{role}"
        yield f"hurt+sort={sort}/{draft.family}"
    yield f"word={tree.lemmas[mention.head]}/{draft.family}"


def _pronoun_features(reading: Reading, draft: Draft, pronoun: Mention, meant: Mention) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    role = tree.role(draft.token, pronoun.head)
    sort = sort_of(reading, meant.ids)
    back = pronoun.sentence - meant.sentence
    yield f"pronoun-role={role}/{voice_of(reading, draft)}"
    yield f"pronoun-role+family={role}/{draft.family}"
    yield f"pronoun-word={tree.lemmas[pronoun.head]}"
    yield f"pronoun+sort={sort}/{draft.family}"
    yield f"pronoun+back={back}/{sort}"
    yield f"pronoun-distance={bucket(abs(draft.token - pronoun.head))}"


def _link_features(reading: Reading, draft: Draft, group: Sequence[Mention]) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    for first, second in pairwise(group):
        yield f"link={tree.path(first.head, second.head)}"
        for at in range(first.last + 1, min(second.first, first.last + 5)):
            yield f"link-word={tree.lemmas[at]}"
        yield f"link-sorts={sort_of(reading, first.ids)}+{sort_of(reading, second.ids)}"


def _pairs(reading: Reading, draft: Draft, slot: str, options: Sequence[Option[Parties]]) -> Iterator[Option[Parties]]:
    """Two armed bodies as one side of a violent act, where no words join them."""
    if draft.family not in VIOLENT:
        return
    known = {frozenset(option.value) for option in options}
    force = by_force(draft, slot)
    bodies: dict[Parties, Mention] = {}
    for number in (draft.sentence, *range(draft.sentence - 1, -1, -1), *range(draft.sentence + 1, len(reading.trees))):
        for mention in reading.parties[number]:
            if mention.ids and mention.kind not in SKIPPED_KINDS:
                bodies.setdefault(meant(reading, mention.ids, force), mention)
    for option in fighting_together(reading, draft, slot, bodies, census_of(reading, True).counts):
        if frozenset(option.value) not in known:
            yield option


def _holders(reading: Reading, draft: Draft) -> Iterator[Option[Parties]]:
    tree = reading.trees[draft.sentence]
    for holder in reading.holders[draft.sentence]:
        path = tree.path(draft.token, holder.head)
        features = (
            f"holder={path}",
            f"holder+act={draft.act}",
            f"holder-distance={bucket(abs(holder.head - draft.token))}",
            "holder",
        )
        value = value_for(reading, draft, holder.ids, "target")
        yield Option(value, (holder.span,), "target.holder-of-place", features, ((holder.sentence, holder.head),))


def _states(reading: Reading, draft: Draft) -> Iterator[Option[Parties]]:
    """A state whose land, not whose army, is attacked or taken: "rockets fired at Turkey"."""
    if draft.family not in ("attack", "territory", "kill"):
        return
    tree = reading.trees[draft.sentence]
    for mention in reading.parties[draft.sentence]:
        if mention.kind in ("state", "adjective", "capital") and mention.ids:
            path = tree.path(draft.token, mention.head)
            features = ("state", f"state={path}", f"state+act={draft.act}", f"state+kind={mention.kind}/{draft.family}")
            words = ((mention.sentence, mention.head),)
            yield Option(mention.ids[:1], (mention.span,), "target.state", features, words)


def _with_people(reading: Reading, draft: Draft) -> Iterator[Option[Parties]]:
    """A force whose post is hit, and civilians hurt there: "a blast at a police station killed five people"."""
    if draft.family not in ("attack", "kill"):
        return
    for force, people in hurt_beside(reading, draft.sentence, CIVILIANS):
        ids = value_for(reading, draft, force.ids, "target")
        features = [f"beside/{f}" for f in _mention_features(reading, draft, force)]
        yield party_option((*ids, *CIVILIANS), [force, people], "target", "with-people", features)


def _nobody(reading: Reading, draft: Draft, name: str) -> Iterator[str]:
    """Features of the readings that name nobody; they compete with the named ones."""
    tree = reading.trees[draft.sentence]
    at = draft.token
    voice = voice_of(reading, draft)
    yield f"{name}"
    yield f"{name}+act={draft.act}"
    yield f"{name}+family+voice={draft.family}/{voice}"
    yield f"{name}+lemma={tree.lemmas[at]}"
    relations = sorted(
        {tree.deprel(c).partition(":")[0] for c in tree.below[at]} & {"nsubj", "obj", "obl", "nmod", "compound"}
    )
    yield f"{name}+children={'+'.join(relations)}/{draft.family}/{voice}"
    yield f"{name}+deprel={tree.deprel(at)}"
    for child in tree.below[at]:
        relation = tree.deprel(child)
        if relation.startswith(("obl", "nmod")):
            yield f"{name}+prep={tree.preposition(child)}/{draft.family}"
        if relation.startswith(("obj", "nsubj", "amod", "compound")):
            yield f"{name}+word={relation}/{tree.lemmas[child]}"
    sorts = {sort_of(reading, m.ids) for m in reading.parties[draft.sentence] if m.ids and m.kind not in SKIPPED_KINDS}
    yield f"{name}+present={'+'.join(sorted(sorts)) or 'nobody'}"
    if reading.quantities[draft.sentence]:
        yield f"{name}+number"
    if reading.places[draft.sentence]:
        yield f"{name}+place/{draft.family}"
    required = load_acts()[draft.act].target_required
    yield f"{name}+required={required}"
