"""Days that need no learned choice, as they are told with the very act: "fired on 2 May", "seized in early 2014"."""

from __future__ import annotations

from trucewatch.claims.draft import Draft, Option
from trucewatch.claims.reading import Reading
from trucewatch.claims.setting_options import day_options
from trucewatch.claims.tree import Tree
from trucewatch.model import Day

_SINCE = "since"
_BEFORE = {"day": "on", "month": "in", "year": "in"}
"""The word that leads in a time of each precision where it is told with the act."""
_OPENING = 3
"""Within so many words a day stands at the opening of its sentence."""
_ARGUMENTS = frozenset({"nsubj", "obj", "conj", "compound"})


def likely_days(reading: Reading, draft: Draft) -> list[Option[Day | None]]:
    """The days to choose among: those told with the very act where there are such, else all of `day_options`.

    Of the acts in the coded reports that govern an "on Friday" or "on 2 May", 44 of 46 have that day, and so have all
    11 nouns of a main clause that opens with one ("On Friday the army began an assault"). The two others stand in
    sentences with "since", which are left to the choice. In every second training report, 23 of 24 acts that govern
    an "in March" or "in early 2014" have that month or year.
    """
    options = day_options(reading, draft)
    plain = [option for option in options if _told_with_act(reading, draft, option)]
    return plain or options


def _told_with_act(reading: Reading, draft: Draft, option: Option[Day | None]) -> bool:
    tree = reading.trees[draft.sentence]
    if option.value is None or option.value.precision not in _BEFORE or not tree.span.overlaps(option.spans[0]):
        return False
    words = tree.tokens_in(option.spans[0])
    if not words or _SINCE in tree.lemmas[: words[0]]:
        return False
    date = tree.head_of(words)
    verb = tree.head(date)
    if verb < 0 or tree.preposition(date) != _BEFORE[option.value.precision]:
        return False
    speaks = tree.lemmas[verb] in reading.pack.cues["speech_verbs"]
    opens = words[0] < _OPENING and not speaks and option.value.precision == "day"
    return verb == draft.token or (opens and _is_argument(tree, draft.token, verb))


def _is_argument(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a word is a subject or object of the verb, or what one is made of: "a number of explosions"."""
    chain = [noun, *tree.ancestors(noun)]
    if verb not in chain:
        return False
    return all(
        tree.deprel(at).partition(":")[0] in _ARGUMENTS or (tree.deprel(at) == "nmod" and tree.preposition(at) == "of")
        for at in chain[: chain.index(verb)]
    )
