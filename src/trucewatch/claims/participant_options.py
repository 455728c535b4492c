"""Who could be the actor and the target of a claim: mentions near and far, groups told together, nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.mentions import PRONOUN, Mention
from trucewatch.claims.participant_groups import hurt_beside, together
from trucewatch.claims.participant_relations import is_hurt, sort_of, standing
from trucewatch.claims.participant_sides import both_sides, fighting_together
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties
from trucewatch.packs.acts import family, load_acts

UNKNOWN: Parties = ("unknown",)
CIVILIANS: Parties = ("civilians",)

VIOLENT = frozenset({"attack", "kill", "territory", "force", "destroy", "abuse"})
"""Families whose actor is a state's forces where the words name the state (codebook, settled case 7)."""

_SKIPPED_KINDS = frozenset({"holder"})
_WHERE = frozenset({"in", "near", "around", "outside", "inside", "across", "throughout", "into", "at", "within"})
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
    return replace(option, features=(*option.features, *features))


def value_for(reading: Reading, draft: Draft, ids: Parties, slot: str) -> Parties:
    """The one party that a mention means for an act: of several candidates the armed one where the act is armed, and
    a state that does or suffers violence as its forces."""
    if not ids:
        return ()
    registry = reading.conflict.parties
    violent = draft.family in VIOLENT and (slot == "actor" or draft.family in ("attack", "territory", "kill"))
    armed = [party for party in ids if registry.known(party) and registry.party(party).kind == "armed force"]
    meant = armed[0] if violent and armed else ids[0]
    return (registry.forces_of(meant) if violent else meant,)


def names_a_place(reading: Reading, mention: Mention) -> bool:
    """Whether a state or a capital is told of as a place ("in London"), not as its government ("London said")."""
    if mention.kind not in ("state", "capital"):
        return False
    return reading.trees[mention.sentence].preposition(mention.head) in _WHERE


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
    census = _census_of(reading, draft)
    here = [
        m for m in reading.parties[draft.sentence] if m.kind not in _SKIPPED_KINDS and not names_a_place(reading, m)
    ]
    for mention in here:
        if mention.ids:
            ids = value_for(reading, draft, mention.ids, slot)
            features = [
                *_mention_features(reading, draft, mention),
                *_group_features(reading, draft, ids, here, census),
            ]
            yield _option(ids, [mention], slot, "named", features)
        elif (meant := antecedent(reading, mention)) is not None:
            ids = value_for(reading, draft, meant.ids, slot)
            yield _option(
                ids, [mention, meant], slot, "pronoun", list(_pronoun_features(reading, draft, mention, meant))
            )
    for group in together(reading, draft.sentence, here):
        ids = tuple(dict.fromkeys(p for m in group for p in value_for(reading, draft, m.ids, slot)))
        if len(ids) > 1:
            features = [f"set/{f}" for f in _mention_features(reading, draft, group[0])]
            features += [f"set-size={len(ids)}", *_link_features(reading, draft, group)]
            yield _option(ids, group, slot, "together", features)
    yield from _told_elsewhere(reading, draft, slot, census)
    yield from both_sides(reading, draft, slot)


def _option(ids: Parties, group: Sequence[Mention], slot: str, how: str, features: list[str]) -> Option[Parties]:
    words = tuple((m.sentence, m.head) for m in group)
    return Option(ids, tuple(m.span for m in group), f"{slot}.{how}", tuple(dict.fromkeys(features)), words)


def _mention_features(reading: Reading, draft: Draft, mention: Mention) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    at = draft.token
    path = tree.path(at, mention.head)
    sort = sort_of(reading, mention.ids)
    upos = tree.tokens[at].upos
    voice = _voice(reading, draft)
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
    yield f"pronoun-role={role}/{_voice(reading, draft)}"
    yield f"pronoun-role+family={role}/{draft.family}"
    yield f"pronoun-word={tree.lemmas[pronoun.head]}"
    yield f"pronoun+sort={sort}/{draft.family}"
    yield f"pronoun+back={back}/{sort}"
    yield f"pronoun-distance={bucket(abs(draft.token - pronoun.head))}"


@dataclass(frozen=True, slots=True)
class _Census:
    """How often the report names each party, as an actor of the draft, and whom its first sentence names."""

    counts: Counter[Parties]
    in_title: frozenset[Parties]


def _link_features(reading: Reading, draft: Draft, group: Sequence[Mention]) -> Iterator[str]:
    tree = reading.trees[draft.sentence]
    for first, second in pairwise(group):
        yield f"link={tree.path(first.head, second.head)}"
        for at in range(first.last + 1, min(second.first, first.last + 5)):
            yield f"link-word={tree.lemmas[at]}"
        yield f"link-sorts={sort_of(reading, first.ids)}+{sort_of(reading, second.ids)}"


def _census_of(reading: Reading, draft: Draft) -> _Census:
    named = Counter(ids for group in reading.parties for m in group if (ids := m.ids) and m.kind not in _SKIPPED_KINDS)
    counts: Counter[Parties] = Counter()
    for ids, number in named.items():
        counts[value_for(reading, draft, ids, "actor")] += number
    title = reading.parties[0] if reading.parties else ()
    return _Census(counts, frozenset(value_for(reading, draft, m.ids, "actor") for m in title if m.ids))


