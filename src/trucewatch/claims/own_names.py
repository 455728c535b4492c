"""Bodies whose own name is longer than the words in it that a pack knows: "the Free Idlib Army" is no state's army."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.language_pack import LanguagePack

UNLISTED = "unlisted"  # an organisation that no pack knows, kept as written

NamedParty = tuple[Span, tuple[str, ...], str]
"""What the packs find in a text: the words, the ids they may mean, their kind."""

CIVILIANS = ("civilians",)
MEDIA = ("media",)

_OF_WORDS = frozenset({"common", "adjective", "state", "capital", "wording", "object"})
"""Kinds whose words may be part of a longer name; a listed name or office stands for itself."""
OF_STATES = frozenset({"state", "capital", "adjective"})
_LINKS = frozenset({"of", "for"})
_NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "VERB"})


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens `first` to `last`, inclusive; `head` is the word that says what sort of body it is."""

    first: int
    last: int
    head: int


def with_own_names(tree: Tree, found: Sequence[NamedParty], pack: LanguagePack) -> list[NamedParty]:
    """What the packs found, where it is part of a longer name of a body by that name: `other:<name as written>`."""
    at = {token: item for item in found for token in tree.tokens_in(item[0])}
    if not at or _in_title_case(tree):
        return list(found)
    runs = [run for run in _runs(tree, at, pack) if _is_own(tree, run, at, pack)]
    named = [token for run in runs for token in range(run.first, run.last + 1)]
    kept = [item for item in found if not set(tree.tokens_in(item[0])).intersection(named)]
    for run in runs:
        paper = tree.tokens[run.head].text.lower() in pack.cues["paper_words"]
        span = Span(tree.tokens[run.first].start, tree.tokens[run.last].end)
        kept.append((span, MEDIA, "name") if paper else (span, (f"other:{_written(tree, run)}",), UNLISTED))
    return sorted(kept, key=lambda item: item[0])


def with_owners(
    tree: Tree, found: Sequence[NamedParty], places: Sequence[Span], pack: LanguagePack
) -> list[NamedParty]:
    """What the packs found, where an unlisted body's name stands before a common noun as that body's: "NPA militants".

    Without the name such a noun means whom the conflict's pack says; with it, whoever is named.
    """
    taken = {token for span, _, _ in found for token in tree.tokens_in(span)}
    taken |= {token for place in places for token in tree.tokens_in(place)}
    return [_owned(tree, item, taken, pack) if item[2] in ("common", "wording") else item for item in found]


def _owned(tree: Tree, item: NamedParty, taken: set[int], pack: LanguagePack) -> NamedParty:
    indices = tree.tokens_in(item[0])
    if not indices or any(tree.tokens[at].upos == "PROPN" or in_capitals(tree, at) for at in indices):
        return item
    noun = tree.lemmas[indices[-1]]
    for entity in tree.sentence.entities:
        body = range(entity.first, entity.last)
        if entity.last != indices[0] or not taken.isdisjoint(body) or entity.label not in ("ORG", "PLACE"):
            continue
        if any(tree.lemmas[at] in pack.cues["confession_words"] for at in body) or not in_capitals(tree, body[-1]):
            return item
        last = indices[-1] if noun in pack.cues["state_service_words"] else body[-1]
        if last == body[-1] and (noun not in pack.cues["group_member_words"] or entity.label == "PLACE"):
            return item
        name = _written(tree, _Run(body[0], last, last))
        return Span(tree.tokens[body[0]].start, item[0].end), (f"other:{name}",), UNLISTED
    return item


def _written(tree: Tree, run: _Run) -> str:
    """The name as the text has it, on one line."""
    tokens = tree.tokens[run.first : run.last + 1]
    gaps = ["", *(" " if before.end < token.start else "" for before, token in pairwise(tokens))]
    return "".join(gap + token.text for gap, token in zip(gaps, tokens, strict=True))


def _in_title_case(tree: Tree) -> bool:
    """Whether capitals tell nothing here: a headline with most of its words in capitals."""
    words = [t.text for t in tree.tokens[1:] if t.upos in ("VERB", "NOUN", "ADJ", "ADV") and t.text.isalpha()]
    capital = sum(word[:1].isupper() for word in words)
    return len(words) < 1 or capital * 2 > len(words)


def _runs(tree: Tree, at: dict[int, NamedParty], pack: LanguagePack) -> Iterator[_Run]:
    heads = pack.cues["body_words"] | pack.cues["civil_body_words"] | pack.cues["paper_words"]
    past = 0
    for head in range(len(tree)):
        if head < past or not in_capitals(tree, head) or tree.tokens[head].text.lower() not in heads:
            continue
        if head + 1 < len(tree) and in_capitals(tree, head + 1) and tree.tokens[head + 1].text.lower() in heads:
            continue  # "the Army Council": the last such word is the head
        if head in at and at[head][2] == "name":
            first, last = _renamed(tree, tree.tokens_in(at[head][0]), pack), head
        else:
            first, last = _first(tree, head, at, past), _last(tree, head, at)
        run = _Run(first, last, head)
        if run.last > run.first:
            past = run.last + 1
            yield run


