"""Which parser is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest

from trucewatch.coding import Coded, code_batch
from trucewatch.language import Parser, ParseRequest, Sentence, Token, load_parser, use_parser
from trucewatch.model import RawReport
from trucewatch.packs import load_conflict

TEXT = "Jets bombed Idlib."


class Elsewhere:
    """A parser that somebody else made: it knows one sentence."""

    name = "elsewhere 1"

    def parse(
        self, text: str, segments: Sequence[tuple[int, int]] | None = None, *, presplit: bool = False
    ) -> list[Sentence]:
        return self.parse_many([ParseRequest(text, tuple(segments) if segments else None, presplit)])[0]

    def parse_many(self, requests: Sequence[ParseRequest]) -> list[list[Sentence]]:
        return [[self._sentence()] for _ in requests]

    def _sentence(self) -> Sentence:
        tokens = (
            Token(0, 4, "Jets", "jet", "NOUN", "NNS", 1, "nsubj"),
            Token(5, 11, "bombed", "bomb", "VERB", "VBD", -1, "root"),
            Token(12, 17, "Idlib", "Idlib", "PROPN", "NNP", 1, "obj"),
            Token(17, 18, ".", ".", "PUNCT", ".", 1, "punct"),
        )
        return Sentence(0, 18, tokens)


@pytest.fixture
def elsewhere() -> Iterator[Parser]:
    parser = Elsewhere()
    use_parser(parser)
    yield parser
    use_parser(None)


def test_ours_is_the_default() -> None:
    assert load_parser() is load_parser()
    assert load_parser().name.startswith("trucewatch-en")


def test_another_parser_is_used_wherever_reports_are_read(elsewhere: Parser) -> None:
    assert load_parser() is elsewhere
    raw = RawReport(TEXT.encode(), "text", "a.txt", datetime(2016, 5, 20, tzinfo=UTC))
    coded = code_batch([raw], load_conflict("syria"))
    assert coded.parser == "elsewhere 1"
    (outcome,) = coded.outcomes
    assert isinstance(outcome, Coded)
    assert [outcome.document.text[claim.trigger.start : claim.trigger.end] for claim in outcome.claims] == ["bombed"]


def test_going_back() -> None:
    use_parser(Elsewhere())
    use_parser(None)
    assert load_parser().name.startswith("trucewatch-en")
