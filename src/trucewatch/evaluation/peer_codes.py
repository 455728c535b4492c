"""Claims as events of other coding schemes: who, to whom, and a CAMEO root or a PLOVER type.

The tables stand in `data/peers`: `acts.csv` maps our acts, `codes.csv` the beginnings of our party ids to countries and
bodies, `roles.csv` words of a noun phrase to sectors, and `states.csv` adds the made-up countries of the PETRARCH
records to the world's tables.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from trucewatch.claims.reading import Reading
from trucewatch.claims.tree import Tree
from trucewatch.model import Claim, Span, Stance
from trucewatch.packs import Conflict
from trucewatch.packs.conflict import PACKS, WORLD_FILES, conflict_folder, load_world, read_tables
from trucewatch.packs.language_pack import load_language
from trucewatch.packs.party_tables import State, read_states, with_parents
from trucewatch.packs.strict import Complaints

TABLES = Path(__file__).parent / "data" / "peers"

_DONE, _NOT_YET, _DENIED = "", "_not_yet", "_denied"
_AS_TOLD = {
    Stance.ASSERTED: _DONE, Stance.HEDGED: _DONE, Stance.PLANNED: _NOT_YET, Stance.CONDITIONAL: _NOT_YET,
    Stance.DENIED: _DENIED,
}  # fmt: skip
_BOTH_WAYS = frozenset({"meet", "attack.clash"})
_AMONG_ACTORS = frozenset({"meet", "attack.clash", "agree", "cooperate", "support", "truce.declare"})
_CLIMBED = ("compound", "amod", "nmod:poss", "flat", "nmod:unmarked")
_IN_PHRASE = ("compound", "amod", "nmod", "flat", "appos")
_PREPOSITIONS = frozenset({"", "of", "in", "from", "for", "'s"})


@dataclass(frozen=True, slots=True)
class Event:
    """One event: country or body with a sector behind it ("USAGOV"), and the codes that the act may be."""

    source: str
    target: str
    codes: frozenset[str]


@cache
def _table(name: str) -> tuple[Mapping[str, str], ...]:
    with (TABLES / name).open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


def act_codes(act: str, stance: Stance, scheme: str) -> frozenset[str]:
    """The codes of an act in `scheme` ("cameo": roots, "plover": types), as done, as not done yet, or as denied."""
    row = next(row for row in _table("acts.csv") if row["act"] == act)
    return frozenset(code for code in row[scheme + _AS_TOLD[stance]].split(";") if code)


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


@cache
def _country_names() -> Mapping[str, str]:
    """Every name, demonym and capital of a state, with its code."""
    complaints = Complaints()
    names: dict[str, str] = {}
    for path in (PACKS / "world" / WORLD_FILES[0], TABLES / "states.csv"):
        for state in read_states(path, complaints):
            code = _code_of_id(state.ids["gov"])
            names |= dict.fromkeys(_words_of(state), code)
    return names


def _words_of(state: State) -> Iterator[str]:
    for word in (*state.names, *state.demonyms, *state.capitals):
        yield word
        yield f"{word}s"


def _code_of_id(party: str) -> str:
    """The country or body of a party id; "" for groups that no country is told of."""
    for row in _table("codes.csv"):
        known = row["party"]
        if party.startswith(known) if known.endswith(".") else party == known or party.startswith(f"{known}."):
            return row["code"]
    made_up = party.partition(".")[0]
    return made_up.upper() if any(row["iso"] == made_up for row in _table("states.csv")) else ""


def events_of(claim: Claim, reading: Reading, scheme: str) -> list[Event]:
    """The events that a claim tells of, none where a side of it is not named.

    An act told as an accusation ("accused", "condemned") is the speaker's accusation of the actor. Talks and fights
    are events of both sides; several who agree or act together, and nobody else with them, are sources and targets
    of each other.
    """
    place = _place_country(claim)
    actors = _codes(reading, claim.actor.spans, claim.actor.value, claim.trigger) or _beside(claim, reading, ())
    targets = _codes(reading, claim.target.spans, claim.target.value, claim.trigger)
    if _accused(claim, reading):
        speakers = _codes(reading, claim.speakers.spans[:1], claim.speakers.value, claim.trigger)
        return _pairs(speakers, actors, act_codes("accuse", Stance.ASSERTED, scheme), place)
    codes = act_codes(claim.act.value, claim.stance.value, scheme)
    if not codes:
        return []
    if not targets and len(actors) > 1 and claim.act.value in _AMONG_ACTORS:
        return [event for event in _pairs(actors, actors, codes, place) if event.source != event.target]
    events = _pairs(actors, targets or _beside(claim, reading, actors), codes, place)
    if claim.act.value in _BOTH_WAYS:
        events += [Event(event.target, event.source, event.codes) for event in events]
    return events


def _pairs(sources: Sequence[str], targets: Sequence[str], codes: frozenset[str], place: str) -> list[Event]:
    """Each source with each target. A side whose country is not told is of the place's, or of the other side's."""
    found = []
    for source in sources:
        for target in targets:
            whose, whom = source[:3].strip(), target[:3].strip()
            from_, to = whose or place or whom, whom or place or whose
            if from_ and to:
                found.append(Event(from_ + source[3:], to + target[3:], codes))
    return list(dict.fromkeys(found))


def _beside(claim: Claim, reading: Reading, actors: Sequence[str]) -> list[str]:
    """A side that the claim does not tell and these schemes want: the party that the sentence names next to the act.

    Without `actors` the first before the trigger, else the first after it that is none of them; never the speaker.
    """
    number = next(at for at, tree in enumerate(reading.trees) if tree.span.overlaps(claim.trigger))
    for mention in reading.parties[number]:
        before = mention.span.end <= claim.trigger.start
        speaking = any(mention.span.overlaps(span) for span in claim.speakers.spans)
        if before is bool(actors) or speaking or not mention.ids or mention.span.overlaps(claim.trigger):
            continue
        code = _phrase_code(reading, mention.span, mention.ids, claim.trigger)
        if code[:3].strip() and code[:3] not in {actor[:3] for actor in actors}:
            return [code]
    return []


def _place_country(claim: Claim) -> str:
    place = claim.place.value
    if place is None or not place.country:
        return ""
    return _code_of_id(f"{place.country}.gov")


def _accused(claim: Claim, reading: Reading) -> bool:
    """Whether the speaker's verb is one of accusing."""
    verbs = {pattern.words[0] for pattern in load_language().triggers if pattern.act == "accuse"}
    words = {span.of(reading.document.text).lower() for span in claim.speakers.spans}
    lemmas = {
        tree.lemmas[at] for tree in reading.trees for at in range(len(tree)) if tree.tokens[at].text.lower() in words
        and tree.span.overlaps(claim.sentence)
    }  # fmt: skip
    return bool(verbs & lemmas)


