"""From names, sides and nouns found in a text to mentions of parties: composed, checked and chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from trucewatch.packs.folding import Folded
from trucewatch.packs.lexicon import AS_WRITTEN, Alias, Meaning, NoParty, Noun, Side
from trucewatch.packs.name_index import Hit

_EXTENDED_KINDS = ("name", "office", "wording", "common")
WITH_STATE = frozenset({"gov", "forces", "police", "person"})
WITH_SIDE = WITH_STATE | {"member"}
WITH_NAME = WITH_SIDE | {"staff"}


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A phrase `text[start:end]` that names a party. `ids` has several when the phrase may mean any of them.

    `kind` is one of `lexicon.ALIAS_KINDS`, `adjective` or `holder`.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    kind: str


class Rank(IntEnum):
    """Which of two readings of the same words counts: the lower one."""

    AS_LISTED = 0
    COMPOSED = 1
    EXTENDED = 2
    ALONE = 3
    DESCRIBING = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of the folded range `start:end`; no ids for words that name no party."""

    start: int
    end: int
    ids: tuple[str, ...]
    kind: str
    rank: Rank = Rank.AS_LISTED
    weight: tuple[bool, int] = (False, 0)


@dataclass(frozen=True, slots=True)
class Affixes:
    """Words around a name that change what it does there, folded.

    `holding` after it make it the holder of a place ("rebel-held"), unless one of `not_holding` follows without a
    hyphen before ("government forces held on", "rebels controlled the town"); `relating` after it with a hyphen make it
    describe somebody else ("US-backed"); `opposing` before it with a hyphen turn it round ("anti-government").
    """

    holding: frozenset[str]
    relating: frozenset[str]
    opposing: frozenset[str]
    not_holding: frozenset[str] = frozenset()


_JOINT = re.compile(r" |, | and |, and | or |/| and/or | & ")
_LONGEST_JOINT = len(" and/or ")
_NEXT_WORD = re.compile(r" ([a-z]+)")


def compose(folded: Folded, hits: Sequence[Hit[Meaning]], affixes: Affixes) -> list[PartyMention]:
    """The mentions in a text: the longest reading wins where readings overlap; ranges refer to the original text."""
    nouns = _by_start(hits, Noun)
    candidates = [
        *_named(folded, hits, nouns),
        *_sided(folded, hits, nouns),
        *(Candidate(hit.start, hit.written_end, (), "") for hit in hits if isinstance(hit.meaning, NoParty)),
    ]
    checked = [_check_affixes(folded, candidate, affixes) for candidate in candidates]
    return [_mention(folded, candidate) for candidate in _longest(checked) if candidate.ids]


def _by_start(hits: Iterable[Hit[Meaning]], kind: type[Noun]) -> dict[int, list[Hit[Meaning]]]:
    found: dict[int, list[Hit[Meaning]]] = {}
    for hit in hits:
        if isinstance(hit.meaning, kind):
            found.setdefault(hit.start, []).append(hit)
    return found


def _named(folded: Folded, hits: Sequence[Hit[Meaning]], nouns: dict[int, list[Hit[Meaning]]]) -> Iterable[Candidate]:
    """Aliases as they stand, and with the nouns that go with them: "Nusra Front militants"."""
    for hit in hits:
        alias = hit.meaning
        if not isinstance(alias, Alias):
            continue
        ids = _as_written(folded, hit, alias.ids)
        yield Candidate(hit.start, hit.written_end, ids, alias.kind, Rank.AS_LISTED, alias.weight)
        if alias.kind in _EXTENDED_KINDS:
            end, _ = _noun_chain(hit, nouns, allowed=WITH_NAME)
            if end > hit.written_end:
                yield Candidate(hit.start, end, ids, alias.kind, Rank.EXTENDED, alias.weight)


