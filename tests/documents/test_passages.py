from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.normalise import one_line
from trucewatch.documents.passages import Outline, passages_of, sentence_passages
from trucewatch.model.document import Passage
from trucewatch.model.spans import Span

FIRST = "Six people were killed on Friday when shells hit a market in the town, a monitor said."
SECOND = "The army denied it and blamed armed groups on the other bank of the river."
QUOTE = "“We did not fire at the town and we keep to the truce,” a spokesman said."


def told(text: str, outline: Outline | None = None) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.span.of(text)) for passage in passages_of(text, outline or Outline())]


def text_of(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_a_report_in_paragraphs() -> None:
    text = text_of("Market hit in town", "By Some Writer", FIRST, "Photo: the market.", SECOND, QUOTE, "Tags: truce")
    assert told(text, Outline(title="Market hit in town")) == [
        ("headline", "Market hit in town"),
        ("furniture", "By Some Writer"),
        ("lead", FIRST),
        ("caption", "Photo: the market."),
        ("body", SECOND),
        ("quote", QUOTE),
        ("furniture", "Tags: truce"),
    ]


def test_a_headline_that_no_source_names_is_told_by_its_look() -> None:
    assert [kind for kind, _ in told(text_of("Market hit in town", FIRST, SECOND))] == ["headline", "lead", "body"]
    assert [kind for kind, _ in told("Market hit in town")] == ["lead"]


def test_links_below_a_heading_are_furniture_until_a_sentence() -> None:
    text = text_of(FIRST, "Related stories", "Talks resume in Geneva", "Convoy waits at border", SECOND, "Aleppo")
    assert [kind for kind, _ in told(text)] == ["lead", "furniture", "furniture", "furniture", "body", "body"]


def test_a_paragraph_that_the_source_calls_a_caption_is_one() -> None:
    text = text_of(FIRST, "A man beside his stall.", SECOND)
    kinds = [kind for kind, _ in told(text, Outline(captions=frozenset({"A man beside his stall."})))]
    assert kinds == ["lead", "caption", "body"]


def test_copy_in_one_block_is_cut_at_what_is_sure() -> None:
    title = "Market hit in town: six killed"
    body = " ".join([SECOND] * 6)
    tail = "... 24 Related Talks Resume in Geneva Convoy Waits Tags truce Aleppo Community standardsDiscussion"
    text = f"20.05.2016 Market hit in town six killed. {FIRST} {body} {tail}"
    assert told(text, Outline(title=title, stamp=Span(0, 10))) == [
        ("furniture", "20.05.2016"),
        ("headline", "Market hit in town six killed."),
        ("lead", FIRST),
        ("body", body),
        ("furniture", tail),
    ]


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        ("AFP ", ("furniture", "AFP")),
        ("title: ", ("furniture", "title:")),
        ("by Some Writer ", ("furniture", "by Some Writer")),
        ("100 militants: ", ("headline", "100 militants: Market hit in the old town")),
        ("Syria war ", ("headline", "Syria war Market hit in the old town")),
        ("“", ("headline", "“Market hit in the old town")),
    ],
)
def test_words_before_the_title_are_lost_only_when_they_are_labels(opening: str, first: tuple[str, str]) -> None:
    assert told(f"{opening}Market hit in the old town {FIRST}", Outline(title="Market hit in the old town"))[0] == first


def test_sentences_that_came_split_stay_so() -> None:
    sentences = ["Market hit.", " ", "Six killed , he said .", "Tags: truce"]
    text = " ".join(sentences)
    passages = sentence_passages(sentences)
    assert [(passage.kind.value, passage.span.of(text)) for passage in passages] == [
        ("body", "Market hit."),
        ("body", "Six killed , he said ."),
        ("furniture", "Tags: truce"),
    ]


def check_tiling(text: str, passages: tuple[Passage, ...]) -> None:
    at = 0
    for passage in passages:
        assert not text[at : passage.span.start].strip()
        assert at <= passage.span.start < passage.span.end <= len(text)
        at = passage.span.end
    assert not text[at:].strip()


PIECES = [
    FIRST,
    SECOND,
    QUOTE,
    "Related",
    "Tags truce",
    "Read Also",
    "AFP Friday 20 May 2016",
    "Get short URL 0 12",
    "Men search the rubble on May 20 2016. (Reuters)",
    "Market hit in the old town",
    "©",
    "“",
]
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(PIECES) | st.text(min_size=1, max_size=30), min_size=1, max_size=8).map(" ".join),
    min_size=1,
    max_size=5,
)


@given(PARAGRAPHS, st.sampled_from(["", "Market hit in the old town", FIRST]), st.integers(0, 30), st.integers(0, 30))
def test_passages_tile_any_text(paragraphs: list[str], title: str, start: int, length: int) -> None:
    text = text_of(*filter(None, map(one_line, paragraphs)))
    stamp = Span(start, start + length) if length and start + length <= len(text.partition("\n")[0]) else None
    check_tiling(text, passages_of(text, Outline(title=title, stamp=stamp)))


@given(st.lists(st.text(max_size=20)))
def test_sentence_passages_tile_any_sentences(sentences: list[str]) -> None:
    check_tiling(" ".join(sentences), sentence_passages(sentences))
