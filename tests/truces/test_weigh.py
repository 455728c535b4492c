from __future__ import annotations

import pytest

from trucewatch.model import Answer
from trucewatch.truces.weigh import across_sources, by_precision, within_source

YES, NO, UNKNOWN, DISPUTED = Answer.YES, Answer.NO, Answer.UNKNOWN, Answer.DISPUTED


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), UNKNOWN),
        ((YES, YES), YES),
        ((NO,), NO),
        ((YES, UNKNOWN), YES),
        ((YES, NO), DISPUTED),
        ((UNKNOWN, NO), DISPUTED),
        ((YES, DISPUTED), DISPUTED),
        ((DISPUTED,), DISPUTED),
    ],
)
def test_across_sources(answers: tuple[Answer, ...], expected: Answer) -> None:
    assert across_sources({str(at): answer for at, answer in enumerate(answers)}) is expected


@pytest.mark.parametrize(
    ("answers", "expected"), [((NO, YES), YES), ((NO, UNKNOWN), UNKNOWN), ((NO, DISPUTED), DISPUTED), ((NO, NO), NO)]
)
def test_within_one_source(answers: tuple[Answer, ...], expected: Answer) -> None:
    assert within_source(answers) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [((UNKNOWN, YES), YES), ((UNKNOWN, NO), NO), ((YES, NO), DISPUTED), ((UNKNOWN,), UNKNOWN), ((), UNKNOWN)],
)
def test_times_and_places(answers: tuple[Answer, ...], expected: Answer) -> None:
    assert by_precision(answers) is expected
