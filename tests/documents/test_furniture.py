from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.furniture import furniture_within, is_furniture, tail_start


@pytest.mark.parametrize(
    "paragraph",
    [
        "Tags: truce, Aleppo",
        "Related",
        "Related stories",
        "Read more: What the truce says",
        "Read Also",
        "Share on Facebook",
        "Tweet | Share | E-mail | Print",
        "Get short URL",
        "We use cookies to measure how the site is read.",
        "Community standardsDiscussion Comment via Facebook",
        "© 2016 Some Agency. All rights reserved.",
        "Copyright 2016 Some Agency",
        "Sign up for our newsletter to get the news every morning.",
        "Follow us on Twitter",
        "By Some Writer and Other Person",
        "(Reporting by A Writer; Editing by B Editor)",
        "(Source: Some Media Office)",
        "(Adds toll, army statement)",
        "Published: 20 May 2016, 14:05 GMT",
        "Views: 1430",
        "Most read",
        "24 Related Talks Resume in Geneva Convoy Waits at the Border Tags truce Aleppo Syria",
    ],
)
def test_furniture_is_told(paragraph: str) -> None:
    assert is_furniture(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Related attacks killed three people in the north, a monitor said.",
        "By Friday the army had shelled the town twice.",
        "By Friday",
        "Sources in the town said that six people were killed.",
        "Share prices fell after the attack.",
        "Reporting by the group says that nine people were killed.",
        "Tags Syria truce Observatory Warplanes hit a market and killed six people, a monitor said.",
        "The copyright of the video is disputed, and the army says that it was made elsewhere.",
        "Published reports say that the convoy was hit.",
        "Aleppo",
        "Videos show the wounded.",
    ],
)
def test_tellings_are_no_furniture(paragraph: str) -> None:
    assert not is_furniture(paragraph)


REPORT = (
    "Six people were killed on Friday when shells hit a market in the town, a monitor said. The army denied it. " * 3
)


@pytest.mark.parametrize(
    "tail",
    [
        "... 24 Related Talks Resume in Geneva Convoy Waits at the Border Tags truce Aleppo Syria",
        "Tags truce Aleppo Community standardsDiscussion Comment via Facebook",
        "Read Also",
        "(Source: Some Media Office) Twitter",
        "Reporting by A Writer; Editing by B Editor Our Standards:The Some Trust Principles.",
        "Source Some Agency and agencies Related News Talks resume Convoy waits Follow us on Instagram. Dont miss out. "
        "Subscribe to our channel Copyright 2018 Some Agency",
        "Last Update: Saturday 21 May 2016 14:05 - GMT 11:05",
    ],
)
def test_the_tail_of_a_block_is_cut_at_its_first_mark(tail: str) -> None:
    block = REPORT + tail
    assert tail_start(block) == len(REPORT)


@pytest.mark.parametrize(
    "block",
    [
        REPORT,
        REPORT + "Related attacks killed three people. " + REPORT,
        "Six were killed. Tags truce Aleppo " + REPORT,
        REPORT + "Tags Syria Warplanes hit the town and killed three people, a monitor said.",
    ],
)
def test_a_mark_that_the_report_follows_cuts_nothing(block: str) -> None:
    assert tail_start(block) is None


def test_links_in_the_middle_do_not_take_the_sentences_after_them() -> None:
    block = REPORT + "Related Coverage Talks resume The minister said on Friday that shells fell. "
    assert tail_start(block + "Copyright 2016 Some Agency") == len(block)


def test_buttons_are_cut_out_of_the_middle() -> None:
    block = "Shells hit market Print Tweet Views 729 Six were killed. [Click to enlarge] The army denied it."
    assert [block[start:end] for start, end in furniture_within(block)] == [
        "Print Tweet Views 729",
        "[Click to enlarge]",
    ]


@given(st.lists(st.sampled_from(["Related News ", "Tags ", "word ", "Aleppo. ", "Read Also", "Get short URL 1 "])))
def test_cuts_stand_in_order_and_apart(parts: list[str]) -> None:
    block = "".join(parts)
    at = 0
    for start, end in furniture_within(block):
        assert at <= start < end <= len(block)
        at = end
