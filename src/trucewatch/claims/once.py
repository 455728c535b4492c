"""What is asked of a report for each of its claims and is the same for all, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from trucewatch.claims.reading import Reading

Asked = TypeVarTuple("Asked")
T = TypeVar("T")


def once(function: Callable[[Reading, *Asked], T]) -> Callable[[Reading, *Asked], T]:
    """The function with its answers kept as long as the report's `Reading` is: for functions of the reading and of
    hashable arguments alone, whose answers nobody changes."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept(reading: Reading, *asked: *Asked) -> T:
        answers: dict[tuple[*Asked], T] = reading.answers[name]
        if asked not in answers:
            answers[asked] = function(reading, *asked)
        return answers[asked]

    return kept
