"""Words for a side as the peers' codes: three letters of country or body, and three of sector or none ("USAGOV").

`codes.csv` maps the beginnings of our party ids to countries and bodies, `roles.csv` words of a noun phrase to sectors
(PLOVER's own, where it differs from CAMEO's), and `states.csv` adds the made-up countries of the PETRARCH records, with
the persons that their dictionary of actors gives them, to the world's tables.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trucewatch.claims.mentions import OFFICE, Mention
from trucewatch.claims.reading import Reading
from trucewatch.claims.tree import Tree
from trucewatch.language.interface import NO_HEAD
from trucewatch.model import Span
from trucewatch.packs.conflict import PACKS, WORLD_FILES
from trucewatch.packs.party_tables import State, read_states
from trucewatch.packs.strict import Complaints

TABLES = Path(__file__).parent / "data" / "peers"
BODIES = ("IGO", "NGO", "IMG")
"""What stands where a country does and has no sector of its own here."""

_CLIMBED = ("compound", "amod", "nmod:poss", "flat", "nmod:unmarked")
_IN_PHRASE = ("compound", "amod", "nmod", "flat", "appos")
_PREPOSITIONS = frozenset({"", "of", "in", "from", "for", "'s"})
_OF_PLACES = frozenset({"in", "at", "near", "around", "outside", "from", "to", "into", "for"})
_OF_ROLES = frozenset({"in", "of", "from"})
_NUMBERS = frozenset({"dozen", "hundred", "thousand", "million", "score", "ten"})
_LONGEST_NAME = 6  # words of a country's name, "'s" one of them


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    with (TABLES / name).open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


@cache
def _states() -> tuple[State, ...]:
    complaints = Complaints()
    found = [
        state
        for path in (PACKS / "world" / WORLD_FILES[0], TABLES / "states.csv")
        for state in read_states(path, complaints)
    ]
    complaints.raise_if_any()
    return tuple(found)


@cache
def _country_names() -> Mapping[str, str]:
    """Every name, demonym and capital of a state, its words as the parser parts them, with its code."""
    return {word.replace("'s", " 's"): code_of_id(state.ids["gov"]) for state in _states() for word in _words_of(state)}


def _words_of(state: State) -> Iterator[str]:
    for word in (*state.names, *state.demonyms, *state.capitals):
        yield word
        yield f"{word}s"


@cache
def _capitals() -> frozenset[str]:
    return frozenset(capital for state in _states() for capital in state.capitals)


@cache
def _peoples() -> frozenset[str]:
    """Plural demonyms: "Liberians"."""
    return frozenset(f"{demonym}s" for state in _states() for demonym in state.demonyms)


@cache
def code_of_id(party: str) -> str:
    """The country or body of a party id; "" for groups that no country is told of."""
    for row in table("codes.csv"):
        known = row["party"]
        if party.startswith(known) if known.endswith(".") else party == known or party.startswith(f"{known}."):
            return row["code"]
    made_up = party.partition(".")[0]
    return made_up.upper() if any(row["iso"] == made_up for row in table("states.csv")) else ""


@cache
def _sectors(scheme: str) -> Mapping[str, str]:
    return {row["word"]: (row["plover"] if scheme == "plover" else "") or row["sector"] for row in table("roles.csv")}


@cache
def _roles() -> Mapping[str, str]:
    return {row["word"]: row["sector"] for row in table("roles.csv")}


@dataclass(frozen=True, slots=True)
class SideReader:
    """Reads the sides of one report by the codes of one scheme ("cameo", "plover")."""

    reading: Reading
    scheme: str

    def codes(self, spans: Sequence[Span], ids: Sequence[str], trigger: Span) -> list[str]:
        """The code of each phrase, the country blank where none is told; phrases that say nothing are left out."""
        found = [self.phrase_code(span, ids, trigger) for span in spans]
        return list(dict.fromkeys(code for code in found if code.strip()))

    def phrase_code(self, span: Span, ids: Sequence[str], trigger: Span) -> str:
        """The code of one phrase; `ids` are those of all phrases that it is read with, for words that name nobody."""
        tree = self.tree_of(span)
        named = next((m for m in self.mentions(tree.span) if m.span.overlaps(span)), None)
        indices = tree.tokens_in(span)
        head = _climbed(tree, tree.head_of(indices), trigger)
        phrase = sorted({*indices, *_phrase(tree, head)})
        if origin := [at + 1 for at in phrase if tree.lemmas[at] == "ethnic"]:
            return self._ethnic(tree, [at for at in phrase if at not in origin])
        words = [tree.tokens[at].text for at in phrase]
        own = [tree.tokens[at].text for at in indices]
        parties = named.ids if named else ids
        country = _country_in(own) or _country_in(words) or next(filter(None, map(code_of_id, parties)), "")
        if country in BODIES:
            return country
        return f"{country:3}{_sector_of_party(self.reading, named) or self._sector(tree, head, words)}"

    def _ethnic(self, tree: Tree, others: Sequence[int]) -> str:
        """A people by origin, "ethnic Albanians in Serbia", belong where they live; the word of origin is left out."""
        words = [tree.tokens[at].text for at in others]
        return f"{_country_in(words):3}{_sector_in(_without_names(words), _sectors(self.scheme)) or 'CVL'}"

    def _sector(self, tree: Tree, head: int, words: Sequence[str]) -> str:
        """By the words; else a people that is counted are civilians, and a capital that acts is a government."""
        told = _sector_in(_without_names(words), _sectors(self.scheme))
        return told or self._sector_of_name(tree, head, words)

    def _sector_of_name(self, tree: Tree, head: int, words: Sequence[str]) -> str:
        if words[-1] in _peoples() and _counted(tree, head):
            return "CVL"
        name = " ".join(words).removesuffix(" 's")
        place = tree.preposition(head) in _OF_PLACES
        return "GOV" if self.scheme == "plover" and name in _capitals() and not place else ""

    def tree_of(self, span: Span) -> Tree:
        return next(tree for tree in self.reading.trees if tree.span.start <= span.start < tree.span.end)

    def with_conjuncts(self, spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
        """The phrases and the parties coordinated with them, none where one of these is the other side."""
        found = [also for span in spans for also in self._coordinated(span)]
        if any(span.overlaps(other) for span in found for other in others):
            return tuple(spans)
        return tuple(dict.fromkeys(found))

    def _coordinated(self, span: Span) -> list[Span]:
        tree = self.tree_of(span)
        head = tree.head_of(tree.tokens_in(span))
        named = {tree.head_of(tree.tokens_in(other)): other for other, _ in self.named(tree.span)}
        first = head
        while tree.deprel(first) == "conj":
            first = tree.head(first)
        joined = [first]
        for token in joined:
            joined += tree.children(token, "conj")
        return [span if token == head else named[token] for token in sorted(joined) if token == head or token in named]

    def named(self, within: Span) -> list[tuple[Span, tuple[str, ...]]]:
        """Who is named in a sentence, in text order: its parties, and the countries and peoples that are none of them
        ("168 Liberians", the country of "Kenya President X")."""
        found = [(mention.span, mention.ids) for mention in self.mentions(within)]
        tree = self.tree_of(within)
        texts = [token.text for token in tree.tokens]
        for at in range(len(tree)):
            if length := _name_at(texts, at):
                span = Span(tree.tokens[at].start, tree.tokens[at + length - 1].end)
                if not any(span.overlaps(other) for other, _ in found):
                    found.append((span, ()))
        return sorted(found)

    def mentions(self, within: Span) -> list[Mention]:
        number = self.reading.trees.index(self.tree_of(within))
        return [mention for mention in self.reading.parties[number] if mention.ids]

    def all_sides(self) -> set[str]:
        """The code of every noun phrase of the report, whoever it stands for; blank countries as any that it names."""
        nowhere = Span(0, 0)
        phrases = {
            self.phrase_code(tree.token_span(at), (), nowhere)
            for tree in self.reading.trees
            for at in range(len(tree))
            if tree.tokens[at].upos in ("NOUN", "PROPN", "ADJ")
        } | {
            self.phrase_code(mention.span, mention.ids, nowhere)
            for mentions in self.reading.parties
            for mention in mentions
        }
        countries = {code[:3] for code in phrases if code[:3].strip()} - set(BODIES)
        return {code if code[:3].strip() else country + code[3:] for code in phrases for country in countries}


def _sector_of_party(reading: Reading, named: Mention | None) -> str:
    """Of an armed group with a name, or of somebody who is known to hold an office of a state."""
    if named is None or len(named.ids) != 1 or not reading.conflict.parties.known(named.ids[0]):
        return ""
    party = reading.conflict.parties.party(named.ids[0])
    if party.kind == "armed force" and not party.id.endswith(".forces"):
        return "REB"
    return "GOV" if named.kind == OFFICE and party.id.endswith(".gov") else ""


def _climbed(tree: Tree, head: int, trigger: Span) -> int:
    """The noun that the phrase describes: "officials" from either nation of "Hungarian and Romanian officials",
    "rebels" from the country of "rebels in Chad"."""
    while (above := tree.head(head)) != NO_HEAD and not trigger.overlaps(tree.token_span(above)):
        if tree.deprel(head) == "conj" and _describes(tree, above):
            above = tree.head(above)
        elif not _describes(tree, head):
            break
        if trigger.overlaps(tree.token_span(above)):
            break
        head = above
    return head


def _describes(tree: Tree, token: int) -> bool:
    """Whether a word only tells more of the noun above it. A country after a preposition does so of a role alone."""
    if tree.deprel(token) in _CLIMBED:
        return True
    role = tree.head(token) != NO_HEAD and tree.tokens[tree.head(token)].text.lower()
    return tree.deprel(token) == "nmod" and tree.preposition(token) in _OF_ROLES and bool(_known(role or "", _roles()))


def _phrase(tree: Tree, head: int) -> Iterator[int]:
    """The head with what describes it: "Gondor's main opposition group", "rebels in the Ivory Coast"."""
    yield head
    for child in tree.below[head]:
        relation = tree.deprel(child)
        if relation.partition(":")[0] in _IN_PHRASE and tree.preposition(child) in _PREPOSITIONS:
            yield from _phrase(tree, child)


def _counted(tree: Tree, head: int) -> bool:
    """ "168 Liberians", "thousands of Nigerians"."""
    above = tree.head(head)
    return bool(tree.children(head, "nummod")) or (above != NO_HEAD and tree.lemmas[above] in _NUMBERS)


def _name_at(words: Sequence[str], at: int) -> int:
    """How many of the words from `at` on name a country; 0 when none does."""
    reach = range(min(_LONGEST_NAME, len(words) - at), 0, -1)
    return next((n for n in reach if " ".join(words[at : at + n]) in _country_names()), 0)


def _country_in(words: Sequence[str]) -> str:
    """The first country that the words name."""
    found = ((at, length) for at in range(len(words)) if (length := _name_at(words, at)))
    return next((_country_names()[" ".join(words[at : at + length])] for at, length in found), "")


def _without_names(words: Sequence[str]) -> list[str]:
    """The words but those of countries' names: nobody is "the people" of a People's Republic."""
    left, at = [], 0
    while at < len(words):
        length = _name_at(words, at)
        left += [] if length else [words[at]]
        at += length or 1
    return left


def _sector_in(words: Sequence[str], sectors: Mapping[str, str]) -> str:
    """The sector of the last word that has one; a word that tells more than government counts before one of government.

    The longest phrase at a word is taken: a "deputy prime minister" sits in no parliament.
    """
    lowered = [word.lower() for word in words]
    found, at = [], 0
    while at < len(lowered):
        length = next((n for n in (3, 2, 1) if _known(" ".join(lowered[at : at + n]), sectors)), 0)
        if length:
            found.append(_known(" ".join(lowered[at : at + length]), sectors))
        at += length or 1
    special = [sector for sector in found if sector != "GOV"]
    return (special or found or [""])[-1]


def _known(phrase: str, sectors: Mapping[str, str]) -> str:
    return sectors.get(phrase) or sectors.get(phrase.removesuffix("s"), "")