def _group_features(
    reading: Reading, draft: Draft, ids: Parties, group: Sequence[Mention], census: _Census
) -> Iterator[str]:
    same = [m for m in group if m.ids and value_for(reading, draft, m.ids, "actor") == ids]
    yield f"mentions={bucket(len(same))}"
    own = census.counts[ids]
    rank = sum(1 for other, n in census.counts.items() if n > own and other != CIVILIANS)
    yield f"rank={bucket(rank)}"
    if ids in census.in_title:
        yield "in-title"


def _voice(reading: Reading, draft: Draft) -> str:
    tree = reading.trees[draft.sentence]
    if tree.tokens[draft.token].upos not in ("VERB", "AUX"):
        return "noun"
    children = {tree.deprel(c) for c in tree.below[draft.token]}
    if "aux:pass" in children or "nsubj:pass" in children:
        return "passive"
    return "reduced" if tree.deprel(draft.token) == "acl" and tree.tokens[draft.token].xpos == "VBN" else "active"


def _told_elsewhere(reading: Reading, draft: Draft, slot: str, census: _Census) -> Iterator[Option[Parties]]:
    """Whoever the rest of the report names, the nearest mention of each, the sentences before first: for pronouns,
    "the group", passives whose agent stands elsewhere."""
    seen = {value_for(reading, draft, m.ids, slot) for m in reading.parties[draft.sentence] if m.ids}
    pronoun = [m for m in reading.parties[draft.sentence] if m.kind == PRONOUN]
    shape = reading.trees[draft.sentence].path(draft.token, pronoun[0].head) if pronoun else "no-pronoun"
    before = range(draft.sentence - 1, -1, -1)
    for number in (*before, *range(draft.sentence + 1, len(reading.trees))):
        mentions = [
            m for m in reading.parties[number]
            if m.ids and m.kind not in _SKIPPED_KINDS and not names_a_place(reading, m)
        ]  # fmt: skip
        for group in (*([m] for m in mentions), *together(reading, number, mentions)):
            ids = tuple(dict.fromkeys(p for m in group for p in value_for(reading, draft, m.ids, slot)))
            if ids and ids not in seen and len(ids) == len(group):
                seen.add(ids)
                features = _elsewhere_features(reading, draft, group, ids, shape, census)
                yield _option(ids, group, slot, "told-elsewhere" if len(group) == 1 else "together-elsewhere", features)


def _elsewhere_features(
    reading: Reading, draft: Draft, group: Sequence[Mention], ids: Parties, shape: str, census: _Census
) -> list[str]:
    number = group[0].sentence
    earlier = reading.trees[number]
    way = "before" if number < draft.sentence else "after"
    back = f"{way}={bucket(abs(draft.sentence - number))}"
    sort = sort_of(reading, ids)
    relation = earlier.deprel(group[0].head)
    acts = {family(act) for c in reading.candidates[number] for act in c.acts}
    paths = [
        earlier.path(c.token, group[0].head) for c in reading.candidates[number]
        if draft.family in {family(act) for act in c.acts}
    ]  # fmt: skip
    return [
        back,
        f"{way}+sort={sort}",
        f"{back}+family={sort}/{draft.family}",
        f"{way}+act={sort}/{draft.act}",
        f"{way}+relation={relation}/{draft.family}",
        f"{way}+pronoun={shape}/{relation}",
        f"{way}+kind={group[0].kind}",
        f"{back}+voice={_voice(reading, draft)}",
        f"{way}+same-family={draft.family in acts}/{sort}",
        f"{way}+members={len(group)}/{draft.family}",
        f"{way}+hurt={is_hurt(reading, group[0])}/{draft.family}",
        *(f"{way}+same-family-path={path}/{draft.family}" for path in dict.fromkeys(paths)),
        *(f"{way}-{f}" for f in _group_features(reading, draft, ids, [group[0]], census)),
    ]


def _pairs(reading: Reading, draft: Draft, slot: str, options: Sequence[Option[Parties]]) -> Iterator[Option[Parties]]:
    """Two armed bodies as one side of a violent act, where no words join them."""
    if draft.family not in VIOLENT:
        return
    known = {frozenset(option.value) for option in options}
    bodies: dict[Parties, Mention] = {}
    for number in (draft.sentence, *range(draft.sentence - 1, -1, -1), *range(draft.sentence + 1, len(reading.trees))):
        for mention in reading.parties[number]:
            if mention.ids and mention.kind not in _SKIPPED_KINDS:
                bodies.setdefault(value_for(reading, draft, mention.ids, slot), mention)
    for option in fighting_together(reading, draft, slot, bodies, _census_of(reading, draft).counts):
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
        yield _option((*ids, *CIVILIANS), [force, people], "target", "with-people", features)


def _nobody(reading: Reading, draft: Draft, name: str) -> Iterator[str]:
    """Features of the readings that name nobody; they compete with the named ones."""
    tree = reading.trees[draft.sentence]
    at = draft.token
    voice = _voice(reading, draft)
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
    sorts = {sort_of(reading, m.ids) for m in reading.parties[draft.sentence] if m.ids and m.kind not in _SKIPPED_KINDS}
    yield f"{name}+present={'+'.join(sorted(sorts)) or 'nobody'}"
    if reading.quantities[draft.sentence]:
        yield f"{name}+number"
    if reading.places[draft.sentence]:
        yield f"{name}+place/{draft.family}"
    required = load_acts()[draft.act].target_required
    yield f"{name}+required={required}"
