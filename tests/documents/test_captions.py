from __future__ import annotations

import pytest

from trucewatch.documents.captions import captions_within, ends_in_credit, is_caption


@pytest.mark.parametrize(
    "paragraph",
    [
        "Photo: Smoke over the old town, 20 May.",
        "A picture taken on Friday shows the ruined market.",
        "In this file photo, fighters stand at a checkpoint.",
        "Men search the rubble of a house in the north on May 20, 2016. (Reuters)",
        "Residents queue for bread. [File: Ammar Abdullah/Reuters]",
        "A boy at the well. REUTERS/Some Name",
        "Damaged cars near the bus station. (Photo by a resident)",
        "AFP photo",
    ],
)
def test_captions_are_told(paragraph: str) -> None:
    assert is_caption(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "BEIRUT (Reuters) - Six people were killed, a monitor said.",
        "Activists posted a photo of the crater, and the army said the picture was old.",
        "Photographs show nothing, the spokesman said.",
        "The strikes killed nine people, the Observatory said. (Reuters)",
    ],
)
def test_tellings_are_no_captions(paragraph: str) -> None:
    assert not is_caption(paragraph)


def test_a_credited_sentence_within_a_block_is_found() -> None:
    caption = "Men search the rubble in the north on June 5 2016. (AFP)"
    text = f"Six people were killed on Sunday. {caption} The army denied it."
    assert [text[start:end] for start, end in captions_within(text)] == [caption]


def test_a_caption_that_runs_into_the_report_stays_in_it() -> None:
    assert not ends_in_credit("AP Photo Someone Town Falls Wherever forces moved they fired on the town.")
