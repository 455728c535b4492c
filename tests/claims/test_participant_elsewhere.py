"""Whom the rest of a report names."""

from __future__ import annotations

from tests.claims.builders import reading_of
from tests.claims.test_participants import draft_of
from trucewatch.claims.participant_elsewhere import told_elsewhere

STORY = "Rebels left Homs. Russia sent aid. Rebels entered Hama. The town was shelled. Turkey and Russia met in Geneva."


def test_the_nearest_mention_of_each_the_sentences_before_first() -> None:
    reading = reading_of(STORY)
    text = reading.document.text
    draft = draft_of(reading, "shelled", "attack.shelling", 3)
    options = list(told_elsewhere(reading, draft, "actor"))
    words = [(option.rule, tuple(span.of(text) for span in option.spans), option.words[0][0]) for option in options]
    assert words[:2] == [("actor.told-elsewhere", ("Rebels",), 2), ("actor.told-elsewhere", ("Russia",), 1)]
    assert ("actor.told-elsewhere", ("Turkey",), 4) in words
    assert ("actor.together-elsewhere", ("Turkey", "Russia"), 4) in words


def test_who_is_named_in_the_sentence_itself_is_not_told_elsewhere() -> None:
    reading = reading_of("Russia sent aid. Russia shelled the town. Rebels left.")
    draft = draft_of(reading, "shelled", "attack.shelling", 1)
    assert {option.value for option in told_elsewhere(reading, draft, "actor")} == {("sy.rebels",)}