def _as_written(folded: Folded, hit: Hit[Meaning], ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids, with the name as the text has it for a party that the list of parties lacks."""
    if AS_WRITTEN not in ids:
        return ids
    start, end = folded.original_range(hit.start, hit.end)
    return tuple(f"{AS_WRITTEN}{folded.original[start:end]}" if party == AS_WRITTEN else party for party in ids)


def _noun_chain(
    hit: Hit[Meaning], nouns: dict[int, list[Hit[Meaning]]], *, allowed: frozenset[str]
) -> tuple[int, str | None]:
    """(end, role) of the nouns that directly follow; (end of the hit, None) when there are none."""
    at, end, role = _after(hit), hit.written_end, None
    while at in nouns:
        here = sorted(nouns[at], key=lambda found: found.written_end)
        noun = here[-1]
        kinds = [found.meaning.role for found in here if found.end == noun.end and isinstance(found.meaning, Noun)]
        usable = [kind for kind in kinds if kind in allowed]
        if usable:
            end, role = noun.written_end, _role(usable[0], role)
        at = _after(noun)
    return end, role


def _role(of_noun: str, so_far: str | None) -> str:
    """The role of a phrase after one more noun: "army" and "spokesman" together are of the forces."""
    if of_noun in ("person", "staff"):
        return so_far or "person"
    return "forces" if of_noun == "member" else of_noun


def _after(hit: Hit[Meaning]) -> int:
    """Where the word after the hit starts."""
    return hit.end + (2 if hit.possessive else 1)


def _sided(folded: Folded, hits: Sequence[Hit[Meaning]], nouns: dict[int, list[Hit[Meaning]]]) -> Iterable[Candidate]:
    """Sides with their nouns ("Syrian and Russian warplanes") and alone before another noun ("Russian airstrikes")."""
    sides = [hit for hit in hits if isinstance(hit.meaning, Side) and hit.possessive >= hit.meaning.only_possessive]
    followed: dict[int, str] = {}  # start of a side -> role of the nouns that it goes with
    for hit in reversed(sides):
        assert isinstance(hit.meaning, Side)
        end, role = _noun_chain(hit, nouns, allowed=WITH_SIDE if hit.meaning.has_members else WITH_STATE)
        if role is None:
            role = _role_of_next(folded, hit, followed)
        weight = (False, hit.meaning.layer)
        if role is not None:
            followed[hit.start] = role
            yield Candidate(hit.start, end, (hit.meaning.party(role),), "common", Rank.COMPOSED, weight)
        elif not hit.possessive:
            yield Candidate(hit.start, hit.written_end, (hit.meaning.alone,), "adjective", Rank.ALONE, weight)


def _role_of_next(folded: Folded, hit: Hit[Meaning], followed: dict[int, str]) -> str | None:
    """The role that a side shares with the side after it: "Russian" in "Russian and Syrian forces"."""
    for start in range(hit.end + 1, hit.end + _LONGEST_JOINT + 1):
        if start in followed and _JOINT.fullmatch(folded.text, hit.end, start):
            return followed[start]
    return None


def _check_affixes(folded: Folded, candidate: Candidate, affixes: Affixes) -> Candidate:
    if not candidate.ids:
        return candidate
    if _word_before(folded.text, candidate.start) in affixes.opposing and _has_hyphen(folded, candidate.start - 1):
        return Candidate(candidate.start, candidate.end, (), "")
    after = _NEXT_WORD.match(folded.text, candidate.end)
    if after and after[1] in affixes.holding and not _is_verb(folded, after, affixes):
        return Candidate(candidate.start, after.end(), candidate.ids, "holder", candidate.rank, candidate.weight)
    if after and after[1] in affixes.relating and _has_hyphen(folded, candidate.end):
        return Candidate(candidate.start, after.end(), (), "", Rank.DESCRIBING)
    return candidate


def _is_verb(folded: Folded, holding: re.Match[str], affixes: Affixes) -> bool:
    """Whether "held" after a name, with no hyphen between, tells what the party did: "the rebels held talks"."""
    following = _NEXT_WORD.match(folded.text, holding.end())
    joined = _has_hyphen(folded, holding.start())
    return not joined and following is not None and following[1] in affixes.not_holding


def _word_before(text: str, start: int) -> str | None:
    """The word that ends one space before `start`."""
    if start < 2 or text[start - 1] != " ":
        return None
    return text[text.rfind(" ", 0, start - 1) + 1 : start - 1]


def _has_hyphen(folded: Folded, at: int) -> bool:
    return not folded.original[folded.origins[at]].isspace()


def _longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that do not overlap, longer ones first; listed meanings of the same words are merged."""
    taken: dict[tuple[int, int], Candidate] = {}
    covered: set[int] = set()
    for candidate in sorted(candidates, key=_preference):
        here = (candidate.start, candidate.end)
        if here in taken:
            taken[here] = _merged(taken[here], candidate)
        elif covered.isdisjoint(range(*here)):
            taken[here] = candidate
            covered.update(range(*here))
    return sorted(taken.values(), key=lambda found: found.start)


def _preference(candidate: Candidate) -> tuple[int, int, bool, bool, int]:
    """Sorts what counts to the front: longer, by rank, no party at all, for this outlet, from the conflict's tables."""
    for_outlet, layer = candidate.weight
    return candidate.start - candidate.end, candidate.rank, bool(candidate.ids), not for_outlet, -layer


def _merged(first: Candidate, second: Candidate) -> Candidate:
    """Both meanings of the same words, where neither counts more."""
    if not first.ids or (first.rank, first.weight) != (second.rank, second.weight):
        return first
    ids = first.ids + tuple(party for party in second.ids if party not in first.ids)
    return Candidate(first.start, first.end, ids, first.kind, first.rank, first.weight)


def _mention(folded: Folded, candidate: Candidate) -> PartyMention:
    start, end = folded.original_range(candidate.start, candidate.end)
    return PartyMention(start, end, candidate.ids, candidate.kind)
