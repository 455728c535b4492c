"""Persons whom the text gives an office of a state: "President Jane Doe of Peru", "Peruvian President Jane Doe"."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.claims.own_names import OF_STATES, NamedParty
from trucewatch.claims.tree import Tree
from trucewatch.model import Span
from trucewatch.packs.folding import fold_name
from trucewatch.packs.language_pack import LanguagePack
from trucewatch.packs.parties import PartyRegistry

_OFFICE = "office"
_NO_LONGER = frozenset({"former", "late", "ex", "ousted", "exiled"})
_IN_OFFICE = frozenset({"new", "acting", "interim", "then", "incoming"})
_SAME_NAME = 3  # letters from which two spellings of a first name count as one


def with_office_holders(
    tree: Tree, found: Sequence[NamedParty], pack: LanguagePack, registry: PartyRegistry | None
) -> list[NamedParty]:
    """What the packs found, with one mention for a person, the office and the state that stand together.

    `registry` gives the armed forces of a government: a minister of defence and a general speak for them; and the
    names that a holder of an office bears, so that another with the same surname is none.
    """
    items = [item for item in found if not _is_namesake(tree, item, pack, registry)]
    for entity in tree.sentence.entities:
        if entity.label == "PERSON":
            items = _held(tree, range(entity.first, entity.last), items, pack, registry)
    return sorted(items, key=lambda item: item[0])


def _is_namesake(tree: Tree, item: NamedParty, pack: LanguagePack, registry: PartyRegistry | None) -> bool:
    """Whether a surname that a holder of an office bears is here that of another: "the doctor Ibrahim al-Assad"."""
    indices = tree.tokens_in(item[0])
    if registry is None or item[2] != _OFFICE or not indices:
        return False
    for entity in tree.sentence.entities:
        if entity.label != "PERSON" or not entity.first < indices[0] < entity.last:
            continue
        others = pack.cues["role_words"] | pack.cues["office_words"] | pack.cues["title_words"]
        before = [tree.tokens[at] for at in range(entity.first, indices[0]) if tree.tokens[at].upos == "PROPN"]
        firsts = [fold_name(token.text) for token in before if token.text.lower().rstrip(".") not in others]
        if not firsts or before[-1].end + 1 != item[0].start or fold_name(before[-1].text) not in firsts:
            return False
        surname = fold_name(tree.tokens[indices[-1]].text)
        names = [fold_name(name).split() for party in item[1] for name, _ in registry.aliases(party)]
        borne = {word[:_SAME_NAME] for name in names if surname in name for word in name}
        return not any(name[:_SAME_NAME] in borne for name in firsts)
    return False


def _held(
    tree: Tree, person: range, items: list[NamedParty], pack: LanguagePack, registry: PartyRegistry | None
) -> list[NamedParty]:
    """The mentions with those of one person made one."""
    first = _with_office(tree, person.start, items, pack)
    last = person[-1]
    state = _state_after(tree, person, items)
    office = [t for t in range(first, last + 1) if tree.tokens[t].text.lower() in pack.cues["role_words"]]
    past = any(tree.tokens[t].text.lower() in _NO_LONGER for t in range(max(first - 1, 0), last))
    if past or not office or _named_after(tree, office[-1], last, state) == 0:
        return items
    if state is not None:
        last = max(last, tree.tokens_in(state[0])[-1])
    inside = [item for item in items if _within(tree, item, first, last)]
    ids = _ids(tree, inside, range(first, last + 1), pack, registry)
    if ids is None:
        return items
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    return [item for item in items if item not in inside] + [(span, ids, _OFFICE)]


def _with_office(tree: Tree, first: int, items: Sequence[NamedParty], pack: LanguagePack) -> int:
    """Where the words of office before a name begin, with the state's that goes with them."""
    start = first
    words = pack.cues["role_words"] | pack.cues["office_words"]
    while start > 0 and tree.tokens[start - 1].text.lower() in words:
        start -= 1
    if start < first and start > 0 and tree.tokens[start - 1].text.lower() in _IN_OFFICE:
        start -= 1
    for span, _, kind in items:
        indices = tree.tokens_in(span)
        if not indices or indices[0] >= start:
            continue
        after = indices[-1] + 1
        if after < start and tree.tokens[after].text.lower() in ("'s", "’s"):
            after += 1
        of_state = (kind in OF_STATES and start < first) or (kind == "common" and after == first)
        if after > start or (after == start and of_state):
            return indices[0]
    return start


def _state_after(tree: Tree, person: range, items: Sequence[NamedParty]) -> NamedParty | None:
    """The state of "of Peru", within what the parser takes for the person's name or right after it."""
    for item in items:
        indices = tree.tokens_in(item[0])
        if item[2] not in ("state", "capital") or not indices or indices[0] < 2:
            continue
        before = indices[0] - 1 - (tree.tokens[indices[0] - 1].text.lower() == "the")
        if tree.tokens[before].text.lower() == "of" and person.start < before <= person.stop:
            return item
    return None


def _named_after(tree: Tree, office: int, last: int, state: NamedParty | None) -> int:
    """How many words of the name stand behind the office; none for "the president" alone."""
    of_state = set(tree.tokens_in(state[0])) if state else set()
    return sum(tree.tokens[at].upos == "PROPN" and at not in of_state for at in range(office + 1, last + 1))


def _within(tree: Tree, item: NamedParty, first: int, last: int) -> bool:
    indices = tree.tokens_in(item[0])
    return bool(indices) and first <= indices[0] and indices[-1] <= last


def _ids(
    tree: Tree,
    inside: Sequence[NamedParty],
    tokens: range,
    pack: LanguagePack,
    registry: PartyRegistry | None,
) -> tuple[str, ...] | None:
    """Whom the person speaks for: of what the packs know of him and what the words before the name say of him here, the
    latter counts. None where the words give no state or only what the packs have as one mention."""
    known = [item for item in inside if item[2] == _OFFICE]
    composed = [item for item in inside if item[2] == "common"]
    bodies = [item for item in inside if item[2] == "name"]
    if bodies and len(inside) > 1:
        return bodies[-1][1]
    if len(known) == len(inside) == 1:
        return None
    if known and not (composed and set(composed[-1][1]).isdisjoint(known[-1][1])):
        return known[-1][1]
    if composed:
        return composed[-1][1]
    of_states = [item for item in inside if item[2] in OF_STATES]
    if not of_states:
        return None
    armed = any(tree.tokens[at].text.lower() in pack.cues["armed_office_words"] for at in tokens)
    return tuple(registry.forces_of(party) if armed and registry else party for party in of_states[-1][1])