def _codes(reading: Reading, spans: Sequence[Span], ids: Sequence[str], trigger: Span) -> list[str]:
    """The code of each phrase: three letters of country or body, blank where none is told, and a sector or none."""
    if not spans:
        return []
    found = [_phrase_code(reading, span, ids, trigger) for span in spans]
    return list(dict.fromkeys(code for code in found if code.strip()))


def _phrase_code(reading: Reading, span: Span, ids: Sequence[str], trigger: Span) -> str:
    tree = next(tree for tree in reading.trees if tree.span.start <= span.start < tree.span.end)
    indices = tree.tokens_in(span)
    head = tree.head_of(indices)
    while tree.deprel(head) in _CLIMBED and not trigger.overlaps(tree.token_span(tree.head(head))):
        head = tree.head(head)
    tokens = sorted({*indices, *_phrase(tree, head)})
    words = [tree.tokens[at].text for at in tokens]
    own = [tree.tokens[at].text for at in indices]
    country = _country_in(own) or _country_in(words) or next(filter(None, map(_code_of_id, ids)), "")
    return f"{country:3}{_sector_in(words) if country not in ('IGO', 'NGO', 'IMG') else ''}"


def _phrase(tree: Tree, head: int) -> Iterator[int]:
    """The head with what describes it: "Gondor's main opposition group", "rebels in the Ivory Coast"."""
    yield head
    for child in tree.below[head]:
        relation = tree.deprel(child)
        if relation.partition(":")[0] in _IN_PHRASE and tree.preposition(child) in _PREPOSITIONS:
            yield from _phrase(tree, child)


def _country_in(words: Sequence[str]) -> str:
    """The first country that the words name."""
    names = _country_names()
    for at in range(len(words)):
        for length in (4, 3, 2, 1):
            if code := names.get(" ".join(words[at : at + length])):
                return code
    return ""


def _sector_in(words: Sequence[str]) -> str:
    """The sector of the last word that has one: "opposition leader" is the government of nobody."""
    sectors = {row["word"]: row["sector"] for row in _table("roles.csv")}
    lowered = [word.lower() for word in words]
    found = [
        sectors[phrase]
        for at in range(len(lowered))
        for length in (2, 1)
        if (phrase := " ".join(lowered[at : at + length])) in sectors
    ]
    special = [sector for sector in found if sector != "GOV"]
    return (special or found or [""])[-1]
