"""Claims as events of other coding schemes: who, to whom, and a CAMEO root or a PLOVER type.

`acts.csv` in `data/peers` maps our acts, as done, as not done yet and as denied; `peer_sides` reads the sides.

What our acts do not tell of has no row there, and counts as missed: statements and hopes (CAMEO 01), investigations
(09), apologies and forgiveness (05), loans, trade and aid that is neither humanitarian nor to a force (06, 07),
resignations and reforms (08), lawsuits (11), and spying or breaking into computers (17).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.claims.reading import Reading
from trucewatch.evaluation.peer_sides import BODIES, TABLES, SideReader, code_of_id, table
from trucewatch.language.interface import NO_HEAD
from trucewatch.model import Claim, Stance
from trucewatch.packs import Conflict
from trucewatch.packs.conflict import conflict_folder, load_world, read_tables
from trucewatch.packs.language_pack import load_language
from trucewatch.packs.party_tables import read_states, with_parents
from trucewatch.packs.strict import Complaints

_DONE, _NOT_YET, _DENIED = "", "_not_yet", "_denied"
_AS_TOLD = {
    Stance.ASSERTED: _DONE, Stance.HEDGED: _DONE, Stance.PLANNED: _NOT_YET, Stance.CONDITIONAL: _NOT_YET,
    Stance.DENIED: _DENIED,
}  # fmt: skip
_BOTH_WAYS = frozenset({"meet", "attack.clash"})
_AMONG_ACTORS = frozenset({"meet", "attack.clash", "agree", "cooperate", "support", "truce.declare"})
_ONE_WAY = frozenset({"visit", "arrive", "travel", "trip", "host", "receive"})
"""Words of calling on somebody: PLOVER has them from the guest, or from the host, alone; CAMEO has a code for each."""
_CONTENT = frozenset({"obj", "obl", "nmod", "xcomp", "ccomp", "compound", "amod", "acl", "nsubj"})
_FUTURE = frozenset({"will", "shall", "wo", "'ll", "about", "forthcoming", "upcoming"})


@dataclass(frozen=True, slots=True)
class Event:
    """One event: country or body with a sector behind it ("USAGOV"), and the codes that the act may be."""

    source: str
    target: str
    codes: frozenset[str]


def act_codes(act: str, stance: Stance, scheme: str, word: str = "") -> frozenset[str]:
    """The codes of an act in `scheme` ("cameo": roots, "plover": types), as done, as not done yet, or as denied.

    `word` is the lemma that tells of it: some words of an act have codes of their own ("boycott" is a sanction there).
    """
    return _act_codes(act, _AS_TOLD[stance], scheme, word)


def _act_codes(act: str, told: str, scheme: str, word: str) -> frozenset[str]:
    rows = [row for row in table("acts.csv") if row["act"] == act]
    row = next((row for row in rows if word in row["words"].split(";")), rows[-1])
    return _codes_of(row, told, scheme)


def _codes_of(row: Mapping[str, str], told: str, scheme: str) -> frozenset[str]:
    return frozenset(code for code in row[scheme + told].split(";") if code)


def possible_codes(scheme: str, act: str | None = None) -> frozenset[str]:
    """Every code that an act of ours, or that any of them, can be, whatever its words and stance."""
    return frozenset(
        code for row in table("acts.csv") if act in (None, row["act"]) for told in (_DONE, _NOT_YET, _DENIED)
        for code in _codes_of(row, told, scheme)
    )  # fmt: skip


def peers_conflict() -> Conflict:
    """The world's tables alone, with the made-up countries; no conflict is fought here."""
    complaints = Complaints()
    states = read_states(TABLES / "states.csv", complaints)
    complaints.raise_if_any()
    world = load_world()
    tables = read_tables(conflict_folder("ukraine"))
    return replace(
        tables,
        parties=tuple(with_parents([world.parties, *([party for state in states for party in state.parties()],)])),
        names=[*world.names, *(meaning for state in states for meaning in state.meanings())],
        forces={**world.forces, **{state.ids["gov"]: state.ids["forces"] for state in states}},
        outlets=world.outlets, places=[], imported=[], world_places=world.places, no_place=(),
    ).conflict(TABLES)  # fmt: skip


def events_of_claims(claims: Sequence[Claim], reading: Reading, scheme: str) -> list[Event]:
    """The events of a report. What is only the content of another event ("rejected a proposal", "threatened to
    strike") is none of its own in these schemes."""
    events = [events_of(claim, reading, scheme) for claim in claims]
    telling = {_token(claim, reading) for claim, found in zip(claims, events, strict=True) if found}
    return list(dict.fromkeys(
        event for claim, found in zip(claims, events, strict=True)
        if telling.isdisjoint(_governors(claim, reading)) for event in found
    ))  # fmt: skip


def _token(claim: Claim, reading: Reading) -> tuple[int, int]:
    number = next(at for at, tree in enumerate(reading.trees) if tree.span.overlaps(claim.trigger))
    tree = reading.trees[number]
    return number, tree.head_of(tree.tokens_in(claim.trigger))


