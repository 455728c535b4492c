"""What is kept for a report is kept for that report alone."""

from __future__ import annotations

from dataclasses import replace

from tests.claims.builders import reading_of
from trucewatch.claims.once import once
from trucewatch.claims.reading import Reading

asked: list[tuple[str, int]] = []


@once
def words_of(reading: Reading, number: int) -> int:
    asked.append((reading.document.id, number))
    return len(reading.trees[number])


def test_a_question_is_answered_once_a_report_and_argument() -> None:
    reading = reading_of("The army shelled the town. It burned.")
    asked.clear()
    assert [words_of(reading, number) for number in (0, 1, 0, 1)] == [6, 3, 6, 3]
    assert asked == [(reading.document.id, 0), (reading.document.id, 1)]


def test_another_reading_of_the_same_report_answers_for_itself() -> None:
    reading = reading_of("The army shelled the town. It burned.")
    words_of(reading, 0)
    asked.clear()
    turned = replace(reading, trees=reading.trees[::-1])
    assert words_of(turned, 0) == 3
    assert asked == [(reading.document.id, 0)]
    assert turned.trees != reading.trees
