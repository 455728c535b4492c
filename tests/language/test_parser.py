"""The shipped parser: what every answer must hold, on plain and on hostile text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.promises import check
from trucewatch.language import ModelMissingError, Parser, ParseRequest, load_parser
from trucewatch.language.parser import NetworkParser

REPORT = (
    "Army helicopters shelled the city of Aleppo on Friday, killing at least 12 people, a monitor said.\n\n"
    '"They haven\'t stopped," said Col. A. B. Example of the U.N. mission. The army denied that its jets had bombed '
    "a hospital.\n\nFighters withdrew"
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def test_a_report(parser: Parser) -> None:
    sentences = parser.parse(REPORT)
    check(REPORT, sentences)
    assert len(sentences) == 4
    first = {token.text: token for token in sentences[0].tokens}
    shelled = next(index for index, token in enumerate(sentences[0].tokens) if token.text == "shelled")
    assert first["shelled"].lemma == "shell"
    assert first["shelled"].upos == "VERB"
    assert (first["helicopters"].head, first["helicopters"].deprel) == (shelled, "nsubj")
    assert (first["city"].head, first["city"].deprel) == (shelled, "obj")
    assert sentences[2].tokens[sentences[2].root].text == "denied"
    assert "Aleppo" in {
        " ".join(token.text for token in sentences[0].tokens[entity.first : entity.last])
        for entity in sentences[0].entities
        if entity.label == "PLACE"
    }


def test_company_changes_nothing(parser: Parser) -> None:
    alone = parser.parse(REPORT)
    others = [ParseRequest(REPORT[start:]) for start in range(0, 120, 12)]
    assert parser.parse_many([*others, ParseRequest(REPORT), *others])[len(others)] == alone
    assert load_parser().parse(REPORT) == alone


def test_threads_agree(parser: Parser) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(parser.parse, [REPORT] * 8))
    assert all(answer == answers[0] for answer in answers)


def test_segments_are_borders(parser: Parser) -> None:
    text = "Shells fell on the\ntown of Example"
    assert len(parser.parse(text, [(0, len(text))])) == 1
    assert [(found.start, found.end) for found in parser.parse(text, [(0, 11), (11, 33)])] == [(0, 11), (12, 33)]


def test_presplit_sentences_stay_whole(parser: Parser) -> None:
    text = "He left. She stayed. They met."
    assert len(parser.parse(text, [(0, 20), (20, 30)], presplit=True)) == 2
    with pytest.raises(ValueError, match="presplit"):
        parser.parse(text, presplit=True)


@pytest.mark.parametrize("segments", [[(0, 99)], [(3, 1)], [(0, 5), (4, 8)], [(-1, 2)]])
def test_impossible_segments(parser: Parser, segments: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="segment"):
        parser.parse("He left town.", segments)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00\x01", "\u200b", "\u00ad\u00ad"])
def test_nothing_to_read(parser: Parser, text: str) -> None:
    assert parser.parse(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a",
        ".",
        "?!" * 400,
        "x" * 3000,
        "\ud800 broken \udfff",
        "القوات الحكومية قصفت البلدة. قتل ثلاثة.",
        "政府军炮击该镇。三人死亡。" * 20,
        "🚀🔥👨‍👩‍👧 hit",
        "e\u0301" * 300,
        "a.b.c." * 300,
        "@" * 1000,
        "don't" * 300,
    ],
)
def test_odd_text(parser: Parser, text: str) -> None:
    check(text, parser.parse(text))


def test_an_endless_sentence_is_cut(parser: Parser) -> None:
    text = "the army shelled the town, and " * 120
    sentences = parser.parse(text)
    check(text, sentences)
    assert len(sentences) > 1
    assert all(sentence.cut for sentence in sentences)
    assert sum(len(sentence.tokens) for sentence in sentences) == 120 * 7
    assert all(sentence.tokens[-1].text == "," for sentence in sentences[:-1])


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_any_text(text: str) -> None:
    check(text, load_parser().parse(text))


def test_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match=r"parser\.onnx"):
        load_parser(folder=tmp_path)


def test_a_possessive_without_apostrophe(parser: Parser) -> None:
    (sentence,) = parser.parse("Shells fell on Aleppos northern districts.")
    assert {token.text: token.lemma for token in sentence.tokens}["Aleppos"] == "Aleppo"


def test_words_given(parser: Parser) -> None:
    assert isinstance(parser, NetworkParser)
    ((sentence,),) = parser.parse_words([["They", "ca", "n't", "leave", "."]])
    assert [(token.start, token.end, token.text) for token in sentence.tokens] == [
        (0, 4, "They"),
        (5, 7, "ca"),
        (8, 11, "n't"),
        (12, 17, "leave"),
        (18, 19, "."),
    ]