def _governors(claim: Claim, reading: Reading) -> list[tuple[int, int]]:
    """The words whose content the claim's act is, nearest first."""
    number, at = _token(claim, reading)
    tree, found = reading.trees[number], []
    while tree.head(at) != NO_HEAD and tree.deprel(at).partition(":")[0] in _CONTENT and tree.deprel(at) != "acl:relcl":
        at = tree.head(at)
        found.append((number, at))
    return found


def events_of(claim: Claim, reading: Reading, scheme: str) -> list[Event]:
    """The events that a claim tells of, none where a side of it is not named.

    An act told as an accusation ("accused", "condemned") is the speaker's accusation of the actor. Talks and fights
    are events of both sides; several who agree or act together, and nobody else with them, are sources and targets
    of each other. Parties coordinated with a side are sides too.
    """
    sides = SideReader(reading, scheme)
    place = _place_country(claim)
    actor_spans = sides.with_conjuncts(claim.actor.spans, claim.target.spans)
    target_spans = sides.with_conjuncts(claim.target.spans, claim.actor.spans)
    actors = sides.codes(actor_spans, claim.actor.value, claim.trigger) or _beside(claim, sides, ())
    targets = sides.codes(target_spans, claim.target.value, claim.trigger)
    if _accused(claim, reading):
        speakers = sides.codes(claim.speakers.spans[:1], claim.speakers.value, claim.trigger)
        return _pairs(speakers, actors, act_codes("accuse", Stance.ASSERTED, scheme), place)
    codes = _act_codes(claim.act.value, _told(claim, reading, scheme), scheme, _lemma(claim, reading))
    if not codes:
        return []
    if not targets and len(actors) > 1 and claim.act.value in _AMONG_ACTORS:
        return _pairs(actors, actors, codes, place)
    targets = targets or _beside(claim, sides, actors)
    events = _pairs(actors, targets, codes, place)
    if claim.act.value in _BOTH_WAYS and not (scheme == "plover" and _lemma(claim, reading) in _ONE_WAY):
        events += [Event(event.target, event.source, event.codes) for event in events]
    return events


def _told(claim: Claim, reading: Reading, scheme: str) -> str:
    """CAMEO's coders take what "will" or "is about to" happen as the act itself, and only a promise as intent."""
    stance = claim.stance
    text = reading.document.text
    plain = stance.rule == "stance.plain-telling" or {span.of(text).lower() for span in stance.spans} <= _FUTURE
    if scheme == "cameo" and stance.value is Stance.PLANNED and plain:
        return _DONE
    return _AS_TOLD[stance.value]


def _lemma(claim: Claim, reading: Reading) -> str:
    number, at = _token(claim, reading)
    return reading.trees[number].lemmas[at]


def _pairs(sources: Sequence[str], targets: Sequence[str], codes: frozenset[str], place: str) -> list[Event]:
    """Each source with each target but itself. A side of no told country is of the place's, or of the other's."""
    found = []
    for source in sources:
        for target in targets:
            whose, whom = source[:3].strip(), target[:3].strip()
            from_ = _of(whose or place or whom, source[3:])
            to = _of(whom or place or whose, target[3:])
            if from_ and to and from_ != to:
                found.append(Event(from_, to, codes))
    return list(dict.fromkeys(found))


def _of(country: str, sector: str) -> str:
    """The code of a side; bodies have no sectors."""
    return country if not country or country in BODIES else country + sector


def _beside(claim: Claim, sides: SideReader, actors: Sequence[str]) -> list[str]:
    """A side that the claim does not tell and these schemes want: the party that the sentence names next to the act,
    with those coordinated with it.

    Without `actors` the first before the trigger, else the first after it that is none of them; never the speaker.
    """
    for span, ids in sides.named(claim.trigger):
        before = span.end <= claim.trigger.start
        speaking = any(span.overlaps(speaker) for speaker in claim.speakers.spans)
        if before is bool(actors) or speaking or span.overlaps(claim.trigger):
            continue
        code = sides.phrase_code(span, ids, claim.trigger)
        if code[:3].strip() and code[:3] not in {actor[:3] for actor in actors}:
            spans = sides.with_conjuncts([span], [*claim.actor.spans, *claim.speakers.spans])
            return list(dict.fromkeys([code, *sides.codes(spans, ids, claim.trigger)]))
    return []


def _place_country(claim: Claim) -> str:
    place = claim.place.value
    if place is None or not place.country:
        return ""
    return code_of_id(f"{place.country}.gov")


def _accused(claim: Claim, reading: Reading) -> bool:
    """Whether the speaker's verb is one of accusing."""
    verbs = {pattern.words[0] for pattern in load_language().triggers if pattern.act == "accuse"}
    words = {span.of(reading.document.text).lower() for span in claim.speakers.spans}
    lemmas = {
        tree.lemmas[at] for tree in reading.trees for at in range(len(tree)) if tree.tokens[at].text.lower() in words
        and tree.span.overlaps(claim.sentence)
    }  # fmt: skip
    return bool(verbs & lemmas)
