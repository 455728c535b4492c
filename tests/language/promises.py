"""What every answer of a parser must hold, whatever the text."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language import NO_HEAD, Sentence


def check(text: str, sentences: Sequence[Sentence]) -> None:
    """Every promise of the interface; AssertionError where one is broken."""
    position = 0
    for sentence in sentences:
        assert sentence.tokens
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        assert [token.head for token in sentence.tokens].count(NO_HEAD) == 1
        assert set(sentence.subtree(sentence.root)) == set(range(len(sentence.tokens)))
        for token in sentence.tokens:
            assert position <= token.start < token.end
            assert text[token.start : token.end] == token.text
            assert token.lemma
            assert (token.head == NO_HEAD) == (token.deprel == "root")
            position = token.end
        for entity in sentence.entities:
            assert 0 <= entity.first < entity.last <= len(sentence.tokens)
