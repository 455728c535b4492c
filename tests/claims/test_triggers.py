"""Patterns of words that can tell of an act."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.claims.builders import Row, parsed, sentence, text_of
from trucewatch.claims.tree import Tree
from trucewatch.claims.triggers import GAP, Candidate, TriggerFinder
from trucewatch.packs.language_pack import LanguagePack, TriggerPattern, load_language


def finder(*patterns: tuple[str, str, str]) -> TriggerFinder:
    """A finder of patterns given as (act, part, words)."""
    shipped = load_language()
    own = tuple(TriggerPattern(f"{a}/{p}/{w}", a, p, tuple(w.split())) for a, p, w in patterns)
    return TriggerFinder(
        LanguagePack("en", own, (), shipped.means, shipped.cues, shipped.counts, {}, {}, {}, {}),
    )


def rows(words: Sequence[tuple[str, str, str]]) -> list[Row]:
    """Rows of words given as (text, lemma, upos), all hanging on the first."""
    return [(t, lemma, upos, "", 0 if at else -1, "dep" if at else "root") for at, (t, lemma, upos) in enumerate(words)]


def told(found: list[Candidate], tree: Tree, text: str) -> list[tuple[str, str]]:
    return [(candidate.span(tree).of(text), candidate.acts[0]) for candidate in found]


LAUNCHED = [
    ("Rebels", "rebel", "NOUN"), ("launched", "launch", "VERB"), ("a", "a", "DET"), ("new", "new", "ADJ"),
    ("offensive", "offensive", "NOUN"),
]  # fmt: skip


def test_the_trigger_of_a_verb_pattern_is_its_first_word_and_of_a_noun_pattern_its_last() -> None:
    words = [("shot", "shoot", "VERB"), ("dead", "dead", "ADJ"), ("gun", "gun", "NOUN"), ("battle", "battle", "NOUN")]
    made = rows(words)
    tree = Tree(sentence(made))
    found = finder(("attack.shooting", "verb", "shoot dead"), ("attack.clash", "noun", "gun battle")).find(7, tree)
    assert [(c.sentence, c.token, c.first, c.last) for c in found] == [(7, 0, 0, 1), (7, 3, 2, 3)]
    assert told(found, tree, text_of(made)) == [("shot dead", "attack.shooting"), ("gun battle", "attack.clash")]


def test_a_gap_stands_for_a_few_words_and_no_more() -> None:
    pattern = finder(("attack.ground", "verb", "launch ~ offensive"))
    made = rows(LAUNCHED)
    tree = Tree(sentence(made))
    assert told(pattern.find(0, tree), tree, text_of(made)) == [("launched a new offensive", "attack.ground")]
    assert pattern.find(0, Tree(sentence(rows([LAUNCHED[1], LAUNCHED[4]])))) != []
    between = [("very", "very", "ADV")]
    assert pattern.find(0, Tree(sentence(rows([LAUNCHED[1], *between * GAP, LAUNCHED[4]])))) != []
    assert pattern.find(0, Tree(sentence(rows([LAUNCHED[1], *between * (GAP + 1), LAUNCHED[4]])))) == []


def test_words_without_a_gap_stand_side_by_side() -> None:
    made = [("take", "take", "VERB"), ("full", "full", "ADJ"), ("control", "control", "NOUN")]
    assert finder(("territory.take", "verb", "take control")).find(0, Tree(sentence(rows(made)))) == []


def test_one_candidate_a_word_holds_all_acts_the_longest_pattern_first() -> None:
    patterns = (("attack.other", "noun", "attack"), ("attack.bomb", "noun", "bomb attack"), ("kill", "noun", "attack"))
    made = [("bomb", "bomb", "NOUN"), ("attack", "attack", "NOUN")]
    (candidate,) = finder(*patterns).find(0, Tree(sentence(rows(made))))
    assert candidate.acts == ("attack.bomb", "attack.other", "kill")
    assert candidate.rules[0] == "attack.bomb/noun/bomb attack"
    assert (candidate.first, candidate.last, candidate.token) == (0, 1, 1)


@pytest.mark.parametrize(
    ("upos", "part", "fits"), [("VERB", "verb", True), ("NOUN", "verb", False), ("NOUN", "noun", True)]
)
def test_the_part_of_speech_must_fit(upos: str, part: str, fits: bool) -> None:
    found = finder(("attack.ground", part, "raid")).find(0, Tree(sentence(rows([("raid", "raid", upos)]))))
    assert bool(found) is fits


def test_a_word_counts_where_its_lemma_is_missed() -> None:
    assert finder(("meet", "noun", "talks")).find(0, Tree(sentence(rows([("Talks", "talk", "NOUN")])))) != []


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("Army helicopters dropped two barrel bombs on Daraya.", "dropped two barrel bombs", "attack.air"),
        ("Soldiers opened fire on the crowd.", "opened fire", "attack.shooting"),
        ("Fighters took control of the hill.", "took control", "territory.take"),
        ("An air strike hit the market.", "air strike", "attack.air"),
        ("The cessation of hostilities was extended.", "cessation of hostilities", "truce.declare"),
    ],
)
def test_shipped_patterns_on_parsed_sentences(text: str, words: str, act: str) -> None:
    tree = parsed(text)
    found = TriggerFinder(load_language()).find(0, tree)
    assert (words, act) in [(c.span(tree).of(text), a) for c in found for a in c.acts]
    assert [c.token for c in found] == sorted({c.token for c in found})


def test_patterns_that_only_begin_are_told_with_what_stopped_them() -> None:
    patterns = (("attack.ground", "verb", "launch ~ raid"), ("territory.take", "verb", "offensive"))
    misses = finder(*patterns, ("meet", "verb", "launch")).nearly(Tree(sentence(rows(LAUNCHED))))
    assert [(miss.token, miss.rule) for miss in misses] == [
        (1, "attack.ground/verb/launch ~ raid"),
        (4, "territory.take/verb/offensive"),
    ]
    assert "do not follow" in misses[0].why
    assert "read as NOUN" in misses[1].why