def _renamed(tree: Tree, listed: range, pack: LanguagePack) -> int:
    """Where the name begins that such a word before a listed one makes of it: "the Popular Syrian Army"."""
    first = listed[0]
    while first > 0 and in_capitals(tree, first - 1) and tree.lemmas[first - 1] in pack.cues["body_renaming_words"]:
        first -= 1
    return first


def _first(tree: Tree, head: int, at: dict[int, NamedParty], past: int) -> int:
    first = head
    while (before := _before(tree, first)) >= past and _part(tree, before, at):
        first = before
    return first


def _before(tree: Tree, first: int) -> int:
    """The word before, a hyphen or the s of "People's" stepped over."""
    before = first - 1
    if before > 0 and (tree.tokens[before].text == "-" or _own_possessive(tree, before)):
        before -= 1
    return before


def _own_possessive(tree: Tree, at: int) -> bool:
    """Whether an 's is part of a name such as "People's", not that of an owner."""
    return tree.tokens[at].text.lower() in ("'s", "’s") and tree.tokens[at - 1].text.lower() in ("people", "lord")


def _part(tree: Tree, token: int, at: dict[int, NamedParty]) -> bool:
    """Whether a word can be part of the name: in capitals, and no name that the packs list."""
    possessive = (
        token + 1 < len(tree) and tree.tokens[token + 1].upos == "PART" and not _own_possessive(tree, token + 1)
    )
    if not in_capitals(tree, token) or possessive or tree.tokens[token].upos not in _NAME_POS:
        return False
    item = at.get(token)
    if item is None:
        return token > 0 or tree.tokens[token].upos == "PROPN"
    lost = item[2] == "state" and tree.tokens[token].text.endswith("s") and _plural_of_state(tree, token)
    return item[2] in _OF_WORDS and not lost


def _plural_of_state(tree: Tree, token: int) -> bool:
    """Whether a state's name has lost the apostrophe of its possessive: "Syrias"."""
    return tree.tokens[token].lemma.lower() + "s" == tree.tokens[token].text.lower()


def _last(tree: Tree, head: int, at: dict[int, NamedParty]) -> int:
    """The end of "... of the Men of X": words in capitals behind "of" or "for"."""
    last, token = head, head + 1
    while token < len(tree) and tree.tokens[token].text.lower() in _LINKS:
        token += 1
        while token < len(tree) and tree.tokens[token].text.lower() == "the":
            token += 1
        start = token
        while token < len(tree) and (in_capitals(tree, token) and tree.tokens[token].upos in _NAME_POS):
            token += 1
        if token == start or any(at[t][2] not in _OF_WORDS for t in range(start, token) if t in at):
            break
        last = token - 1
    return last


def _is_own(tree: Tree, run: _Run, at: dict[int, NamedParty], pack: LanguagePack) -> bool:
    """Whether the words make a name of their own, no state's service and no listed body."""
    tokens = range(run.first, run.last + 1)
    parts = [at[token] for token in tokens if token in at]
    if run.head in at and at[run.head][2] == "name":
        return run.first < tree.tokens_in(at[run.head][0])[0]
    if not parts or any(part[2] not in _OF_WORDS for part in parts):
        return False
    word = tree.tokens[run.head].text.lower()
    if word in pack.cues["civil_body_words"]:
        return any(part[2] in OF_STATES for part in parts)
    if word in pack.cues["paper_words"]:
        return run.last == run.head and any(part[2] in ("state", "capital") for part in parts)
    if run.last > run.head and not _names(tree, range(run.head + 1, run.last + 1), at, pack):
        return _is_own(tree, _Run(run.first, run.head, run.head), at, pack) if run.first < run.head else False
    before = range(run.first, run.head)
    composed = at.get(run.head)
    if composed is not None and composed[1] == CIVILIANS:
        return True  # "the Donbass People's Militia"
    if composed is not None and run.last == run.head:
        own = tree.tokens_in(composed[0])
        if own[0] < run.head:
            before = range(run.first, own[0])
            words = {tree.tokens[token].text.lower() for token in before}
            return bool(words & pack.cues["body_renaming_words"])
    return run.last > run.head or _names(tree, before, at, pack)


def _names(tree: Tree, tokens: range, at: dict[int, NamedParty], pack: LanguagePack) -> bool:
    """Whether one of the words is neither a state's nor a common word for a branch of its services."""
    plain = pack.cues["branch_words"]
    return any(
        token not in at and tree.tokens[token].text.lower() not in plain and tree.tokens[token].text[:1].isalpha()
        and tree.tokens[token].text.lower() not in ("of", "for", "the")
        for token in tokens
    )  # fmt: skip


def in_capitals(tree: Tree, at: int) -> bool:
    text = tree.tokens[at].text
    return text[:1].isupper() and (text[:1].isalpha()) and (len(text) > 1 or text.isalpha())
